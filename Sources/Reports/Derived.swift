import Diagnostics
import Engine
import FEEL
import Rules

extension Report {
  /// What deserves attention first: blockers, then severity, then what profiles weigh most, then the order of the assessment.
  func ranked(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { a, b in
      if a.element.blocksEntry != b.element.blocksEntry { return a.element.blocksEntry }
      if a.element.severity != b.element.severity { return a.element.severity > b.element.severity }
      let (left, right) = (emphasis(of: a.element), emphasis(of: b.element))
      return left != right ? right < left : a.offset < b.offset
    }.map(\.element)
  }

  /// How much profiles weigh it beside others; 1: no more than usual.
  private func emphasis(of finding: Finding) -> Decimal {
    guard let weights = assessment.tailoring?.emphasized, !weights.isEmpty else { return .one }
    return weights["\(finding.pack)/\(finding.provision)"] ?? .one
  }

  func findings(_ verdict: Verdict) -> [Finding] {
    ranked(assessment.findings.filter { $0.verdict == verdict })
  }

  var gaps: [Finding] { findings(.gap) }
  var blockers: [Finding] { gaps.filter(\.blocksEntry) }

  /// Law that starts within the horizon, soonest first.
  var upcoming: [Finding] {
    findings(.upcoming).enumerated().sorted { a, b in
      guard a.element.appliesFrom != b.element.appliesFrom else { return a.offset < b.offset }
      guard let first = a.element.appliesFrom else { return false }
      return b.element.appliesFrom.map { first < $0 } ?? true
    }.map(\.element)
  }

  /// Law after the horizon, soonest first: listed, not judged.
  var later: [Assessment.LaterLaw] {
    assessment.later.sorted { ($0.from, $0.pack, $0.provision) < ($1.from, $1.pack, $1.provision) }
  }

  /// Tasks by start, then by id.
  var tasks: [Checklist.Task] {
    checklist.tasks.sorted {
      ($0.start, $0.finish, $0.id) < ($1.start, $1.finish, $1.id)
    }
  }

  /// What to begin first of what is not done: by start, then what everything else waits for.
  var firstActions: [Checklist.Task] {
    tasks.filter { !$0.isDone }.enumerated().sorted { a, b in
      if a.element.start != b.element.start { return a.element.start < b.element.start }
      if a.element.isCritical != b.element.isCritical { return a.element.isCritical }
      if a.element.latestFinish != b.element.latestFinish {
        return a.element.latestFinish < b.element.latestFinish
      }
      return a.offset < b.offset
    }.map(\.element)
  }

  /// It ends after the window.
  func isLate(_ task: Checklist.Task) -> Bool { task.finish > checklist.deadline }

  func tasks(closing finding: Finding) -> [Checklist.Task] { tasks.filter { $0.closes.contains(finding.id) } }

  func title(ofTask id: String) -> String { checklist.tasks.first { $0.id == id }?.title ?? controlTitle(id) }

  /// Who closes a gap, by when it must be closed and when it can be.
  struct Due {
    var owner: String
    /// The first entry that it concerns; without one, the latest finish of its tasks.
    var date: CalendarDate?
    /// When the schedule has its last task finished.
    var ready: CalendarDate?

    var isLate: Bool { date.flatMap { date in ready.map { $0 >= date } } ?? false }

    /// `DPO, due 2027-02-15, ready 2027-02-26 at the earliest`
    var text: String {
      "\(owner), due \(date?.description ?? "no date")"
        + (ready.map { ", ready \($0) at the earliest" } ?? "")
    }
  }

  func due(_ finding: Finding) -> Due {
    let tasks = tasks(closing: finding)
    var owners: [String] = []
    for task in tasks where !owners.contains(task.owner) { owners.append(task.owner) }
    let entry = assessment.markets.filter { finding.concerns($0.country) }.compactMap(\.entry).min()
    return Due(
      owner: owners.isEmpty ? "no owner yet" : owners.joined(separator: ", "),
      date: entry ?? tasks.map(\.latestFinish).max(), ready: tasks.map(\.finish).max())
  }

  /// The highest known ceiling of each currency: amounts of different currencies are not compared.
  var largestExposures: [Risk.Exposure] { risk.exposures.largest }

  /// Ceilings whose amount needs facts that the plan does not state.
  var openExposures: Int { risk.exposures.open }

  var criticalPathTitles: [String] { checklist.criticalPath.map { title(ofTask: $0) } }

  /// Distinct unknown facts: the questions ask for every one.
  var unknownFactCount: Int { assessment.questions.count }

  /// Findings by verdict; permissions apart, because they are never a gap.
  func counts(permissions: Bool) -> [(verdict: Verdict, count: Int)] {
    var counts = [Int](repeating: 0, count: Verdict.allCases.count)
    for index in assessment.findings.indices
    where assessment.findings[index].isPermission == permissions {
      counts[assessment.findings[index].verdict.place] += 1
    }
    return Verdict.byAttention.compactMap { verdict in
      counts[verdict.place] == 0 ? nil : (verdict, counts[verdict.place])
    }
  }

