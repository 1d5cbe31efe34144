package import Archive

/// Values that can be written down in an expression or a pack. Times are kept as text, for they are rare; functions and what
/// belongs to a plan cannot be kept.
extension Value: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    switch self {
    case .null: archive.write(Tag.null)
    case .boolean(let flag): archive.write(Tag.boolean, flag)
    case .number(let number): archive.write(Tag.number, number)
    case .string(let text): archive.write(Tag.string, text)
    case .date(let date): archive.write(Tag.date, date)
    case .months(let duration): archive.write(Tag.months, duration.totalMonths)
    case .list(let list):
      archive.write(Tag.list, list.items)
      if list.open != nil { archive.refuse() }
    case .context(let context): archive.write(Tag.context, context.entries)
    case .range(let range): archive.write(Tag.range, range)
    case .time, .dateTime, .days:
      archive.write(Tag.temporal, description)
      if Value(temporal: description, zones: .none) != self { archive.refuse() }
    case .function, .entity, .unknown:
      archive.write(Tag.null)
      archive.refuse()
    }
  }

  package init(from archive: inout ArchiveReader) {
    self = archive.nested(otherwise: .null) { archive in
      switch archive.tag(Tag.self) {
      case .boolean: .boolean(Bool(from: &archive))
      case .number: .number(Decimal(from: &archive))
      case .string: .string(String(from: &archive))
      case .date: .date(CalendarDate(from: &archive))
      case .months: .months(YearMonthDuration(months: max(Int(from: &archive), -.max)))
      case .list: .list(List([Value](from: &archive)))
      case .context: .context(Context([Context.Entry](from: &archive)))
      case .range: .range(Range(from: &archive))
      case .temporal: Value(temporal: String(from: &archive), zones: .none) ?? .null
      case .null, nil: .null
      }
    }
  }

  private enum Tag: UInt8 { case null, boolean, number, string, date, months, list, context, range, temporal }
}

extension Decimal: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(isNegative)
    archive.write(UInt(truncatingIfNeeded: coefficient))
    archive.write(UInt(truncatingIfNeeded: coefficient >> 64))
    archive.write(exponent)
  }

  package init(from archive: inout ArchiveReader) {
    let isNegative = Bool(from: &archive)
    let low = archive.number()
    let digits = UInt128(archive.number()) << 64 | UInt128(low)
    let exponent = Int(from: &archive)
    guard digits < Decimal.limit, (Decimal.minExponent...Decimal.maxExponent).contains(exponent) else {
      archive.fail()
      self = .zero
      return
    }
    self.init(negative: isNegative, digits: digits, exponent: exponent)
  }
}

extension CalendarDate: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(year)
    archive.write(month)
    archive.write(day)
  }

  package init(from archive: inout ArchiveReader) {
    let date = CalendarDate(
      year: Int(from: &archive), month: Int(from: &archive), day: Int(from: &archive))
    if date == nil { archive.fail() }
    (year, month, day) = (date?.year ?? 1970, date?.month ?? 1, date?.day ?? 1)
  }
}

extension Context.Entry: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(name)
    archive.write(value)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(String(from: &archive), Value(from: &archive))
  }
}

extension Range: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(lower)
    archive.write(lowerClosed)
    archive.write(upper)
    archive.write(upperClosed)
    archive.write(form)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      lower: Value?(from: &archive), lowerClosed: Bool(from: &archive), upper: Value?(from: &archive),
      upperClosed: Bool(from: &archive))
    form = Form(from: &archive)
  }
}

extension Range.Form: ArchivableCase {}
