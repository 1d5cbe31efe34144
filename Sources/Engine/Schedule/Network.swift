import FEEL
import Facts

/// The drafts as a project: prerequisites and windows as links, and the days by which tasks must be finished.
struct Network {
  let drafts: [Draft]
  let tasks: [Project.Task]
  let capacity: [Int?]
  /// Places whose prerequisites were cut because they form a circle.
  let dropped: [Int]
  /// Ids of the findings that each task serves, also as a prerequisite.
  let serves: [Set<String>]
  /// `eu.gdpr/art-27` of every open finding.
  let provisions: [String: String]

  init(
    _ drafts: [Draft], _ staffing: Staffing, _ open: [Finding], _ markets: [Assessment.Market],
    _ reliance: Reliance
  ) {
    let places = Dictionary(
      drafts.indices.map { (drafts[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    let circles = Circles(
      cutting: drafts.indices.map { place in
        let after = drafts[place].isRenewal ? [] : drafts[place].control?.windows.map(\.after) ?? []
        var links: [Int] = []
        for id in drafts[place].requires + after {
          if let before = places[id], before != place, !links.contains(before) { links.append(before) }
        }
        return links
      })
    var tasks = drafts.map { $0.task(staffing) }
    let dues = Self.dues(of: open, markets)
    for (place, draft) in drafts.enumerated() {
      tasks[place].requires = circles.requires[place]
      tasks[place].due =
        draft.isRenewal ? reliance.due(of: draft.job.id) : draft.job.closes.compactMap { dues[$0] }.min()
      for window in draft.isRenewal ? [] : draft.control?.windows ?? [] {
        guard let after = places[window.after], after != place else { continue }
        let days = window.unit == .working ? tasks[place].owner : nil
        tasks[place].windows.append(
          Project.Window(after: after, within: min(window.within, Project.longest), days: days))
      }
    }
    var serves = drafts.map(\.job.closes)
    for place in Project(start: 0, tasks: tasks).inOrder.reversed() {
      for before in tasks[place].requires {
        serves[before].formUnion(serves[place])
        if let due = tasks[place].due { tasks[before].due = min(tasks[before].due ?? due, due) }
      }
    }
    self.drafts = drafts
    self.tasks = tasks
    capacity = staffing.capacity
    dropped = circles.dropped.map(\.0)
    self.serves = serves
    provisions = Dictionary(
      open.map { ($0.id, "\($0.pack)/\($0.provision)") }, uniquingKeysWith: { first, _ in first })
  }

  /// By finding: the last day before it binds in the first of its markets.
  private static func dues(of open: [Finding], _ markets: [Assessment.Market]) -> [String: Int] {
    var dues: [String: Int] = [:]
    for finding in open {
      let days = markets.filter { finding.markets.contains($0.country) }.compactMap(\.entry).map {
        finding.lastDay(before: $0)
      }
      if let day = days.min() { dues[finding.id] = min(dues[finding.id] ?? day, day) }
    }
    return dues
  }

  func project(from start: CalendarDate) -> Project {
    Project(start: start.dayNumber, tasks: tasks, capacity: capacity)
  }
}

/// Evidence of controls in place that ends before a market relies on it.
struct Reliance {
  /// By control: markets that rely on it, and the last day before the first such entry.
  private var needed: [String: (markets: Set<String>, due: Int)] = [:]

  /// What the plan does not enter on a day is relied on at the end of the window.
  init(
    _ evidence: [Checklist.EvidenceEnd], _ findings: [Finding], _ markets: [Assessment.Market],
    until deadline: CalendarDate
  ) {
    let latest = (markets.compactMap(\.entry) + [deadline]).max() ?? deadline
    let ending = evidence.filter { $0.until < latest }
    guard !ending.isEmpty else { return }
    for finding in findings where finding.verdict == .satisfied || finding.verdict == .upcoming {
      let controls = finding.controls
      for end in ending
      where controls.contains(where: { $0.control == end.control && $0.assurance.isInPlace }) {
        for market in markets where finding.markets.contains(market.country) {
          let entry = market.entry ?? deadline
          guard end.until < entry else { continue }
          let due = entry.dayNumber - 1
          let known = needed[end.control] ?? ([], due)
          needed[end.control] = (known.markets.union([market.country]), min(known.due, due))
        }
      }
    }
  }

  func due(of control: String) -> Int? { needed[control]?.due }

  /// A job for each, but for controls that are worked on anyway.
  func jobs(besides jobs: [String: Work.Job]) -> [Work.Job] {
    needed.keys.sorted().filter { jobs[$0] == nil }.map { id in
      var job = Work.Job(id: id)
      job.markets = needed[id]?.markets ?? []
      return job
    }
  }
}
