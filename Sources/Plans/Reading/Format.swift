package import Diagnostics
package import Facts
import JSON
import XML
import YAML

extension Node {
  /// The formats of plans; case files are YAML or JSON.
  package enum Format: String, Sendable, CaseIterable {
    case yaml, json, xml

    /// By the ending of a file's name; nil if it has another one, or none (`-`).
    package init?(ofFile name: String) {
      switch name.split(separator: "/").last?.split(separator: ".").last?.lowercased() {
      case "yaml", "yml": self = .yaml
      case "json": self = .json
      case "xml": self = .xml
      default: return nil
      }
    }

    /// By the first characters.
    package init(of bytes: [UInt8]) {
      let start = bytes.prefix(1 << 10).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
      let second = start.dropFirst().first { $0 > 0x20 }
      switch start.first {
      case UInt8(ascii: "<"): self = .xml
      case UInt8(ascii: "{") where second == UInt8(ascii: "\"") || second == UInt8(ascii: "}"): self = .json
      default: self = .yaml
      }
    }
  }

  /// Reads a document of plain maps, lists and scalars. XML needs a vocabulary, to know what is a list. `limits` are for
  /// JSON; the others have their own.
  package init(
    reading bytes: [UInt8], named name: String, format: Format? = nil, vocabulary: Vocabulary? = nil,
    limits: Limits = .standard
  ) throws(Mistakes) {
    switch format ?? Format(ofFile: name) ?? Format(of: bytes) {
    case .yaml: self = try YAML.parse(bytes, named: name)
    case .json: self = try JSON.parse(bytes, named: name, limits: limits)
    case .xml:
      let element = try XML.parse(bytes, named: name)
      guard let vocabulary else {
        throw Mistakes([
          Diagnostic(.format, at: Location(file: name, line: 1), "this file must be YAML or JSON")
        ])
      }
      self = try XMLReader.read(element, file: name, vocabulary)
    }
  }
}

extension Diagnostic.Code {
  fileprivate static let format = Self(rawValue: "plan.format")
}
