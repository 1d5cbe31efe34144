@testable import Engine
import FEEL
@testable import Rules
import Testing

/// Less knowledge never improves: tried on random findings.
struct RiskProperties {
  let sizes: SizeClasses
  let scoring: Scoring
  let markets: [Assessment.Market] = [
    .sample("DE", entry: day("2027-02-15")), .sample("FR"), .sample("VN", entry: day("2027-01-01")),
  ]

  init() throws {
    sizes = try SizeClasses(repositoryFile("rules/size.csv"))
    scoring = try .sample()
  }

  static let outcomes: [Outcomes] = (1...7).map { Outcomes(rawValue: $0) } + [.error, [.error, .gap]]
  static let states: [ControlState.Assurance] = [
    .missing, .unknown, .planned, .partial, .asserted, .evidenced, .stale,
  ]

  func risk(_ findings: [Finding]) -> Risk {
    Risk(
      findings: findings, markets: markets, firm: Firm(), sizes: sizes, scoring: scoring,
      asOf: day("2026-11-21"))
  }

  func findings(_ dice: inout Dice) -> [Finding] {
    (0..<(1 + dice.roll(14))).map { index in
      let isUpcoming = dice.chance(25)
      return .sample(
        "f\(index)", dice.pick(Self.outcomes), verdict: isUpcoming ? .upcoming : nil,
        modality: dice.chance(10) ? .permission : .obligation,
        markets: dice.some(of: ["DE", "FR", "VN"], percent: 60),
        appliesFrom: isUpcoming ? day("2027-01-15") : nil,
        harms: (0..<dice.roll(4)).map { _ in
          Harm(
            category: dice.pick(Harm.Category.allCases), likelihood: dice.pick(Harm.Likelihood.allCases),
            impact: dice.pick(Harm.Impact.allCases))
        },
        controls: (0..<dice.roll(3)).map {
          ControlState(control: "c\($0)", assurance: dice.pick(Self.states))
        })
    }
  }

  /// Readiness as a risk (100 - percent), then every score: total first, then the markets.
  func ranges(_ risk: Risk) -> [Risk.Range] {
    ([risk.total] + risk.markets).flatMap { part in
      [Risk.Range(low: 100 - part.percent.high, high: 100 - part.percent.low)] + part.categories.map(\.score)
    }
  }

  @Test func `stating a fact never widens a range, hiding one never narrows it`() {
    for seed in 0..<600 {
      var dice = Dice(seed: UInt64(seed))
      let hidden = findings(&dice)
      var stated = hidden
      let place = dice.roll(stated.count)
      // One outcome less, or one control of unknown state settled.
      let all: [Outcomes] = [.satisfied, .gap, .notApplicable]
      let from = stated[place].outcomes.contains(.error) ? Outcomes(all) : stated[place].outcomes
      let fewer = from.subtracting(dice.pick(all))
      if dice.chance(70), !fewer.isEmpty {
        stated[place].outcomes = fewer
      } else {
        var controls = stated[place].controls
        for index in controls.indices where controls[index].assurance == .unknown {
          controls[index].assurance = dice.pick(Self.states)
        }
        stated[place] = stated[place].with(controls: controls)
      }
      for (wide, narrow) in zip(ranges(risk(hidden)), ranges(risk(stated))) {
        #expect(wide.low <= narrow.low && narrow.high <= wide.high, "seed \(seed)")
      }
    }
  }

  @Test func `the low end is never above the high end, and the order of findings does not matter`() {
    for seed in 0..<200 {
      var dice = Dice(seed: UInt64(seed))
      let all = findings(&dice)
      let first = risk(all)
      for range in ranges(first) { #expect(0 <= range.low && range.low <= range.high && range.high <= 100) }
      #expect("\(first)" == "\(risk(dice.shuffled(all)))")
      for part in [first.total] + first.markets {
        #expect(part.applicable == part.met + part.gaps + part.undetermined)
      }
    }
  }

  @Test func `another gap never lowers a score, nor do met duties dilute it`() {
    for seed in 0..<200 {
      var dice = Dice(seed: UInt64(seed))
      let before = findings(&dice)
      var more = findings(&dice)
      for index in more.indices {
        more[index] = more[index].with(id: "g\(index)")
        if dice.chance(50) { more[index].outcomes = .satisfied }
      }
      let scores = (risk(before).total.categories, risk(before + more).total.categories)
      for (before, after) in zip(scores.0, scores.1) {
        #expect(before.score.low <= after.score.low && before.score.high <= after.score.high)
      }
    }
  }

  @Test func `putting a control in place never raises a risk`() {
    for seed in 0..<200 {
      var dice = Dice(seed: UInt64(seed))
      let before = findings(&dice)
      var after = before
      let place = dice.roll(after.count)
      var controls = after[place].controls
      guard !controls.isEmpty else { continue }
      let index = dice.roll(controls.count)
      let was = controls[index].assurance
      controls[index].assurance =
        was == .asserted || was == .stale ? .evidenced : dice.pick([.asserted, .evidenced])
      after[place] = after[place].with(controls: controls)
      if was == .evidenced { continue }
      if after[place].outcomes == .gap, dice.chance(50) { after[place].outcomes = .satisfied }
      for (before, after) in zip(ranges(risk(before)), ranges(risk(after))) {
        #expect(after.high <= before.high)
        if was != .unknown { #expect(after.low <= before.low) }
      }
    }
  }

  @Test func `a smaller or a missing term never raises the score`() {
    var dice = Dice(seed: 3)
    for _ in 0..<2000 {
      let points = (0..<(1 + dice.roll(20))).map { _ in Double(dice.roll(2501)) / 100 }
      var less = points
      let place = dice.roll(less.count)
      if dice.chance(30) { less.remove(at: place) } else { less[place] *= Double(dice.roll(100)) / 100 }
      #expect(Risk.score(less) <= Risk.score(points))
    }
  }
}
