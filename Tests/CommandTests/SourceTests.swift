import Foundation
import Testing

@testable import Linting

/// Packs held against texts of laws: headings, normalised texts, pins, quotations.
@Suite struct SourceTests {
  private static let folder = Tool.checkout.appending(path: "Tests/CommandTests/Cases/law")

  struct Case: CustomTestStringConvertible {
    struct Change {
      var file: String
      var find: [String] = []
      var replacement: [String] = []
    }
    var name = ""
    var changes: [Change] = []
    /// Place and words.
    var findings: [(String, String)] = []
    var lines: [String] = []
    var testDescription: String { name }
  }

  static func cases() throws -> [Case] {
    let text = try String(contentsOf: folder.appending(path: "sources.txt"), encoding: .utf8)
    return text.components(separatedBy: "\n\n").dropFirst().map { block in
      var result = Case()
      for line in block.split(separator: "\n").map(String.init) {
        let rest = String(line.dropFirst(2))
        switch line.prefix(1) {
        case "#": result.name = rest
        case "@": result.changes.append(Case.Change(file: rest))
        case "-": result.changes[result.changes.count - 1].find.append(rest)
        case "+": result.changes[result.changes.count - 1].replacement.append(rest)
        case "!":
          let place = String(rest.prefix { $0 != " " })
          result.findings.append((place, String(rest.dropFirst(place.count + 1))))
        default: result.lines.append(rest)
        }
      }
      return result
    }
  }

  @Test func `headings stand for articles`() throws {
    let text = try String(contentsOf: Self.folder.appending(path: "headings.txt"), encoding: .utf8)
    let lines = text.split(separator: "\n").dropFirst()
    #expect(lines.count == 31)
    for line in lines {
      let parts = line.components(separatedBy: "=>")
      let names = parts[1].drop { $0 == " " }.split(separator: "|").map(String.init)
      #expect(LawText.names(parts[0].dropLast()) == names, "\(line)")
    }
  }

  @Test(arguments: [
    ("a  b\t\n c ", "a b c"), (" a\u{A0}b\u{2003}c\u{3000}", "a b c"),
    ("cafe\u{301} \u{212B}", "caf\u{E9} \u{C5}"), ("so\u{AD}ft\u{200B}\u{FEFF}", "soft"),
    ("\u{2018}a\u{2019} \u{201C}b\u{201D} \u{201E}c\u{201F} \u{AB}d\u{BB}", "'a' \"b\" \"c\" \"d\""),
    ("a\u{2013}b \u{2014} c\u{2011}d \u{2212}1", "a-b - c-d -1"), ("第一条　　网络", "第一条 网络"), ("", ""),
    (" \n ", ""),
  ])
  func `texts are normalised before they are hashed`(written: String, normal: String) {
    #expect(Array(LawText.normalised(written).unicodeScalars) == Array(normal.unicodeScalars))
  }

  @Test(arguments: try cases())
  func `a pack is held against the text`(_ item: Case) throws {
    try withLibrary { library in
      var contents = try read(library)
      for change in item.changes {
        let find = change.find.map { pinned($0, contents["pins.yaml"]) }.joined(separator: "\n")
        let new = change.replacement.map { pinned($0, contents["pins.yaml"]) }.joined(separator: "\n")
        let old = try #require(contents[change.file])
        try #require(old.components(separatedBy: find).count == 2, "`\(find)` is not once in \(change.file)")
        contents[change.file] = old.replacing(find, with: new)
      }
      try write(contents, to: library)
      let result = try verify(library)
      let told = result.output.split(separator: "\n").filter { $0.contains(": warning: ") }.map(String.init)
      #expect(result.status == (item.findings.isEmpty ? 0 : 1), "\(result.output) \(result.errors)")
      #expect(told.count == item.findings.count, "\(told)")
      for (place, words) in item.findings {
        let file = "jurisdictions/xx/sample/" + (place.contains(":") ? place : "pack.xml:\(place)")
        #expect(
          told.contains { $0.hasPrefix("\(file):") && $0.contains(words) }, "\(place) \(words): \(told)")
      }
      for line in item.lines { #expect(result.output.contains("\(line)\n"), "\(result.output)") }
    }
  }

