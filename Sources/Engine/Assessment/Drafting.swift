import Diagnostics
import FEEL
import Facts
import Plans
import Rules

/// Drafts the findings of one pack.
struct Drafting<Seat: Court> {
  let rulebook: Rulebook
  let world: World
  /// Place of the pack in the rulebook.
  let packPlace: Int
  let pack: CompiledPack
  let asOf: CalendarDate
  let horizon: CalendarDate
  /// Countries of the plan that the pack takes in; a standard takes in all.
  let markets: [String]
  let explainer: Explainer
  private var court: Seat
  private(set) var later: [Assessment.LaterLaw] = []
  /// By kind, as far as provisions asked for them.
  private var subjects: [Subjects?]

  /// Rows of a kind that the pack speaks of: a bit for each.
  private struct Subjects {
    let words: [UInt64]
  }

  init(
    _ packPlace: Int, of rulebook: Rulebook, world: World, asOf: CalendarDate, horizon: CalendarDate,
    markets: [Assessment.Market], explainer: Explainer, court: Seat
  ) {
    self.rulebook = rulebook
    self.world = world
    self.packPlace = packPlace
    pack = rulebook.packs[packPlace]
    self.asOf = asOf
    self.horizon = horizon
    let id = pack.pack.id
    // A standard is followed wherever the organization works.
    let isStandard = pack.pack.kind == .standard
    self.markets = markets.filter { isStandard || $0.packs.contains(id) }.map(\.country)
    self.explainer = explainer
    self.court = court
    subjects = [Subjects?](repeating: nil, count: rulebook.vocabulary.kinds.count)
  }

  mutating func add(to findings: inout [Finding]) { add(pack.provisions.indices, to: &findings) }

  /// The findings of some provisions only, by their places.
  mutating func add(_ places: some Sequence<Int>, to findings: inout [Finding]) {
    for place in places { add(place, to: &findings) }
  }

  private mutating func add(_ place: Int, to findings: inout [Finding]) {
    let provision = pack.provisions[place]
    let period = provision.rule.period
    if let until = period.until, until < asOf { return }
    let from = period.from ?? asOf
    guard from <= horizon else { return list(place, from, &findings) }
    if from > asOf, provision.rule.modality == .permission { return }
    add(place, on: max(from, asOf), onlyContested: false, &findings)
  }

  /// Law beyond the horizon is listed; where another reading already binds, the finding says so.
  private mutating func list(_ place: Int, _ from: CalendarDate, _ findings: inout [Finding]) {
    let provision = pack.provisions[place]
    later.append(
      .init(
        pack: provision.rule.pack, provision: provision.rule.id, title: provision.rule.provision.title,
        citations: provision.rule.provision.citations, from: from))
    let isContested = provision.readings.contains { ($0.period.from).map { $0 <= horizon } ?? false }
    guard isContested else { return }
    add(place, on: from, onlyContested: true, &findings)
  }

  /// The findings of one provision under the law of a day, for all its subjects.
  private mutating func add(
    _ place: Int, on day: CalendarDate, onlyContested: Bool, _ findings: inout [Finding]
  ) {
    let provision = pack.provisions[place]
    let rows = subjects(of: provision.kind)
    let ground = Ground(
      provision.rule, markets: markets, isVersionToCome: isVersionToCome(provision, day), day: day,
      reasoning: .onDemand(
        explainer, Ground.Place(pack: packPlace, provision: place, kind: provision.kind)))
    for (word, subjects) in rows.words.enumerated() where subjects != 0 {
      let outlook = court.outlook(
        of: provision, reading: nil, on: day, for: subjects, from: 64 * word)
      let others = others(provision, subjects, from: 64 * word)
      var rest = subjects
      while rest != 0 {
        let lane = rest.trailingZeroBitCount
        rest &= rest - 1
        let outcomes = outlook[lane]
        let verdict = Verdict(outcomes, provision.rule.modality, isUpcoming: day > asOf)
        let readings = others.isEmpty ? [] : others.compactMap { $0.result(lane, unless: verdict) }
        if onlyContested, readings.isEmpty { continue }
        findings.append(
          Finding(
            ground, row: 64 * word + lane, outcomes: outcomes, mayApply: outlook.mayApply(lane),
            verdict: verdict, otherReadings: readings))
      }
    }
  }

  private mutating func subjects(of kind: Int) -> Subjects {
    if let known = subjects[kind] { return known }
    let isMarket = rulebook.vocabulary.kinds[kind].name == "market"
    let rows = world.plan.rows[kind]
    var words = [UInt64](repeating: 0, count: (rows.count + 63) / 64)
    for row in rows.indices {
      // A market outside the pack's jurisdiction is no subject of it.
      if isMarket, case let id = rows[row].id, id != World.placeholder,
        !pack.covers(id, rulebook.geography, asOf)
      {
        continue
      }
      words[row / 64] |= 1 << UInt64(row % 64)
    }
    let result = Subjects(words: words)
    subjects[kind] = result
    return result
  }

  private func isVersionToCome(_ provision: CompiledProvision, _ day: CalendarDate) -> Bool {
    guard day > asOf else { return false }
    let id = provision.rule.id
    return pack.provisions.contains { $0.rule.id == id && $0.rule.period.contains(asOf) }
  }

  /// What another reading of a provision comes to.
  private struct Other {
    let reading: CompiledReading
    let modality: Provision.Modality
    let isUpcoming: Bool
    let outlook: Outlook

    func result(_ lane: Int, unless verdict: Verdict) -> ReadingResult? {
      let other = Verdict(outlook[lane], modality, isUpcoming: isUpcoming)
      guard other != verdict else { return nil }
      return ReadingResult(
        id: reading.reading.id, title: reading.reading.title, verdict: other,
        appliesFrom: reading.period.from)
    }
  }

  /// The other readings that bind up to the horizon, for 64 subjects.
  private mutating func others(_ provision: CompiledProvision, _ subjects: UInt64, from first: Int) -> [Other]
  {
    var others: [Other] = []
    for reading in provision.readings {
      let period = reading.period
      let from = max(period.from ?? asOf, asOf)
      guard from <= horizon, period.until.map({ asOf <= $0 }) ?? true else { continue }
      let outlook = court.outlook(of: provision, reading: reading, on: from, for: subjects, from: first)
      others.append(
        Other(
          reading: reading, modality: provision.rule.modality, isUpcoming: from > asOf, outlook: outlook))
    }
    return others
  }
}
