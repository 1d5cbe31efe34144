package import Archive
import FEEL

extension Geography: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(countries)
    archive.write(regions)
    archive.write(groups)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(
      countries: [Country](from: &archive), regions: [Region](from: &archive), groups: [Group](from: &archive)
    )
  }
}

extension Geography.Country: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(code)
    archive.write(name)
  }

  package init(from archive: inout ArchiveReader) {
    code = String(from: &archive)
    name = String(from: &archive)
  }
}

extension Geography.Region: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(id)
    archive.write(country)
  }

  package init(from archive: inout ArchiveReader) {
    id = String(from: &archive)
    country = String?(from: &archive)
  }
}

extension Geography.Group: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(id)
    archive.write(name)
    archive.write(isArea)
    archive.write(members)
  }

  package init(from archive: inout ArchiveReader) {
    id = String(from: &archive)
    name = String(from: &archive)
    isArea = Bool(from: &archive)
    members = [Geography.Member](from: &archive)
  }
}

extension Geography.Member: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(country)
    archive.write(from)
    archive.write(until)
  }

  package init(from archive: inout ArchiveReader) {
    country = String(from: &archive)
    from = CalendarDate?(from: &archive)
    until = CalendarDate?(from: &archive)
  }
}