  /// The hashes were made with Python from the sentences of law.md.
  @Test func `pins are written for what is cited, and again after a change`() throws {
    try withLibrary { library in
      let path = library.appending(path: "jurisdictions/xx/sample/pins.yaml")
      let pins = try String(contentsOf: path, encoding: .utf8)
      #expect(
        pins.split(separator: "\n").dropFirst().joined(separator: "\n") == """
          pins:
            - law: "XX-Law"
              texts: ["law.md"]
              articles:
                "1": e5797765eb2b4514e0b48518ddf4b8c5c1e4855e66136d3ca1e32f4084414235
                "2": 6577a260e8c24571c38357fbc6ef1e9c0220ed777edd436fef48405e756e803e
                "3": edca5beb35dbf31576814c168378027cfb2d7481e7795323d7b1d7df961343ca
                "4": edca5beb35dbf31576814c168378027cfb2d7481e7795323d7b1d7df961343ca
                "9": 7873ecd5db8c6e7d6e78b95b6a37786cb98ead4d8444c7f76bd94cc09c137f90
          """)
      var contents = try read(library)
      contents["law.md"] = contents["law.md"]?.replacing("EUR 1 000", with: "EUR 2 000")
      try write(contents, to: library)
      let result = try verify(library, ["--write"])
      #expect(result.status == 0 && result.output.hasPrefix("wrote jurisdictions/xx/sample/pins.yaml\n"))
      #expect(try verify(library).status == 0)
      let again = try verify(library, ["--write"])
      #expect(again.status == 0 && !again.output.contains("wrote"))
    }
  }

  @Test(arguments: [
    ("pin: []", "did you mean `pins`?"), ("pins: [{}]", "pins name their `law`"),
    ("pins: [{ law: A, artikles: {} }]", "did you mean `articles`?"),
    ("pins: [{ law: A }, { law: A }]", "`A` stands twice"),
    ("pins: [{ law: A, texts: [../a.md] }]", "is no name of a file"),
    ("pins: [{ law: A, articles: { \"1\": ABC } }]", "`ABC` is no SHA-256 of a text"),
  ])
  func `mistakes in pins are told`(pins: String, words: String) throws {
    try withLibrary { library in
      try Data(pins.utf8).write(to: library.appending(path: "jurisdictions/xx/sample/pins.yaml"))
      let result = try verify(library)
      #expect(result.status == 2, "\(result.output)")
      #expect(
        result.errors.contains("jurisdictions/xx/sample/pins.yaml:1:") && result.errors.contains(words),
        "\(result.errors)")
    }
  }

  @Test func `without texts nothing is verified`() throws {
    let missing = try Tool.run(["pack", "verify-sources", "eu.gdpr"])
    #expect(missing.status == 2 && missing.errors.contains("--texts <folder>"), "\(missing.errors)")
    let wrong = try Tool.run(["pack", "verify-sources", "--texts", "nowhere"])
    #expect(wrong.status == 2 && wrong.errors.contains("`nowhere` is no folder of texts"))
    let unknown = try Tool.run(["pack", "verify-sources", "eu.gdrp", "--texts", "docs"])
    #expect(unknown.status == 2 && unknown.errors.contains("did you mean `eu.gdpr`?"))
    try withLibrary { library in
      try Data("No headings.".utf8).write(to: library.appending(path: "texts/law.md"))
      let result = try verify(library)
      #expect(result.status == 2 && result.errors.contains("have no article"), "\(result.errors)")
    }
  }

  /// The texts of laws are no part of the repository.
  @Test(.enabled(if: texts != nil, "PRATIQUE_SHARED names no folder with law/texts"))
  func `every shipped pack is as it was read, and quotes what is written`() throws {
    let result = try Tool.run(["pack", "verify-sources", "--texts", try #require(Self.texts)])
    #expect(result.status == 0, "\(result.output.prefix(3000))")
  }

  private static let texts = ProcessInfo.processInfo.environment["PRATIQUE_SHARED"].map { $0 + "/law/texts" }

  /// `PIN` is the pin that stands there.
  private func pinned(_ line: String, _ pins: String?) -> String {
    guard line.hasSuffix(": PIN") else { return line }
    let start = line.dropLast(3)
    return pins?.split(separator: "\n").first { $0.hasPrefix(start) }.map(String.init) ?? line
  }

  private func verify(_ library: URL, _ more: [String] = []) throws -> Tool.Result {
    try Tool.run(
      [
        "pack", "verify-sources", "xx", "--packs", library.path, "--texts",
        library.appending(path: "texts").path,
      ] + more)
  }

  private static let paths = [
    "law.md": "texts/law.md", "pack.xml": "jurisdictions/xx/sample/pack.xml",
    "pins.yaml": "jurisdictions/xx/sample/pins.yaml",
  ]

  private func read(_ library: URL) throws -> [String: String] {
    try Self.paths.mapValues { try String(contentsOf: library.appending(path: $0), encoding: .utf8) }
  }

  private func write(_ contents: [String: String], to library: URL) throws {
    for (name, text) in contents {
      try Data(text.utf8).write(to: library.appending(path: try #require(Self.paths[name])))
    }
  }

  /// A library with the sample pack, which quotes Article 2, and its pins.
  private func withLibrary(_ body: (URL) throws -> Void) throws {
    let library = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: library) }
    for folder in ["texts", "jurisdictions/xx/sample"] {
      try FileManager.default.createDirectory(
        at: library.appending(path: folder), withIntermediateDirectories: true)
    }
    try FileManager.default.createSymbolicLink(
      at: library.appending(path: "rules"), withDestinationURL: Tool.checkout.appending(path: "rules"))
    let pack = try String(
      contentsOf: Tool.checkout.appending(path: "Tests/CommandTests/Cases/pack.xml"), encoding: .utf8)
    let summary = "<summary>Register large activities.</summary>"
    let contents = [
      "law.md": try String(contentsOf: Self.folder.appending(path: "law.md"), encoding: .utf8),
      "pack.xml": pack.replacing(
        summary, with: summary + "<quote cite=\"law 2(1)\">shall keep a register</quote>"),
      "pins.yaml": "pins: [{ law: XX-Law, texts: [law.md] }]\n",
    ]
    try write(contents, to: library)
    let written = try verify(library, ["--write"])
    try #require(written.status == 0, "\(written.output) \(written.errors)")
    try body(library)
  }
}
