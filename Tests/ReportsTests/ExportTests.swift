import Diagnostics
import Foundation
import Rules
import Testing

@testable import Engine
@testable import Reports

/// Formats for other programs: what they hold is read back and compared with the assessment.
@Suite struct ExportTests {
  static let formats: [(name: String, make: @Sendable (Report) -> String)] = [
    ("sarif", sarif), ("junit", junit), ("annotations", annotations), ("xccdf", xccdf),
    ("oscal-results", oscalResults), ("oscal-poam", oscalPoam), ("oscal-plan", oscalPlan),
    ("oscal-component", oscalComponent), ("oscal-catalog", oscalCatalog), ("oscal-profile", oscalProfile),
    ("cyclonedx", cyclonedx),
  ]

  static func make(_ name: String, _ report: Report) throws -> String {
    try #require(formats.first { $0.name == name }).make(report)
  }

  /// The fixture with names that try to break out of every format.
  static let hostile: Report = {
    var report = Fixture.report
    let name = "]]></x> -- \"q\" & '\n::error::x\r\u{0}\u{FFFE}\u{202E}[a](http://x) {0}"
    report.assessment.organization = name
    report.assessment.planFile = "a b,c:%d\n::error::<e>.yaml"
    report.assessment.findings = report.assessment.findings.map { finding in
      finding.with(subject: Subject(kind: finding.subject.kind, id: finding.subject.id, title: name)) {
        $0.title = name
        $0.summary = name
        $1.location = Location(file: "a b,c:%d\n::error::<e>.yaml", line: 0, column: 0)
        $1.failing = [name]
      }
    }
    return report
  }()

  /// By name, so that a failing test does not print all of it.
  static let reports = ["usual": Fixture.report, "empty": Fixture.empty, "hostile": hostile]

  static var open: [Finding] {
    Fixture.report.assessment.findings.filter {
      [.gap, .upcoming, .waived, .undetermined, .error].contains($0.verdict)
    }
  }

  static func ids(_ verdicts: Verdict...) -> [String] {
    Fixture.report.assessment.findings.filter { verdicts.contains($0.verdict) }.map(\.id)
  }

  @Test(arguments: formats.map(\.name), ["usual", "empty", "hostile"])
  func `the same bytes for the same report`(_ name: String, _ report: String) throws {
    let report = try #require(Self.reports[report])
    #expect(try Self.make(name, report) == Self.make(name, report))
  }

  @Test func `SARIF has a result for each open finding at its line`() throws {
    let run = try JSONDecoder().decode(Log.self, from: Data(sarif(Fixture.report).utf8)).runs[0]
    #expect(run.results.map(\.properties.finding) == Self.open.map(\.id))
    for (result, finding) in zip(run.results, Self.open) {
      #expect(run.tool.driver.rules[result.ruleIndex].id == "\(finding.pack)/\(finding.provision)")
      #expect(result.locations[0].physicalLocation.artifactLocation.uri == "plan.yaml")
      #expect(result.locations[0].physicalLocation.region.startLine == 2)
      #expect(result.locations[0].physicalLocation.region.startColumn == 3)
      // SARIF 2.1.0, 3.27.10: what does not fail has no level.
      #expect((result.kind == "fail") == (finding.verdict == .gap || finding.verdict == .waived))
      #expect(result.kind == "fail" || result.level == "none")
      #expect((result.suppressions != nil) == (finding.verdict == .waived))
    }
    #expect(run.results.map(\.level).filter { $0 == "error" }.count == 3)
    #expect(run.properties.verdicts["gap"] == 4)
  }

  @Test func `fingerprints outlive moved lines and another order`() throws {
    var moved = Fixture.report
    moved.assessment.findings = Fixture.report.assessment.findings.reversed().map {
      $0.with { $1.location = Location(file: "plan.yaml", line: 70, column: 9) }
    }
    func prints(_ report: Report) throws -> [String: [String: String]] {
      let run = try JSONDecoder().decode(Log.self, from: Data(sarif(report).utf8)).runs[0]
      return Dictionary(
        uniqueKeysWithValues: run.results.map { ($0.properties.finding, $0.partialFingerprints) })
    }
    let before = try prints(Fixture.report)
    #expect(try prints(moved) == before)
    #expect(Set(before.values.map { $0["pratiqueFinding/v1"] ?? "" }).count == Self.open.count)
  }

