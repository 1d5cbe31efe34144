/// One thing that is not right with a bundle.
package struct BundleFault: Sendable, Hashable {
  package enum Code: String, Sendable {
    /// The archive is not in its one form; something in a folder is no file.
    case archive, entry
    case added, missing, changed, renamed
    /// The list of files, the sums or the guide do not follow from the files.
    case manifest
    case unsigned, envelope, signature, key, statement
    /// The answer does not follow from plan and packs.
    case derivation
  }

  package let code: Code
  /// The file that it is about.
  package let path: String?
  /// Lower case, no full stop.
  package let message: String

  package init(_ code: Code, _ path: String?, _ message: String) {
    self.code = code
    self.path = path
    self.message = message
  }
}

extension BundleFault {
  /// In what files differ from those that were signed or listed, each named. `verb`: which of the two.
  static func differences(
    of found: [BundleRecord], from expected: [(path: String, sha256: String)], _ verb: String
  ) -> [BundleFault] {
    let here = Dictionary(found.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    let wanted = Dictionary(expected.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    let paths = Set(here.keys).union(wanted.keys).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var names: [String: [String]] = [:]
    for path in paths { if let sum = wanted[path] { names[sum, default: []].append(path) } }
    var moved: Set<String> = []
    var faults: [BundleFault] = []
    for path in paths {
      switch (here[path], wanted[path]) {
      case (let sum?, nil):
        if let old = names[sum]?.first(where: { here[$0] == nil && !moved.contains($0) }) {
          moved.insert(old)
          faults.append(BundleFault(.renamed, path, "`\(old)` was renamed to `\(path)`"))
        } else {
          faults.append(BundleFault(.added, path, "`\(path)` was added: it was not \(verb)"))
        }
      case (let sum?, let right?) where sum != right:
        let other = names[sum]?.first.map { ": here lies what was \(verb) as `\($0)`" } ?? ""
        faults.append(BundleFault(.changed, path, "`\(path)` was changed\(other)"))
      default: break
      }
    }
    for path in paths where here[path] == nil && !moved.contains(path) {
      faults.append(BundleFault(.missing, path, "`\(path)` is missing"))
    }
    return faults
  }
}
