import Archive
import ArgumentParser
import Engine
import Rules

/// The library in compiled form: everything that reading and compiling its files makes, as bytes, the same for the same files.
struct CompiledLibrary {
  let rulebook: Rulebook
  let calendar: Late<WorkCalendar>

  private static let mark = "pratique library 1"

  /// nil if something has no form in an archive.
  static func archive(_ rulebook: Rulebook, _ calendar: WorkCalendar) -> [UInt8]? {
    var archive = ArchiveWriter()
    archive.write(mark)
    archive.writePart { rulebook.write(to: &$0) }
    archive.writePart { $0.write(calendar) }
    return archive.isIncomplete ? nil : archive.archive
  }

  /// nil if the bytes are broken, as far as they are read at once; see `Rulebook`. `file`: the bytes of a decision table.
  init?(_ bytes: [UInt8], file: (String) -> [UInt8]) {
    var archive = ArchiveReader(bytes)
    guard String(from: &archive) == CompiledLibrary.mark else { return nil }
    var first = archive.part()
    let second = archive.part()
    rulebook = Rulebook(from: &first, file: file)
    calendar = Late {
      var part = second
      return WorkCalendar(from: &part)
    }
    guard archive.isFinished, first.isFinished else { return nil }
  }
}

/// `make build` puts the compiled library behind the program, together with the files that it was made from. It only saves time:
/// it is used if the files of this library are those, byte for byte.
extension Library {
  static let calendarFiles = ["workweek", "holidays", "working-weekends"].map { "rules/calendar/\($0).csv" }

  /// nil unless every file is as it was, none more and none less.
  func compiled(behind program: String = "/proc/self/exe") -> CompiledLibrary? {
    guard let attachment = Attachment(behind: program), let paths = try? ownFiles() else { return nil }
    var files = ArchiveReader(attachment.files)
    guard files.count() == paths.count else { return nil }
    var tables: [(path: String, bytes: [UInt8])] = []
    for path in paths {
      guard let bytes = try? bytes(path), String(from: &files) == path, files.text(is: bytes) else {
        return nil
      }
      if path.hasSuffix(".dmn") { tables.append((shown(path), bytes)) }
    }
    return CompiledLibrary(attachment.library) { path in tables.first { $0.path == path }?.bytes ?? [] }
  }

  /// What `compiled` uses, after the full check.
  func attachment() throws -> Attachment {
    // Read once, so that what is compiled is what is kept.
    var library = self
    library.held = try allFiles()
    guard
      let compiled = try CompiledLibrary.archive(library.rulebook(checkingAll: true), library.calendar())
    else {
      throw Problem("the library holds something that cannot be compiled")
    }
    let paths = try library.ownFiles()
    var files = ArchiveWriter()
    files.write(UInt(paths.count))
    for path in paths {
      files.write(path)
      try files.write(library.bytes(path))
    }
    return Attachment(files: files.archive, library: compiled)
  }

  /// The files that the record tells of, and that the compiled library is made from.
  func ownFiles() throws -> [String] {
    try ["geography", "vocabulary"].map { "rules/\($0).xml" } + Library.calendarFiles
      + files(in: "rules/controls") { $0.hasSuffix(".xml") }
      + files(in: "jurisdictions") { $0 == "pack.xml" || $0.hasSuffix(".dmn") }
  }

  /// Reads everything; from the compiled library if there is one to be used.
  func contents() throws -> LibraryContents {
    let compiled = compiled()
    return LibraryContents(
      library: self, rulebook: try compiled?.rulebook ?? rulebook(checkingAll: false), compiled: compiled)
  }
}

/// What plans are judged by. The calendar is read after the plan, which tells its mistakes first.
struct LibraryContents {
  let library: Library
  let rulebook: Rulebook
  fileprivate let compiled: CompiledLibrary?

  /// Working days and holidays.
  func calendar() throws -> WorkCalendar { try compiled?.calendar.value ?? library.calendar() }
}

struct PackCompile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Put the compiled library behind this program, in its file, which makes starting faster.",
    discussion: "For `make build`.", shouldDisplay: false)

  @OptionGroup var library: LibraryOptions

  func run() throws {
    try library.find().attachment().attach(to: Library.program)
  }
}
