package import Diagnostics
import JSON
import Signing
import Tar

extension PackArchive {
  /// Every file must be as the manifest says, and the manifest as the files say; all differences at once.
  package init(reading bytes: [UInt8], named name: String) throws(Mistakes) {
    let start = Location(file: name, line: 1)
    var files: [String: [UInt8]] = [:]
    do throws(TarError) {
      for entry in try TarFile(reading: bytes).entries { files[entry.path] = entry.bytes }
    } catch {
      throw Mistakes([Diagnostic(.archive, at: start, "the archive is refused: \(error.message)")])
    }
    guard let manifest = files.removeValue(forKey: Manifest.path) else {
      throw Mistakes([Diagnostic(.archive, at: start, "the archive has no \(Manifest.path)")])
    }
    let listed = try Listed(reading: manifest, named: "\(name) (\(Manifest.path))")
    let differences = listed.differences(from: files)
    guard differences.isEmpty else {
      throw Mistakes(differences.map { Diagnostic(.archive, at: start, $0) })
    }
    let inventory = try Inventory(of: files)
    let again = Manifest(inventory, licence: listed.licence, needs: listed.needs)
    guard Set(inventory.paths) == Set(files.keys), again.text.utf8.elementsEqual(manifest) else {
      throw Mistakes([
        Diagnostic(
          .archive, at: start, "the manifest does not say of the packs what their files say",
          suggestion: "build the archive again")
      ])
    }
    self.init(manifest: again, files: files, sha256: Signing.sha256(bytes))
  }
}

/// What a manifest says before it is compared.
private struct Listed {
  var licence: String
  var needs: Needs
  /// By path from the root of the library.
  var files: [String: String] = [:]

  init(reading bytes: [UInt8], named name: String) throws(Mistakes) {
    let node = try JSON.parse(bytes, named: name)
    let root = JSONValue(node)
    let broken = Mistakes([Diagnostic(.archive, at: node.location, "this is no manifest of packs, version 1")]
    )
    guard root["pratique"]?.number == 1, let licence = root["licence"]?.string, Manifest.isLicence(licence),
      let needs = Needs(root["needs"]), let packs = root["packs"]?.items, let shared = root["shared"]?.items
    else { throw broken }
    self.licence = licence
    self.needs = needs
    for pack in packs {
      guard let folder = pack["folder"]?.string, let items = pack["files"]?.items else { throw broken }
      for item in items {
        guard let file = FileRecord(item) else { throw broken }
        files["\(folder)/\(file.path)"] = file.sha256
      }
    }
    for item in shared {
      guard let file = FileRecord(item) else { throw broken }
      files[file.path] = file.sha256
    }
  }

  func differences(from found: [String: [UInt8]]) -> [String] {
    Set(files.keys).union(found.keys).sorted().compactMap { path in
      guard let expected = files[path] else { return "`\(path)` is in the archive, but not in its manifest" }
      guard let bytes = found[path] else { return "`\(path)` is in the manifest, but not in the archive" }
      return Signing.sha256(bytes) == expected ? nil : "`\(path)` is not the file that the manifest lists"
    }
  }
}
