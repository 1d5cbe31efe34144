import Diagnostics
import Publishing

/// An archive that a library is read from, with its signature if there is one.
struct OpenedArchive {
  let path: String
  let archive: PackArchive
  let signature: [UInt8]?

  init(_ path: String) throws {
    self.path = path
    archive = try PackArchive(reading: read(path), named: path)
    let file = path + PackArchive.signatureEnding
    signature = exists(file) ? try read(file) : nil
  }

  var candidate: Candidate { Candidate(archive, path: path, signature: signature) }
}

extension Library {
  /// nil if the path is no archive and no folder with archives. Several archives make one library; where two hold the same
  /// path, they must agree on what it is.
  init?(archivesAt path: String, reason: String) throws {
    let paths = try Library.archives(at: path)
    guard !paths.isEmpty else { return nil }
    self.init(root: path, reason: reason)
    var files: [String: [UInt8]] = [:]
    var origin: [String: String] = [:]
    var mistakes: [Diagnostic] = []
    for path in paths {
      do {
        let opened = try OpenedArchive(path)
        let location = Location(file: path, line: 1)
        if let doubt = opened.archive.manifest.needs.doubt(running: .own) {
          mistakes.append(Diagnostic(.archive, at: location, "the archive cannot be used: \(doubt)"))
        }
        for (name, bytes) in opened.archive.files.sorted(by: { $0.key < $1.key }) {
          if let other = origin[name], files[name] != bytes {
            mistakes.append(
              Diagnostic(
                .archive, at: location, "its `\(name)` is not that of `\(other)`",
                suggestion: "build both from the same library"))
          }
          files[name] = bytes
          if origin[name] == nil { origin[name] = path }
        }
        archives.append(opened)
      } catch let error as Mistakes {
        mistakes += error.all
      }
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    held = files
  }

  private static func archives(at path: String) throws -> [String] {
    guard isFolder(path) else { return path.hasSuffix(PackArchive.ending) && exists(path) ? [path] : [] }
    return try pratique.files(below: path).filter {
      $0.hasSuffix(PackArchive.ending) && !$0.contains("/") && !$0.hasPrefix(".")
    }
    .sorted().map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
  }

  /// The cases beside its packs, as paths from its root; with packs of one's own, only theirs.
  func caseFiles() throws -> [String] {
    guard additions.isEmpty else { return try additions.flatMap(pratique.caseFiles(under:)) }
    guard held == nil else {
      return try all(in: "jurisdictions").filter { $0.hasSuffix(".yaml") && $0.contains("/cases/") }
    }
    return try pratique.caseFiles(under: "\(root)/jurisdictions").map { String($0.dropFirst(root.count + 1)) }
  }
}

extension Diagnostic.Code {
  fileprivate static let archive = Self(rawValue: "archive")
}
