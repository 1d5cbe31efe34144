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
  private var judges: [CalendarDate: Judge] = [:]

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
  }

  mutating func findings() -> [Finding] {
    var findings: [Finding] = []
    for place in pack.provisions.indices { add(place, to: &findings) }
    return findings
  }

  private mutating func add(_ place: Int, to findings: inout [Finding]) {
    let provision = pack.provisions[place]
    let period = provision.rule.provision.period
    if let until = period.until, until < asOf { return }
    let from = period.from ?? asOf
    guard from <= horizon else { return list(place, from, &findings) }
    if from > asOf, provision.rule.provision.modality == .permission { return }
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

  private func subjects(of provision: CompiledProvision) -> [Entity] {
    let kind = rulebook.vocabulary.kinds[provision.kind]
    return world.plan.rows[provision.kind].indices.compactMap { row in
      // A market outside the pack's jurisdiction is no subject of it.
      if kind.name == "market", case let id = world.plan.rows[provision.kind][row].id,
        id != World.placeholder,
        !pack.covers(id, rulebook.geography, asOf)
      {
        return nil
      }
      return Entity(kind: provision.kind, row: row)
    }
  }

  /// A judge of one's own for a day.
  mutating func seat(_ judge: Judge, on day: CalendarDate) { judges[day] = judge }

  /// Sends all judges away.
  mutating func dismiss() { judges = [:] }

  /// Judges with the judge of a day.
  private mutating func judgement(
    _ provision: CompiledProvision, _ reading: CompiledReading?, _ subject: Entity, on day: CalendarDate
  ) -> Judgement {
    // Taken out while it works, so that its memory is not copied.
    var judge =
      judges.removeValue(forKey: day)
      ?? Judge(
        hearing: Hearing(rulebook: rulebook, world: world.plan, pack: pack, day: day), detail: .none)
    defer { judges[day] = judge }
    return judge.judge(provision, reading: reading, for: subject)
  }

  private mutating func finding(_ place: Int, _ subject: Entity, on day: CalendarDate) -> Finding {
    let provision = pack.provisions[place]
    let judgement = judgement(provision, nil, subject, on: day)
    let verdict = Verdict(judgement.outcomes, provision.rule.provision.modality, isUpcoming: day > asOf)
    return Finding(
      provision.rule, markets: markets, outcomes: judgement.outcomes, verdict: verdict,
      otherReadings: otherReadings(provision, subject, verdict), isVersionToCome: isVersionToCome(place, day),
      day: day, explainer: explainer,
      question: Explainer.Question(
        pack: packPlace, provision: place, subject: subject, day: day, mayApply: judgement.mayApply))
  }

  private func isVersionToCome(_ place: Int, _ day: CalendarDate) -> Bool {
    guard day > asOf else { return false }
    let id = pack.provisions[place].rule.provision.id
    return pack.provisions.contains {
      $0.rule.provision.id == id && $0.rule.provision.period.contains(asOf)
    }
  }

  private mutating func otherReadings(
    _ provision: CompiledProvision, _ subject: Entity, _ verdict: Verdict
  ) -> [ReadingResult] {
    provision.readings.compactMap { reading in
      let period = reading.reading.period ?? provision.provision.period
      let from = max(period.from ?? asOf, asOf)
      guard from <= horizon, period.until.map({ asOf <= $0 }) ?? true else { return nil }
      let judgement = judgement(provision, reading, subject, on: from)
      let other = Verdict(judgement.outcomes, provision.provision.modality, isUpcoming: from > asOf)
      guard other != verdict else { return nil }
      return ReadingResult(
        id: reading.reading.id, title: reading.reading.title, verdict: other, appliesFrom: period.from)
    }
  }
}
