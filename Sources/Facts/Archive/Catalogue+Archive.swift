package import Archive
import Diagnostics

extension Catalogue: Archivable {
  package func write(to archive: inout ArchiveWriter) { archive.write(controls) }

  package init(from archive: inout ArchiveReader) { self.init(controls: [Control](from: &archive)) }
}

extension Catalogue.Control: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    for text in [id, title, description, owner, stream] { archive.write(text) }
    archive.write(external)
    archive.write(requires)
    for estimate in [effort, lead, cost] { archive.write(estimate) }
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
      owner: String(from: &archive), stream: String(from: &archive), external: String?(from: &archive),
      requires: [String](from: &archive), effort: Catalogue.ThreePoint(from: &archive),
      lead: Catalogue.ThreePoint(from: &archive), cost: Catalogue.ThreePoint(from: &archive),
      currency: String(from: &archive), evidence: String(from: &archive), freshDays: Int?(from: &archive),
      basis: String(from: &archive), confidence: String(from: &archive), location: Location(from: &archive))
  }
}

extension Catalogue.ThreePoint: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    for number in [min, likely, max] { archive.write(number) }
  }

  package init(from archive: inout ArchiveReader) {
    self.init(min: Double(from: &archive), likely: Double(from: &archive), max: Double(from: &archive))
  }
}
