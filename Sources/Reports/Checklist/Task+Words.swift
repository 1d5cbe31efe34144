import Engine
import FEEL

// What every form of the checklist says of a task, in the same words.

extension Checklist {
  /// `90 days`, or as long as the window was asked for.
  var windowText: String { count(deadline.dayNumber - start.dayNumber, "day") }

  /// `does not fit in 90 days`
  var beyondText: String { "does not fit in \(windowText)" }

  var doneCount: Int { tasks.count { $0.isDone } }

  /// Some task has a day on which it was begun or finished.
  var hasProgress: Bool { tasks.contains { $0.progress != .open || $0.baseline != nil } }
}

extension Checklist.Task {
  var isDone: Bool { if case .done = progress { true } else { false } }

  /// Open, and not finished when it must be.
  var isOverdue: Bool { isLate && !isDone }

  /// Calendar days after the day on which it is due; 0 if it is in time.
  var daysLate: Int { due.map { max(0, finish.dayNumber - $0.dayNumber) } ?? 0 }

  /// Days from Monday to Friday from its start to its finish: what a calendar without holidays counts.
  var weekdays: Int {
    (start.dayNumber...max(start, finish).dayNumber).count { (CalendarDate(dayNumber: $0)?.weekday ?? 7) < 6 }
  }

  /// Of the likely working days, how many are over.
  var percentDone: Int? {
    switch progress {
    case .open: nil
    case .done: 100
    case .underWay(_, let remaining):
      min(99, max(0, (duration.likely - remaining) * 100 / max(1, duration.likely)))
    }
  }

  /// `done on 2026-11-20`, `under way since …, 4 working days left`; nil: open.
  var progressText: String? {
    switch progress {
    case .open: isPlanned ? "under way" : nil
    case .done(let day): "done on \(day)"
    case .underWay(let since, let remaining):
      "under way since \(since), \(count(remaining, "working day")) left"
    }
  }

  /// `open`, `underWay` or `done`: the word that tables use.
  var state: String {
    switch progress {
    case .open: isPlanned ? "underWay" : "open"
    case .underWay: "underWay"
    case .done: "done"
    }
  }

  /// `1.5 people`; nil: not stated.
  var peopleText: String? { people > 0 ? personText(people) : nil }

  var ownerText: String { owner + (external.map { " with \($0)" } ?? "") }

  var streamTitle: String { Checklist.streamTitle(stream) }

  /// `due 2027-02-15`, with how late it is.
  var dueText: String? {
    due.map { day in
      isOverdue ? "due \(day), finishes \(count(daysLate, "day")) late" : "due \(day)"
    }
  }
}

extension Checklist {
  /// The four streams of work in their order; a stream of another name keeps it.
  static let streams = ["regulatory", "infrastructure", "team", "operations"]

  static func streamTitle(_ stream: String) -> String {
    switch stream {
    case "regulatory": "Regulatory compliance"
    case "infrastructure": "Infrastructure"
    case "team": "Team establishment"
    case "operations": "Operations coordination"
    default: capitalized(spaced(stream))
    }
  }
}

extension Checklist.Wait {
  /// `Answer of the authority (authority), 2026-12-01 to 2027-01-26, GDPR 36(2)`
  var text: String {
    "\(title) (\(spaced(party))), \(span.start) to \(span.finish)" + (citation.map { ", \($0)" } ?? "")
  }
}

/// `1 person`, `0.5 people`
func personText(_ number: Double) -> String {
  decimal(number) == "1" ? "1 person" : "\(decimal(number)) people"
}

extension Checklist.Clock {
  var text: String {
    "\(event): within \(within)" + (to.map { " to the \($0)" } ?? "") + " (\(citation))"
  }
}
