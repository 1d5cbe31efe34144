/// Which paths an archive may hold.
enum ZipPath {
  private static let limit = 256

  /// All of them, sorted: each sound, and none in the way of another when they are unpacked, on whatever system.
  static func check(_ paths: [String]) throws(ZipError) {
    var seen: [String: String] = [:]
    for path in paths {
      try check(path)
      if let other = seen.updateValue(path, forKey: path.lowercased()) {
        throw ZipError(
          other == path
            ? "`\(path)` is in it twice" : "`\(other)` and `\(path)` are one file where case does not count")
      }
    }
    for path in paths {
      var folder = path.lowercased()
      while let slash = folder.lastIndex(of: "/") {
        folder = String(folder[..<slash])
        if let file = seen[folder] { throw ZipError("`\(file)` is a file, and `\(path)` lies in it") }
      }
    }
  }

  /// Relative, below the folder into which the archive is unpacked, the same on every system.
  static func check(_ path: String) throws(ZipError) {
    let isPlain = path.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && $0.value < 0x7F && !["\\", ":", "*", "?", "\"", "<", ">", "|"].contains($0)
    }
    guard !path.isEmpty, isPlain else {
      throw ZipError(
        "the path `\(shown(path))` has other characters than plain ASCII, or one of \\ : * ? \" < > |")
    }
    guard path.utf8.count <= limit else {
      throw ZipError("the path `\(shown(path))` has more than \(limit) bytes")
    }
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      guard !part.isEmpty, part != ".", part != ".." else {
        throw ZipError("the path `\(shown(path))` is absolute, or has an empty part, `.` or `..`")
      }
      guard part.first != " ", part.last != " ", part.last != "." else {
        throw ZipError(
          "the path `\(shown(path))` has a part that begins or ends with a blank, or ends with a dot")
      }
    }
  }

  /// What an error may quote of a path.
  static func shown(_ path: String) -> String {
    String(String.UnicodeScalarView(path.unicodeScalars.prefix(80).map { $0.value < 0x20 ? "?" : $0 }))
  }
}
