import Facts
import Rules

/// Every way to close every open finding, as a problem of which the smallest joint set is sought.
struct RemedyMenu {
  /// A way with the finding and the remedy that it comes from.
  struct Way {
    var remedy: Remedy
    /// Controls of the remedy that are not in place, in the order of the remedy.
    var toDo: [String]
    var option: RemedyProblem.Option
  }

  /// Of the last round.
  private(set) var findings: [(id: String, finding: Finding, ways: [Way])] = []
  /// Findings for which there is none.
  private(set) var withoutRemedy: [String] = []
  /// Changes by what they say, so that two provisions that ask for the same change share a task.
  private var changes: [Change: String] = [:]
  private var isUsed: Set<String> = []
  private var measures: [String: RemedyProblem.Measure] = [:]
  private let failed: Set<Failure>
  private let catalogue: Catalogue
  private let status: (String) -> ControlState.Assurance
  private let estimates: Estimates

  /// A way that judging the changed plan showed not to close the gap.
  struct Failure: Hashable {
    var finding: String
    var title: String
  }

  private struct Change: Hashable {
    var title: String
    var text: String
  }

  init(
    _ findings: [Finding], _ catalogue: Catalogue, _ status: @escaping (String) -> ControlState.Assurance,
    _ estimates: Estimates, decided: Set<String> = [], failed: Set<Failure> = []
  ) {
    self.failed = failed
    self.catalogue = catalogue
    self.status = status
    self.estimates = estimates
    // What is to be used in any case is work even if no gap asks for it.
    for id in decided.sorted() where catalogue[id] != nil && !status(id).isInPlace { need(id) }
    next(findings)
  }

  /// Goes on to these findings; measures, and the names of changes, stay as they are.
  mutating func next(_ round: [Finding]) {
    findings = []
    withoutRemedy = []
    // By id, so that the order of findings does not matter.
    for (id, finding) in round.map({ ($0.id, $0) }).sorted(by: { $0.0 < $1.0 }) { add(id, finding) }
  }

  /// Of the last round.
  func problem(_ preferences: Preferences, taken: Set<String> = []) -> RemedyProblem {
    var problem = RemedyProblem(
      measures: measures.values.sorted { $0.id < $1.id },
      demands: findings.map { .init(id: $0.id, options: $0.ways.map(\.option)) }, preferences: preferences)
    problem.taken = taken
    return problem
  }

  private mutating func add(_ id: String, _ finding: Finding) {
    let controls = finding.controls
    let stated = Dictionary(controls.map { ($0.control, $0.assurance) }, uniquingKeysWith: { a, _ in a })
    func isToDo(_ control: String) -> Bool { !(stated[control] ?? status(control)).isInPlace }
    var ways = finding.remedies.compactMap { remedy in
      let toDo = remedy.controls.filter(isToDo)
      return remedy.change == nil && toDo.isEmpty ? nil : way(remedy, toDo, finding)
    }
    if ways.isEmpty {
      let unmet = controls.map(\.control).filter(isToDo)
      if !unmet.isEmpty { ways = [way(Remedy(title: finding.title, controls: unmet), unmet, finding)] }
    }
    // One that fails is better than none: it may do its share of the work.
    let others = ways.filter { !failed.contains(Failure(finding: id, title: $0.option.title)) }
    if !others.isEmpty { ways = others }
    if ways.isEmpty { withoutRemedy.append(id) } else { findings.append((id, finding, ways)) }
  }

  private mutating func way(_ remedy: Remedy, _ toDo: [String], _ finding: Finding) -> Way {
    for control in toDo { need(control) }
    let option = RemedyProblem.Option(
      title: remedy.title, measures: Set(toDo).sorted(),
      last: remedy.change.map { change(remedy, $0, afterControls: !toDo.isEmpty, finding) },
      standing: remedy.surrenders ? .surrenders : remedy.isInWords ? .inWords : .proven)
    return Way(remedy: remedy, toDo: toDo, option: option)
  }

  /// The control with every prerequisite that is not in place.
  private mutating func need(_ id: String) {
    var open = [id]
    while let next = open.popLast() {
      guard measures[next] == nil else { continue }
      let control = catalogue[next]
      let before = (control?.requires ?? []).filter { !status($0).isInPlace }
      measures[next] = RemedyProblem.Measure(
        id: next, requires: before, effort: control?.effort.likely ?? 0, cost: control?.cost.likely ?? 0,
        days: control?.lead.likely ?? 0)
      open += before
    }
  }

  private mutating func change(_ remedy: Remedy, _ text: String, afterControls: Bool, _ finding: Finding)
    -> String
  {
    let key = Change(title: remedy.title, text: text)
    let id = changes[key] ?? freshId(for: finding)
    changes[key] = id
    let days = estimates.change(likely: remedy.days, afterControls: afterControls).likely
    let effort = remedy.effort ?? estimates.changeEffort.likely
    let known = measures[id]
    // Two provisions may estimate the same change differently: the larger figure counts.
    measures[id] = RemedyProblem.Measure(
      id: id, effort: max(effort, known?.effort ?? 0), cost: max(remedy.cost ?? 0, known?.cost ?? 0),
      days: max(days, known?.days ?? 0))
    return id
  }

  /// `change-eu-gdpr-art-44`, then `…-2`: the same whatever is chosen.
  private mutating func freshId(for finding: Finding) -> String {
    let stem = Self.changeId(finding.pack, finding.provision)
    var id = stem
    var number = 2
    while !isUsed.insert(id).inserted {
      id = "\(stem)-\(number)"
      number += 1
    }
    return id
  }

  static func changeId(_ pack: String, _ provision: String) -> String {
    "change-" + String("\(pack)-\(provision)".map { $0 == "." ? "-" : $0 })
  }
}

extension ControlState.Assurance {
  /// Done, whatever the age of its evidence.
  var isInPlace: Bool {
    switch self {
    case .asserted, .evidenced, .stale: true
    case .missing, .unknown, .planned, .partial: false
    }
  }
}
