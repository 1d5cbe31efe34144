import Engine
import Publishing

extension Library {
  /// Files, and their bytes together, that one library may have where all of it is held in memory.
  private static let fileLimit = 10_000
  private static let byteLimit = 256 << 20

  /// All its files, read once.
  func allFiles() throws -> [String: [UInt8]] {
    if let held { return held }
    let paths = try (all(in: "rules") + all(in: "jurisdictions")).filter { !$0.hasSuffix("~") }
    guard paths.count <= Library.fileLimit else {
      throw Problem("`\(root)` has more than \(Library.fileLimit) files; packs are small")
    }
    var files: [String: [UInt8]] = [:]
    var size = 0
    for path in paths {
      let bytes = try bytes(path)
      size += bytes.count
      guard size <= Library.byteLimit else {
        throw Problem("the files of `\(root)` have more than \(Library.byteLimit) bytes; packs are small")
      }
      files[path] = bytes
    }
    return files
  }

  /// What signatures must speak for: each archive, or each pack of a folder.
  func candidates(_ inventory: Inventory, _ contents: [String: [UInt8]]) -> [Candidate] {
    guard archives.isEmpty else { return archives.map(\.candidate) }
    return inventory.packs.map { pack in
      Candidate(
        pack, in: inventory, needs: .own, signature: contents["\(pack.folder)/\(Inventory.signatureName)"])
    }
  }
}

extension Needs {
  /// What this program can do.
  static let own = Needs(engine: engineVersion)
}
