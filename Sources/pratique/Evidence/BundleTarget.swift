import Evidence
import Glibc
import Zip

/// Where a bundle is written: an archive or a folder, whole or not at all.
struct BundleTarget {
  private let path: String
  private let isArchive: Bool

  static func isArchive(_ path: String) -> Bool { path.lowercased().hasSuffix(".zip") }

  /// Before anything is judged: a folder with something in it is refused.
  init(_ path: String) throws {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    isArchive = BundleTarget.isArchive(self.path)
    guard !path.isEmpty else { throw Problem("--output needs a name") }
    guard exists(self.path) else { return }
    if isArchive {
      guard !isFolder(self.path) else { throw Problem("`\(path)` is a folder; name an archive") }
    } else {
      guard isFolder(self.path), try listing(of: self.path).isEmpty else {
        throw Problem("`\(path)` exists already and is no empty folder; nothing is overwritten")
      }
    }
  }

  func write(_ bundle: Bundle) throws {
    if isArchive { return try Output.write(bundle.archive, to: path) }
    let new = "\(path).new-\(getpid())"
    try make(new)
    do {
      var folders: Set<String> = []
      for file in bundle.files {
        for folder in parents(of: file.path) where folders.insert(folder).inserted {
          try make("\(new)/\(folder)")
        }
        try Output.write(file.bytes, to: "\(new)/\(file.path)")
      }
      guard unsafe rename(new, path) == 0 else {
        throw Problem("cannot write `\(path)`: file error \(errno)")
      }
    } catch {
      remove(new, bundle)
      throw error
    }
  }

  /// From the outermost to the innermost.
  private func parents(of path: String) -> [String] {
    let parts = path.split(separator: "/").dropLast()
    return parts.indices.map { parts[...$0].joined(separator: "/") }
  }

  private func make(_ folder: String) throws {
    guard unsafe mkdir(folder, 0o777) == 0 else {
      throw Problem("cannot write `\(folder)`: \(errno == ENOENT ? "no such folder" : "file error \(errno)")")
    }
  }

  /// What was written of a bundle before something failed. What is not there needs no removal.
  private func remove(_ folder: String, _ bundle: Bundle) {
    for file in bundle.files { _ = unsafe unlink("\(folder)/\(file.path)") }
    let folders = Set(bundle.files.flatMap { parents(of: $0.path) })
    for inner in folders.sorted(by: { $0.count > $1.count }) { _ = unsafe rmdir("\(folder)/\(inner)") }
    _ = unsafe rmdir(folder)
  }

  private func listing(of folder: String) throws -> [String] { try BundleFolder.names(in: folder) }
}
