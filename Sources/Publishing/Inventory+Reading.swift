package import Diagnostics
import Signing

extension Inventory {
  /// Files by path from the root of the library. A file belongs to the pack in the nearest folder above it; what lies in no pack's
  /// folder is never read by the tool, and left out.
  package init(of files: [String: [UInt8]]) throws(Mistakes) {
    let paths = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let folders = Set(
      paths.filter { $0.hasPrefix(Self.jurisdictions) && $0.hasSuffix("/pack.xml") }.map(Self.folder))
    var contents: [String: [FileRecord]] = [:]
    var shared: [FileRecord] = []
    for path in paths {
      let bytes = files[path] ?? []
      if path.hasPrefix(Self.shared) { shared.append(FileRecord(path: path, bytes: bytes)) }
      guard let folder = Self.home(of: path, among: folders), path != "\(folder)/\(Self.signatureName)" else {
        continue
      }
      contents[folder, default: []].append(
        FileRecord(path: String(path.dropFirst(folder.count + 1)), bytes: bytes))
    }
    var packs: [Pack] = []
    var mistakes: [Diagnostic] = []
    for folder in folders.sorted() {
      let file = "\(folder)/pack.xml"
      do throws(Mistakes) {
        let facts = try PackFacts(reading: files[file] ?? [], file: file)
        let records = (contents[folder] ?? []).inOrder
        packs.append(Pack(folder: folder, facts: facts, files: records, sha256: records.digest))
      } catch {
        mistakes += error.all
      }
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    self.init(packs: packs.sorted { ($0.id, $0.folder) < ($1.id, $1.folder) }, shared: shared)
  }

  private static func folder(_ path: String) -> String {
    path.split(separator: "/").dropLast().joined(separator: "/")
  }

  private static func home(of path: String, among folders: Set<String>) -> String? {
    var folder = folder(path)
    while !folder.isEmpty {
      if folders.contains(folder) { return folder }
      folder = Self.folder(folder)
    }
    return nil
  }
}