  /// `10 gaps (2 block entry), 3 unknown …; permissions: 2 allowed`
  var countsText: String {
    guard !assessment.findings.isEmpty else { return "no provision was judged" }
    let duties = counts(permissions: false).map { verdict, number in
      guard verdict == .gap else { return "\(number) \(verdict.word)" }
      let blocking = blockers.count
      let suffix = blocking == 0 ? "" : " (\(blocking) \(blocking == 1 ? "blocks" : "block") entry)"
      return count(number, "gap") + suffix
    }
    let permissions = counts(permissions: true).map { "\($0.count) \($0.verdict.word)" }
    return duties.joined(separator: ", ")
      + (permissions.isEmpty ? "" : "; permissions: \(permissions.joined(separator: ", "))")
  }

  /// One sentence: does the work fit?
  var fitText: String {
    let list = checklist
    guard !list.tasks.isEmpty else {
      let rest = list.withoutRemedy.count
      return rest == 0
        ? "Nothing to schedule: no open gap has a task."
        : "Nothing to schedule: \(count(rest, "gap")) without a known remedy."
    }
    let window = "\(list.start) to \(list.deadline)"
    if list.fits {
      return
        "Fits in \(list.windowText) (\(window)): last task ends \(list.finish), at worst \(list.latestFinish)"
        + (list.fitsAtWorst ? "." : ", which is too late.")
    }
    return
      "Does not fit in \(list.windowText) (\(window)): earliest \(list.finish), at worst \(list.latestFinish)."
  }
}

extension [Risk.Exposure] {
  /// The highest known one of each currency.
  var largest: [Risk.Exposure] {
    var result: [Risk.Exposure] = []
    for exposure in self {
      guard exposure.maximum != nil, let amount = exposure.amount else { continue }
      guard let index = result.firstIndex(where: { $0.currency == exposure.currency }) else {
        result.append(exposure)
        continue
      }
      if amount > result[index].amount ?? 0 { result[index] = exposure }
    }
    return result
  }

  /// How many have no amount yet.
  var open: Int { count(where: { $0.amount == nil && $0.unitAmount == nil }) }
}

extension Risk.Exposure {
  /// `EUR 20,000,000`, `INR 2,000 per violation`, `at least EUR 5,000`.
  var maximumText: String? {
    guard let maximum, let unit, !maximum.contains(unit) else { return maximum }
    return "\(maximum) per \(unit)"
  }
}

extension Finding {
  /// The first three; the explanation has all.
  var citationText: String {
    guard !citations.isEmpty else { return "no citation" }
    let rest = citations.count > 4 ? ["\(citations.count - 3) more"] : []
    return (citations.prefix(rest.isEmpty ? 4 : 3).map(\.text) + rest).joined(separator: "; ")
  }

  var appliesText: String {
    switch (appliesFrom, appliesUntil) {
    case (nil, nil): "no start date in the pack"
    case (let from?, nil): "applies from \(from)"
    case (nil, let until?): "applies until \(until)"
    case (let from?, let until?): "applies \(from) to \(until)"
    }
  }

  var marketsText: String { markets.isEmpty ? "all" : markets.joined(separator: ", ") }

  /// Law that can no longer be relied on without a look at the text.
  var verifyText: String? { verify ? "verify: the text was not read, or the law is uncertain" : nil }
}

extension Finding {
  /// Rows of decision tables that it rests on, each once.
  var tableRows: [String] {
    var rows: [String] = []
    for row in because.flatMap(\.rows).map(\.text) where !rows.contains(row) { rows.append(row) }
    return rows
  }
}

extension Reason.RowFired {
  /// `table Export route, row 3: CN-CBDF Article 7(1)(1)`
  var text: String {
    "table \(table), row \(row)\(notes.isEmpty ? "" : ": \(notes.joined(separator: "; "))")"
  }
}

extension Reason.FactUsed {
  /// `organization.employees = 120 (an estimate, plan.yaml:7)`
  var text: String {
    "\(fact) = \(value ?? "not stated")\(place.isEmpty ? "" : " (\(place))")"
  }

  /// Where the plan says it, and whether it is a guess: who relies on the verdict has to know.
  var place: String {
    [isEstimate ? "an estimate" : nil, location.map { "\($0.file):\($0.line)" }].compactMap(\.self)
      .joined(separator: ", ")
  }
}

extension Verdict {
  /// Its place among all.
  fileprivate var place: Int {
    switch self {
    case .satisfied: 0
    case .gap: 1
    case .undetermined: 2
    case .notApplicable: 3
    case .upcoming: 4
    case .waived: 5
    case .error: 6
    case .allowed: 7
    case .notAllowed: 8
    }
  }
}

extension Finding {
  fileprivate var isPermission: Bool { if case .permission = modality { true } else { false } }
}
