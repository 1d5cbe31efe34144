import Diagnostics
import Signing

/// What a library consists of, by content: its packs, and the files that all of them rest on.
package struct Inventory: Sendable {
  /// The folder of a pack with everything in it but signatures.
  package struct Pack: Sendable {
    /// From the root of the library.
    package let folder: String
    package let facts: PackFacts
    /// Paths from its folder, in order.
    package let files: [FileRecord]
    /// Of its files together; the same in a folder and in an archive.
    package let sha256: String

    package var id: String { facts.id }
  }

  /// By id.
  package let packs: [Pack]
  /// Vocabulary, controls, geography, calendars, schemas: everything under `rules`, by path.
  package let shared: [FileRecord]

  /// The signature in the folder of a pack.
  package static let signatureName = "pack.dsse.json"
  package static let shared = "rules/"
  package static let jurisdictions = "jurisdictions/"

  package init(packs: [Pack], shared: [FileRecord]) {
    self.packs = packs
    self.shared = shared
  }
}
