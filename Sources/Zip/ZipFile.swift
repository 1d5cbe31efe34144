/// A ZIP archive of plain files that are stored as they are, in one form only: sorted by path, of one time, without comments.
/// The same files give the same bytes, and what is read is exactly what would be written, so no byte says anything unseen.
package struct ZipFile: Sendable {
  package struct Entry: Sendable, Hashable {
    package let path: String
    package let bytes: [UInt8]
    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// By path, in the order of bytes.
  package let entries: [Entry]

  /// Refuses paths that lead out of a folder or that cannot be unpacked beside each other, and what is too large.
  package init(_ entries: [Entry], limits: ZipLimits = .standard) throws(ZipError) {
    let sorted = entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    try limits.check(sorted)
    try ZipPath.check(sorted.map(\.path))
    self.entries = sorted
  }

  /// Files one after the other, each behind its header; then the directory with a record for each, and its end.
  package var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(entries.reduce(64) { $0 + $1.bytes.count + 2 * $1.path.utf8.count + 128 })
    var headers: [(header: ZipHeader, offset: Int)] = []
    for entry in entries {
      let header = ZipHeader(entry)
      headers.append((header, result.count))
      result += header.local
      result += entry.bytes
    }
    let start = result.count
    for (header, offset) in headers { result += header.central(at: offset) }
    return result + ZipHeader.end(count: entries.count, size: result.count - start, offset: start)
  }
}

/// Why a file is no archive of ours.
package struct ZipError: Error, Hashable {
  /// Lower case, no full stop; the archive is its subject.
  package let message: String
  init(_ message: String) { self.message = message }
}

/// How large an archive may be. Far below what needs the format's 64-bit extension.
package struct ZipLimits: Sendable {
  package var bytes = 256 << 20
  package var files = 10_000
  /// Bytes of one file.
  package var file = 64 << 20

  /// Of the archive with all headers.
  package var archive: Int { bytes + files * 1024 }

  package static let standard = ZipLimits()
  package init() {}

  fileprivate func check(_ entries: [ZipFile.Entry]) throws(ZipError) {
    guard entries.count <= files else { throw ZipError("it has more than \(files) files") }
    var sum = 0
    for entry in entries {
      guard entry.bytes.count <= file else {
        throw ZipError("`\(ZipPath.shown(entry.path))` has more than \(file) bytes")
      }
      sum += entry.bytes.count
    }
    guard sum <= bytes else { throw ZipError("it has more than \(bytes) bytes") }
  }
}
