import Diagnostics
import Engine
import Facts
import FoundationEssentials
import Glibc
import Rules
import Signing
import XML

/// The folder with `rules/` and `jurisdictions/`, found wherever the tool is called from.
struct Library {
  let root: String
  /// Why this folder: `--packs`, `PRATIQUE_PACKS`, beside the binary …
  let reason: String

  /// Looks at `--packs`, then `PRATIQUE_PACKS`, then beside the binary, then in the system's share folders.
  static func find(_ option: String?) throws -> Library {
    if let option { return try named(option, "--packs") }
    if let path = ProcessInfo.processInfo.environment["PRATIQUE_PACKS"], !path.isEmpty {
      return try named(path, "PRATIQUE_PACKS")
    }
    for (path, reason) in candidates where isLibrary(path) { return Library(root: path, reason: reason) }
    throw Problem(
      "no packs found; name their folder with --packs or PRATIQUE_PACKS (it has `rules` and `jurisdictions`)")
  }

  private static func named(_ path: String, _ reason: String) throws -> Library {
    guard isLibrary(path) else {
      throw Problem("`\(path)` (\(reason)) is no folder of packs: it has no rules/vocabulary.xml")
    }
    return Library(root: path, reason: reason)
  }

  private static func isLibrary(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(path)/rules/vocabulary.xml")
  }

  private static var candidates: [(String, String)] {
    var result: [(String, String)] = []
    if let binary = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
      var folder = URL(filePath: binary).deletingLastPathComponent()
      result.append((folder.path, "beside the binary"))
      result.append(
        (folder.deletingLastPathComponent().path + "/share/pratique", "the share folder of the binary"))
      // A binary in a build folder finds the packs of its checkout.
      while folder.path.count > 1 {
        if folder.lastPathComponent.hasPrefix(".build") {
          result.append((folder.deletingLastPathComponent().path, "the checkout of the binary"))
        }
        folder = folder.deletingLastPathComponent()
      }
    }
    return result
      + ["/usr/local/share/pratique", "/usr/share/pratique"].map { ($0, "the system's share folder") }
  }

  /// Reads and compiles everything; all mistakes of all files at once. `extra`: files or folders of further packs.
  func rulebook(adding extra: [String] = []) throws -> Rulebook {
    var mistakes: [Diagnostic] = []
    let geography = try Geography(
      reading: element("rules/geography.xml", "geography"), file: shown("rules/geography.xml"))
    let controls = try schema("controls")
    var catalogueFiles: [(Element, String)] = []
    for path in try files(in: "rules/controls", named: { $0.hasSuffix(".xml") }) {
      catalogueFiles.append((try parse(bytes(path), named: shown(path), validatedBy: controls), shown(path)))
    }
    let catalogue = try Catalogue(reading: catalogueFiles)
    var vocabulary = try Vocabulary(
      reading: element("rules/vocabulary.xml", "vocabulary"), file: shown("rules/vocabulary.xml"),
      catalogue: catalogue,
      geography: geography)

    let schema = try schema("pack")
    var documents: [(element: Element, file: String, sha256: String)] = []
    let paths = try files(in: "jurisdictions", named: { $0 == "pack.xml" }) + extra
    for path in paths {
      let content = try bytes(path)
      collect(&mistakes) { () throws(Mistakes) in
        documents.append(
          (try parse(content, named: shown(path), validatedBy: schema), shown(path), sha256(content)))
      }
    }
    for document in documents {
      for fact in document.element.all("fact") {
        collect(&mistakes) { () throws(Mistakes) in try vocabulary.add(fact, from: document.file) }
      }
    }
    var packs: [(pack: Pack, sha256: String)] = []
    for document in documents {
      collect(&mistakes) { () throws(Mistakes) in
        let pack = try Pack(
          reading: document.element, file: document.file, vocabulary: vocabulary, catalogue: catalogue)
        packs.append((pack, document.sha256))
      }
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    packs.sort { $0.pack.id < $1.pack.id }
    return try Rulebook(compiling: packs, vocabulary: vocabulary, catalogue: catalogue, geography: geography)
  }

  private func collect(_ mistakes: inout [Diagnostic], _ body: () throws(Mistakes) -> Void) {
    do throws(Mistakes) { try body() } catch { mistakes += error.all }
  }

  private func element(_ path: String, _ schema: String) throws -> Element {
    try parse(bytes(path), named: shown(path), validatedBy: self.schema(schema))
  }

  private func schema(_ name: String) throws -> Schema {
    let path = "rules/schema/\(name).xsd"
    return try Schema(bytes(path), named: shown(path))
  }

  /// Working days and holidays.
  func calendar() throws -> WorkCalendar {
    try WorkCalendar(
      workweek: source("rules/calendar/workweek.csv"), holidays: source("rules/calendar/holidays.csv"),
      workingWeekends: source("rules/calendar/working-weekends.csv"))
  }

  func source(_ path: String) throws -> Source { Source(name: shown(path), bytes: try bytes(path)) }

  /// Paths inside the library are given from its root, others as they are.
  func bytes(_ path: String) throws -> [UInt8] { try read(absolute(path)) }

  private func absolute(_ path: String) -> String {
    path.hasPrefix("rules/") || path.hasPrefix("jurisdictions/") ? "\(root)/\(path)" : path
  }

  /// How a file of the library is named to the user, the same from every working folder.
  private func shown(_ path: String) -> String { path }

  /// Files under a folder of the library, sorted, as paths from its root.
  func files(in folder: String, named wanted: (String) -> Bool) throws -> [String] {
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: "\(root)/\(folder)") else {
      throw Problem("cannot list `\(root)/\(folder)`")
    }
    return names.filter { wanted($0.split(separator: "/").last.map(String.init) ?? $0) }.sorted()
      .map { "\(folder)/\($0)" }
  }
}

/// The bytes of a file; `-` is standard input.
func read(_ path: String) throws -> [UInt8] {
  if path == "-" { return standardInput() }
  do {
    return [UInt8](try Data(contentsOf: URL(filePath: path)))
  } catch {
    throw Problem("cannot read `\(path)`: \(Output.reason(error))")
  }
}

private func standardInput() -> [UInt8] {
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(0, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return bytes }
    bytes += buffer[..<count]
  }
}
