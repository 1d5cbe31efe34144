extension TarFile {
  package init(reading bytes: [UInt8], limits: TarLimits = .standard) throws(TarError) {
    guard bytes.count <= limits.bytes else { throw TarError("it has more than \(limits.bytes) bytes") }
    var entries: [Entry] = []
    var offset = 0
    let block = TarHeader.size
    while true {
      guard bytes.count - offset >= 2 * block else { throw TarError("it is cut off") }
      if bytes[offset] == 0 { break }
      let header = try TarHeader(reading: bytes[offset..<offset + block])
      guard header.size <= limits.file else {
        throw TarError("`\(header.path)` has more than \(limits.file) bytes")
      }
      guard entries.count < limits.files else { throw TarError("it has more than \(limits.files) files") }
      if let last = entries.last, !TarPath.isOrdered(last.path, header.path) {
        throw TarError("its files are not in order, each once: `\(header.path)`")
      }
      offset += block
      let padding = TarHeader.padding(of: header.size)
      guard bytes.count - offset >= header.size + padding else {
        throw TarError("it is cut off in `\(header.path)`")
      }
      entries.append(Entry(path: header.path, bytes: Array(bytes[offset..<offset + header.size])))
      offset += header.size
      guard bytes[offset..<offset + padding].allSatisfy({ $0 == 0 }) else {
        throw TarError("something is hidden after `\(header.path)`")
      }
      offset += padding
    }
    guard bytes.count - offset == 2 * block, bytes[offset...].allSatisfy({ $0 == 0 }) else {
      throw TarError("something follows its last file")
    }
    self.init(sound: entries)
  }
}
