import Diagnostics
import Engine
import FEEL
import Plans
import Rules
import Testing

@testable import pratique

/// Holds the engine against the public conformance kit, as any other engine could be.
@Suite struct ConformanceKitTests {
  static let rulebook = Result {
    try Library(root: ConformanceKit.folder, reason: "test").rulebook()
  }
  static let kit = Result { try ConformanceKit() }

  @Test func `every case of the kit comes out as expected`() throws {
    let rulebook = try Self.rulebook.get()
    for each in try Self.kit.get().cases {
      #expect(try differences(each, rulebook) == [], "\(each.id)")
    }
  }

  @Test func `every clause has a case for it and one against it`() throws {
    let kit = try Self.kit.get()
    #expect(kit.clauses.count >= 80)
    #expect(kit.cases.count >= 300)
    #expect(kit.clauses.filter { $0.positive.isEmpty || $0.negative.isEmpty }.map(\.id) == [])
    #expect(Set(kit.cases.flatMap(\.packs)) == Set(try Self.rulebook.get().packs.map(\.pack.id)))
  }

  /// A comparison that accepts everything would pass as well.
  @Test func `a wrong expectation is found`() throws {
    let rulebook = try Self.rulebook.get()
    var wrong = 0
    for var each in try Self.kit.get().cases where !each.findings.isEmpty {
      each.findings[0].subject += "x"
      wrong += try differences(each, rulebook).isEmpty ? 0 : 1
    }
    #expect(wrong == (try Self.kit.get().cases.count { !$0.findings.isEmpty }))
  }

  /// In words; empty if everything that the case states is so.
  private func differences(_ each: ConformanceKit.Case, _ rulebook: Rulebook) throws -> [String] {
    let plan = try Plan(
      each.plan, file: each.file, vocabulary: rulebook.vocabulary, geography: rulebook.geography,
      asOf: each.asOf)
    let assessment = rulebook.assess(
      plan, asOf: each.asOf, options: Rulebook.Options(only: each.packs))
    let found = assessment.findings.filter { each.compared.contains("\($0.pack)/\($0.provision)") }
    var result: [String] = []
    for finding in found where !each.findings.contains(where: { $0.name == finding.id }) {
      result.append("\(finding.id) is not expected")
    }
    if Set(found.map(\.id)).count < found.count { result.append("a finding is there twice") }
    for expected in each.findings {
      guard let finding = found.first(where: { $0.id == expected.name }) else {
        result.append("\(expected.name) is missing")
        continue
      }
      result += differences(finding, expected.said).map { "\(expected.name): \($0)" }
    }
    let later = Set(assessment.later.map { "\($0.pack)/\($0.provision)" })
    return result + each.later.filter { !later.contains($0) }.map { "\($0) is not listed as later law" }
  }

  private func differences(_ finding: Finding, _ expected: Node) -> [String] {
    var pairs: [(String, [String], [String])] = [
      ("verdict", [finding.verdict.rawValue], [expected["verdict"]?.text ?? ""]),
      ("citations", finding.citations.map(\.text), expected.texts("citations")),
    ]
    func add(_ key: String, _ got: @autoclosure () -> [String], _ wanted: (Node) -> [String]) {
      if let node = expected[key] { pairs.append((key, got(), wanted(node))) }
    }
    let list: (Node) -> [String] = { ($0.items ?? []).compactMap(\.text).sorted() }
    let one: (Node) -> [String] = { [$0.text ?? ""] }
    add("open", finding.unknownFacts.sorted(), list)
    add("markets", finding.markets.sorted(), list)
    add("severity", [finding.severity.rawValue], one)
    add("verify", ["\(finding.verify)"], one)
    add("blocksEntry", ["\(finding.blocksEntry)"], one)
    add("readings", finding.otherReadings.map { "\($0.id) \($0.verdict.rawValue)" }.sorted()) { node in
      (node.items ?? []).map { "\($0["id"]?.text ?? "") \($0["verdict"]?.text ?? "")" }.sorted()
    }
    add("controls", finding.controls.map { "\($0.control) \($0.assurance.rawValue)" }.sorted()) { node in
      (node.entries ?? []).map { "\($0.key) \($0.value.text ?? "")" }.sorted()
    }
    return pairs.filter { $0.1 != $0.2 }.map { "\($0.0) is \($0.1), expected \($0.2)" }
  }
}
