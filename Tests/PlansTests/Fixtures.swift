import Diagnostics
import FEEL
import Facts
import FoundationEssentials
import Plans
import XML

/// The small rules that these tests speak of; the product's own change every day.
struct Fixtures {
  let geography: Geography
  let catalogue: Catalogue
  let vocabulary: Vocabulary

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases").path
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  static let standard = Result { try Fixtures() }

  private init() throws {
    func element(_ name: String) throws -> Element {
      try parse(
        Fixtures.bytes("\(Fixtures.folder)/rules/\(name).xml"), named: name,
        validatedBy: Fixtures.schema(name))
    }
    geography = try Geography(reading: element("geography"), file: "geography")
    catalogue = try Catalogue(reading: [(element("controls"), "controls")])
    vocabulary = try Vocabulary(
      reading: element("vocabulary"), file: "vocabulary", catalogue: catalogue, geography: geography)
  }

  static func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path))) }

  static func schema(_ name: String) throws -> Schema {
    try Schema(bytes("\(root)/rules/schema/\(name).xsd"), named: "\(name).xsd")
  }

  func plan(_ text: String, named name: String = "plan.yaml", asOf: String? = nil) throws -> Plan {
    try Plan(
      reading: Array(text.utf8), named: name, vocabulary: vocabulary, geography: geography,
      asOf: asOf.flatMap { CalendarDate($0) })
  }
}

extension Plan {
  /// Every statement of the plan without its place, one per line.
  func listing(_ vocabulary: Vocabulary) -> [String] {
    var lines = ["name: \(name ?? "-")"]
    for (kind, declared) in vocabulary.kinds.enumerated() {
      if declared.collection != nil { lines.append("\(declared.name): \(collections[kind].extent)") }
      for (index, row) in rows[kind].enumerated() {
        lines.append(
          "\(self.name(ofRow: index, of: kind, in: vocabulary)) \(row.parent.map { "\($0)" } ?? "")")
        for (fact, statement) in row.statements.enumerated() {
          guard let statement else { continue }
          let cell = Cell(kind: kind, row: index, fact: fact)
          lines.append(
            "  \(self.name(of: cell, in: vocabulary)) = \(statement.value) \(statement.origin ?? "")")
        }
      }
    }
    return lines + scenarios.map { "scenario \($0.name)" }
  }
}
