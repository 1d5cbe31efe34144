import Diagnostics
import JSON

/// The table of contents of an archive. It follows from the files, the licence and the engine alone, so it is checked by making it again.
package struct Manifest: Sendable {
  package static let path = "manifest.json"

  package let inventory: Inventory
  /// An SPDX expression.
  package let licence: String
  package let needs: Needs

  package init(_ inventory: Inventory, licence: String, needs: Needs) {
    self.inventory = inventory
    self.licence = licence
    self.needs = needs
  }

  package var text: String {
    JSONValue.object([
      ("pratique", .number(1)), ("needs", needs.json), ("licence", .string(licence)),
      ("packs", .array(inventory.packs.map(\.json))), ("shared", .array(inventory.shared.map(\.json))),
    ]).text() + "\n"
  }

  /// Is it an SPDX expression by its characters; the list of licences changes too often to be held here.
  package static func isLicence(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 200
      && text.unicodeScalars.allSatisfy {
        $0.isASCII
          && ($0.properties.isAlphabetic || $0.properties.numericType != nil
            || ".-+() :".unicodeScalars.contains($0))
      }
  }
}

extension Inventory.Pack {
  fileprivate var json: JSONValue {
    .object([
      ("id", .string(id)), ("edition", .string(facts.edition)), ("asOf", .string(facts.asOf)),
      ("jurisdiction", .string(facts.jurisdiction)), ("title", .string(facts.title)),
      ("review", facts.review), ("sources", .array(facts.sources.map(\.json))),
      ("folder", .string(folder)), ("sha256", .string(sha256)), ("files", .array(files.map(\.json))),
    ])
  }
}
