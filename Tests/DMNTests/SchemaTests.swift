import Foundation
import Testing
import XML

struct SchemaTests {
  /// Our models are right by the schema of the standard too. Pictures of models, which the schema takes from another
  /// one, are left out, because a schema here loads no other.
  @Test(.enabled(if: Shared.hasSchemas, "no schemas beside the checkout (PRATIQUE_SHARED)"))
  func `our models follow the schema of DMN 1.5`() throws {
    let root = try #require(Shared.root).appending(path: "schemas/dmn/DMN15.xsd")
    let text = try String(contentsOf: root, encoding: .utf8)
      .replacing(#/<xsd:import(?s:.*?)<\/xsd:import>/#, with: "")
      .replacing(#/<xsd:element ref="dmndi:DMNDI"[^>]*>/#, with: "")
    let schema = try Schema(Array(text.utf8), named: "DMN15.xsd")
    for folder in ["boxes", "imports", "services", "tables", "types"] {
      for name in try Files.names(in: "Cases/\(folder)") where name.hasSuffix(".dmn") {
        _ = try parse(Files.bytes("Cases/\(folder)/\(name)"), named: name, validatedBy: schema)
      }
    }
    for name in try Files.names(in: "Checks") where name.hasSuffix(".dmn") {
      _ = try parse(Files.bytes("Checks/\(name)"), named: name, validatedBy: schema)
    }
    for file in try Self.tablesOfPacks() {
      _ = try parse(Array(Data(contentsOf: file)), named: file.path, validatedBy: schema)
    }
  }

  /// What is shipped, and the sample of the tests.
  private static func tablesOfPacks() throws -> [URL] {
    let checkout = Files.root.deletingLastPathComponent().deletingLastPathComponent()
    let folders = ["jurisdictions", "Tests/CommandTests/Cases"].map { checkout.appending(path: $0) }
    let files = try folders.flatMap { folder in
      try FileManager.default.subpathsOfDirectory(atPath: folder.path).map { folder.appending(path: $0) }
    }
    return files.filter { $0.pathExtension == "dmn" }
  }
}
