import Archive
import ArgumentParser
import Engine
import Rules
import Signing

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

/// `make build` writes the compiled library beside the rules. It only saves time: it is used if its own SHA-256 and those of all
/// files that it was made from are those of the record in the binary.
extension Library {
  static let compiledPath = "rules/library.compiled"
  static let calendarFiles = ["workweek", "holidays", "working-weekends"].map { "rules/calendar/\($0).csv" }

  /// nil unless every file is as recorded, none more and none less.
  func compiled() -> CompiledLibrary? {
    guard let compiled = try? bytes(Library.compiledPath), CheckedFiles.isLibrary(sha256(compiled)),
      let paths = try? filesOnRecord(), paths.count == CheckedFiles.count
    else { return nil }
    var tables: [(path: String, bytes: [UInt8])] = []
    for path in paths {
      guard let bytes = try? bytes(path), CheckedFiles.contains(path, sha256(bytes)) else { return nil }
      if path.hasSuffix(".dmn") { tables.append((shown(path), bytes)) }
    }
    return CompiledLibrary(compiled) { path in tables.first { $0.path == path }?.bytes ?? [] }
  }

  /// The files that the record tells of.
  func filesOnRecord() throws -> [String] {
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
  fileprivate let library: Library
  let rulebook: Rulebook
  fileprivate let compiled: CompiledLibrary?

  /// Working days and holidays.
  func calendar() throws -> WorkCalendar { try compiled?.calendar.value ?? library.calendar() }
}

struct PackCompile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile", abstract: "Write the compiled library, which makes starting faster.",
    discussion: "For `make build` and `make record`: one that this binary has no record of is not written.",
    shouldDisplay: false)

  @Flag(help: "Print the SHA-256 and write nothing.")
  var digest = false
  @OptionGroup var library: LibraryOptions

  func run() throws {
    let library = try library.find()
    guard let compiled = try CompiledLibrary.archive(library.rulebook(checkingAll: true), library.calendar())
    else {
      throw Problem("the library holds something that cannot be compiled")
    }
    if digest { return Output.say(sha256(compiled)) }
    guard CheckedFiles.isLibrary(sha256(compiled)) else {
      return Output.complain(
        "note: the library is not the recorded one (`make record`), so starting takes longer")
    }
    try Output.write(compiled, to: "\(library.root)/\(Library.compiledPath)")
  }
}
