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
  }
}
