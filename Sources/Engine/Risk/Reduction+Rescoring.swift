package import FEEL
import Facts
package import Plans
package import Rules

/// What it takes to score a plan again.
package struct Rescoring {
  let rulebook: Rulebook
  let plan: Plan
  let sizes: SizeClasses
  let scoring: Scoring
  let asOf: CalendarDate
  let options: Rulebook.Options
  /// Remedies and facts that are tried by judging the plan again; the others are worked out from the findings.
  package var mostTrials = 24

  package init(
    _ rulebook: Rulebook, _ plan: Plan, sizes: SizeClasses, scoring: Scoring, asOf: CalendarDate,
    options: Rulebook.Options
  ) {
    self.rulebook = rulebook
    self.plan = plan
    self.sizes = sizes
    self.scoring = scoring
    self.asOf = asOf
    self.options = options
  }

  /// Points of a changed plan.
  func points(_ plan: Plan) -> Risk.Range {
    let assessment = rulebook.assess(plan, asOf: asOf, options: options)
    return points(assessment.scored, assessment.markets)
  }

  /// Points of findings; the firm does not matter, for maxima are not asked for.
  func points(_ findings: [Finding], _ markets: [Assessment.Market]) -> Risk.Range {
    let duties = Risk.duties(of: findings, firm: Firm(), sizes: sizes, scoring: scoring, asOf: asOf)
    return Risk.Readiness(duties) { $0.outcomes(inAnyOf: markets, asOf: asOf) }.categories.map(\.points)
      .reduce(.zero, +)
  }

  package func reduction(of assessment: Assessment) -> Reduction {
    let before = points(assessment.scored, assessment.markets)
    return Reduction(
      points: before, steps: steps(assessment, before), facts: facts(assessment, before))
  }
}

// MARK: Remedies

extension Rescoring {
  /// A way with everything that takes the same measures.
  private struct Candidate {
    var option: RemedyProblem.Option
    var taken: [(finding: Finding, id: String, remedy: Remedy)] = []
    var change: String?
  }

  private func steps(_ assessment: Assessment, _ before: Risk.Range) -> [Reduction.Step] {
    let open = assessment.findings.filter { $0.isOpen(on: assessment.horizon) || $0.verdict == .undetermined }
    let menu = RemedyMenu(
      open.filter { $0.modality != .permission }, rulebook.catalogue,
      rulebook.assurances(in: plan, asOf: asOf), Estimates())
    let measures = Dictionary(
      menu.problem(Preferences()).measures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var steps = candidates(menu).map { candidate -> (Candidate, Reduction.Step) in
      let needed = Needs(candidate.option, measures)
      var step = Reduction.Step(
        title: candidate.option.title, controls: needed.ids.filter { $0 != candidate.option.last },
        change: candidate.change, findings: candidate.taken.map(\.id), effort: needed.effort,
        days: needed.days, lowers: .zero, basis: .fromFindings)
      step.lowers = lowered(before, points(closing(step.findings, in: assessment.scored), assessment.markets))
      return (candidate, step)
    }.sorted { ($0.1.perEffort, $1.1.title) > ($1.1.perEffort, $0.1.title) }
    for place in steps.indices.prefix(mostTrials) {
      let changed = plan.applying(
        steps[place].0.taken.map { ($0.remedy, $0.finding.subject) }, rulebook: rulebook, asOf: asOf)
      // What must be done in words changes no fact, so that judging again would show nothing.
      if steps[place].0.taken.contains(where: \.remedy.isInWords) { continue }
      steps[place].1.lowers = lowered(before, points(changed))
      steps[place].1.basis = .judgedAgain
    }
    return steps.map(\.1).filter { $0.lowers.high > 0 }
      .sorted { ($0.perEffort, $1.title) > ($1.perEffort, $0.title) }
  }

  private func lowered(_ before: Risk.Range, _ after: Risk.Range) -> Risk.Range {
    func exact(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
    return Risk.Range(low: exact(before.low - after.low), high: exact(before.high - after.high))
  }

  /// Each option once, with every finding that it, or a part of it, closes.
  private func candidates(_ menu: RemedyMenu) -> [Candidate] {
    var found: [RemedyProblem.Option: Candidate] = [:]
    var order: [RemedyProblem.Option] = []
    for (_, _, ways) in menu.findings {
      for way in ways {
        // By what is to be done, whatever it is called.
        let key = RemedyProblem.Option(title: "", measures: way.option.measures, last: way.option.last)
        if found[key] == nil {
          order.append(key)
          found[key] = Candidate(option: way.option, change: way.remedy.change)
        }
      }
    }
    return order.compactMap { key in
      guard var candidate = found[key] else { return nil }
      let done = Set(key.measures)
      for (id, finding, ways) in menu.findings {
        let fitting = ways.first { way in
          done.isSuperset(of: way.option.measures) && (way.option.last == nil || way.option.last == key.last)
        }
        if let fitting { candidate.taken.append((finding, id, fitting.remedy)) }
      }
      return candidate
    }
  }

  /// The findings with these closed, as if each were met.
  private func closing(_ ids: [String], in findings: [Finding]) -> [Finding] {
    let closed = Set(ids)
    return findings.map { finding in
      guard finding.outcomes.contains(.gap), closed.contains(finding.id) else { return finding }
      var met = finding
      met.outcomes = .satisfied
      return met
    }
  }

  /// All measures of an option with what they require, the effort of all and the days of the longest chain.
  private struct Needs {
    var ids: [String] = []
    var effort = 0.0
    var days = 0.0

    init(_ option: RemedyProblem.Option, _ measures: [String: RemedyProblem.Measure]) {
      var finish: [String: Double] = [:]
      func add(_ id: String, _ depth: Int) -> Double {
        if let known = finish[id] { return known }
        guard let measure = measures[id], depth < 100 else { return 0 }
        finish[id] = measure.days
        let before = measure.requires.map { add($0, depth + 1) }.max() ?? 0
        ids.append(id)
        effort += measure.effort
        finish[id] = before + measure.days
        return before + measure.days
      }
      let first = option.measures.map { add($0, 0) }.max() ?? 0
      days = option.last.map { first + add($0, 0) } ?? first
      ids.sort()
    }
  }
}
