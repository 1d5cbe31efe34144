import Diagnostics
import FEEL
import Facts
import Glibc
import Plans
import Rules
import XML

/// The XML wall: limits, libxml2, the copy and the validation against the schema of packs.
func document(_ bytes: [UInt8]) {
  checkMistakes { () throws(Mistakes) in _ = try parse(bytes, named: "input") }
  checkMistakes { () throws(Mistakes) in
    _ = try parse(bytes, named: "input", validatedBy: Library.standard.schema)
  }
}

/// A plan in YAML, JSON or XML, typed by the vocabulary of the tests.
func plan(_ bytes: [UInt8]) {
  let library = Library.standard
  checkMistakes { () throws(Mistakes) in
    _ = try Plan(
      reading: bytes, named: "input", vocabulary: library.vocabulary, geography: library.geography,
      asOf: CalendarDate("2026-11-21"))
  }
}

/// A pack from its bytes to checked conditions, with the rules of the product.
func pack(_ bytes: [UInt8]) {
  let library = Library.shipped
  checkMistakes { () throws(Mistakes) in
    let element = try parse(bytes, named: "input", validatedBy: library.schema)
    var vocabulary = library.vocabulary
    for fact in element.all("fact") { try vocabulary.add(fact, from: "input") }
    let pack = try Pack(
      reading: element, file: "input", vocabulary: vocabulary, catalogue: library.catalogue)
    _ = try Rulebook(
      compiling: [(pack, "", [])], vocabulary: vocabulary, catalogue: library.catalogue,
      geography: library.geography)
  }
}

/// The rules that plans and packs are read against; libFuzzer has one thread.
final class Library: @unchecked Sendable {
  let geography: Geography
  let catalogue: Catalogue
  let vocabulary: Vocabulary
  let schema: Schema

  static let standard = named("Tests/PlansTests/Cases/rules", controls: ["controls"])
  static let shipped = named(
    "rules",
    controls: [
      "controls/artificial-intelligence", "controls/consumer", "controls/governance", "controls/incidents",
      "controls/localization", "controls/market-entry", "controls/operations", "controls/privacy",
      "controls/registrations", "controls/security", "controls/suppliers", "controls/transfers",
      "controls/workforce",
    ])

  private static func named(_ folder: String, controls: [String]) -> Library {
    do { return try Library(folder, controls) } catch { preconditionFailure("\(folder): \(error)") }
  }

  private init(_ folder: String, _ controls: [String]) throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    func bytes(_ path: String) -> [UInt8] {
      guard let file = fopen("/\(root)/\(path)", "r") else { preconditionFailure("no file \(path)") }
      defer { fclose(file) }
      var bytes: [UInt8] = []
      while case let byte = getc(file), byte != EOF { bytes.append(UInt8(byte)) }
      return bytes
    }
    func rules(_ name: String) throws -> Element {
      try parse(bytes("\(folder)/\(name).xml"), named: name)
    }
    geography = try Geography(reading: rules("geography"), file: "geography")
    catalogue = try Catalogue(reading: controls.map { (try rules($0), $0) })
    vocabulary = try Vocabulary(
      reading: rules("vocabulary"), file: "vocabulary", catalogue: catalogue, geography: geography)
    schema = try Schema(bytes("rules/schema/pack.xsd"), named: "pack.xsd")
  }
}
