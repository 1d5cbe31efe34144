import Diagnostics
import FEEL
import Facts
import Plans
import Rules

/// Drafts the findings of one pack.
struct Drafting {
  let rulebook: Rulebook
  let world: World
  let pack: CompiledPack
  let asOf: CalendarDate
  let horizon: CalendarDate
  let markets: [Assessment.Market]
  private(set) var later: [Assessment.LaterLaw] = []
  /// The cells behind the names of unknown facts.
  private(set) var unknowns: [String: Cell] = [:]
  /// One judge per day of law: today, and the first day of each provision to come.
  private var judges: [CalendarDate: Judge] = [:]

  init(
    rulebook: Rulebook, world: World, pack: CompiledPack, asOf: CalendarDate, horizon: CalendarDate,
    markets: [Assessment.Market]
  ) {
    self.rulebook = rulebook
    self.world = world
    self.pack = pack
    self.asOf = asOf
    self.horizon = horizon
    self.markets = markets.filter { $0.packs.contains(pack.pack.id) }
  }

  mutating func findings() -> [Finding] {
    pack.provisions.flatMap { provision -> [Finding] in
      let period = provision.provision.period
      if let until = period.until, until < asOf { return [] }
      let from = period.from ?? asOf
      guard from <= horizon else { return listed(provision, from) }
      if from > asOf, provision.provision.modality == .permission { return [] }
      return subjects(of: provision).map { finding(provision, $0, on: max(from, asOf)) }
    }
  }

