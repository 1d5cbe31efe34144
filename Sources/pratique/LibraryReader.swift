import Diagnostics
import Facts
import Rules
import Signing
import XML

/// Reads the files of a library. A file that is recorded as checked is only parsed, under all limits of `XML`; any other
/// must follow its schema. Conditions wait for their first use only if the files are those of the record, none more and none less, for each rests on all.
struct LibraryReader {
  let library: Library
  let checkingAll: Bool
  private var mistakes: [Diagnostic] = []
  /// How many files were on the record.
  private var checked = 0
  private var hasOthers = false

  init(library: Library, checkingAll: Bool) {
    self.library = library
    self.checkingAll = checkingAll
  }

  mutating func rulebook() throws -> Rulebook {
    let geographyFile = try file("rules/geography.xml", "geography")
    let geography = try Geography(reading: geographyFile.element, file: geographyFile.shown)
    let controls = try files(library.files(in: "rules/controls") { $0.hasSuffix(".xml") }, "controls")
    if !mistakes.isEmpty { throw Mistakes(mistakes) }
    let catalogue = try Catalogue(reading: controls.map { ($0.element, $0.shown) })
    let vocabularyFile = try file("rules/vocabulary.xml", "vocabulary")
    var vocabulary = try Vocabulary(
      reading: vocabularyFile.element, file: vocabularyFile.shown, catalogue: catalogue, geography: geography)
    let paths = try library.files(in: "jurisdictions") { $0 == "pack.xml" || $0.hasSuffix(".dmn") }
    let documents = try files(paths.filter { $0.hasSuffix(".xml") }, "pack")
    for document in documents {
      for fact in document.element.all("fact") {
        collect { () throws(Mistakes) in try vocabulary.add(fact, from: document.shown) }
      }
    }
    let tables = try tables(paths.filter { $0.hasSuffix(".dmn") }, of: documents.map(\.shown))
    var packs: [(pack: Pack, sha256: String, tables: [TableFile])] = []
    for document in documents {
      collect { () throws(Mistakes) in
        let pack = try Pack(
          reading: document.element, file: document.shown, vocabulary: vocabulary, catalogue: catalogue)
        packs.append((pack, document.sha256, tables[document.shown] ?? []))
      }
    }
    for (index, pack) in packs.enumerated() {
      guard let other = packs[..<index].first(where: { $0.pack.id == pack.pack.id }) else { continue }
      mistakes.append(
        Diagnostic(
          .duplicatePack, at: Location(file: pack.pack.file, line: 1),
          "`\(pack.pack.id)` is also the id of \(other.pack.file)",
          suggestion: "give the pack an id of its own"))
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    packs.sort { $0.pack.id < $1.pack.id }
    return try Rulebook(
      compiling: packs, vocabulary: vocabulary, catalogue: catalogue, geography: geography,
      areChecked: !hasOthers && checked + Library.calendarFiles.count == CheckedFiles.count)
  }

  private mutating func isChecked(_ path: String, _ sha256: String) -> Bool {
    let isChecked = !checkingAll && CheckedFiles.contains(path, sha256)
    if isChecked { checked += 1 } else { hasOthers = true }
    return isChecked
  }

  /// The DMN files in the folder `tables` beside each pack. They are small, and checked every time.
  private mutating func tables(
    _ paths: [String], of packs: [String]
  ) throws -> [String: [TableFile]] {
    var result: [String: [TableFile]] = [:]
    for path in paths {
      let parts = path.split(separator: "/")
      let pack = parts.dropLast(2).joined(separator: "/") + "/pack.xml"
      guard parts.dropLast().last == "tables", packs.contains(pack) else { continue }
      let bytes = try library.bytes(path)
      let shown = library.shown(path)
      let sha256 = sha256(bytes)
      _ = isChecked(path, sha256)
      collect { () throws(Mistakes) in
        result[pack, default: []].append(
          try TableFile(bytes, name: parts.suffix(2).joined(separator: "/"), file: shown, sha256: sha256))
      }
    }
    return result
  }

  private mutating func collect(_ body: () throws(Mistakes) -> Void) {
    do throws(Mistakes) { try body() } catch { mistakes += error.all }
  }

  private struct File {
    let element: Element
    let shown: String
    let sha256: String
  }

  private mutating func file(_ path: String, _ schema: String) throws -> File {
    let file = try files([path], schema).first
    guard let file else { throw Mistakes(mistakes) }
    return file
  }

  /// Files of one schema, which is read only if one of them needs it.
  private mutating func files(_ paths: [String], _ schema: String) throws -> [File] {
    var inputs: [Input] = []
    for path in paths {
      let bytes = try library.bytes(path)
      let sha256 = sha256(bytes)
      let isChecked = isChecked(path, sha256)
      inputs.append(Input(shown: library.shown(path), bytes: bytes, sha256: sha256, isChecked: isChecked))
    }
    if inputs.allSatisfy(\.isChecked) {
      return elements(inputs) { input throws(Mistakes) in try parse(input.bytes, named: input.shown) }
    }
    let path = "rules/schema/\(schema).xsd"
    let schema = try Schema(library.bytes(path), named: library.shown(path))
    return elements(inputs) { input throws(Mistakes) in
      input.isChecked
        ? try parse(input.bytes, named: input.shown)
        : try parse(input.bytes, named: input.shown, validatedBy: schema)
    }
  }

  private struct Input {
    let shown: String
    let bytes: [UInt8]
    let sha256: String
    let isChecked: Bool
  }

  private mutating func elements(
    _ inputs: [Input], _ parse: (Input) throws(Mistakes) -> Element
  ) -> [File] {
    var files: [File] = []
    for input in inputs {
      collect { () throws(Mistakes) in
        files.append(File(element: try parse(input), shown: input.shown, sha256: input.sha256))
      }
    }
    return files
  }
}

extension Diagnostic.Code {
  fileprivate static let duplicatePack = Self(rawValue: "pack.duplicate-id")
}
