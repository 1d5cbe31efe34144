package import Diagnostics
import JSON
import Signing
import Tar

/// Packs in one file, with the shared files that they rest on and a manifest: a small library of its own.
package struct PackArchive: Sendable {
  package static let ending = ".pratique"
  /// What is added to the name of an archive for that of its signature.
  package static let signatureEnding = ".dsse.json"

  package let manifest: Manifest
  /// By path from the root of the library; without the manifest.
  package let files: [String: [UInt8]]
  package let sha256: String

  /// Files of a library, of which those of the named packs and the shared ones are taken.
  package static func bytes(
    of files: [String: [UInt8]], packs: Set<String>, licence: String, needs: Needs
  ) throws(Mistakes) -> [UInt8] {
    let whole = try Inventory(of: files)
    let inventory = Inventory(packs: whole.packs.filter { packs.contains($0.id) }, shared: whole.shared)
    let manifest = Manifest(inventory, licence: licence, needs: needs)
    let entries = manifest.inventory.paths.map { TarFile.Entry(path: $0, bytes: files[$0] ?? []) }
    do throws(TarError) {
      return try TarFile(entries + [TarFile.Entry(path: Manifest.path, bytes: Array(manifest.text.utf8))])
        .bytes
    } catch {
      throw Mistakes([
        Diagnostic(
          .archive, at: Location(file: "archive", line: 1), "no archive can be made: \(error.message)")
      ])
    }
  }
}

extension Inventory {
  /// Of all its files, from the root of the library.
  var paths: [String] {
    packs.flatMap { pack in pack.files.map { "\(pack.folder)/\($0.path)" } } + shared.map(\.path)
  }
}

extension Diagnostic.Code {
  static let archive = Self(rawValue: "archive")
}
