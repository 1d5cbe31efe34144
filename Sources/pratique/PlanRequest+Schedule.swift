import Diagnostics
import Engine
import FEEL
import Plans
import Rules

extension PlanRequest {
  /// The schedule of the gaps under the terms asked for; what would shorten it, if details are wanted; the remedies
  /// chosen, if details or the register are wanted.
  func schedule(
    _ assessment: Assessment, _ rulebook: Rulebook, _ plan: Plan, _ calendar: WorkCalendar,
    _ day: CalendarDate, _ options: Rulebook.Options
  ) throws -> (checklist: Checklist, levers: [Checklist.Lever], taken: RemedySelection.Taken) {
    let status = rulebook.assurances(in: plan, asOf: day)
    let preferences = try choice.preferences(plan, rulebook)
    func selection(_ preferences: Preferences) -> RemedySelection? {
      guard isDetailed || wantsRegister else { return nil }
      return rulebook.selection(
        closing: assessment.findings, in: plan, status: status, horizon: assessment.horizon, asOf: day,
        options: options, preferences: preferences)
    }
    func made(_ terms: Checklist.Terms, _ preferences: Preferences, _ selection: RemedySelection?)
      -> Checklist
    {
      Checklist(
        closing: assessment.findings, catalogue: rulebook.catalogue, status: status,
        markets: assessment.markets, home: rulebook.home(of: plan), start: day, horizon: assessment.horizon,
        calendar: calendar, preferences: preferences, terms: terms, selection: selection)
    }
    let chosen = selection(preferences)
    var terms = Checklist.Terms()
    terms.team = try team(plan, rulebook)
    terms.evidence = Checklist.EvidenceEnd.all(
      in: plan, vocabulary: rulebook.vocabulary, catalogue: rulebook.catalogue)
    if let by {
      guard let last = CalendarDate(by) else { throw Problem("`\(by)` is not a date; write YYYY-MM-DD") }
      terms.by = last
    }
    if let done {
      let known = Set(made(terms, preferences, chosen).tasks.map(\.id))
      let node = try Node(reading: read(done), named: done, vocabulary: rulebook.vocabulary)
      terms.progress = try Checklist.ProgressReport(node, today: day, known: known) { id in
        [.asserted, .evidenced, .stale].contains(status(id))
      }
    }
    var list = made(terms, preferences, chosen)
    try preferences.refuse(list.choice?.conflicts ?? [])
    let taken = chosen?.taken ?? []
    guard isDetailed else { return (list, [], taken) }
    list.bound = list.lowerBound()
    if let chosen, let choice = list.choice { list.choice = chosen.detailed(choice) }
    // After some progress the choice stays as it was at the beginning.
    let variants =
      done == nil
      ? Checklist.Variant.others(list.choice, preferences) { made(terms, $0, selection($0)) } : []
    return (list, list.levers(trying: variants), taken)
  }

  /// The plan's people by role, and those of the command line over them.
  private func team(_ plan: Plan, _ rulebook: Rulebook) throws -> [Checklist.TeamRole] {
    var team = try Checklist.TeamRole.all(
      in: plan, vocabulary: rulebook.vocabulary, catalogue: rulebook.catalogue)
    for text in people {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let number = Double(parts[1]),
        let thousandths = Checklist.TeamRole.thousandths(number)
      else {
        throw Problem(
          "`--people \(text)` is not ROLE=N with a number above 0, at most \(Checklist.TeamRole.most)")
      }
      let name = String(parts[0])
      let names = Checklist.TeamRole.names(rulebook.catalogue)
      guard names.contains(name) else {
        let hint = didYouMean(name, among: names).map { "; \($0)" } ?? ""
        throw Problem("`--people \(text)`: no control has the owner `\(name)`\(hint)")
      }
      if let place = team.firstIndex(where: { $0.name == name }) {
        team[place].thousandths = thousandths
      } else {
        team.append(Checklist.TeamRole(name: name, thousandths: thousandths))
      }
    }
    return team
  }
}
