import Diagnostics
import FEEL
import Facts
import Plans
import Rules

/// Drafts the findings of one pack.
struct Drafting {
  let rulebook: Rulebook
  let world: World
  /// Place of the pack in the rulebook.
  let packPlace: Int
  let pack: CompiledPack
  let asOf: CalendarDate
  let horizon: CalendarDate
  /// Countries of the plan that the pack takes in.
  let markets: [String]
  let explainer: Explainer
  private(set) var later: [Assessment.LaterLaw] = []
  /// One judge per day of law: today, and the first day of each provision to come.
  private var judges: [(day: CalendarDate, judge: Judge)] = []
  /// By kind, as far as provisions asked for them.
  private var subjects: [[Entity]?]
  /// For the as-of date, where the answers are there already.
  private var tally: Tally?

  init(
    _ packPlace: Int, of rulebook: Rulebook, world: World, asOf: CalendarDate, horizon: CalendarDate,
    markets: [Assessment.Market], explainer: Explainer
  ) {
    self.rulebook = rulebook
    self.world = world
    self.packPlace = packPlace
    pack = rulebook.packs[packPlace]
    self.asOf = asOf
    self.horizon = horizon
    let id = pack.pack.id
    self.markets = markets.filter { $0.packs.contains(id) }.map(\.country)
    self.explainer = explainer
    subjects = [[Entity]?](repeating: nil, count: rulebook.vocabulary.kinds.count)
  }

  mutating func findings() -> [Finding] { findings(of: pack.provisions.indices) }

  /// Those of some provisions only, by their places.
  mutating func findings(of places: some Sequence<Int>) -> [Finding] {
    var findings: [Finding] = []
    for place in places { add(place, to: &findings) }
    return findings
  }

  private mutating func add(_ place: Int, to findings: inout [Finding]) {
    let provision = pack.provisions[place]
    let period = provision.rule.period
    if let until = period.until, until < asOf { return }
    let from = period.from ?? asOf
    guard from <= horizon else { return list(place, from, &findings) }
    if from > asOf, provision.rule.modality == .permission { return }
    for subject in subjects(of: provision) { findings.append(finding(place, subject, on: max(from, asOf))) }
  }

  /// Law beyond the horizon is listed; where another reading already binds, the finding says so.
  private mutating func list(_ place: Int, _ from: CalendarDate, _ findings: inout [Finding]) {
    let provision = pack.provisions[place]
    later.append(
      .init(
        pack: pack.pack.id, provision: provision.provision.id, title: provision.provision.title,
        citations: provision.provision.citations, from: from))
    let isContested = provision.readings.contains { ($0.reading.period?.from).map { $0 <= horizon } ?? false }
    guard isContested else { return }
    for subject in subjects(of: provision) {
      let finding = finding(place, subject, on: from)
      if !finding.otherReadings.isEmpty { findings.append(finding) }
    }
  }

  private mutating func subjects(of provision: CompiledProvision) -> [Entity] {
    if let known = subjects[provision.kind] { return known }
    let kind = rulebook.vocabulary.kinds[provision.kind]
    let all = world.plan.rows[provision.kind].indices.compactMap { row -> Entity? in
      // A market outside the pack's jurisdiction is no subject of it.
      if kind.name == "market", case let id = world.plan.rows[provision.kind][row].id,
        id != World.placeholder,
        !pack.covers(id, rulebook.geography, asOf)
      {
        return nil
      }
      return Entity(kind: provision.kind, row: row)
    }
    subjects[provision.kind] = all
    return all
  }

  /// The same from answers that are there for the law of the as-of date.
  mutating func findings(with tally: Tally) -> [Finding] {
    self.tally = tally
    defer { self.tally = nil }
    return findings()
  }

  /// `reading` nil is the provision itself.
  private mutating func judged(_ place: Int, reading: Int?, for subject: Entity, on day: CalendarDate)
    -> (outcomes: Outcomes, mayApply: Bool)
  {
    if let tally, day == tally.day {
      let result = tally.result(place, reading: reading, for: subject)
      return (result.outcomes, result.mayApply)
    }
    let bench = bench(of: day)
    let provision = pack.provisions[place]
    let judgement = judges[bench].judge.judge(
      provision, reading: reading.map { provision.readings[$0] }, for: subject)
    return (judgement.outcomes, judgement.mayApply)
  }

  /// Place of the judge of a day.
  private mutating func bench(of day: CalendarDate) -> Int {
    if let known = judges.firstIndex(where: { $0.day == day }) { return known }
    let hearing = Hearing(rulebook: rulebook, world: world.plan, pack: pack, day: day)
    judges.append((day, Judge(hearing: hearing, detail: .none)))
    return judges.count - 1
  }

  private mutating func finding(_ place: Int, _ subject: Entity, on day: CalendarDate) -> Finding {
    let provision = pack.provisions[place]
    let judged = judged(place, reading: nil, for: subject, on: day)
    let verdict = Verdict(judged.outcomes, provision.rule.modality, isUpcoming: day > asOf)
    return Finding(
      provision.rule, markets: markets, outcomes: judged.outcomes, verdict: verdict,
      otherReadings: provision.readings.isEmpty ? [] : otherReadings(place, subject, verdict),
      isVersionToCome: isVersionToCome(place, day),
      day: day, explainer: explainer,
      question: Explainer.Question(
        pack: packPlace, provision: place, subject: subject, day: day, mayApply: judged.mayApply))
  }

  private func isVersionToCome(_ place: Int, _ day: CalendarDate) -> Bool {
    guard day > asOf else { return false }
    let id = pack.provisions[place].rule.id
    return pack.provisions.contains {
      $0.rule.id == id && $0.rule.period.contains(asOf)
    }
  }

  private mutating func otherReadings(
    _ place: Int, _ subject: Entity, _ verdict: Verdict
  ) -> [ReadingResult] {
    let provision = pack.provisions[place]
    return provision.readings.indices.compactMap { index in
      let reading = provision.readings[index]
      let period = reading.period
      let from = max(period.from ?? asOf, asOf)
      guard from <= horizon, period.until.map({ asOf <= $0 }) ?? true else { return nil }
      let outcomes = judged(place, reading: index, for: subject, on: from).outcomes
      let other = Verdict(outcomes, provision.rule.modality, isUpcoming: from > asOf)
      guard other != verdict else { return nil }
      return ReadingResult(
        id: reading.reading.id, title: reading.reading.title, verdict: other, appliesFrom: period.from)
    }
  }
}
