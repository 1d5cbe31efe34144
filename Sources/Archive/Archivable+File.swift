extension ArchiveWriter {
  /// A file name, which is most often the one written before.
  public mutating func write(file name: String) {
    write(name == file ? String?.none : name)
    file = name
  }
}

extension ArchiveReader {
  public mutating func fileName() -> String {
    if let name = String?(from: &self) { file = name }
    return file
  }
}
