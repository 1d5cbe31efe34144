package import Archive

extension Source: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(file: name)
    archive.write(bytes)
    archive.write(firstLine)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(name: archive.fileName(), bytes: archive.text(), firstLine: Int(from: &archive))
  }
}

extension Location: Archivable {
  package func write(to archive: inout ArchiveWriter) {
    archive.write(file: file)
    archive.write(line)
    archive.write(column)
  }

  package init(from archive: inout ArchiveReader) {
    self.init(file: archive.fileName(), line: Int(from: &archive), column: Int(from: &archive))
  }
}
