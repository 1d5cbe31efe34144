package import Archive

extension Operator: ArchivableCase {}
extension Expression.Quantifier: ArchivableCase {}
extension Checked.Selection: ArchivableCase {}

extension Checked.Entry: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(name)
    archive.write(value)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(name: String(from: &archive), value: Checked(from: &archive))
  }
}

extension Checked.Iterator: Archivable {
  private enum Tag: UInt8 { case list, range }

  package func write(to archive: inout ArchiveWriter) {
    switch self {
    case .list(let list, let extent): archive.write(Tag.list, list, extent)
    case .range(let from, let to, let extent): archive.write(Tag.range, from, to, extent)
    }
  }

  package init(from archive: inout ArchiveReader) {
    switch archive.tag(Tag.self) {
    case .range: self = .range(Checked(from: &archive), Checked(from: &archive), Extent(from: &archive))
    case .list, nil: self = .list(Checked(from: &archive), Extent(from: &archive))
    }
  }
}

extension Checked.Test: Archivable {
  private enum Tag: UInt8 { case compare, member, answer }

  package func write(to archive: inout ArchiveWriter) {
    switch self {
    case .compare(let sign, let value): archive.write(Tag.compare, sign, value)
    case .member(let value): archive.write(Tag.member, value)
    case .answer(let value): archive.write(Tag.answer, value)
    }
  }

  package init(from archive: inout ArchiveReader) {
    switch archive.tag(Tag.self) {
    case .compare: self = .compare(Operator(from: &archive), Checked(from: &archive))
    case .member: self = .member(Checked(from: &archive))
    case .answer, nil: self = .answer(Checked(from: &archive))
    }
  }
}

extension Function.Parameter: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(name)
    archive.write(type)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(String(from: &archive), Type(from: &archive))
  }
}
