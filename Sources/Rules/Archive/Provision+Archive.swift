package import Archive
import Diagnostics
import FEEL

extension Provision: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(id)
    archive.write(replaces)
    archive.write(modality)
    archive.write(per)
    archive.write(title)
    archive.write(summary)
    archive.write(citations)
    archive.write(actor)
    archive.write(quotes)
    archive.write(period)
    archive.write(confidence)
    archive.write(reviewed)
    archive.write(topic)
    archive.write(textRead)
    archive.write(applies)
    archive.write(exceptions)
    archive.write(requirement)
    archive.write(residencies)
    archive.write(demands)
    archive.write(releases)
    archive.write(readings)
    archive.write(sanctions)
    archive.write(harms)
    archive.write(remedies)
    archive.write(clocks)
    archive.write(amended)
    archive.write(location)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      id: String(from: &archive), replaces: [String](from: &archive), modality: Modality(from: &archive),
      per: String(from: &archive),
      title: String(from: &archive), summary: String(from: &archive), citations: [Citation](from: &archive),
      actor: String?(from: &archive), quotes: [Quote](from: &archive), period: Period(from: &archive),
      confidence: Confidence(from: &archive), reviewed: String(from: &archive), topic: String(from: &archive),
      textRead: Bool(from: &archive), applies: Source?(from: &archive),
      exceptions: [Exception](from: &archive), requirement: Requirement?(from: &archive),
      residencies: [Residency](from: &archive), demands: [String](from: &archive),
      releases: [String](from: &archive), readings: [Reading](from: &archive),
      sanctions: [String](from: &archive), harms: [Harm](from: &archive), remedies: [Remedy](from: &archive),
      clocks: [Clock](from: &archive), amended: [Amended](from: &archive), location: Location(from: &archive))
  }
}

extension Provision.Exception: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(expression)
    archive.write(title)
    archive.write(citations)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      expression: Source(from: &archive), title: String?(from: &archive),
      citations: [Citation](from: &archive)
    )
  }
}

extension Provision.Amended: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(way)
    archive.write(by)
    archive.write(from)
    archive.write(citations)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      way: Way(from: &archive), by: String(from: &archive), from: CalendarDate(from: &archive),
      citations: [Citation](from: &archive))
  }
}

extension Provision.Reading: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(id)
    archive.write(title)
    archive.write(citations)
    archive.write(period)
    archive.write(applies)
    archive.write(requirement)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      id: String(from: &archive), title: String(from: &archive), citations: [Citation](from: &archive),
      period: Period?(from: &archive), applies: Source?(from: &archive),
      requirement: Requirement?(from: &archive))
  }
}

extension Requirement: Archivable {
  private enum Tag: UInt8 { case condition, control, permission, all, any }

  package func write(to archive: inout ArchiveWriter) {
    switch self {
    case .condition(let source, let title, let citations):
      archive.write(Tag.condition, source, title, citations)
    case .control(let id): archive.write(Tag.control, id)
    case .permission(let id): archive.write(Tag.permission, id)
    case .all(let parts): archive.write(Tag.all, parts)
    case .any(let parts): archive.write(Tag.any, parts)
    }
  }

  package init(from archive: inout ArchiveReader) {
    self = archive.nested(otherwise: .any([])) { archive in
      switch archive.tag(Tag.self) {
      case .condition:
        .condition(
          Source(from: &archive), title: String(from: &archive), citations: [Citation](from: &archive))
      case .control: .control(String(from: &archive))
      case .permission: .permission(String(from: &archive))
      case .all: .all([Requirement](from: &archive))
      case .any, nil: .any([Requirement](from: &archive))
      }
    }
  }
}

extension Quote: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(text)
    archive.write(citation)
    archive.write(href)
    archive.write(language)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      text: String(from: &archive), citation: Citation?(from: &archive), href: String?(from: &archive),
      language: String?(from: &archive))
  }
}

extension Harm: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(category)
    archive.write(likelihood)
    archive.write(impact)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      category: Category(from: &archive), likelihood: Likelihood(from: &archive),
      impact: Impact(from: &archive))
  }
}

extension Residency: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(rule)
    archive.write(title)
    archive.write(countries)
    archive.write(groups)
    archive.write(stores)
    archive.write(with)
    archive.write(data)
    archive.write(permits)
    archive.write(isAlternative)
    archive.write(condition)
    archive.write(line)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      rule: Rule(from: &archive), title: String(from: &archive), countries: [String](from: &archive),
      groups: [String](from: &archive), stores: [String](from: &archive), with: String?(from: &archive),
      data: String?(from: &archive), permits: [Permit](from: &archive), isAlternative: Bool(from: &archive),
      condition: Int(from: &archive),
      line: Int(from: &archive))
  }
}

extension Residency.Permit: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(title)
    archive.write(condition)
    archive.write(needsApproval)
    archive.write(citations)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      title: String(from: &archive), condition: String(from: &archive), needsApproval: Bool(from: &archive),
      citations: [Citation](from: &archive))
  }
}
