import JSON
import Signing

/// A file by its path and content.
package struct FileRecord: Sendable, Hashable {
  package let path: String
  package let sha256: String
  package let size: Int

  init(path: String, bytes: [UInt8]) {
    self.path = path
    sha256 = Signing.sha256(bytes)
    size = bytes.count
  }

  init(path: String, sha256: String, size: Int) {
    self.path = path
    self.sha256 = sha256
    self.size = size
  }

  var json: JSONValue {
    .object([("path", .string(path)), ("sha256", .string(sha256)), ("size", .number(size))])
  }

  /// nil if it is not written as `json` writes it.
  init?(_ json: JSONValue) {
    guard let path = json["path"]?.string, let sha256 = json["sha256"]?.string, isSHA256(sha256),
      let size = json["size"]?.number
    else { return nil }
    self.init(path: path, sha256: sha256, size: size)
  }

  var subject: Statement.Subject { Statement.Subject(name: path, sha256: sha256) }
}

extension [FileRecord] {
  /// One hash for all: the SHA-256 of what `sha256sum` prints for the files in the order of their paths.
  var digest: String {
    let listing = map { "\($0.sha256)  \($0.path)\n" }.joined()
    return Signing.sha256([UInt8](listing.utf8))
  }

  var inOrder: [FileRecord] { sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) } }
}
