extension ZipFile {
  /// Reads the files in their order, writes them again, and compares.
  package init(reading bytes: [UInt8], limits: ZipLimits = .standard) throws(ZipError) {
    guard bytes.count <= limits.archive else {
      throw ZipError("it has more than \(limits.bytes) bytes")
    }
    var entries: [Entry] = []
    /// Where each part of the archive ends, and what it is called.
    var parts: [(end: Int, name: String)] = []
    var offset = 0
    while let claim = try ZipHeader.claim(in: bytes, at: offset) {
      guard entries.count < limits.files else { throw ZipError("it has more than \(limits.files) files") }
      if let last = entries.last, !last.path.utf8.lexicographicallyPrecedes(claim.path.utf8) {
        throw ZipError("its files are not in order, each once: `\(claim.path)`")
      }
      guard claim.size <= limits.file else {
        throw ZipError("`\(claim.path)` has more than \(limits.file) bytes")
      }
      offset += claim.length
      guard bytes.count - offset >= claim.size else { throw ZipError("it is cut off in `\(claim.path)`") }
      let content = Array(bytes[offset..<(offset + claim.size)])
      guard checksum(content) == claim.sum else {
        throw ZipError(
          "`\(claim.path)` was changed: its bytes do not give the check sum (CRC-32) that is written there")
      }
      parts.append((offset, "the header of `\(claim.path)`"))
      offset += claim.size
      parts.append((offset, "`\(claim.path)`"))
      entries.append(Entry(path: claim.path, bytes: content))
    }
    guard !entries.isEmpty else {
      throw ZipError("it is no ZIP archive with files, or is broken at its start")
    }
    try self.init(entries, limits: limits)
    let expected = self.bytes
    guard expected != bytes else { return }
    let place =
      zip(expected, bytes).enumerated().first { $1.0 != $1.1 }?.offset ?? min(expected.count, bytes.count)
    guard place < expected.count else { throw ZipError("something follows its end") }
    let name = parts.first { place < $0.end }?.name ?? directoryPart(at: place - offset)
    throw ZipError("\(name) is not as `pratique evidence bundle` writes it (byte \(place))")
  }

  /// What lies in the directory at a distance from its start.
  private func directoryPart(at place: Int) -> String {
    var end = 0
    for entry in entries {
      end += ZipHeader(Entry(path: entry.path, bytes: [])).central(at: 0).count
      if place < end { return "the directory's record of `\(entry.path)`" }
    }
    return "the end of the directory"
  }
}
