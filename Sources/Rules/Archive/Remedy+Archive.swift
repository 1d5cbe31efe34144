package import Archive
import Diagnostics
import FEEL

extension Remedy: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(title)
    archive.write(controls)
    archive.write(change)
    archive.write(days)
    archive.write(effort)
    archive.write(cost)
    archive.write(edits)
    archive.write(when)
    archive.write(surrenders)
    archive.write(line)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      title: String(from: &archive), controls: [String](from: &archive), change: String?(from: &archive),
      days: Int?(from: &archive), effort: Double?(from: &archive), cost: Double?(from: &archive),
      edits: [Edit](from: &archive), when: Source?(from: &archive),
      surrenders: Bool(from: &archive), line: Int(from: &archive))
  }
}

extension Remedy.Edit: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(operation)
    archive.write(fact)
    archive.write(value)
    archive.write(parameter)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      Operation(from: &archive), String(from: &archive), Value(from: &archive),
      parameter: String?(from: &archive))
  }
}

extension Remedy.Edit.Operation: ArchivableCase {}

extension Clock: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(event)
    archive.write(within)
    archive.write(unit)
    archive.write(to)
    archive.write(citations)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      event: String(from: &archive), within: Int(from: &archive), unit: Unit(from: &archive),
      to: String?(from: &archive), citations: [Citation](from: &archive))
  }
}

extension Clock.Unit: ArchivableCase {}
