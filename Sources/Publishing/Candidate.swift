package import Signing

/// Packs as they lie there, in one archive or one folder: what a signature must speak for before they are used.
package struct Candidate: Sendable {
  package enum Form: Sendable {
    /// A single subject, known by its hash whatever the file is called now.
    case archive(sha256: String, licence: String)
    /// Every file of the pack is a subject, by its path.
    case folder
  }

  /// How messages call it: a path.
  package let name: String
  package let form: Form
  package let packs: [Inventory.Pack]
  package let shared: [FileRecord]
  package let needs: Needs
  /// Where its signature would be, and its bytes.
  package let signatureFile: String
  package let signature: [UInt8]?

  /// The archive at a path.
  package init(_ archive: PackArchive, path: String, signature: [UInt8]?) {
    name = path
    form = .archive(sha256: archive.sha256, licence: archive.manifest.licence)
    packs = archive.manifest.inventory.packs
    shared = archive.manifest.inventory.shared
    needs = archive.manifest.needs
    signatureFile = path + PackArchive.signatureEnding
    self.signature = signature
  }

  /// The folder of one pack of a library.
  package init(_ pack: Inventory.Pack, in inventory: Inventory, needs: Needs, signature: [UInt8]?) {
    name = pack.folder
    form = .folder
    packs = [pack]
    shared = inventory.shared
    self.needs = needs
    signatureFile = "\(pack.folder)/\(Inventory.signatureName)"
    self.signature = signature
  }

  /// What its signature says.
  package var statement: Statement {
    Statement(subjects: subjects, predicateType: Release.predicateType, predicate: release.json)
  }

  var subjects: [Statement.Subject] {
    switch form {
    case .archive(let sha256, _):
      [Statement.Subject(name: name.split(separator: "/").last.map(String.init) ?? name, sha256: sha256)]
    case .folder: packs.flatMap { $0.files.map(\.subject) }
    }
  }

  var release: Release {
    switch form {
    case .archive(_, let licence): Release(packs, shared: shared, needs: needs, licence: licence)
    case .folder: Release(packs, shared: shared, needs: needs)
    }
  }
}