  @Test func `messages of SARIF hold no link and no placeholder`() throws {
    let run = try JSONDecoder().decode(Log.self, from: Data(sarif(Self.hostile).utf8)).runs[0]
    for result in run.results {
      #expect(!result.message.text.contains("](") && !result.message.text.contains("{0"))
      #expect(result.locations[0].physicalLocation.region.startLine == 1)
      #expect(
        result.locations[0].physicalLocation.artifactLocation.uri
          == "a%20b%2Cc%3A%25d%0A%3A%3Aerror%3A%3A%3Ce%3E.yaml")
    }
  }

  @Test func `JUnit has a case for each finding`() throws {
    let root = try XMLTree(junit(Fixture.report))
    #expect(root.name == "testsuites")
    #expect(root.children.map { $0["name"] } == ["eu.gdpr", "eu.ai-act", "de.bdsg"])
    let cases = root.all("testcase")
    #expect(Set(cases.map { $0["name"] }) == Set(Fixture.report.assessment.findings.map(\.id)))
    func named(_ outcome: String) -> Set<String> {
      Set(cases.filter { $0.children.first?.name == outcome }.map { $0["name"] })
    }
    #expect(named("failure") == Set(Self.ids(.gap)))
    #expect(named("error") == Set(Self.ids(.error)))
    #expect(
      Set(cases.filter(\.children.isEmpty).map { $0["name"] }) == Set(Self.ids(.satisfied, .allowed)))
    for suite in root.children {
      #expect(suite["tests"] == String(suite.all("testcase").count))
      #expect(suite["failures"] == String(suite.all("failure").count))
      #expect(suite["skipped"] == String(suite.all("skipped").count))
    }
  }

  @Test func `XCCDF has a result for each finding and the score of its model`() throws {
    let root = try XMLTree(xccdf(Fixture.report))
    let results = root.all("rule-result")
    let words = Dictionary(
      uniqueKeysWithValues: results.map { ($0.all("ident")[0].text, $0.all("result")[0].text) })
    #expect(words.count == Fixture.report.assessment.findings.count)
    for finding in Fixture.report.assessment.findings {
      let expected =
        switch finding.verdict {
        case .gap: "fail"
        case .satisfied: "pass"
        case .undetermined: "unknown"
        case .error: "error"
        case .notApplicable: "notapplicable"
        default: "informational"
        }
      #expect(words[finding.id] == expected)
    }
    // Two met, four gaps, two unknown, one error.
    #expect(root.all("score")[0].text == "2" && root.all("score")[0]["maximum"] == "9")
    let rules = Set(root.all("Rule").map { $0["id"] })
    #expect(Set(results.map { $0["idref"] }).isSubset(of: rules))
  }

  @Test(arguments: ["junit", "xccdf"])
  func `XML stays whole with hostile names`(_ name: String) throws {
    let tree = try XMLTree(Self.make(name, Self.hostile))
    let plain = try XMLTree(Self.make(name, Fixture.report))
    #expect(tree.all("failure").count == plain.all("failure").count)
    #expect(tree.shape == plain.shape)
  }

  @Test(arguments: ["usual", "hostile"])
  func `every line of annotations is one command`(_ report: String) throws {
    let report = try #require(Self.reports[report])
    let lines = annotations(report).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    // All that is open but what is waived, and the counts.
    #expect(lines.count == Self.open.count - Self.ids(.waived).count + 1)
    for line in lines {
      let isCommand = ["::error ", "::warning ", "::notice "].contains { line.hasPrefix($0) }
      #expect(isCommand && !line.contains("\r") && !line.contains("\u{202E}"))
    }
    #expect(lines.filter { $0.hasPrefix("::error ") }.count == 3)
  }

  // The rules of GitHub's toolkit (packages/core/src/command.ts).
  @Test(arguments: [
    ("50% of a\r\nb", "50%25 of a%0D%0Ab", "50%25 of a%0D%0Ab"), ("a: b, c", "a: b, c", "a%3A b%2C c"),
    ("%0A::error::x", "%250A::error::x", "%250A%3A%3Aerror%3A%3Ax"),
  ])
  func `text of commands`(_ text: String, _ data: String, _ property: String) {
    #expect(commandData(text) == data)
    #expect(commandProperty(text) == property)
  }
}

/// The part of SARIF that the tests read.
private struct Log: Decodable {
  struct Text: Decodable { var text: String }
  struct Rule: Decodable { var id: String }
  struct Driver: Decodable { var rules: [Rule] }
  struct Tool: Decodable { var driver: Driver }
  struct Region: Decodable { var startLine, startColumn: Int }
  struct Artifact: Decodable { var uri: String }
  struct Physical: Decodable {
    var artifactLocation: Artifact
    var region: Region
  }
  struct Place: Decodable { var physicalLocation: Physical }
  struct Suppression: Decodable { var status: String }
  struct Properties: Decodable { var finding: String }
  struct Result: Decodable {
    var ruleIndex: Int
    var kind, level: String
    var message: Text
    var locations: [Place]
    var partialFingerprints: [String: String]
    var suppressions: [Suppression]?
    var properties: Properties
  }
  struct Counts: Decodable { var verdicts: [String: Int] }
  struct Run: Decodable {
    var tool: Tool
    var results: [Result]
    var properties: Counts
  }
  var runs: [Run]
}
