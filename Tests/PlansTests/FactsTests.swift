import Diagnostics
import FEEL
import Facts
import FoundationEssentials
import Plans
import Testing
import XML

struct FactsTests {
  let rules: Fixtures

  init() throws { rules = try Fixtures.standard.get() }

  private func fact(_ attributes: String) throws -> Element {
    try parse(Array("<fact \(attributes)/>".utf8), named: "pack.xml")
  }

  @Test func `packs add facts, the same one only once`() throws {
    var vocabulary = rules.vocabulary
    let kind = try #require(vocabulary.kind(named: "activity.consent"))
    let before = vocabulary.kinds[kind].facts.count
    try vocabulary.add(
      fact("on='activity.consent' name='verbal' type='boolean' ask='Verbal?'"), from: "a.xml")
    try vocabulary.add(
      fact("on='activity.consent' name='verbal' type='boolean' ask='Spoken?'"), from: "b.xml")
    #expect(vocabulary.kinds[kind].facts.count == before + 1)
    let mistakes = #expect(throws: Mistakes.self) {
      try vocabulary.add(fact("on='activity.consent' name='verbal' type='number' ask='?'"), from: "c.xml")
    }
    #expect(mistakes?.all.first?.message == "`activity.consent.verbal` has another type in a.xml, line 1")
  }

  @Test(arguments: [
    ("on='activty' name='x' type='boolean' ask='?'", "there is no kind `activty`; did you mean `activity`?"),
    ("on='activity' name='x' type='bolean' ask='?'", "there is no type `bolean`; did you mean `boolean`?"),
    (
      "on='store' name='country' type='string' ask='?'",
      "`store.country` has another type in vocabulary, line 40"
    ),
  ])
  func `a pack's fact must fit`(_ attributes: String, _ text: String) throws {
    var vocabulary = rules.vocabulary
    let mistakes = #expect(throws: Mistakes.self) { try vocabulary.add(fact(attributes), from: "a.xml") }
    #expect(mistakes?.all.first?.text == "a.xml:1:1: error: \(text)")
  }

  @Test func `a narrower value is of the kind of a wider one`() throws {
    let data = rules.vocabulary.enumerations[
      try #require(rules.vocabulary.enumeration(named: "dataCategory"))]
    #expect(data.isSame("health", orNarrowerThan: "personal"))
    #expect(data.isSame("health", orNarrowerThan: "health"))
    #expect(!data.isSame("personal", orNarrowerThan: "health"))
    #expect(!data.isSame("other", orNarrowerThan: "health"))
    #expect(data.isSame("other", orNarrowerThan: "other"))
  }

  @Test(arguments: [
    ("DE", "EU", "2026-01-01", true), ("US", "EU", "2026-01-01", false), ("GB", "EU", "2020-12-31", true),
    ("GB", "EU", "2021-01-01", false), ("FR", "EU", "2006-12-31", false), ("DE", "NATO", "2026-01-01", nil),
  ])
  func `membership has dates`(_ country: String, _ group: String, _ day: String, _ expected: Bool?) throws {
    #expect(rules.geography.isMember(country, of: group, on: try #require(CalendarDate(day))) == expected)
  }

  @Test func `a region stands in a country, if its provider says so`() {
    #expect(rules.geography.country(ofRegion: "aws/eu-central-1") == "DE")
    #expect(rules.geography.country(ofRegion: "aws/eu-isoe-west-1") == nil)
    #expect(rules.geography.country(ofRegion: "aws/nowhere") == nil)
  }

  @Test func `FEEL sees the kinds with their facts`() throws {
    let environment = rules.vocabulary.environment
    let store = try #require(environment.kinds.first { $0.name == "store" })
    #expect(store.facts.map(\.name) == ["id", "region", "statedCountry", "copyOf", "country"])
    #expect(environment.enumerations.map(\.name).prefix(3) == ["country", "region", "control"])
    #expect(
      rules.vocabulary.kinds[try #require(rules.vocabulary.kind(named: "store"))].fact(planKey: "country")
        == 2)
  }

  @Test func `the product's own rules are sound, and so is the template of a plan`() throws {
    let root = Fixtures.root
    func element(_ path: String, _ schema: String) throws -> Element {
      try parse(Fixtures.bytes("\(root)/rules/\(path)"), named: path, validatedBy: Fixtures.schema(schema))
    }
    let geography = try Geography(reading: element("geography.xml", "geography"), file: "geography.xml")
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(root)/rules/controls").sorted()
      .filter { $0.hasSuffix(".xml") }
    let catalogue = try Catalogue(reading: files.map { (try element("controls/\($0)", "controls"), $0) })
    let vocabulary = try Vocabulary(
      reading: element("vocabulary.xml", "vocabulary"), file: "vocabulary.xml", catalogue: catalogue,
      geography: geography)
    let template = planTemplate(vocabulary)
    let lines = template.split(separator: "\n", omittingEmptySubsequences: false)
    let filled = lines.map { $0.hasPrefix("# ") ? $0.dropFirst(2) : $0 }.joined(separator: "\n")
    for text in [template, filled] {
      _ = try Plan(
        reading: Array(text.utf8), named: "plan.yaml", vocabulary: vocabulary, geography: geography)
    }
    #expect(filled.contains("\nactivities:\n"))
    #expect(planSchema(vocabulary) == planSchema(vocabulary))
    _ = try Node(reading: Array(planSchema(vocabulary).utf8), named: "plan.json")
  }
}
