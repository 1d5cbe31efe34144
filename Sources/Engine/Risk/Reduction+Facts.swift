import Diagnostics
import FEEL
import Facts
import Plans
import Rules

extension Rescoring {
  /// A fact with the most that the findings which wait for it leave open.
  private struct Candidate {
    var cell: Cell
    var name: String
    var findings: Int
    var open: Double
  }

  /// The facts that undetermined findings wait for, by how much of the range each would settle.
  func facts(_ assessment: Assessment, _ before: Risk.Range) -> [Reduction.Settling] {
    var waiting: [Cell: [Finding]] = [:]
    for finding in assessment.scored
    where finding.modality != .permission && finding.outcomes.contains(.gap) && finding.outcomes != .gap {
      for cell in finding.unknownCells { waiting[cell, default: []].append(finding) }
    }
    let asked = Dictionary(
      assessment.questions.map { ($0.fact, $0.ask) }, uniquingKeysWith: { first, _ in first })
    let world = World(plan, vocabulary: rulebook.vocabulary, geography: rulebook.geography, on: asOf).plan
    // Before anything is tried: the most that its findings leave open.
    var candidates: [Candidate] = waiting.map { cell, findings in
      let duties = Risk.duties(of: findings, firm: Firm(), sizes: sizes, scoring: scoring, asOf: asOf)
      var open = 0.0
      for duty in duties { for points in duty.weighted { open += points } }
      return Candidate(
        cell: cell, name: rulebook.name(of: cell, in: world), findings: findings.count, open: open)
    }
    candidates.sort { a, b in a.open != b.open ? a.open > b.open : a.name < b.name }

    let width = before.high - before.low
    var result: [Reduction.Settling] = []
    for (place, candidate) in candidates.enumerated() {
      var settling = Reduction.Settling(
        fact: candidate.name, ask: asked[candidate.name] ?? candidate.name, findings: candidate.findings,
        settles: .init(low: 0, high: min(width, candidate.open)), tried: [], basis: .fromFindings)
      if place < mostTrials {
        let answers = answers(candidate.cell)
        if !answers.isEmpty {
          let widths = answers.map { answer in
            let after = points(answer.plan)
            return ((width - (after.high - after.low)) * 10_000).rounded() / 10_000
          }
          settling.settles = .init(low: widths.min() ?? 0, high: widths.max() ?? 0)
          settling.tried = answers.map(\.words)
          settling.basis = .judgedAgain
        }
      }
      result.append(settling)
    }
    return result.sorted { a, b in
      // What was tried goes before what was not: the one is known, the other a bound.
      if a.basis != b.basis { return a.basis == .judgedAgain }
      let middles = (a.settles.low + a.settles.high, b.settles.low + b.settles.high)
      return middles.0 != middles.1 ? middles.0 > middles.1 : a.fact < b.fact
    }
  }

  /// At most so many values of an enumeration are tried.
  private static let mostValues = 6

  /// The plan with each answer that can be tried: yes and no, the values of a short enumeration, a control in place and absent,
  /// none of a collection. Numbers, days and lists have too many.
  private func answers(_ cell: Cell) -> [(words: String, plan: Plan)] {
    let kind = rulebook.vocabulary.kinds[cell.kind]
    let place = Location(file: plan.file, line: 1)
    if kind.repeats, cell.row < 0, cell.fact >= 0 {
      let id = rulebook.catalogue.controls[cell.fact].id
      let organization = Subject(kind: "organization", id: "organization", title: "")
      let inPlace = plan.applying(
        [(Remedy(title: id, controls: [id]), organization)], rulebook: rulebook, asOf: asOf)
      guard let status = kind.fact(named: "status"), let key = kind.fact(named: "id") else { return [] }
      var absent = plan
      var statements = [Plan.Statement?](repeating: nil, count: kind.facts.count)
      statements[key] = Plan.Statement(value: .string(id), location: place)
      statements[status] = Plan.Statement(value: .string("absent"), location: place)
      absent.rows[cell.kind].append(Plan.Row(id: id, statements: statements, location: place))
      if absent.collections[cell.kind].extent == .unstated { absent.collections[cell.kind].extent = .open }
      return [("in place", inPlace), ("absent", absent)]
    }
    guard cell.fact >= 0, plan.rows[cell.kind].indices.contains(cell.row) else { return [] }
    return values(kind.facts[cell.fact].type).map { value in
      var stated = plan
      stated.rows[cell.kind][cell.row].statements[cell.fact] = Plan.Statement(value: value, location: place)
      return (value.words, stated)
    }
  }

  private func values(_ type: Vocabulary.FactType) -> [Value] {
    switch type {
    case .boolean: [.boolean(true), .boolean(false)]
    case .enumeration(let index) where rulebook.vocabulary.enumerations[index].values.count <= Self.mostValues:
      rulebook.vocabulary.enumerations[index].values.map { .string($0.id) }
    default: []
    }
  }
}

extension Value {
  fileprivate var words: String {
    switch self {
    case .boolean(let value): value ? "true" : "false"
    case .string(let text): text
    default: ""
    }
  }
}
