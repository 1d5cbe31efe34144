/// An uncompressed tar archive (POSIX ustar) of plain files in one form only: sorted by path, owned by nobody, of no time.
/// The same files give the same bytes, and what is read is exactly what would be written, so no byte says anything unseen.
package struct TarFile: Sendable {
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

  /// Refuses paths that an archive cannot hold, or that lead out of a folder, and the same path twice.
  package init(_ entries: [Entry]) throws(TarError) {
    let sorted = entries.sorted { TarPath.isOrdered($0.path, $1.path) }
    for entry in sorted { try TarPath.check(entry.path) }
    for (entry, next) in zip(sorted, sorted.dropFirst()) where entry.path == next.path {
      throw TarError("`\(entry.path)` is in it twice")
    }
    self.entries = sorted
  }

  init(sound entries: [Entry]) { self.entries = entries }

  package var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(entries.reduce(1024) { $0 + $1.bytes.count + 1024 })
    for entry in entries {
      result += TarHeader(path: entry.path, size: entry.bytes.count).bytes
      result += entry.bytes
      result += [UInt8](repeating: 0, count: TarHeader.padding(of: entry.bytes.count))
    }
    return result + [UInt8](repeating: 0, count: 2 * TarHeader.size)
  }
}

/// Why a file is no archive of ours.
package struct TarError: Error, Hashable {
  /// Lower case, no full stop; the archive is its subject.
  package let message: String
  init(_ message: String) { self.message = message }
}

/// How large an archive may be.
package struct TarLimits: Sendable {
  package var bytes = 64 << 20
  package var files = 10_000
  /// Bytes of one file.
  package var file = 16 << 20

  package static let standard = TarLimits()
  package init() {}
}
