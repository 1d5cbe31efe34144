package import FEEL
import Facts
package import Plans
package import Rules

extension Rulebook {
  /// What an assessment is asked to do beside plan and law.
  package struct Options: Sendable {
    /// Days after the as-of date within which coming law is judged, at least.
    package var horizonDays = 90
    /// Packs by id or prefix (`eu`, `eu.gdpr`); empty: all.
    package var only: [String] = []
    package init(only: [String] = []) { self.only = only }
  }

  /// Holds the plan against every pack under the law of `asOf`: as it was enacted then, and as far as it applies.
  package func assess(_ plan: Plan, asOf: CalendarDate, options: Options = Options()) -> Assessment {
    enacted(on: asOf).assess(plan, asOf: asOf, options: options, on: nil)
  }

  /// The same by the law that was enacted on the day, on a docket that was made for it.
  func assess(_ plan: Plan, asOf: CalendarDate, options: Options, on docket: Docket?) -> Assessment {
    let world = World(plan, vocabulary: vocabulary, geography: geography, on: asOf)
    let markets = markets(of: plan, asOf)
    let horizon =
      ([asOf.adding(days: options.horizonDays) ?? asOf] + markets.compactMap(\.entry)).max() ?? asOf
    let followed = Set(frameworks(of: plan).names)
    let chosen = packs.indices.filter { place in
      let id = packs[place].pack.id
      if options.only.contains(where: { id == $0 || id.hasPrefix($0 + ".") }) { return true }
      return options.only.isEmpty && (packs[place].pack.kind != .standard || followed.contains(id))
    }
    let explainer = Explainer(self, world.plan)
    docket?.open(world.plan)
    var findings: [Finding] = []
    findings.reserveCapacity(chosen.reduce(0) { $0 + packs[$1].subjectCount(in: world.plan) })
    var later: [Assessment.LaterLaw] = []
    let scenes = Scenes(self, world.plan)
    for place in chosen {
      func draft(_ court: some Court) {
        var drafting = Drafting(
          place, of: self, world: world, asOf: asOf, horizon: horizon, markets: markets, explainer: explainer,
          court: court)
        drafting.add(to: &findings)
        later += drafting.later
      }
      let plain = PlainCourt(scenes, packs[place])
      if let docket { docket.hear(pack: place, plain) { draft($0) } } else { draft(plain) }
    }
    @Sendable func isLeftOut(_ provision: String, of pack: String) -> Bool {
      tailoring?.leftOut(provision, of: pack) != nil
    }
    let judged =
      tailoring == nil ? findings : findings.filter { !isLeftOut($0.provision, of: $0.pack) }
    var assessment = Assessment(
      planFile: plan.file, organization: organizationName(plan), asOf: asOf, horizon: horizon,
      engineVersion: engineVersion, packs: chosen.map { docket?.used[$0] ?? packs[$0].used },
      markets: markets, findings: judged,
      transfers: Deferred { self.transfers(world.plan, judged) },
      conflicts: Deferred { self.conflicts(world.plan, judged, on: asOf) },
      nearness: Deferred {
        self.nearness(world.plan, chosen: chosen, on: asOf).filter { !isLeftOut($0.provision, of: $0.pack) }
      },
      questions: Deferred { self.questions(judged, in: world.plan) },
      evidence: Deferred { self.evidence(in: world.plan, on: asOf) }, later: later)
    assessment.homePacks = homePacks(of: plan, asOf)
    if tailoring != nil {
      assessment.tailoring = tailoring
      assessment.tailoredOut = findings.filter { isLeftOut($0.provision, of: $0.pack) }
    }
    return assessment
  }

  /// The country whose calendar the organization's staff follow: its main establishment, else the first it names.
  package func home(of plan: Plan) -> String? {
    guard let kind = vocabulary.kinds.firstIndex(where: \.isSingleton) else { return nil }
    for name in ["mainEstablishment", "establishedIn"] {
      guard let fact = vocabulary.kinds[kind].facts.firstIndex(where: { $0.name == name }) else { continue }
      switch plan.value(Cell(kind: kind, row: 0, fact: fact)) {
      case .string(let country): return country
      case .list(let list): if case .string(let country)? = list.items.first { return country }
      default: break
      }
    }
    return nil
  }

  private func organizationName(_ plan: Plan) -> String? {
    guard case .string(let name)? = organization("name", in: plan)?.value else { return nil }
    return name
  }

  private func homePacks(of plan: Plan, _ day: CalendarDate) -> [String] {
    guard case .list(let list)? = organization("establishedIn", in: plan)?.value else { return [] }
    let homes = list.items.compactMap { if case .string(let code) = $0 { code } else { nil } }
    return packs.filter { pack in homes.contains { pack.covers($0, geography, day) } }.map(\.pack.id)
  }

  /// The markets of a plan, with names, dates of entry and packs that cover them.
  package func markets(of plan: Plan, _ asOf: CalendarDate) -> [Assessment.Market] {
    guard let kind = vocabulary.kinds.firstIndex(where: { $0.name == "market" }) else { return [] }
    let entry = vocabulary.kinds[kind].facts.firstIndex { $0.name == "entry" }
    return plan.rows[kind].enumerated().map { row, market in
      var date: CalendarDate?
      if let entry, case .date(let stated) = plan.value(Cell(kind: kind, row: row, fact: entry)) {
        date = stated
      }
      return Assessment.Market(
        country: market.id, name: geography.countries.first { $0.code == market.id }?.name ?? market.id,
        entry: date,
        packs: packs.filter { $0.covers(market.id, geography, date ?? asOf) }.map(\.pack.id))
    }
  }
}

/// Version of the engine, part of every result.
package let engineVersion = "0.1.0"

extension CompiledPack {
  /// How often its provisions are judged for a plan, at most.
  fileprivate func subjectCount(in plan: Plan) -> Int {
    provisions.reduce(0) { $0 + plan.rows[$1.kind].count }
  }

  /// Whether the pack's jurisdiction takes in a country: itself, one of its parts, or a group that it belongs to.
  func covers(_ country: String, _ geography: Geography, _ day: CalendarDate) -> Bool {
    if pack.jurisdiction == country || pack.jurisdiction.hasPrefix(country + "-") { return true }
    return geography.isMember(country, of: pack.jurisdiction, on: day) == true
  }

  var used: Assessment.PackUsed {
    Assessment.PackUsed(
      id: pack.id, title: pack.title, jurisdiction: pack.jurisdiction, topic: pack.topic,
      edition: pack.edition,
      sha256: sha256, tables: tables.map { Assessment.TableUsed(file: $0.file, sha256: $0.sha256) },
      review: pack.review, boundary: pack.boundary, sources: pack.sources,
      provisionCount: Set(provisions.map(\.rule.id)).count)
  }
}
