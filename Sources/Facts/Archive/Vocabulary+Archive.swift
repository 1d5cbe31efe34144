package import Archive
import Diagnostics
import FEEL

extension Vocabulary: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(kinds)
    archive.write(enumerations)
    archive.write(conflicts)
    archive.write(growingUnits)
  }

  package init(from archive: inout ArchiveReader) {
    kinds = [Kind](from: &archive)
    enumerations = [Enumeration](from: &archive)
    conflicts = [ConflictKind](from: &archive)
    growingUnits = [String](from: &archive)
  }
}

extension Vocabulary.Kind: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(name)
    archive.write(title)
    archive.write(collection)
    archive.write(key)
    archive.write(isSingleton)
    archive.write(isDerived)
    archive.write(repeats)
    archive.write(facts)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      name: String(from: &archive), title: String(from: &archive), collection: String?(from: &archive),
      key: String?(from: &archive))
    isSingleton = Bool(from: &archive)
    isDerived = Bool(from: &archive)
    repeats = Bool(from: &archive)
    let facts = [Vocabulary.Fact](from: &archive)
    reserve(facts.count)
    for fact in facts { add(fact) }
  }
}

extension Vocabulary.Fact: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(name)
    archive.write(planKey == name ? String?.none : planKey)
    archive.write(type)
    archive.write(unit)
    archive.write(ask)
    archive.write(help)
    archive.write(isReach)
    archive.write(grows)
    archive.write(least)
    archive.write(most)
    archive.write(derivation)
    archive.write(location)
  }

  package init(from archive: inout ArchiveReader) {
    name = String(from: &archive)
    planKey = String?(from: &archive) ?? name
    type = Vocabulary.FactType(from: &archive)
    unit = String?(from: &archive)
    ask = String(from: &archive)
    help = String?(from: &archive)
    isReach = Bool(from: &archive)
    grows = Bool(from: &archive)
    least = Decimal?(from: &archive)
    most = Decimal?(from: &archive)
    derivation = Source?(from: &archive)
    location = Location(from: &archive)
  }
}

extension Vocabulary.FactType: Archivable {
  private enum Tag: UInt8 { case boolean, number, string, date, money, enumeration, reference, record, list }

  package func write(to archive: inout ArchiveWriter) {
    switch self {
    case .boolean: archive.write(Tag.boolean)
    case .number: archive.write(Tag.number)
    case .string: archive.write(Tag.string)
    case .date: archive.write(Tag.date)
    case .money: archive.write(Tag.money)
    case .enumeration(let index): archive.write(Tag.enumeration, index)
    case .reference(let kind): archive.write(Tag.reference, kind)
    case .record(let kind): archive.write(Tag.record, kind)
    case .list(let member): archive.write(Tag.list, member)
    }
  }

  package init(from archive: inout ArchiveReader) {
    self = archive.nested(otherwise: .string) { archive in
      switch archive.tag(Tag.self) {
      case .boolean: .boolean
      case .number: .number
      case .date: .date
      case .money: .money
      case .enumeration: .enumeration(Int(from: &archive))
      case .reference: .reference(Int(from: &archive))
      case .record: .record(Int(from: &archive))
      case .list: .list(Vocabulary.FactType(from: &archive))
      case .string, nil: .string
      }
    }
  }
}

extension Vocabulary.Enumeration: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(name)
    archive.write(title)
    archive.write(values)
    archive.write(isOpen)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      name: String(from: &archive), title: String(from: &archive), values: [Value](from: &archive),
      isOpen: Bool(from: &archive))
  }
}

extension Vocabulary.Enumeration.Value: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(id)
    archive.write(title)
    archive.write(broader)
  }

  package init(from archive: inout ArchiveReader) {
    id = String(from: &archive)
    title = String?(from: &archive)
    broader = Int?(from: &archive)
  }
}

extension ConflictKind: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(id)
    archive.write(title)
    archive.write(between)
    archive.write(options)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      id: String(from: &archive), title: String(from: &archive), between: [String](from: &archive),
      options: [Option](from: &archive))
  }
}

extension ConflictKind.Option: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(title)
    archive.write(text)
    archive.write(basis)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(title: String(from: &archive), text: String(from: &archive), basis: String?(from: &archive))
  }
}
