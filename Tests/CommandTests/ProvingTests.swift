import Foundation
import Testing

/// Mutants, coverage and the search on a pack of our own, as a user sees them.
@Suite struct ProvingTests {
  static let cases = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/proving")
  static let caseFile = "jurisdictions/xx/proving/cases/register.yaml"

  /// By hand: what the six cases of the sample leave open. Nobody is occasional, nobody has exactly 100 persons, nobody goes to
  /// India, nobody has two countries, nobody is judged on the first day of the law or the day before.
  static let survivors = [
    "from 2020-01-01 becomes 2019-12-31", "from 2020-01-01 becomes 2020-01-02",
    "entry 1 (100): 100 becomes 99", "entry 1 (100): 100 becomes 101",
    "`some` becomes `every`", "`\"IN\"` is left out of the alternatives",
    "`>=` becomes `>`", "the exception \"occasional\" of register is left out",
  ]

  @Test func `mistakes that no case finds are listed, each with a case that finds it`() throws {
    try withSample { library, _ in
      let proof = try prove(library)
      #expect(proof.version == 1)
      let sample = try #require(proof.packs.first)
      #expect(sample.mutants == sample.killed + sample.survivors.count)
      for words in Self.survivors {
        #expect(sample.survivors.contains { $0.change.contains(words) }, "\(words) is missing")
      }
      for survivor in sample.survivors {
        #expect(
          Self.survivors.contains { survivor.change.contains($0) },
          "\(survivor.change) is found by a case")
      }
    }
  }

  @Test func `every proposed case holds, and finds its mistake`() throws {
    try withSample { library, _ in
      let before = try #require(try prove(library).packs.first)
      let proposed = before.survivors.compactMap { $0.case?.yaml }
      #expect(proposed.count == before.survivors.count)
      try append(proposed, library)
      let test = try Tool.run(["pack", "test", "--packs", library.path])
      #expect(test.output == "\(6 + proposed.count) passed, 0 failed\n")
      let after = try #require(try prove(library).packs.first)
      #expect(after.mutants == before.mutants)
      #expect(after.survivors.isEmpty, "\(after.survivors.map(\.change))")
    }
  }

  @Test func `each verdict is expected by a case, or a plan for it is found`() throws {
    try withSample { library, _ in
      let sample = try #require(try prove(library).packs.first)
      let register = try #require(sample.provisions.first { $0.provision == "register" })
      #expect(register.verdicts.map(\.state) == ["expected", "expected", "expected", "expected"])
      let sell = try #require(sample.provisions.first { $0.provision == "sell" })
      #expect(sell.verdicts.map(\.verdict) == ["allowed", "notAllowed", "undetermined"])
      #expect(sell.verdicts.map(\.state) == ["expected", "expected", "found"])
      try append(sell.verdicts.compactMap { $0.case?.yaml }, library)
      #expect(try Tool.run(["pack", "test", "--packs", library.path]).output == "7 passed, 0 failed\n")
    }
  }

  @Test func `borders are shown just below, at and above`() throws {
    try withSample { library, _ in
      let result = try Tool.run(["pack", "prove", "--verbose", "--packs", library.path])
      #expect(
        result.output.contains(
          "register by activities[a].subjects.count (case \"not registered\"): 99 notApplicable; 100 gap; 101 gap\n"
        ),
        "\(result.output)")
      #expect(
        result.output.contains(
          "by asOf (case \"not registered\"): 2019-12-31 upcoming; 2020-01-01 gap; 2020-01-02 gap\n"))
    }
  }

  @Test func `the score decides the exit status`() throws {
    try withSample { library, _ in
      let plain = try Tool.run(["pack", "prove", "--packs", library.path])
      #expect(plain.status == 0)
      #expect(try Tool.run(["pack", "prove", "--packs", library.path]).output == plain.output)
      #expect(try Tool.run(["pack", "prove", "--minimum", "20", "--packs", library.path]).status == 0)
      #expect(try Tool.run(["pack", "prove", "--minimum", "100", "--packs", library.path]).status == 1)
      let wrong = try Tool.run(["pack", "prove", "xx.provin", "--packs", library.path])
      #expect(wrong.status == 2)
      #expect(wrong.errors.contains("did you mean `xx.proving`?"))
    }
  }

  @Test func `with cases that fail nothing is proved`() throws {
    try withSample { library, pack in
      let file = pack.appending(path: "pack.xml")
      let text = try String(contentsOf: file, encoding: .utf8)
      try Data(text.replacing("value=\"100\"", with: "value=\"1000\"").utf8).write(to: file)
      let result = try Tool.run(["pack", "prove", "--packs", library.path])
      #expect(result.status == 1)
      #expect(result.output.contains("\(Self.caseFile):9: not registered: register does not hold"))
      #expect(result.output.contains("nothing can be proved"))
    }
  }

  @Test func `branches that no case takes are listed`() throws {
    try withSample { library, _ in
      let result = try Tool.run(["pack", "test", "--coverage", "--packs", library.path])
      #expect(result.status == 0)
      // Operands: two of <applies> and it as a whole, the exception, the conclusion and its test, the condition, the control.
      #expect(
        result.output == """
          jurisdictions/xx/proving/pack.xml:10:1: never true: `activity.occasional` in the exception 1 of register
          xx.proving: 15 of 16 (93.7 %) branches
          6 passed, 0 failed

          """)
      let low = ["pack", "test", "--coverage", "--threshold", "93", "--packs", library.path]
      #expect(try Tool.run(low).status == 0)
      let high = ["pack", "test", "--coverage", "--threshold", "94", "--packs", library.path]
      #expect(try Tool.run(high).status == 1)
      #expect(try Tool.run(["pack", "test", "--threshold", "94", "--packs", library.path]).status == 2)
    }
  }

  @Test func `a change of a file starts the cases again`() throws {
    try withSample { library, _ in
      let file = library.appending(path: Self.caseFile)
      // The tool stops after its second run; until then the file changes again and again.
      let writer = Thread {
        for count in 1...100 {
          Thread.sleep(forTimeInterval: 0.3)
          guard let text = try? String(contentsOf: file, encoding: .utf8) else { return }
          try? Data((text + "# \(count)\n").utf8).write(to: file)
        }
      }
      writer.start()
      let result = try Tool.run(["pack", "test", "--watch", "--rounds", "2", "--packs", library.path])
      #expect(result.status == 0)
      #expect(result.output == "6 passed, 0 failed\nwaiting for changes (Ctrl-C ends)\n6 passed, 0 failed\n")
    }
  }

  private struct File: Decodable {
    struct Pack: Decodable {
      var mutants, killed: Int
      var survivors: [Survivor]
      var provisions: [Provision]
    }
    struct Survivor: Decodable {
      var change: String
      var `case`: Case?
    }
    struct Case: Decodable { var yaml: String }
    struct Provision: Decodable {
      struct Verdict: Decodable {
        var verdict, state: String
        var `case`: Case?
      }
      var provision: String
      var verdicts: [Verdict]
    }
    var version: Int
    var packs: [Pack]
  }

  private func prove(_ library: URL) throws -> File {
    let result = try Tool.run(["pack", "prove", "--format", "json", "--packs", library.path])
    return try JSONDecoder().decode(File.self, from: Data(result.output.utf8))
  }

  private func append(_ cases: [String], _ library: URL) throws {
    let file = library.appending(path: Self.caseFile)
    let lines = cases.flatMap { $0.split(separator: "\n") }.map { "  \($0)\n" }
    try Data((String(contentsOf: file, encoding: .utf8) + lines.joined()).utf8).write(to: file)
  }

  /// A library with the sample as its only pack.
  private func withSample(_ body: (_ library: URL, _ pack: URL) throws -> Void) throws {
    let library = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: library) }
    let packs = library.appending(path: "jurisdictions/xx")
    try FileManager.default.createDirectory(at: packs, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: library.appending(path: "rules"), withDestinationURL: Tool.checkout.appending(path: "rules"))
    let pack = packs.appending(path: "proving")
    try FileManager.default.copyItem(at: Self.cases, to: pack)
    try body(library, pack)
  }
}
