import FEEL
import Facts
import Foundation
import Plans
import Testing

@testable import Engine
@testable import Rules

/// The laws of scores, held by plans drawn by lot that are judged from beginning to end. `PRATIQUE_LAWS` says how many plans;
/// `make laws` takes 100,000.
struct RiskLaws {
  let world: LawWorld
  let models: [Scoring]

  static let count = ProcessInfo.processInfo.environment["PRATIQUE_LAWS"].flatMap { Int($0) } ?? 2_000
  /// Plans are shared out, so that all processors work.
  static let lots = 8

  init() throws {
    world = try LawWorld()
    let shipped = try Scoring.sample()
    models = ScoringModel.allCases.map { Scoring(model: $0, parameters: shipped.parameters) }
  }

  /// Named ranges in which more is worse: 100 − readiness, scores, points; total, markets and systems.
  func ranges(_ risk: Risk, systems: Bool = true) -> [String: Risk.Range] {
    var all: [String: Risk.Range] = [:]
    for part in [risk.total] + risk.markets + (systems ? risk.systems : []) {
      let name = part.market ?? part.system?.id ?? "total"
      for (kind, share) in [("ready", part.share), ("weighted", part.weighted)] {
        let percent = share.percent
        all["\(name) \(kind)"] = Risk.Range(low: 100 - percent.high, high: 100 - percent.low)
      }
      for category in part.categories {
        all["\(name) \(category.category) score"] = category.score
        all["\(name) \(category.category) inherent"] = category.inherent
        all["\(name) \(category.category) points"] = category.points
        all["\(name) \(category.category) inherent points"] = category.inherentPoints
      }
    }
    return all
  }

  @Test(arguments: 0..<lots)
  func `every law holds for every plan`(lot: Int) {
    var dice = Dice(seed: UInt64(2026 + lot))
    for number in 0..<(Self.count / Self.lots) {
      let seed = dice
      let plan = world.plan(&dice)
      let scoring = models[number % models.count]
      let before = world.risk(plan, scoring)
      let broken =
        inside(before) ?? stating(plan, before, scoring, &dice) ?? hiding(plan, before, scoring, &dice)
        ?? adding(plan, before, scoring, &dice) ?? ordering(plan, before, scoring, &dice)
        ?? grouping(plan, before, scoring, &dice)
      if let broken {
        Issue.record("\(broken); lot \(lot), plan \(number), \(seed)")
        return
      }
    }
  }

  private func inside(_ risk: Risk) -> String? {
    for (name, range) in ranges(risk) where !(0 <= range.low && range.low <= range.high) {
      return "\(name) is \(range)"
    }
    return nil
  }

  /// To state a fact never widens a range.
  private func stating(_ plan: Plan, _ before: Risk, _ scoring: Scoring, _ dice: inout Dice) -> String? {
    let open = world.facts(of: plan).filter { plan.rows[$0.kind][$0.row].statements[$0.fact] == nil }
    guard !open.isEmpty else { return nil }
    let cell = dice.pick(open)
    var stated = plan
    world.state(cell, in: &stated, &dice)
    let after = ranges(world.risk(stated, scoring))
    for (name, wide) in ranges(before) {
      // A system about which nothing is left to say is no longer listed.
      guard let narrow = after[name] else { continue }
      if narrow.low < wide.low || narrow.high > wide.high {
        return "stating \(plan.name(of: cell, in: world.rulebook.vocabulary)): \(name) \(wide) becomes \(narrow)"
      }
    }
    return nil
  }

  /// To hide a fact, or all of a collection, never raises the lower end of readiness, nor lowers the upper end of risk.
  private func hiding(_ plan: Plan, _ before: Risk, _ scoring: Scoring, _ dice: inout Dice) -> String? {
    var hidden = plan
    var what = ""
    if dice.chance(30) {
      let kind = world.kind(dice.pick(["system", "store"]))
      hidden.rows[kind] = []
      hidden.collections[kind].extent = .unstated
      what = "all of \(world.rulebook.vocabulary.kinds[kind].name)"
    } else {
      let stated = world.facts(of: plan).filter { plan.rows[$0.kind][$0.row].statements[$0.fact] != nil }
      guard !stated.isEmpty else { return nil }
      let cell = dice.pick(stated)
      hidden.rows[cell.kind][cell.row].statements[cell.fact] = nil
      what = plan.name(of: cell, in: world.rulebook.vocabulary)
    }
    let after = ranges(world.risk(hidden, scoring), systems: false)
    for (name, known) in ranges(before, systems: false) {
      guard let unknown = after[name] else { return "hiding \(what): \(name) is gone" }
      if unknown.high < known.high || unknown.low > known.low {
        return "hiding \(what): \(name) \(known) becomes \(unknown)"
      }
    }
    return nil
  }

  /// To put a control in place never raises a risk; where its state was not known, the least that is possible may rise.
  private func adding(_ plan: Plan, _ before: Risk, _ scoring: Scoring, _ dice: inout Dice) -> String? {
    let control = dice.pick(world.rulebook.catalogue.controls.map(\.id))
    var more = plan
    world.add(control, "inPlace", evidence: dice.roll(3), to: &more)
    let after = ranges(world.risk(more, scoring))
    let isKnown = world.isKnown(control, in: plan)
    for (name, without) in ranges(before) {
      guard let with = after[name] else { continue }
      if with.high > without.high || (isKnown && with.low > without.low) {
        return "adding \(control): \(name) \(without) becomes \(with)"
      }
    }
    return nil
  }

  /// The order of packs and of findings does not matter.
  private func ordering(_ plan: Plan, _ before: Risk, _ scoring: Scoring, _ dice: inout Dice) -> String? {
    if "\(world.risk(plan, scoring, packs: world.reversed))" != "\(before)" { return "another order of packs" }
    let assessment = world.rulebook.assess(plan, asOf: world.asOf)
    let shuffled = dice.shuffled(assessment.scored)
    if "\(world.risk(shuffled, assessment.markets, plan, scoring))" != "\(before)" {
      return "another order of findings"
    }
    return nil
  }

  /// One system or store told as two gives the same scores.
  private func grouping(_ plan: Plan, _ before: Risk, _ scoring: Scoring, _ dice: inout Dice) -> String? {
    let kind = world.kind(dice.pick(["system", "store"]))
    guard !plan.rows[kind].isEmpty else { return nil }
    var twice = plan
    var row = plan.rows[kind][dice.roll(plan.rows[kind].count)]
    row.id += "-again"
    twice.rows[kind].append(row)
    let after = ranges(world.risk(twice, scoring), systems: false)
    return after == ranges(before, systems: false) ? nil : "\(row.id): the scores change"
  }
}

extension LawWorld {
  /// Whether the plan says how the control stands: by a status, or because its list is complete.
  fileprivate func isKnown(_ control: String, in plan: Plan) -> Bool {
    let kind = kind("control")
    let status = fact("status", of: kind)
    let rows = plan.rows[kind].filter { $0.id == control }
    if rows.isEmpty { return plan.collections[kind].extent == .closed }
    return rows.contains { $0.statements[status] != nil }
  }
}
