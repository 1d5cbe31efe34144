/// Which paths an archive may hold.
enum TarPath {
  /// Relative, below the folder into which the archive is unpacked, the same on every system.
  static func check(_ path: String) throws(TarError) {
    let isPlain = path.unicodeScalars.allSatisfy {
      $0.value > 0x20 && $0.value < 0x7F && $0 != "\\" && $0 != ":"
    }
    guard !path.isEmpty, isPlain else {
      throw TarError("the path `\(shown(path))` has other characters than visible ASCII, or `\\` or `:`")
    }
    for part in path.split(separator: "/", omittingEmptySubsequences: false)
    where part.isEmpty || part == "." || part == ".." {
      throw TarError("the path `\(path)` is absolute, or has an empty part, `.` or `..`")
    }
    guard split(path) != nil else { throw TarError("the path `\(shown(path))` is too long") }
  }

  static func isOrdered(_ first: String, _ second: String) -> Bool {
    first.utf8.lexicographicallyPrecedes(second.utf8)
  }

  /// Prefix (155 bytes) and name (100 bytes), parted at the first slash after which the rest fits; nil: there is none.
  static func split(_ path: String) -> (prefix: ArraySlice<UInt8>, name: ArraySlice<UInt8>)? {
    let bytes = Array(path.utf8)
    if bytes.count <= 100 { return ([], bytes[...]) }
    guard bytes.count <= 256,
      let slash = bytes[(bytes.count - 101)...].firstIndex(of: UInt8(ascii: "/")), slash <= 155
    else { return nil }
    return (bytes[..<slash], bytes[(slash + 1)...])
  }

  /// What an error may quote of a path.
  static func shown(_ path: String) -> String {
    String(String.UnicodeScalarView(path.unicodeScalars.prefix(80).map { $0.value < 0x20 ? "?" : $0 }))
  }
}
