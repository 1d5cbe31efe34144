/// A value that can be put into an archive and taken out again.
public protocol Archivable {
  func write(to archive: inout ArchiveWriter)
  /// Broken bytes give a harmless stand-in, and leave the reader broken.
  init(from archive: inout ArchiveReader)
}

extension Int: Archivable {
  /// The sign goes into the lowest bit, so that small numbers of either sign are short.
  public func write(to archive: inout ArchiveWriter) {
    archive.write(UInt(bitPattern: (self << 1) ^ (self >> (Int.bitWidth - 1))))
  }

  @inlinable
  public init(from archive: inout ArchiveReader) {
    let number = archive.number()
    self = Int(bitPattern: number >> 1) ^ -Int(bitPattern: number & 1)
  }
}

extension Bool: Archivable {
  public func write(to archive: inout ArchiveWriter) { archive.write(self ? 1 as UInt8 : 0) }

  @inlinable
  public init(from archive: inout ArchiveReader) { self = archive.byte() == 1 }
}

extension Double: Archivable {
  public func write(to archive: inout ArchiveWriter) { archive.write(UInt(bitPattern)) }

  public init(from archive: inout ArchiveReader) { self.init(bitPattern: UInt64(archive.number())) }
}

extension String: Archivable {
  public func write(to archive: inout ArchiveWriter) { archive.write(Array(utf8)) }

  @inlinable
  public init(from archive: inout ArchiveReader) { self = archive.text() }
}

extension Optional: Archivable where Wrapped: Archivable {
  public func write(to archive: inout ArchiveWriter) {
    guard let self else { return archive.write(0 as UInt8) }
    archive.write(1 as UInt8)
    archive.write(self)
  }

  @inlinable
  public init(from archive: inout ArchiveReader) {
    self = Bool(from: &archive) ? Wrapped(from: &archive) : nil
  }
}

extension Array: Archivable where Element: Archivable {
  public func write(to archive: inout ArchiveWriter) {
    archive.write(UInt(count))
    for element in self { archive.write(element) }
  }

  @inlinable
  public init(from archive: inout ArchiveReader) {
    self = archive.list { archive in Element(from: &archive) }
  }
}

extension Range: Archivable where Bound == Int {
  public func write(to archive: inout ArchiveWriter) {
    archive.write(lowerBound)
    archive.write(UInt(count))
  }

  @inlinable
  public init(from archive: inout ArchiveReader) {
    let start = Int(from: &archive)
    let (end, isTooFar) = start.addingReportingOverflow(Int(archive.number() & UInt(Int.max)))
    if isTooFar { archive.fail() }
    self = start..<(isTooFar ? start : end)
  }
}
