/// An enumeration without values, kept as the place of the case.
public protocol ArchivableCase: Archivable, CaseIterable, Equatable {}

extension ArchivableCase {
  public func write(to archive: inout ArchiveWriter) {
    archive.write(UInt(Self.allCases.enumerated().first { $0.element == self }?.offset ?? 0))
  }

  @inlinable
  public init(from archive: inout ArchiveReader) {
    let cases = Array(Self.allCases)
    let place = archive.number()
    if place >= UInt(cases.count) { archive.fail() }
    self = cases[place < UInt(cases.count) ? Int(place) : 0]
  }
}

extension ArchiveWriter {
  /// Which case of an enumeration with values it is, and these.
  public mutating func write<Tag: RawRepresentable<UInt8>, each Part: Archivable>(
    _ tag: Tag, _ part: repeat each Part
  ) {
    write(tag.rawValue)
    repeat (each part).write(to: &self)
  }
}

extension ArchiveReader {
  /// nil: there is no such case.
  @inlinable
  public mutating func tag<Tag: RawRepresentable<UInt8>>(_: Tag.Type) -> Tag? {
    let tag = Tag(rawValue: byte())
    if tag == nil { fail() }
    return tag
  }
}
