import Diagnostics
import FEEL
import Plans
import Rules

/// A case of a pack made ready to be judged again and again: its plan is typed once, its world made once.
struct Exhibit: Sendable {
  let each: CaseFile.Case
  /// The day of the law: that of the case, unless another is tried.
  let day: CalendarDate
  let plan: Plan
  let world: World
  let horizon: CalendarDate
  let markets: [Assessment.Market]
  let explainer: Explainer
  /// Only those that hold.
  let expectations: [Expected]

  struct Expected: Sendable {
    let expectation: CaseFile.Expectation
    /// The versions of the provision.
    let places: [Int]
  }

  /// `rulebook` has one pack, whose case this is.
  init(_ each: CaseFile.Case, _ rulebook: Rulebook) throws(Mistakes) {
    let plan = try Plan(
      each.plan, file: each.location.file, vocabulary: rulebook.vocabulary, geography: rulebook.geography,
      asOf: each.asOf)
    let provisions = rulebook.packs[0].provisions
    let expectations = each.expectations.map { expectation in
      Expected(
        expectation: expectation,
        places: provisions.indices.filter { provisions[$0].rule.id == expectation.provision })
    }
    self.init(each, plan, on: each.asOf, rulebook, expectations)
  }

  init(
    _ each: CaseFile.Case, _ plan: Plan, on day: CalendarDate, _ rulebook: Rulebook,
    _ expectations: [Expected] = []
  ) {
    self.each = each
    self.day = day
    self.plan = plan
    self.expectations = expectations
    world = World(plan, vocabulary: rulebook.vocabulary, geography: rulebook.geography, on: day)
    markets = rulebook.markets(of: plan, day)
    let usual = day.adding(days: Rulebook.Options().horizonDays) ?? day
    horizon = ([usual] + markets.compactMap(\.entry)).max() ?? day
    explainer = Explainer(rulebook, world.plan)
  }

  /// Findings of some provisions of the pack in this rulebook, which may be a changed one.
  /// None if its pack is not the law that was enacted on the day.
  func findings(_ rulebook: Rulebook, of places: some Sequence<Int>) -> [Finding] {
    guard rulebook.packs[0].pack.enacted.contains(day) else { return [] }
    var drafting = Drafting(
      0, of: rulebook, world: world, asOf: day, horizon: horizon, markets: markets, explainer: explainer,
      court: PlainCourt(Scenes(rulebook, world.plan), rulebook.packs[0]))
    var findings: [Finding] = []
    drafting.add(places, to: &findings)
    return findings
  }

  /// The expectations on these provisions that do not hold in this rulebook.
  func unmet(_ rulebook: Rulebook, among affected: Set<Int>) -> [Expected] {
    let asked = expectations.filter { $0.places.contains(where: affected.contains) }
    guard !asked.isEmpty else { return [] }
    let findings = findings(rulebook, of: Set(asked.flatMap(\.places)).sorted())
    return asked.filter { !$0.expectation.isMet(by: $0.expectation.relevant(among: findings)) }
  }
}

/// A pack with its cases of the days on which it is the law, apart from all other packs.
struct Docked: Sendable {
  let rulebook: Rulebook
  let exhibits: [Exhibit]
  /// What cannot be proved with, because it does not even hold.
  let failures: [CaseRun.Failure]
  /// Exhibits that expect something of a provision, by its place.
  let expecting: [[Int]]

  var pack: CompiledPack { rulebook.packs[0] }

  init(_ pack: CompiledPack, of rulebook: Rulebook, _ files: [CaseFile]) {
    var rulebook = rulebook
    rulebook.packs = [pack]
    var exhibits: [Exhibit] = []
    var failures: [CaseRun.Failure] = []
    let all = Set(pack.provisions.indices)
    for file in files where file.pack == pack.pack.id {
      for each in file.cases where pack.pack.enacted.contains(each.asOf) {
        do throws(Mistakes) {
          let exhibit = try Exhibit(each, rulebook)
          for unmet in exhibit.unmet(rulebook, among: all) {
            let expected = unmet.expectation
            failures.append(
              CaseRun.Failure(
                location: expected.location, text: "\(each.name): \(expected.provision) does not hold"))
          }
          exhibits.append(exhibit)
        } catch {
          failures += error.all.map {
            CaseRun.Failure(location: $0.location, text: "\(each.name): \($0.message)")
          }
        }
      }
    }
    self.rulebook = rulebook
    self.exhibits = exhibits
    self.failures = failures
    var expecting = [[Int]](repeating: [], count: pack.provisions.count)
    for (index, exhibit) in exhibits.enumerated() {
      for place in Set(exhibit.expectations.flatMap(\.places)).sorted() { expecting[place].append(index) }
    }
    self.expecting = expecting
  }

  /// The rulebook with the pack changed.
  func with(_ pack: CompiledPack) -> Rulebook {
    var changed = rulebook
    changed.packs = [pack]
    return changed
  }

  /// The case that tells the mutant from the pack, if one does.
  func killer(of mutant: Mutant) -> Int? {
    let rulebook = with(mutant.applied(to: pack))
    let affected = Set(mutant.affected)
    // The cases of the provision itself find it soonest.
    let near = mutant.provision.map { expecting[$0] } ?? []
    var order = near
    var seen = Set(near)
    for place in mutant.affected {
      for index in expecting[place] where seen.insert(index).inserted { order.append(index) }
    }
    return order.first { !exhibits[$0].unmet(rulebook, among: affected).isEmpty }
  }
}
