import Diagnostics
import Engine
import FEEL
import Foundation
import Plans
import Rules
import Testing

@testable import pratique

/// Over all shipped packs: knowing less never decides more.
@Suite struct KnowledgeTests {
  static let rulebook = Result { try Library(root: Tool.checkout.path, reason: "test").rulebook() }
  static let examples = ["hiring-saas", "consumer-app", "payments-india"]

  @Test(arguments: examples)
  func `hiding a fact never narrows what is still possible`(example: String) throws {
    let rulebook = try Self.rulebook.get()
    let path = "examples/\(example)/plan.yaml"
    let node = try Node(reading: read(Tool.checkout.appending(path: path).path), named: path)
    let day = try #require(CalendarDate("2026-11-21"))
    let whole = try outcomes(node, rulebook, day)
    #expect(!whole.isEmpty)
    var random = SplitMix(state: UInt64(example.utf8.count))
    let leaves = node.leaves
    for _ in 0..<25 {
      let hidden = leaves[Int(random.next() % UInt64(leaves.count))]
      // Some facts cannot be missing (a market without its country is refused).
      guard let less = try? outcomes(node.removing(hidden), rulebook, day) else { continue }
      for (id, possible) in less {
        guard let before = whole[id] else { continue }
        #expect(
          possible.isSuperset(of: before), "hiding \(hidden) turned \(id) from \(before) to \(possible)")
      }
    }
  }

  @Test func `an empty plan decides nothing`() throws {
    let rulebook = try Self.rulebook.get()
    let day = try #require(CalendarDate("2026-11-21"))
    let nothing = Node.map([], Location(file: "empty", line: 1))
    let plan = try Plan(
      nothing, file: "empty", vocabulary: rulebook.vocabulary, geography: rulebook.geography, asOf: day)
    let findings = rulebook.assess(plan, asOf: day).findings
    #expect(!findings.isEmpty)
    for finding in findings {
      #expect([.undetermined, .upcoming].contains(finding.verdict), "\(finding.id) is \(finding.verdict)")
    }
  }

  private func outcomes(_ node: Node, _ rulebook: Rulebook, _ day: CalendarDate) throws -> [String: Outcomes]
  {
    let plan = try Plan(
      node, file: "plan", vocabulary: rulebook.vocabulary, geography: rulebook.geography, asOf: day)
    let findings = rulebook.assess(plan, asOf: day).findings
    return Dictionary(findings.map { ($0.id, $0.outcomes) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Node {
  /// Paths of all facts below the organization and the activities, systems, recipients: what a plan may leave out.
  fileprivate var leaves: [String] {
    ["organization", "activities", "systems", "recipients"].flatMap { key in
      self[key].map { $0.leaves(below: key) } ?? []
    }
  }

  private func leaves(below path: String) -> [String] {
    switch self {
    case .map(let entries, _):
      entries.filter { $0.key != "id" }.flatMap { $0.value.leaves(below: "\(path).\($0.key)") }
    case .list(let items, _):
      if items.contains(where: { $0["id"] == nil }) || items.isEmpty {
        [path]
      } else {
        items.flatMap { item -> [String] in
          guard case .scalar(let id)? = item["id"] else { return [] }
          return item.leaves(below: "\(path).\(id.text)")
        }
      }
    case .scalar: [path]
    }
  }
}

/// A small generator with a fixed start, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
