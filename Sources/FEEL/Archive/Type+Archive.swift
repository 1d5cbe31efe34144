package import Archive

extension Type: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    switch self {
    case .any: archive.write(Tag.any)
    case .null: archive.write(Tag.null)
    case .boolean: archive.write(Tag.boolean)
    case .number: archive.write(Tag.number)
    case .string: archive.write(Tag.string)
    case .date: archive.write(Tag.date)
    case .time: archive.write(Tag.time)
    case .dateTime: archive.write(Tag.dateTime)
    case .days: archive.write(Tag.days)
    case .months: archive.write(Tag.months)
    case .enumeration(let index): archive.write(Tag.enumeration, index)
    case .list(let item): archive.write(Tag.list, item)
    case .range(let end): archive.write(Tag.range, end)
    case .context(let members): archive.write(Tag.context, members)
    case .function(let parameters, let result): archive.write(Tag.function, parameters, result)
    case .entity(let kind): archive.write(Tag.entity, kind)
    }
  }

  package init(from archive: inout ArchiveReader) {
    self = archive.nested(otherwise: .any) { archive in
      switch archive.tag(Tag.self) {
      case .any: .any
      case .null: .null
      case .boolean: .boolean
      case .number: .number
      case .string: .string
      case .date: .date
      case .time: .time
      case .dateTime: .dateTime
      case .days: .days
      case .months: .months
      case .enumeration: .enumeration(Int(from: &archive))
      case .list: .list(Type(from: &archive))
      case .range: .range(Type(from: &archive))
      case .context: .context([Member](from: &archive))
      case .function: .function([Type](from: &archive), Type(from: &archive))
      case .entity: .entity(Int(from: &archive))
      case nil: .any
      }
    }
  }
}

private enum Tag: UInt8 {
  case any, null, boolean, number, string, date, time, dateTime, days, months, enumeration, list, range,
    context
  case function, entity
}

extension Type.Member: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(name)
    archive.write(type)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(String(from: &archive), Type(from: &archive))
  }
}
