import Diagnostics
import Engine
import Glibc
import Rules

/// The folder with `rules/` and `jurisdictions/`, found wherever the tool is called from.
struct Library {
  let root: String
  /// Why this folder: `--packs`, `PRATIQUE_PACKS`, beside the binary …
  let reason: String
  /// Its files by path, if they are at hand already: those of archives, and those that signatures or a lock were just held
  /// against, so that nothing can change between the check and the use. nil: they are read from the folder.
  var held: [String: [UInt8]]?
  /// Whether nothing but `held` may be read.
  var isSealed = false
  /// The archives that it consists of.
  var archives: [OpenedArchive] = []
  /// Folders with packs of one's own, which are used beside those of the library.
  var additions: [String] = []

  /// Looks at `--packs`, then `PRATIQUE_PACKS`, then beside the binary, then in the system's share folders.
  static func find(_ option: String?) throws -> Library {
    if let option { return try named(option, "--packs") }
    if let path = environment("PRATIQUE_PACKS"), !path.isEmpty {
      return try named(path, "PRATIQUE_PACKS")
    }
    for (path, reason) in candidates where isLibrary(path) { return Library(root: path, reason: reason) }
    throw Problem(
      "no packs found; name their folder with --packs or PRATIQUE_PACKS (it has `rules` and `jurisdictions`)")
  }

  private static func named(_ path: String, _ reason: String) throws -> Library {
    if isLibrary(path) { return Library(root: path, reason: reason) }
    if let library = try Library(archivesAt: path, reason: reason) { return library }
    if isFolder(path), try pratique.files(below: path, skipping: "cases").contains(where: isPack),
      let (base, _) = candidates.first(where: { isLibrary($0.0) })
    {
      // A path like those of the library would be taken from its root.
      let isLikeOurs = path.hasPrefix("rules") || path.hasPrefix("jurisdictions")
      let folder = String(path.reversed().drop { $0 == "/" }.reversed())
      return Library(root: base, reason: reason, additions: [isLikeOurs ? "./" + folder : folder])
    }
    throw Problem(
      "`\(path)` (\(reason)) is no folder of packs: it has no rules/vocabulary.xml, nor is it or has it an archive (*.pratique) or a pack.xml"
    )
  }

  private static func isPack(_ path: String) -> Bool { path == "pack.xml" || path.hasSuffix("/pack.xml") }

  private static func isLibrary(_ path: String) -> Bool {
    exists("\(path)/rules/vocabulary.xml")
  }

  private static var candidates: [(String, String)] {
    var result: [(String, String)] = []
    var folders = program.split(separator: "/").dropLast()
    if !folders.isEmpty {
      result.append((path(folders), "beside the binary"))
      result.append((path(folders.dropLast()) + "/share/pratique", "the share folder of the binary"))
      // A binary in a build folder finds the packs of its checkout.
      while let last = folders.popLast() {
        if last.hasPrefix(".build") { result.append((path(folders), "the checkout of the binary")) }
      }
    }
    return result
      + ["/usr/local/share/pratique", "/usr/share/pratique"].map { ($0, "the system's share folder") }
  }

  private static func path(_ folders: ArraySlice<Substring>) -> String {
    "/" + folders.joined(separator: "/")
  }

  /// Where the running program is.
  static var program: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
    return String(decoding: buffer[..<max(0, count)].lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The rulebook of `contents`.
  func rulebook() throws -> Rulebook { try contents().rulebook }

  /// Reads and compiles everything; all mistakes of all files at once. `checkingAll`: also what is recorded as checked.
  func rulebook(checkingAll: Bool) throws -> Rulebook {
    var reader = LibraryReader(library: self, checkingAll: checkingAll)
    return try reader.rulebook()
  }

  /// Working days and holidays.
  func calendar() throws -> WorkCalendar {
    try WorkCalendar(
      workweek: source(Library.calendarFiles[0]), holidays: source(Library.calendarFiles[1]),
      workingWeekends: source(Library.calendarFiles[2]))
  }

  func source(_ path: String) throws -> Source { Source(name: shown(path), bytes: try bytes(path)) }

  /// Paths inside the library are given from its root, others as they are.
  func bytes(_ path: String) throws -> [UInt8] {
    if let bytes = held?[path] { return bytes }
    guard isReadable(path) else { throw Problem("cannot read `\(path)`: \(root) has no such file") }
    return try read(absolute(path))
  }

  /// Whether a file is there.
  func has(_ path: String) -> Bool { held?[path] != nil || isReadable(path) && exists(absolute(path)) }

  /// Whether a path may be looked up among the files of the system: what is held has everything of the library, and a file beside it
  /// may be named on the command line.
  private func isReadable(_ path: String) -> Bool { held == nil || !isSealed && absolute(path) == path }

  func absolute(_ path: String) -> String {
    path.hasPrefix("rules/") || path.hasPrefix("jurisdictions/") ? "\(root)/\(path)" : path
  }

  /// How a file of the library is named to the user, the same from every working folder.
  func shown(_ path: String) -> String { path }

  /// Paths are taken apart by bytes, which takes a tenth of the time of characters.
  private static let slash = UInt8(ascii: "/")

  /// Files under a folder of the library, sorted, as paths from its root. What lies among the cases of a pack is none of it.
  func files(in folder: String, named wanted: (String) -> Bool) throws -> [String] {
    try all(in: folder, skipping: "cases").filter { path in
      let slash = path.utf8.lastIndex(of: Library.slash)
      return wanted(String(path[(slash.map(path.utf8.index(after:)) ?? path.startIndex)...]))
    }
  }

  /// Hidden files are no part of a library: nobody would see what they bring. `skipped`: folders not to look into.
  func all(in folder: String, skipping skipped: String? = nil) throws -> [String] {
    let paths =
      try held.map { $0.keys.filter { $0.hasPrefix("\(folder)/") } }
      ?? pratique.files(below: "\(root)/\(folder)", skipping: skipped).map { "\(folder)/\($0)" }
    let own =
      folder == "jurisdictions" ? try additions.flatMap { try files(below: $0, skipping: skipped) } : []
    return paths.filter { path in
      let parts = path.utf8.split(separator: Library.slash)
      return !parts.contains { $0.first == UInt8(ascii: ".") }
        && !(skipped.map { skipped in parts.dropLast().contains { $0.elementsEqual(skipped.utf8) } } ?? false)
    }.sorted() + own
  }

  private func files(below addition: String, skipping skipped: String?) throws -> [String] {
    try pratique.files(below: addition, skipping: skipped).filter { !"/\($0)".contains("/.") }.sorted().map {
      "\(addition)/\($0)"
    }
  }

  /// The packs that a command is about which names none: those of one's own, if there are any.
  func subjects(_ rulebook: Rulebook) -> [CompiledPack] {
    guard !additions.isEmpty else { return rulebook.packs }
    return rulebook.packs.filter { pack in additions.contains { pack.pack.file.hasPrefix($0 + "/") } }
  }
}
