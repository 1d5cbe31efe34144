import Foundation
import Testing

@testable import Engine
@testable import Reports

/// OSCAL and CycloneDX, read back and compared with the assessment.
@Suite struct OSCALTests {
  static let documents = [
    "oscal-results", "oscal-poam", "oscal-plan", "oscal-component", "oscal-catalog", "oscal-profile",
  ]

  @Test(arguments: documents, ["usual", "empty", "hostile"])
  func `UUIDs are of version 5, and each is there once`(_ name: String, _ report: String) throws {
    let text = try ExportTests.make(name, #require(ExportTests.reports[report]))
    let made = text.matches(of: /"uuid": "([^"]*)"/).map { String($0.1) }
    #expect(Set(made).count == made.count && !made.isEmpty)
    for uuid in made {
      #expect(
        try /[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/.wholeMatch(in: uuid) != nil)
    }
    let named = text.matches(of: /"(?:observation|risk|finding|subject|actor)-uuid" : "([^"]*)"/)
    #expect(Set(named.map { String($0.1) }).isSubset(of: made))
  }

  @Test func `a name has one UUID`() {
    // SHA-256 of "urn:pratique:x" (sha256sum), version and variant set by hand.
    #expect(Fixture.report.uuid("x") == "b03826ac-8783-5bc0-8c4a-29f7af253da1")
  }

  @Test func `results are findings for what is settled and observations for all that applies`() throws {
    let file = try JSONDecoder().decode(Results.self, from: Data(oscalResults(Fixture.report).utf8))
    let result = file.document.results[0]
    #expect(
      result.observations.map(\.finding) == (ExportTests.open + Self.met).map(\.id).sorted(by: Self.order))
    let states = Dictionary(grouping: result.findings, by: \.target.status.state)
    #expect(states["satisfied"]?.map(\.finding) == ExportTests.ids(.satisfied))
    #expect(states["not-satisfied"]?.map(\.finding) == ExportTests.ids(.gap, .waived))
    #expect(states.count == 2)
  }

  @Test func `items are the gaps`() throws {
    let file = try JSONDecoder().decode(Milestones.self, from: Data(oscalPoam(Fixture.report).utf8))
    #expect(file.document.items.map(\.finding) == ExportTests.ids(.gap, .waived))
  }

  @Test func `the profile chooses from the catalog what may bind`() throws {
    let catalog = oscalCatalog(Fixture.report)
    let chosen = oscalProfile(Fixture.report).matches(of: /"([a-z0-9.\-]+_[a-z0-9.\-]+)"/).map {
      String($0.1)
    }
    #expect(chosen.count == Set(chosen).count)
    #expect(chosen.contains("eu.gdpr_art-27") && !chosen.contains("eu.ai-act_art-5"))
    for id in chosen { #expect(catalog.contains("\"id\": \"\(id)\"")) }
  }

  @Test func `attestations have a claim for all that applies and no score for what is not known`() throws {
    let file = try JSONDecoder().decode(Attested.self, from: Data(cyclonedx(Fixture.report).utf8))
    #expect(
      Set(file.declarations.claims.map(\.name)) == Set((ExportTests.open + Self.met).map { "claim/\($0.id)" })
    )
    let entries = file.declarations.attestations.flatMap(\.map)
    let scores = Dictionary(uniqueKeysWithValues: entries.map { ($0.requirement, $0.conformance.score) })
    #expect(scores["requirement/eu.gdpr/art-27"] == .some(0))
    #expect(scores["requirement/eu.gdpr/art-30"] == .some(1))
    #expect(scores["requirement/eu.gdpr/art-37"] == .some(nil))
  }

  @Test(arguments: [
    ("eu.gdpr", "art-27", "eu.gdpr_art-27"), ("a_b", "c", "a_5f_b_c"), ("a", "b_c", "a_b_5f_c"),
  ])
  func `tokens`(_ pack: String, _ provision: String, _ expected: String) {
    #expect(token(pack, provision) == expected)
  }

  private static var met: [Finding] {
    Fixture.report.assessment.findings.filter { $0.verdict == .satisfied }
  }

  private static func order(_ a: String, _ b: String) -> Bool {
    let ids = Fixture.report.assessment.findings.map(\.id)
    return ids.firstIndex(of: a) ?? 0 < ids.firstIndex(of: b) ?? 0
  }
}

private struct Property: Decodable { var name, value: String }
private struct Entry: Decodable {
  var props: [Property]
  var finding: String? { props.first { $0.name == "finding-id" }?.value }
}

private struct Results: Decodable {
  struct Status: Decodable { var state: String }
  struct Target: Decodable { var status: Status }
  struct Finding: Decodable {
    var props: [Property]
    var target: Target
    var finding: String? { props.first { $0.name == "finding-id" }?.value }
  }
  struct Result: Decodable {
    var observations: [Entry]
    var findings: [Finding]
  }
  struct Document: Decodable { var results: [Result] }
  var document: Document
  enum CodingKeys: String, CodingKey { case document = "assessment-results" }
}

private struct Milestones: Decodable {
  struct Document: Decodable {
    var items: [Entry]
    enum CodingKeys: String, CodingKey { case items = "poam-items" }
  }
  var document: Document
  enum CodingKeys: String, CodingKey { case document = "plan-of-action-and-milestones" }
}

private struct Attested: Decodable {
  struct Claim: Decodable {
    var name: String
    enum CodingKeys: String, CodingKey { case name = "bom-ref" }
  }
  struct Conformance: Decodable { var score: Double? }
  struct Map: Decodable {
    var requirement: String
    var conformance: Conformance
  }
  struct Attestation: Decodable { var map: [Map] }
  struct Declarations: Decodable {
    var claims: [Claim]
    var attestations: [Attestation]
  }
  var declarations: Declarations
}
