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
    /// Controls of the same remedy that are still to do: they come first.
    var after: Set<String> = []
    var topic: String
  }

  /// By id.
  private(set) var jobs: [String: Job] = [:]
  private(set) var withoutRemedy: [String] = []
  private let controls: Catalogue
  private let status: (String) -> ControlState.Assurance
  private let estimates: Estimates
  /// Ids of changes by what they say, so that two provisions that ask for the same change share a job.
  private var changes: [Change.Key: String] = [:]

  init(
    closing findings: [Finding], controls: Catalogue,
    status: @escaping (String) -> ControlState.Assurance, estimates: Estimates
  ) {
    self.controls = controls
    self.status = status
    self.estimates = estimates
    // By id, so that the order of findings does not matter.
    for finding in findings.sorted(by: { $0.id < $1.id }) { add(finding) }
  }

  private mutating func add(_ finding: Finding) {
    let stated = Dictionary(
      finding.controls.map { ($0.control, $0.assurance) }, uniquingKeysWith: { a, _ in a })
    func state(_ id: String) -> ControlState.Assurance { stated[id] ?? status(id) }
    let unmet = finding.controls.map(\.control).filter { !state($0).isInPlace }
    let remedy =
      finding.remedies.first { remedy in
        remedy.change != nil || remedy.controls.contains { !state($0).isInPlace }
      } ?? (unmet.isEmpty ? nil : Remedy(title: finding.title, controls: unmet))
    guard let remedy else {
      withoutRemedy.append(finding.id)
      return
    }
    let toDo = remedy.controls.filter { !state($0).isInPlace }
    for control in toDo {
      need(control, for: finding)
      jobs[control]?.closes.insert(finding.id)
      if state(control) == .planned { jobs[control]?.isPlanned = true }
    }
    if remedy.change != nil { change(remedy, after: toDo, for: finding) }
  }

  /// A job for a control and for every prerequisite that is not in place.
  private mutating func need(_ id: String, for finding: Finding) {
    let isNew = jobs[id] == nil
    if isNew { jobs[id] = Job(id: id, isPlanned: status(id) == .planned) }
    let markets = jobs[id]?.markets ?? []
    guard isNew || !markets.isSuperset(of: finding.markets) else { return }
    jobs[id]?.markets.formUnion(finding.markets)
    for prerequisite in controls[id]?.requires ?? [] where !status(prerequisite).isInPlace {
      need(prerequisite, for: finding)
    }
  }

  private mutating func change(_ remedy: Remedy, after controls: [String], for finding: Finding) {
    let text = remedy.change ?? remedy.title
    let key = Change.Key(title: remedy.title, text: text)
    let id = changes[key] ?? freshId(for: finding)
    changes[key] = id
    let length = estimates.change(likely: remedy.days, afterControls: !controls.isEmpty)
    var job = jobs[id] ?? Job(id: id)
    var change = job.change ?? Change(title: remedy.title, text: text, length: length, topic: finding.topic)
    // Two provisions may estimate the same change differently: the longer one counts.
    change.length = change.length.longer(length)
    change.after.formUnion(controls)
    job.change = change
    job.closes.insert(finding.id)
    job.markets.formUnion(finding.markets)
    jobs[id] = job
  }

  /// `change-eu-gdpr-art-44`, then `…-2`.
  private func freshId(for finding: Finding) -> String {
    let stem = "change-" + String("\(finding.pack)-\(finding.provision)".map { $0 == "." ? "-" : $0 })
    var id = stem
    var number = 2
    while jobs[id] != nil {
      id = "\(stem)-\(number)"
      number += 1
    }
    return id
  }
}

extension Work.Change {
  struct Key: Hashable {
    var title: String
    var text: String
  }
}

extension Catalogue.ThreePoint {
  fileprivate func longer(_ other: Self) -> Self {
    Self(
      min: Swift.max(min, other.min), likely: Swift.max(likely, other.likely), max: Swift.max(max, other.max))
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
