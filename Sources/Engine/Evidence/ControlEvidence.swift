package import Diagnostics
package import FEEL
import Facts
package import Plans
package import Rules

/// The evidence that a plan names for one control: each piece with its state, and the days that none of them covers.
package struct ControlEvidence: Sendable {
  package var control: String
  /// Names of what the statement is limited to; nil: all.
  package var covers: [String]?
  package var assurance: ControlState.Assurance
  package var items: [EvidenceItem]
  /// Days of the period under review for which nothing shows that the control worked, in order.
  package var uncovered: [EvidenceItem.Days]
  package var location: Location

  /// The last day on which any piece counts; nil: none counts, or one does not grow old.
  package var lastDay: CalendarDate? {
    let counting = items.filter { $0.state == .counts }
    guard counting.allSatisfy({ $0.lastDay != nil }) else { return nil }
    return counting.compactMap(\.lastDay).max()
  }
}

extension ControlEvidence {
  /// The period under review begins with the control, else with the first day that is covered; it ends with the day of the
  /// assessment, or earlier while evidence of this age is still fresh. Without any stated period there is none to look at.
  static func uncovered(
    _ items: [EvidenceItem], since: CalendarDate?, until day: CalendarDate, freshDays: Int?
  ) -> [EvidenceItem.Days] {
    let covered = items.filter { item in
      switch item.state {
      case .counts, .stale: true
      case .incomplete, .notYet: false
      }
    }.compactMap(\.covers).filter { $0.first <= day }.sorted { $0.first < $1.first }
    guard let first = covered.first, let last = covered.map(\.last).max() else { return [] }
    var result: [EvidenceItem.Days] = []
    var next = min(since ?? first.first, first.first)
    for days in covered {
      if days.first > next, let before = days.first.adding(days: -1) { result.append(.init(next, before)) }
      if days.last >= next, let after = days.last.adding(days: 1) { next = after }
    }
    let isFresh = freshDays.map { day.dayNumber - last.dayNumber <= $0 } ?? true
    if !isFresh, next <= day { result.append(.init(next, day)) }
    return result
  }
}

extension Rulebook {
  /// The controls for which the plan names evidence, in its order.
  package func evidence(in plan: Plan, on day: CalendarDate) -> [ControlEvidence] {
    ControlRegister(rulebook: self, world: plan, day: day).evidence()
  }

  /// Evidence that cannot be meant so: a hash that is none, a path that leads out of the plan's folder, a period that ends before
  /// it begins. What is merely missing is no mistake.
  package func evidenceMistakes(in plan: Plan, on day: CalendarDate) -> [Diagnostic] {
    guard let reader = EvidenceReader(vocabulary, plan, on: day) else { return [] }
    var mistakes: [Diagnostic] = []
    for row in 0..<reader.rowCount {
      let item = reader.item(row, nil)
      func complain(_ fact: String, _ message: String, _ suggestion: String) {
        mistakes.append(
          Diagnostic(
            .evidence, at: reader.location(of: fact, row: row) ?? item.location, message,
            suggestion: suggestion))
      }
      if let hash = item.sha256, !isSHA256(hash) {
        complain(
          "sha256", "`\(hash)` is no SHA-256", "write 64 digits of 0-9 and a-f, as `sha256sum` prints them")
      }
      if let file = item.file, !isInside(file) {
        complain(
          "file", "`\(file)` is no path inside the folder of the plan",
          "write it from that folder, without `..`, `\\`, `:` or blanks at its ends; an address is a `link`")
      }
      if let from = reader.date("from", row), let to = reader.date("to", row), to < from {
        complain("to", "the evidence ends on \(to), before it begins on \(from)", "change one of the days")
      }
    }
    return mistakes
  }

  private func isSHA256(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// Relative, below the folder, and the same on every system.
  private func isInside(_ path: String) -> Bool {
    let isPlain = path.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && $0.value != 0x7F && $0 != "\\" && $0 != ":"
    }
    return isPlain && path.first != " " && path.last != " "
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0 != "." && $0 != ".."
      }
  }
}

extension Diagnostic.Code { fileprivate static let evidence = Self(rawValue: "plan.evidence") }
