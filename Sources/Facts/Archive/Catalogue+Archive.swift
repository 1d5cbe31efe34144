package import Archive
import Diagnostics

extension Catalogue: Archivable {
  package func write(to archive: inout ArchiveWriter) { archive.write(controls) }

  package init(from archive: inout ArchiveReader) { self.init(controls: [Control](from: &archive)) }
}

extension Catalogue.Control: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    for text in [id, title, description] { archive.write(text) }
    archive.write(done)
    archive.write(owner)
    archive.write(stream)
    archive.write(external)
    archive.write(requires)
    for estimate in [effort, lead] { archive.write(estimate) }
    archive.write(waits)
    archive.write(windows)
    archive.write(cost)
    archive.write(currency)
    archive.write(evidence)
    archive.write(freshDays)
    archive.write(basis)
    archive.write(confidence)
    archive.write(location)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      id: String(from: &archive), title: String(from: &archive), description: String(from: &archive),
      done: String?(from: &archive), owner: String(from: &archive), stream: String(from: &archive),
      external: String?(from: &archive),
      requires: [String](from: &archive), effort: Catalogue.ThreePoint(from: &archive),
      lead: Catalogue.ThreePoint(from: &archive), waits: [Catalogue.Wait](from: &archive),
      windows: [Catalogue.Window](from: &archive), cost: Catalogue.ThreePoint(from: &archive),
      currency: String(from: &archive), evidence: String(from: &archive), freshDays: Int?(from: &archive),
      basis: String(from: &archive), confidence: String(from: &archive), location: Location(from: &archive))
  }
}

extension Catalogue.Wait: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(party)
    archive.write(place)
    archive.write(unit)
    archive.write(days)
    archive.write(title)
    archive.write(cite)
    archive.write(href)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      party: Party(from: &archive), place: Place(from: &archive), unit: Catalogue.Unit(from: &archive),
      days: Catalogue.ThreePoint(from: &archive), title: String(from: &archive),
      cite: String?(from: &archive),
      href: String?(from: &archive))
  }
}

extension Catalogue.Window: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(after)
    archive.write(within)
    archive.write(unit)
    archive.write(cite)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      after: String(from: &archive), within: Int(from: &archive), unit: Catalogue.Unit(from: &archive),
      cite: String(from: &archive))
  }
}

extension Catalogue.Wait.Party: ArchivableCase {}
extension Catalogue.Wait.Place: ArchivableCase {}
extension Catalogue.Unit: ArchivableCase {}

extension Catalogue.ThreePoint: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    for number in [min, likely, max] { archive.write(number) }
  }

  package init(from archive: inout ArchiveReader) {
    self.init(min: Double(from: &archive), likely: Double(from: &archive), max: Double(from: &archive))
  }
}
