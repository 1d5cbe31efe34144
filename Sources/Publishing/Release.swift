package import JSON

/// What a signature says of packs: which editions, under which state of law, with which content, resting on which shared files.
package struct Release: Sendable, Hashable {
  package struct Pack: Sendable, Hashable {
    package var id: String
    package var edition: String
    package var asOf: String
    package var sha256: String
  }
  package struct Shared: Sendable, Hashable {
    package var path: String
    package var sha256: String
  }

  /// The type of the predicate in the statement.
  package static let predicateType = "urn:pratique:pack-release:1"

  package var packs: [Pack]
  package var shared: [Shared]
  package var needs: Needs
  /// Of an archive.
  package var licence: String?

  package init(_ packs: [Inventory.Pack], shared: [FileRecord], needs: Needs, licence: String? = nil) {
    self.packs = packs.map {
      Pack(id: $0.id, edition: $0.facts.edition, asOf: $0.facts.asOf, sha256: $0.sha256)
    }
    self.shared = shared.map { Shared(path: $0.path, sha256: $0.sha256) }
    self.needs = needs
    self.licence = licence
  }

  package var json: JSONValue {
    .object(
      [
        (
          "packs",
          .array(
            packs.map {
              .object([
                ("id", .string($0.id)), ("edition", .string($0.edition)), ("asOf", .string($0.asOf)),
                ("sha256", .string($0.sha256)),
              ])
            })
        ),
        (
          "shared",
          .array(shared.map { .object([("path", .string($0.path)), ("sha256", .string($0.sha256))]) })
        ), ("needs", needs.json),
      ] + (licence.map { [("licence", .string($0))] } ?? []))
  }

  /// nil if it is not written as `json` writes it.
  package init?(_ json: JSONValue) {
    guard let packs = json["packs"]?.items, let shared = json["shared"]?.items,
      let needs = Needs(json["needs"])
    else { return nil }
    self.packs = packs.compactMap { item in
      guard let id = item["id"]?.string, let edition = item["edition"]?.string,
        let asOf = item["asOf"]?.string, let sha256 = item["sha256"]?.string
      else { return nil }
      return Pack(id: id, edition: edition, asOf: asOf, sha256: sha256)
    }
    self.shared = shared.compactMap { item in
      guard let path = item["path"]?.string, let sha256 = item["sha256"]?.string else { return nil }
      return Shared(path: path, sha256: sha256)
    }
    guard self.packs.count == packs.count, self.shared.count == shared.count else { return nil }
    self.needs = needs
    licence = json["licence"]?.string
  }
}
