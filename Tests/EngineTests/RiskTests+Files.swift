import Diagnostics
import Foundation

/// A file of the repository.
func repositoryFile(_ path: String) throws -> Source {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  return Source(name: path, bytes: [UInt8](try Data(contentsOf: root.appending(path: path))))
}

/// A file of the folder that `PRATIQUE_SHARED` names; nil without it.
func sharedFile(_ path: String) throws -> Source? {
  guard let shared = ProcessInfo.processInfo.environment["PRATIQUE_SHARED"] else { return nil }
  return Source(name: path, bytes: [UInt8](try Data(contentsOf: URL(filePath: shared).appending(path: path))))
}

/// Lines of a case file without comments and empty lines.
func caseLines(_ name: String) throws -> [String] {
  String(decoding: try repositoryFile("Tests/EngineTests/Cases/\(name)").bytes, as: UTF8.self)
    .split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
}
