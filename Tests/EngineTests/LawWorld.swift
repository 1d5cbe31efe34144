import Diagnostics
import FEEL
import Facts
import Foundation
import Plans
import XML

@testable import Engine
@testable import Rules

/// Two small packs over a small vocabulary, with every form of provision, and plans drawn by lot for them.
struct LawWorld {
  let rulebook: Rulebook
  /// The same packs the other way round.
  let reversed: Rulebook
  private let empty: Plan
  private let sizes: SizeClasses
  let asOf = day("2026-11-21")

  init() throws {
    func element(_ path: String, _ schema: String) throws -> Element {
      try parse(
        repositoryFile(path).bytes, named: path,
        validatedBy: Schema(repositoryFile("rules/schema/\(schema).xsd").bytes, named: schema))
    }
    let folder = "Tests/EngineTests/Cases/laws"
    let geography = try Geography(
      reading: element("Tests/PlansTests/Cases/rules/geography.xml", "geography"), file: "geography")
    let catalogue = try Catalogue(reading: [(element("\(folder)/controls.xml", "controls"), "controls")])
    let vocabulary = try Vocabulary(
      reading: element("\(folder)/vocabulary.xml", "vocabulary"), file: "vocabulary", catalogue: catalogue,
      geography: geography)
    let packs = try ["one", "two"].map { name in
      (
        try Pack(
          reading: element("\(folder)/\(name).xml", "pack"), file: name, vocabulary: vocabulary,
          catalogue: catalogue), "", [TableFile]()
      )
    }
    rulebook = try Rulebook(
      compiling: packs, vocabulary: vocabulary, catalogue: catalogue, geography: geography)
    reversed = try Rulebook(
      compiling: packs.reversed(), vocabulary: vocabulary, catalogue: catalogue, geography: geography)
    sizes = try SizeClasses(repositoryFile("rules/size.csv"))
    empty = try Plan(
      Node.map([], Location(file: "plan", line: 1)), file: "plan", vocabulary: vocabulary,
      geography: geography, asOf: asOf)
  }

  func risk(_ plan: Plan, _ scoring: Scoring, packs: Rulebook? = nil) -> Risk {
    let assessment = (packs ?? rulebook).assess(plan, asOf: asOf)
    return risk(assessment.scored, assessment.markets, plan, scoring)
  }

  func risk(_ findings: [Finding], _ markets: [Assessment.Market], _ plan: Plan, _ scoring: Scoring) -> Risk {
    Risk(findings: findings, markets: markets, firm: Firm(), sizes: sizes, scoring: scoring, asOf: asOf)
  }
}

// MARK: Plans by lot

extension LawWorld {
  func kind(_ name: String) -> Int { rulebook.vocabulary.kind(named: name) ?? 0 }

  func fact(_ name: String, of kind: Int) -> Int { rulebook.vocabulary.kinds[kind].fact(named: name) ?? 0 }

  private func stated(_ value: Value) -> Plan.Statement {
    Plan.Statement(value: value, location: Location(file: "plan", line: 1))
  }

  /// Three of four facts stated, collections unstated, open or closed with up to three members, and a statement on most controls.
  func plan(_ dice: inout Dice) -> Plan {
    var plan = empty
    let organization = kind("organization")
    for cell in facts(of: organization, row: 0) where dice.chance(75) { state(cell, in: &plan, &dice) }
    let markets = kind("market")
    plan.collections[markets].extent = .closed
    for country in ["DE", "FR", "US"] where dice.chance(60) {
      let row = append(markets, country, to: &plan)
      plan.rows[markets][row].statements[fact("country", of: markets)] = stated(.string(country))
      for cell in facts(of: markets, row: row) where dice.chance(75) { state(cell, in: &plan, &dice) }
    }
    for name in ["system", "store"] {
      let kind = kind(name)
      plan.collections[kind].extent = dice.pick([.unstated, .open, .closed, .closed])
      guard plan.collections[kind].extent != .unstated else { continue }
      for number in 0..<dice.roll(4) {
        let row = append(kind, "\(name)\(number)", to: &plan)
        for cell in facts(of: kind, row: row) where dice.chance(75) { state(cell, in: &plan, &dice) }
      }
    }
    plan.collections[kind("control")].extent = dice.pick([.unstated, .open, .closed])
    if plan.collections[kind("control")].extent != .unstated {
      for control in rulebook.catalogue.controls where dice.chance(70) {
        add(control.id, dice.chance(85) ? dice.pick(Self.states) : nil, evidence: dice.roll(3), to: &plan)
      }
    }
    return plan
  }

  static let states = ["inPlace", "inPlace", "partial", "planned", "absent"]

  private func append(_ kind: Int, _ id: String, to plan: inout Plan) -> Int {
    plan.appendRow(of: kind, id: id, at: Location(file: "plan", line: 1), rulebook.vocabulary)
  }

  /// `evidence`: 0 none, 1 fresh, 2 out of date.
  func add(_ control: String, _ status: String?, evidence: Int, to plan: inout Plan) {
    let kind = kind("control")
    let row = append(kind, control, to: &plan)
    if let status { plan.rows[kind][row].statements[fact("status", of: kind)] = stated(.string(status)) }
    if evidence > 0 {
      let items = self.kind("evidenceItem")
      var statements = [Plan.Statement?](repeating: nil, count: rulebook.vocabulary.kinds[items].facts.count)
      statements[fact("collected", of: items)] = stated(
        .date(day(evidence == 1 ? "2026-11-01" : "2020-01-01")))
      // What nobody could check would count as none.
      statements[fact("statement", of: items)] = stated(.string("It works."))
      statements[fact("role", of: items)] = stated(.string("auditor"))
      let cell = Cell(kind: kind, row: row, fact: fact("evidence", of: kind))
      plan.rows[items].append(
        Plan.Row(id: "", parent: cell, statements: statements, location: Location(file: "plan", line: 1)))
      let item = Entity(kind: items, row: plan.rows[items].count - 1)
      plan.rows[kind][row].statements[cell.fact] = stated(.list(List([.entity(item)])))
    }
    if plan.collections[kind].extent == .unstated { plan.collections[kind].extent = .open }
  }

  /// Facts of which "not stated" means "unknown": not keys, and of controls the status alone, for a statement on a control that
  /// does not say what it covers covers everything.
  func facts(of kind: Int, row: Int) -> [Cell] {
    let declared = rulebook.vocabulary.kinds[kind]
    return declared.facts.indices.filter { fact in
      let name = declared.facts[fact].name
      if declared.name == "control" { return name == "status" }
      return name != declared.key && name != "name"
    }.map { Cell(kind: kind, row: row, fact: $0) }
  }

  /// Every fact of every row.
  func facts(of plan: Plan) -> [Cell] {
    ["organization", "market", "system", "store", "control"].map(kind).flatMap { kind in
      plan.rows[kind].indices.flatMap { facts(of: kind, row: $0) }
    }
  }

  func state(_ cell: Cell, in plan: inout Plan, _ dice: inout Dice) {
    let value: Value
    switch rulebook.vocabulary.kinds[cell.kind].facts[cell.fact].type {
    case .boolean: value = .boolean(dice.chance(50))
    case .number: value = .number(Decimal(dice.pick([0, 9, 10, 100, 101, 5000])))
    case .date: value = .date(day(dice.pick(["2026-12-01", "2027-01-10", "2027-02-15"])))
    case .enumeration(let index):
      value = .string(dice.pick(rulebook.vocabulary.enumerations[index].values.map(\.id)))
    default: return
    }
    plan.rows[cell.kind][cell.row].statements[cell.fact] = stated(value)
  }
}
