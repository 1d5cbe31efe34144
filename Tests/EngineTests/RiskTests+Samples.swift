import Diagnostics
@testable import Engine
import FEEL
@testable import Facts
@testable import Rules

/// SplitMix64: the same row of numbers on every machine.
struct Dice {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
  /// 0 to `bound` - 1.
  mutating func roll(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
  mutating func chance(_ percent: Int) -> Bool { roll(100) < percent }
  mutating func pick<Element>(_ all: [Element]) -> Element { all[roll(all.count)] }
  mutating func some<Element>(of all: [Element], percent: Int) -> [Element] {
    all.filter { _ in chance(percent) }
  }
  mutating func shuffled<Element>(_ all: [Element]) -> [Element] {
    var all = all
    for index in all.indices.reversed() { all.swapAt(index, roll(index + 1)) }
    return all
  }
}

func day(_ text: String) -> CalendarDate {
  guard let date = CalendarDate(text) else { preconditionFailure("`\(text)` is a date") }
  return date
}

func number(_ text: some StringProtocol) -> Decimal {
  guard let number = Decimal(String(text)) else { preconditionFailure("`\(text)` is a number") }
  return number
}

extension Finding {
  static func sample(
    _ id: String, _ outcomes: Outcomes = .gap, verdict: Verdict? = nil,
    modality: Provision.Modality = .obligation,
    markets: [String] = ["DE"], severity: Severity = .medium, blocksEntry: Bool = false,
    appliesFrom: CalendarDate? = nil, remedies: [Remedy] = [], harms: [Harm] = [], sanctions: [Sanction] = [],
    controls: [ControlState] = []
  ) -> Finding {
    let verdicts: [Outcomes: Verdict] = [.gap: .gap, .satisfied: .satisfied, .notApplicable: .notApplicable]
    let rule = Provision(
      id: id, replaces: [], modality: modality, per: "organization", title: "Duty \(id)", summary: "",
      citations: [Citation(law: "Law", article: "1")], actor: nil, quotes: [],
      period: Period(from: appliesFrom), confidence: .high, reviewed: "", topic: "security", textRead: true,
      applies: nil, exceptions: [], requirement: nil, residencies: [], demands: [], releases: [],
      readings: [],
      sanctions: Set(sanctions.map(\.id)).sorted(), harms: harms, remedies: remedies,
      location: Location(file: "pack.xml", line: 1))
    return Finding(
      id: id,
      Rule(rule, of: "eu.test", sanctions: sanctions, severity: severity, blocksEntry: blocksEntry),
      subject: Subject(kind: "organization", id: "organization", title: "it"), markets: markets,
      outcomes: outcomes, verdict: verdict ?? verdicts[outcomes] ?? .undetermined, controls: controls,
      explanation: Explanation(location: Location(file: "plan.yaml", line: 1)),
      on: EngineTests.day("2026-11-21"))
  }
}

extension Finding {
  /// The same but for these.
  func with(id: String? = nil, controls: [ControlState]? = nil) -> Finding {
    Finding(
      id: id ?? self.id, rule, subject: subject, markets: markets, outcomes: outcomes, verdict: verdict,
      otherReadings: otherReadings, controls: controls ?? self.controls, explanation: explanation, on: day)
  }
}

extension Scoring {
  /// With the shipped values.
  static func sample() throws -> Scoring {
    try Scoring(repositoryFile("rules/risk.csv"), asOf: EngineTests.day("2026-11-21"))
  }
}

extension Assessment.Market {
  static func sample(_ country: String, entry: CalendarDate? = nil) -> Assessment.Market {
    Assessment.Market(country: country, name: country, entry: entry, packs: [])
  }
}

extension Catalogue.Control {
  static func sample(
    _ id: String, requires: [String] = [], lead: (Double, Double, Double) = (7, 14, 28),
    owner: String = "Legal",
    stream: String = "regulatory", external: String? = nil
  ) -> Catalogue.Control {
    Catalogue.Control(
      id: id, title: "Control \(id)", description: "", owner: owner, stream: stream, external: external,
      requires: requires, effort: .init(min: 1, likely: 2, max: 4),
      lead: .init(min: lead.0, likely: lead.1, max: lead.2), cost: .init(min: 0, likely: 0, max: 0),
      currency: "EUR",
      evidence: "A document", freshDays: nil, basis: "test", confidence: "high",
      location: Location(file: "controls.xml", line: 1))
  }
}
