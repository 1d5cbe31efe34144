package import FEEL
import Facts
package import Plans
package import Rules

/// What was chosen to close the gaps of a plan and those that closing them opens, before it is laid out in time.
package struct RemedySelection {
  let work: Work
  /// Gaps that the choice opens, round by round, and for which it was made too.
  let followUps: [Finding]
  /// Nothing was open any more for which no choice had been made.
  let isSettled: Bool
  /// What judging the changed plan showed.
  let proof: Checklist.Proof
  /// Titles of remedies that were left out, for the plan with them still has their gap.
  private(set) var failed: [String] = []

  /// Rounds after the first: what the choice opens may open more.
  static let mostRounds = 5
  /// Choices anew after the first one, each without the remedies that the ones before showed not to close their gaps.
  static let mostRetries = 3

  package typealias Taken = [(finding: Finding, remedy: Remedy)]

  /// The remedies chosen for the gaps of the plan.
  package var taken: Taken { work.taken }

  /// `first` chooses for the gaps of the plan; `judging` begins with the plan anew, and then carries out remedies, besides those of
  /// the calls before, and tells what is found.
  init(
    of findings: [Finding], _ horizon: CalendarDate, first: (Set<RemedyMenu.Failure>) -> Work,
    judging: () -> (Taken) -> [Finding]
  ) {
    var failed: Set<RemedyMenu.Failure> = []
    var best = Self(first(failed), findings, horizon, judge: judging())
    var last = best
    for _ in 0..<Self.mostRetries where !last.proof.stillOpen.isEmpty {
      let open = Set(last.proof.stillOpen)
      let news = last.work.taken.filter { open.contains($0.finding.id) }.map {
        RemedyMenu.Failure(finding: $0.finding.id, title: $0.remedy.title)
      }
      guard !failed.isSuperset(of: news) else { break }
      failed.formUnion(news)
      last = Self(first(failed), findings, horizon, judge: judging())
      last.failed = Set(failed.map(\.title)).subtracting(last.work.taken.map(\.remedy.title)).sorted()
      if last.left < best.left { best = last }
    }
    self = best
  }

  /// What remains open although something was chosen for it, or for which nothing was chosen.
  private var left: Int { proof.stillOpen.count + proof.opened.count }

  /// What was chosen in an earlier round stays, so that it ends.
  private init(
    _ first: Work, _ findings: [Finding], _ horizon: CalendarDate, judge: (Taken) -> [Finding]
  ) {
    var work = first
    var followUps: [Finding] = []
    var isSettled = false
    var after = findings
    var known = Set(findings.filter { $0.isOpen(on: horizon) }.map(\.id))
    var carriedOut = 0
    for round in 0...Self.mostRounds {
      after = judge(Array(work.taken[carriedOut...]))
      carriedOut = work.taken.count
      let opened = after.filter { work.preferences.counts($0, on: horizon) && known.insert($0.id).inserted }
      isSettled = opened.isEmpty
      if isSettled || round == Self.mostRounds { break }
      work.close(opened)
      followUps += opened
    }
    self.work = work
    self.followUps = followUps
    self.isSettled = isSettled
    proof = Checklist.Proof(of: work.taken, before: findings + followUps, after: after, horizon: horizon)
  }

  /// The choice with how it came about and with what costs more to know: the other ways to close the gaps, each with its price, of which every one is a choice anew.
  package func detailed(_ choice: Checklist.Choice) -> Checklist.Choice {
    var choice = choice
    choice.followUps = followUps.map(\.id)
    choice.isSettled = isSettled
    choice.failed = failed
    choice.alternatives = work.alternatives
    choice.proof = proof
    return choice
  }
}

extension Rulebook {
  /// Chooses, judges the plan with the remedies carried out, chooses for what that opens, and so on until nothing new opens. Where
  /// a remedy does not close its gap, it chooses anew without it. Every round costs an assessment.
  package func selection(
    closing findings: [Finding], in plan: Plan, status: @escaping (String) -> ControlState.Assurance,
    horizon: CalendarDate, asOf: CalendarDate, options: Options = Options(),
    estimates: Estimates = Estimates(), preferences: Preferences = Preferences()
  ) -> RemedySelection {
    let gaps = findings.filter { preferences.counts($0, on: horizon) }
    return RemedySelection(of: findings, horizon) { failed in
      Work(
        closing: gaps, controls: catalogue, status: status, estimates: estimates, preferences: preferences,
        failed: failed)
    } judging: {
      var changed = plan
      return { remedies in
        changed = changed.applying(
          remedies.map { ($0.remedy, $0.finding.subject) }, rulebook: self, asOf: asOf)
        return assess(changed, asOf: asOf, options: options).findings
      }
    }
  }
}
