import Diagnostics
import JSON
import XML

/// What a pack says of itself at its head, read without the vocabulary: before a signature is checked, nothing of a pack is compiled.
package struct PackFacts: Sendable {
  struct Source: Sendable {
    var attributes: [(String, String)]
  }

  package let id: String
  package let edition: String
  package let title: String
  package let jurisdiction: String
  /// The state of the law that it was reviewed against.
  package let asOf: String
  let confidence: String
  let note: String
  let sources: [Source]

  init(reading bytes: [UInt8], file: String) throws(Mistakes) {
    let root = try XML.parse(bytes, named: file)
    guard root.name == "pack", let id = root["id"], let edition = root["edition"],
      let review = root.all("review").first, let asOf = review["on"]
    else {
      throw Mistakes([
        Diagnostic(
          .head, at: root.location(in: file), "a pack has `id`, `edition` and a `review` with its day (`on`)")
      ])
    }
    self.id = id
    self.edition = edition
    self.asOf = asOf
    title = root["title"] ?? ""
    jurisdiction = root["jurisdiction"] ?? ""
    confidence = review["confidence"] ?? ""
    note = review.words
    sources = root.all("source").map { source in
      Source(
        attributes: ["id", "law", "title", "href", "textRead", "from", "until"].compactMap { name in
          source[name].map { (name, $0) }
        })
    }
  }

  var review: JSONValue {
    .object([("on", .string(asOf)), ("confidence", .string(confidence)), ("note", .string(note))])
  }
}

extension PackFacts.Source {
  var json: JSONValue { .object(attributes.map { ($0.0, .string($0.1)) }) }
}

extension Diagnostic.Code {
  fileprivate static let head = Self(rawValue: "pack.head")
}
