import FEEL

/// What a plan comes to today, what changed since it was last looked at, and which days come next.
package struct Watch: Sendable {
  package struct SignOff: Codable, Sendable {
    package var role, time: String
    package var entry: Int
    /// No verdict has changed since.
    package var holds: Bool
    package init(role: String, time: String, entry: Int, holds: Bool) {
      self.role = role
      self.time = time
      self.entry = entry
      self.holds = holds
    }
  }

  let snapshot: Snapshot
  /// nil: it was not looked at before.
  let difference: ResultDifference?
  let recordedAs: Int
  let hash: String
  let comparedWith: Int?
  let signOffs: [SignOff]
  /// Waivers that somebody has to look at.
  let waivers: [String]

  package init(
    snapshot: Snapshot, difference: ResultDifference?, recordedAs: Int, hash: String, comparedWith: Int?,
    signOffs: [SignOff], waivers: [String]
  ) {
    self.snapshot = snapshot
    self.difference = difference
    self.recordedAs = recordedAs
    self.hash = hash
    self.comparedWith = comparedWith
    self.signOffs = signOffs
    self.waivers = waivers
  }
}

extension Watch {
  package var hasWaiverFindings: Bool { !waivers.isEmpty }

  private var daysLeft: [(deadline: Snapshot.Deadline, days: Int)] {
    guard let today = CalendarDate(snapshot.asOf) else { return [] }
    return snapshot.deadlines.compactMap { deadline in
      CalendarDate(deadline.date).map { (deadline, $0.dayNumber - today.dayNumber) }
    }
  }

  /// For the terminal: the next day of each kind, then the next of all.
  package func text(style: TextStyle = TextStyle()) -> String {
    let summary = snapshot.summary
    var lines = [
      style.wrap(
        "\(oneLine(summary.plan)): \(count(summary.gaps, "gap")) (\(summary.critical) critical), \(summary.unknown) unknown, \(summary.waived) waived; readiness \(summary.readiness.low) to \(summary.readiness.high) %; recorded as entry \(recordedAs)",
        indent: 2), "Head of the ledger: \(hash)",
    ]
    if let difference, let comparedWith {
      lines += ["Compared with entry \(comparedWith):", difference.text(style: style, most: 10)]
    } else {
      lines += ["First entry of this plan: nothing to compare with.", ""]
    }
    let days = daysLeft
    if !days.isEmpty {
      lines.append(style.ink("Days left", .bold))
      var shown: [Int] = []
      for kind in Snapshot.Deadline.Kind.allCases {
        if let first = days.firstIndex(where: { $0.deadline.kind == kind }) { shown.append(first) }
      }
      for index in days.indices.prefix(5) where !shown.contains(index) { shown.append(index) }
      lines += shown.sorted().map { index in
        let (deadline, left) = days[index]
        return style.item(
          "  \(left)  \(deadline.date)  \(deadline.kind.word): \(oneLine(deadline.title))", indent: 8)
      }
    }
    lines += waivers.map { style.item("! \($0)", indent: 2) }
    lines += signOffs.map { sign in
      style.item(
        sign.holds
          ? "✓ signed off by \(oneLine(sign.role)) on \(sign.time) (entry \(sign.entry)): holds"
          : "! signed off by \(oneLine(sign.role)) on \(sign.time) (entry \(sign.entry)): no longer holds, verdicts have changed",
        indent: 2)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  package var json: String { Reports.json(of: File(self)) }

  private struct File: Encodable {
    var schemaVersion = "1.0"
    var summary: Snapshot.Summary
    var recordedAs: Int
    var hash: String
    var comparedWith: Int?
    var difference: ResultDifference.File?
    var deadlines: [Deadline]
    var signOffs: [SignOff]
    var waivers: [String]
    struct Deadline: Encodable {
      var date, kind, title: String
      var daysLeft: Int
    }

    init(_ watch: Watch) {
      summary = watch.snapshot.summary
      recordedAs = watch.recordedAs
      hash = watch.hash
      comparedWith = watch.comparedWith
      difference = watch.difference.map(ResultDifference.File.init)
      deadlines = watch.daysLeft.map {
        Deadline(
          date: $0.deadline.date, kind: $0.deadline.kind.rawValue, title: $0.deadline.title, daysLeft: $0.days
        )
      }
      signOffs = watch.signOffs
      waivers = watch.waivers
    }
  }
}

extension Snapshot.Deadline.Kind {
  var word: String {
    switch self {
    case .law: "law starts"
    case .evidence: "evidence ends"
    case .waiver: "waiver ends"
    case .entry: "market entry"
    }
  }
}
