package import Archive
import Diagnostics
import FEEL

extension Parameter: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(name)
    archive.write(title)
    archive.write(type)
    archive.write(isTable)
    archive.write(unit)
    archive.write(entries)
    archive.write(line)
    archive.write(isTailorable)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      name: String(from: &archive), title: String?(from: &archive), type: `Type`(from: &archive),
      isTable: Bool(from: &archive),
      unit: String?(from: &archive), entries: [Entry](from: &archive), line: Int(from: &archive),
      isTailorable: Bool(from: &archive))
  }
}

extension Parameter.Entry: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(period)
    archive.write(value)
    archive.write(cite)
    archive.write(note)
    archive.write(line)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      period: Period(from: &archive), value: Value(from: &archive), cite: String?(from: &archive),
      note: String?(from: &archive), line: Int(from: &archive))
  }
}

extension Definition: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(per)
    archive.write(name)
    archive.write(body)
    archive.write(citations)
    archive.write(title)
    archive.write(location)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      per: String?(from: &archive), name: String(from: &archive), body: Body(from: &archive),
      citations: [Citation](from: &archive), title: String?(from: &archive),
      location: Location(from: &archive))
  }
}

extension Definition.Body: Archivable {
  private enum Tag: UInt8 { case expression, decision }

  package func write(to archive: inout ArchiveWriter) {
    switch self {
    case .expression(let source, let type): archive.write(Tag.expression, source, type)
    case .decision(let call): archive.write(Tag.decision, call.file, call.decision, call.inputs)
    }
  }

  package init(from archive: inout ArchiveReader) {
    switch archive.tag(Tag.self) {
    case .expression, nil: self = .expression(Source(from: &archive), type: String(from: &archive))
    case .decision:
      self = .decision(
        Definition.Call(
          file: String(from: &archive), decision: String(from: &archive),
          inputs: [Definition.Call.Input](from: &archive)))
    }
  }
}

extension Definition.Call.Input: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(name)
    archive.write(expression)
    archive.write(location)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      name: String(from: &archive), expression: Source(from: &archive), location: Location(from: &archive))
  }
}

extension Scope: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(per)
    archive.write(expression)
    archive.write(citations)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      per: String(from: &archive), expression: Source(from: &archive), citations: [Citation](from: &archive))
  }
}

extension Pack {
  /// All but id, file, sanctions and provisions.
  func writeHead(to archive: inout ArchiveWriter) {
    archive.write(edition)
    archive.write(jurisdiction)
    archive.write(topic)
    archive.write(title)
    archive.write(summary)
    archive.write(sources)
    archive.write(review)
    archive.write(boundary)
    archive.write(parameters)
    archive.write(definitions)
    archive.write(scopes)
    archive.write(retired)
    archive.write(kind)
    archive.write(amendments)
    archive.write(enacted)
  }

  init(from archive: inout ArchiveReader, id: String, sanctions: [Sanction], provisions: Late<[Provision]>) {
    self.init(
      id: id, edition: String(from: &archive), jurisdiction: String(from: &archive),
      topic: String(from: &archive), title: String(from: &archive), summary: String?(from: &archive),
      file: archive.file, sources: [LegalSource](from: &archive), review: Review(from: &archive),
      boundary: String?(from: &archive), parameters: [Parameter](from: &archive),
      definitions: [Definition](from: &archive), scopes: [Scope](from: &archive),
      sanctions: sanctions, provisions: provisions,
      retired: [Retired](from: &archive), kind: Kind(from: &archive))
    amendments = [Amendment](from: &archive)
    enacted = Period(from: &archive)
  }
}

extension Amendment: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(id)
    archive.write(title)
    archive.write(from)
    archive.write(citations)
    archive.write(line)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      id: String(from: &archive), title: String(from: &archive), from: CalendarDate(from: &archive),
      citations: [Citation](from: &archive), line: Int(from: &archive))
  }
}

extension Retired: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(id)
    archive.write(on)
    archive.write(reason)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(id: String(from: &archive), on: CalendarDate?(from: &archive), reason: String(from: &archive))
  }
}
