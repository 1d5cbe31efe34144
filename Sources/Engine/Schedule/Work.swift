import Facts
import Rules

/// What there is to do, not yet when: one job per control or change, however many findings need it.
struct Work {
  struct Job {
    var id: String
    /// Ids of the findings that it closes itself, not as a prerequisite.
    var closes: Set<String> = []
    /// Markets of all findings that it helps, also as a prerequisite.
    var markets: Set<String> = []
    var isPlanned = false
    /// For a change to the plan.
    var change: Change?
  }
  struct Change {
    var title: String
    var text: String
    /// Calendar days.
    var length: Catalogue.ThreePoint
    /// Person days.
    var effort: Catalogue.ThreePoint
    /// In EUR.
    var cost: Double
    /// Controls of the same remedy that are still to do: they come first.
    var after: Set<String> = []
    var topic: String
  }

  /// By id.
  private(set) var jobs: [String: Job] = [:]
  /// Findings that nothing closes, those whose every remedy is ruled out among them.
  private(set) var withoutRemedy: [String] = []
  /// How each gap that has a remedy is closed.
  private(set) var taken: [(finding: Finding, remedy: Remedy)] = []
  /// What was asked and what was chosen, round by round: the gaps of the plan, those that closing them opens, and so on.
  private(set) var rounds: [(problem: RemedyProblem, choice: RemedyChoice)] = []
  /// All rounds together.
  private(set) var chosen: RemedyChoice
  let preferences: Preferences
  private var menu: RemedyMenu
  private let controls: Catalogue
  private let status: (String) -> ControlState.Assurance
  private let estimates: Estimates

  init(
    closing findings: [Finding], controls: Catalogue,
    status: @escaping (String) -> ControlState.Assurance, estimates: Estimates,
    preferences: Preferences = Preferences(), failed: Set<RemedyMenu.Failure> = []
  ) {
    self.controls = controls
    self.status = status
    self.estimates = estimates
    self.preferences = preferences
    menu = RemedyMenu(findings, controls, status, estimates, decided: preferences.decided, failed: failed)
    let problem = menu.problem(preferences)
    chosen = problem.choice
    rounds = [(problem, chosen)]
    add(chosen)
  }

  /// Chooses for these gaps too, which what was chosen so far opens; that stays.
  mutating func close(_ opened: [Finding]) {
    menu.next(opened)
    let problem = menu.problem(preferences, taken: Set(chosen.measures))
    let choice = problem.choice
    chosen = chosen.followed(by: choice)
    rounds.append((problem, choice))
    add(choice)
  }

  /// Jobs for the choice of the last round.
  private mutating func add(_ choice: RemedyChoice) {
    withoutRemedy = (withoutRemedy + menu.withoutRemedy + choice.ruledOut).sorted()
    let options = Dictionary(choice.options.map { ($0.demand, $0.option) }, uniquingKeysWith: { a, _ in a })
    for (id, finding, ways) in menu.findings {
      if let way = ways.first(where: { $0.option == options[id] }) { add(way, to: id, finding) }
    }
    // What is decided in any case, even if no gap takes it.
    for id in chosen.measures where jobs[id] == nil {
      jobs[id] = Job(id: id, isPlanned: status(id) == .planned)
    }
  }

  private mutating func add(_ way: RemedyMenu.Way, to id: String, _ finding: Finding) {
    taken.append((finding, way.remedy))
    let states = finding.controls
    let markets = finding.markets
    for control in way.toDo {
      need(control, for: markets)
      jobs[control]?.closes.insert(id)
      if states.first(where: { $0.control == control })?.assurance == .planned {
        jobs[control]?.isPlanned = true
      }
    }
    if let change = way.option.last { add(change, way, to: id, finding) }
  }

  /// A job for a control and for every prerequisite that is not in place.
  private mutating func need(_ id: String, for markets: [String]) {
    var open = [id]
    while let next = open.popLast() {
      let known = jobs[next]
      if let known, known.markets.isSuperset(of: markets) { continue }
      jobs[next, default: Job(id: next, isPlanned: status(next) == .planned)].markets.formUnion(markets)
      open += (controls[next]?.requires ?? []).filter { !status($0).isInPlace }
    }
  }

  private mutating func add(_ change: String, _ way: RemedyMenu.Way, to id: String, _ finding: Finding) {
    let remedy = way.remedy
    let made = Change(
      title: remedy.title, text: remedy.change ?? remedy.title,
      length: estimates.change(likely: remedy.days, afterControls: !way.toDo.isEmpty),
      effort: estimates.changeEffort(likely: remedy.effort), cost: remedy.cost ?? 0, after: Set(way.toDo),
      topic: finding.topic)
    var job = jobs[change] ?? Job(id: change)
    job.change = job.change.map { $0.joined(with: made) } ?? made
    job.closes.insert(id)
    job.markets.formUnion(finding.markets)
    jobs[change] = job
  }
}

extension Work.Change {
  /// Two provisions may estimate the same change differently: the longer and dearer one counts.
  fileprivate func joined(with other: Self) -> Self {
    var joined = self
    joined.length = length.longer(other.length)
    joined.effort = effort.longer(other.effort)
    joined.cost = max(cost, other.cost)
    joined.after.formUnion(other.after)
    return joined
  }
}

extension Catalogue.ThreePoint {
  fileprivate func longer(_ other: Self) -> Self {
    Self(
      min: Swift.max(min, other.min), likely: Swift.max(likely, other.likely), max: Swift.max(max, other.max))
  }
}
