import Diagnostics
import Foundation
import Linting
import Testing

@testable import pratique

@Suite struct LintTests {
  private static let guide = Tool.checkout.appending(path: "docs/lint.md")

  @Test func `every rule has a section, and says what it is`() throws {
    let text = try String(contentsOf: Self.guide, encoding: .utf8)
    let sections = text.split(separator: "\n").filter { $0.hasPrefix("## lint.") }.map { $0.dropFirst(3) }
    #expect(sections.map(String.init).sorted() == LintRule.allCases.map(\.rawValue).sorted())
    let result = try Tool.run(["pack", "lint", "--explain", "lint.never-fails"])
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("lint.never-fails: \(LintRule.neverFails.summary)\n"))
    let wrong = try Tool.run(["pack", "lint", "--explain", "never-fail"])
    #expect(wrong.status == 2 && wrong.errors.contains("did you mean `lint.never-fails`?"))
  }

  @Test func `without the solver questions stay open, and nothing is claimed`() throws {
    let result = try Tool.run(
      ["pack", "lint", "--only", "eu.gdpr"], environment: ["PRATIQUE_Z3": ""])
    #expect(result.status == 0)
    #expect(result.output.contains("the solver `z3` is not installed"))
    #expect(result.output.contains("by search of"))
    let broken = try Tool.run(
      ["pack", "lint", "--only", "eu.gdpr"], environment: ["PRATIQUE_Z3": "/bin/false"])
    #expect(broken.status == 0 && broken.output.contains("stay open"))
  }

  @Test func `findings in the format of static analysis`() throws {
    try withNotes("suppress: [{ rule: lint.unused, at: parameter nothing, reason: was once needed }]\n") {
      library in
      let result = try Tool.run(["pack", "lint", "--packs", library.path, "--format", "sarif"])
      #expect(result.status == 1, "\(result.output) \(result.errors)")
      let file = try JSONDecoder().decode(Log.self, from: Data(result.output.utf8))
      #expect(file.version == "2.1.0")
      let run = try #require(file.runs.first)
      #expect(run.tool.driver.rules.map(\.id) == LintRule.allCases.map(\.rawValue))
      let told = try #require(run.results.first { $0.ruleId == "lint.unused-suppression" })
      #expect(run.tool.driver.rules[told.ruleIndex].id == told.ruleId)
      #expect(told.level == "warning")
      let place = try #require(told.locations.first).physicalLocation
      #expect(place.artifactLocation.uri == "jurisdictions/fr/lil/lint.yaml")
      #expect(place.region.startLine == 1)
      let json = try Tool.run(["pack", "lint", "--packs", library.path, "--format", "json"])
      #expect(json.output.contains("\"decided\" : \"read from the files\""))
    }
  }

  @Test(arguments: [
    ("suppres: []\n", "did you mean `suppress`?"),
    ("suppress: [{ rule: lint.unused, at: x }]\n", "a `rule`, an `at` and a `reason`"),
    ("suppress: [{ rule: lint.unusd, at: x, reason: y }]\n", "did you mean `lint.unused`?"),
    ("covers: { a: everything }\n", "is written like"),
  ])
  func `mistakes in lint.yaml are told`(notes: String, words: String) throws {
    try withNotes(notes) { library in
      let result = try Tool.run(["pack", "lint", "--packs", library.path])
      #expect(result.status == 2)
      #expect(result.errors.contains("jurisdictions/fr/lil/lint.yaml:1:") && result.errors.contains(words))
    }
  }

  @Test func `a suppression leaves a finding out, and says why`() throws {
    try withNotes("suppress: [{ rule: lint.missing-case, at: art-82, reason: tried by hand }]\n") { library in
      let cases = library.appending(path: "jurisdictions/fr/lil/cases")
      try FileManager.default.removeItem(at: cases)
      let result = try Tool.run(["pack", "lint", "--packs", library.path, "--all"])
      #expect(result.output.contains("left out: tried by hand"))
      #expect(result.output.contains("suppressed with a reason"))
    }
  }

  /// A library with one pack and this text in its `lint.yaml`.
  private func withNotes(_ notes: String, _ body: (URL) throws -> Void) throws {
    let folder = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "jurisdictions/fr"), withIntermediateDirectories: true)
    for path in ["rules", "jurisdictions/fr/lil"] {
      try FileManager.default.copyItem(
        at: Tool.checkout.appending(path: path), to: folder.appending(path: path))
    }
    try Data(notes.utf8).write(to: folder.appending(path: "jurisdictions/fr/lil/lint.yaml"))
    try body(folder)
  }
}

/// As much of SARIF as is looked at.
private struct Log: Decodable {
  struct Rule: Decodable { let id: String }
  struct Driver: Decodable { let rules: [Rule] }
  struct Tool: Decodable { let driver: Driver }
  struct Artifact: Decodable { let uri: String }
  struct Region: Decodable { let startLine: Int }
  struct Physical: Decodable {
    let artifactLocation: Artifact
    let region: Region
  }
  struct Place: Decodable { let physicalLocation: Physical }
  struct Result: Decodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let locations: [Place]
  }
  struct Run: Decodable {
    let tool: Tool
    let results: [Result]
  }
  let version: String
  let runs: [Run]
}