  /// Law beyond the horizon is listed; where another reading already binds, the finding says so.
  private mutating func listed(_ provision: CompiledProvision, _ from: CalendarDate) -> [Finding] {
    later.append(
      .init(
        pack: pack.pack.id, provision: provision.provision.id, title: provision.provision.title,
        citations: provision.provision.citations, from: from))
    let isContested = provision.readings.contains { ($0.reading.period?.from).map { $0 <= horizon } ?? false }
    guard isContested else { return [] }
    return subjects(of: provision).compactMap { subject in
      let finding = finding(provision, subject, on: from)
      return finding.otherReadings.isEmpty ? nil : finding
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

  private mutating func judge(_ day: CalendarDate) -> Judge {
    if let known = judges[day] { return known }
    let judge = Judge(hearing: Hearing(rulebook: rulebook, world: world.plan, pack: pack, day: day))
    judges[day] = judge
    return judge
  }

  private mutating func finding(_ provision: CompiledProvision, _ subject: Entity, on day: CalendarDate)
    -> Finding
  {
    var judge = judge(day)
    let judgement = judge.judge(provision, for: subject)
    judges[day] = judge
    let rule = provision.provision
    let verdict = Verdict(judgement.outcomes, rule.modality, isUpcoming: day > asOf)
    let severity = rule.severity
    let named = Subject(subject, in: world.plan, rulebook.vocabulary)
    let isCertain = rule.confidence != .low && rule.textRead
    let failing = judgement.outcomes == .gap ? judgement.citations : []
    let unknown = (judgement.unknown?.cells ?? []).map {
      (name: rulebook.name(of: $0, in: world.plan), cell: $0)
    }
    for (name, cell) in unknown { unknowns[name] = cell }
    return Finding(
      id: "\(pack.pack.id)/\(rule.id)@\(named.id)\(suffix(rule, day))", pack: pack.pack.id,
      provision: rule.id, modality: rule.modality,
      title: rule.title, summary: rule.summary, topic: rule.topic, subject: named,
      markets: markets.map(\.country),
      actor: rule.actor, outcomes: judgement.outcomes, verdict: verdict, severity: severity,
      blocksEntry: rule.confidence != .low
        && (severity == .critical || (rule.modality == .prohibition && severity >= .high)),
      verify: !isCertain, confidence: rule.confidence,
      citations: rule.citations + failing.filter { !rule.citations.contains($0) }, quotes: rule.quotes,
      appliesFrom: rule.period.from, appliesUntil: rule.period.until,
      because: judgement.reasons.map { reason(of: $0) },
      exceptions: judgement.exceptions.map { index, truth in
        let exception = rule.exceptions[index]
        return ExceptionConsidered(
          title: exception.title ?? "exception", citations: exception.citations, result: truth)
      },
      unknownFacts: unknown.map(\.name),
      location: location(judgement, subject),
      flips: judgement.outcomes.contains(.gap) ? judgement.failing : judgement.errors,
      remedies: remedies(rule, judgement), otherReadings: otherReadings(provision, subject, verdict, day),
      harms: rule.harms, sanctions: sanctions(rule, day),
      controls: judgement.controls.map { ControlState(control: $0.id, assurance: $0.judgement.assurance) })
  }

  /// `~2027-12-02` for a version to come beside one that is in force, so that no two findings share an id.
  private func suffix(_ rule: Provision, _ day: CalendarDate) -> String {
    let isInForce = pack.provisions.contains {
      $0.provision.id == rule.id && $0.provision.period.contains(asOf)
    }
    return day > asOf && isInForce ? "~\(day)" : ""
  }

  private mutating func otherReadings(
    _ provision: CompiledProvision, _ subject: Entity, _ verdict: Verdict, _ day: CalendarDate
  ) -> [ReadingResult] {
    provision.readings.compactMap { reading in
      let period = reading.reading.period ?? provision.provision.period
      let from = max(period.from ?? asOf, asOf)
      guard from <= horizon, period.until.map({ asOf <= $0 }) ?? true else { return nil }
      var judge = judge(from)
      let judgement = judge.judge(provision, reading: reading, for: subject)
      judges[from] = judge
      let other = Verdict(judgement.outcomes, provision.provision.modality, isUpcoming: from > asOf)
      guard other != verdict else { return nil }
      return ReadingResult(
        id: reading.reading.id, title: reading.reading.title, verdict: other, appliesFrom: period.from)
    }
  }

  private func sanctions(_ provision: Provision, _ day: CalendarDate) -> [Sanction] {
    provision.sanctions.compactMap { id in
      pack.pack.sanctions.first { $0.id == id && $0.period.contains(day) }
    }
  }

  /// Those that the pack names, else the controls of the requirement that are not in place.
  private func remedies(_ provision: Provision, _ judgement: Judgement) -> [Remedy] {
    guard judgement.outcomes.contains(.gap) else { return [] }
    if !provision.remedies.isEmpty { return provision.remedies }
    let missing = judgement.controls.filter { $0.judgement.isInPlace != .yes }.map(\.id)
    guard !missing.isEmpty else { return [] }
    let titles = missing.map { rulebook.catalogue[$0]?.title ?? $0 }
    return [Remedy(title: titles.joined(separator: ", "), controls: missing)]
  }

  private func reason(of reasoned: Judgement.Reasoned) -> Reason {
    Reason(
      part: reasoned.part, text: reasoned.text, expression: reasoned.expression,
      result: reasoned.answer.truth,
      facts: reasoned.answer.facts.map { cell in
        let statement =
          cell.row >= 0 && cell.fact >= 0 ? world.plan.rows[cell.kind][cell.row].statements[cell.fact] : nil
        return Reason.FactUsed(
          fact: rulebook.name(of: cell, in: world.plan),
          value: statement.flatMap { $0.value.text(in: world.plan) }, location: statement?.location)
      })
  }

  /// Where the plan states the deciding fact, else where it speaks of the subject.
  private func location(_ judgement: Judgement, _ subject: Entity) -> Location {
    let deciding = judgement.reasons.last { $0.answer.truth != .unknown && !$0.answer.facts.isEmpty }
    for cell in deciding?.answer.facts ?? [] where cell.row >= 0 && cell.fact >= 0 {
      if let statement = world.plan.rows[cell.kind][cell.row].statements[cell.fact] {
        return statement.location
      }
    }
    return world.plan.rows[subject.kind][subject.row].location
  }
}
