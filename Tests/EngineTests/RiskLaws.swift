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

  static let count = ProcessInfo.processInfo.environment["PRATIQUE_LAWS"].flatMap { Int($0) } ?? 1_000
  /// Plans are shared out, so that all processors work.
  static let lots = 8

  init() throws {
    world = try LawWorld()
    let shipped = try Scoring.sample()
    models = ScoringModel.allCases.map { Scoring(model: $0, parameters: shipped.parameters) }
  }

  /// Ranges in which more is worse: 100 − readiness, scores, points; of total and markets, then of the systems by id.
  struct Ranges: Equatable {
    var common: [Risk.Range] = []
    var systems: [String: [Risk.Range]] = [:]

    init(_ risk: Risk) {
      for part in [risk.total] + risk.markets { common += Self.ranges(part) }
      for part in risk.systems { systems[part.system?.id ?? ""] = Self.ranges(part) }
    }

    private static func ranges(_ part: Risk.Readiness) -> [Risk.Range] {
      var ranges: [Risk.Range] = []
      for share in [part.share, part.weighted] {
        let percent = share.percent
        ranges.append(Risk.Range(low: 100 - percent.high, high: 100 - percent.low))
      }
      for each in part.categories {
        ranges.append(each.score)
        ranges.append(each.inherent)
        ranges.append(each.points)
        ranges.append(each.inherentPoints)
      }
      return ranges
    }

    /// The first that breaks the law, in words; a system about which nothing is left to say is no longer listed.
    func first(
      against other: Ranges, systems withSystems: Bool = true, _ breaks: (Risk.Range, Risk.Range) -> Bool
    ) -> String? {
      if common.count != other.common.count { return "a market is gone" }
      for place in common.indices where breaks(common[place], other.common[place]) {
        return "range \(place) from \(common[place]) to \(other.common[place])"
      }
      guard withSystems else { return nil }
      for (id, ranges) in systems {
        guard let others = other.systems[id] else { continue }
        for place in ranges.indices where breaks(ranges[place], others[place]) {
          return "range \(place) of \(id) from \(ranges[place]) to \(others[place])"
        }
      }
      return nil
    }
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
    let all = Ranges(risk)
    return all.first(against: all) { range, _ in !(0 <= range.low && range.low <= range.high) }
  }

  /// To state a fact never widens a range.
  private func stating(_ plan: Plan, _ before: Risk, _ scoring: Scoring, _ dice: inout Dice) -> String? {
    let open = world.facts(of: plan).filter { plan.rows[$0.kind][$0.row].statements[$0.fact] == nil }
    guard !open.isEmpty else { return nil }
    let cell = dice.pick(open)
    var stated = plan
    world.state(cell, in: &stated, &dice)
    let after = Ranges(world.risk(stated, scoring))
    return Ranges(before).first(against: after) { $1.low < $0.low || $1.high > $0.high }
      .map { "stating \(plan.name(of: cell, in: world.rulebook.vocabulary)): \($0)" }
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
    let after = Ranges(world.risk(hidden, scoring))
    return Ranges(before).first(against: after, systems: false) { $1.high < $0.high || $1.low > $0.low }
      .map { "hiding \(what): \($0)" }
  }

  /// To put a control in place never raises a risk; where its state was not known, the least that is possible may rise.
  private func adding(_ plan: Plan, _ before: Risk, _ scoring: Scoring, _ dice: inout Dice) -> String? {
    let control = dice.pick(world.rulebook.catalogue.controls.map(\.id))
    var more = plan
    world.add(control, "inPlace", evidence: dice.roll(3), to: &more)
    let after = Ranges(world.risk(more, scoring))
    let isKnown = world.isKnown(control, in: plan)
    return Ranges(before).first(against: after) { $1.high > $0.high || (isKnown && $1.low > $0.low) }
      .map { "adding \(control): \($0)" }
  }

  /// The order of packs and of findings does not matter.
  private func ordering(_ plan: Plan, _ before: Risk, _ scoring: Scoring, _ dice: inout Dice) -> String? {
    let turned = world.reversed.assess(plan, asOf: world.asOf)
    let risk = world.risk(dice.shuffled(turned.scored), turned.markets, plan, scoring)
    guard Ranges(risk) == Ranges(before) else { return "another order of packs and findings" }
    let tables = zip([risk.total] + risk.markets, [before.total] + before.markets)
    let isSame = tables.allSatisfy { a, b in
      a.duties == b.duties && a.upcoming == b.upcoming
        && a.categories.map(\.contributions) == b.categories.map(\.contributions)
    }
    return isSame ? nil : "another order of packs and findings: the tables differ"
  }

  /// One system or store told as two gives the same scores.
  private func grouping(_ plan: Plan, _ before: Risk, _ scoring: Scoring, _ dice: inout Dice) -> String? {
    let kind = world.kind(dice.pick(["system", "store"]))
    guard !plan.rows[kind].isEmpty else { return nil }
    var twice = plan
    var row = plan.rows[kind][dice.roll(plan.rows[kind].count)]
    row.id += "-again"
    twice.rows[kind].append(row)
    let after = Ranges(world.risk(twice, scoring))
    return after.common == Ranges(before).common ? nil : "\(row.id): the scores change"
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
