internal import FEEL

/// How a promise was kept: budget, burn rates, months with their credits.
package struct ServiceReport: Sendable {
  /// An alert of the Site Reliability Workbook (chapter 5): two windows burn the budget at least so fast.
  package struct Alert: Sendable {
    package var long: Int
    package var short: Int
    /// The share of the budget that the long window spends at that rate.
    package var share: Double
    package var threshold: Double
    package var longBurn: Double?
    package var shortBurn: Double?

    /// nil where a window has no event or rows stand for longer than it.
    package var fires: Bool? {
      guard let longBurn, let shortBurn else {
        // One window below settles it.
        return (longBurn ?? shortBurn).flatMap { $0 < threshold - 1e-9 ? false : nil }
      }
      return longBurn >= threshold - 1e-9 && shortBurn >= threshold - 1e-9
    }
  }

  package struct Month: Sendable {
    package var name: String
    package var period: Period
    /// Whether the objective was missed; nil if nobody knows.
    package var isViolation: Bool?
    /// Of the fee, the least and the most that can come of it, and as an amount; nil if nobody knows.
    package var credit: ClosedRange<Share>?
    package var amount: ClosedRange<Double>?
  }

  package var level: ServiceLevel
  package var start: Moment
  package var end: Moment
  /// The days of the error budget.
  package var budget: Period
  package var alerts: [Alert]
  package var months: [Month]
  package var notes: [String]

  /// Of what was measured in the days of the error budget; nil without events.
  package var availability: Double? {
    budget.total > .zero ? budget.good.value / budget.total.value : nil
  }

  /// Bad events over those that the objective allows.
  package var budgetSpent: Double? {
    availability.map { (1 - $0) / (1 - level.objective.value) }
  }

  /// Whether every month and the budget are kept; false if one surely is not, nil if one may not be.
  package var isKept: Bool? {
    let missed = months.map(\.isViolation) + [budget.isBelow(level.objective)]
    return missed.contains(true) ? false : missed.contains(nil) ? nil : true
  }

  /// `shares`: of the budget, spent in 1, 6, 24 and 72 hours when an alert fires; `fewest`: with fewer events a window is not judged.
  package init(_ level: ServiceLevel, _ measured: Measured, shares: [Double], fewest: Int) {
    precondition(shares.count == 4)
    self.level = level
    start = measured.rows.first?.moment ?? measured.end
    end = measured.end
    let allowed = 1 - level.objective.value
    budget = measured.window(last: level.days * 86_400)
    func burn(_ seconds: Int) -> Double? {
      measured.counts(last: seconds).flatMap {
        $0.total >= Count(millionths: Int128(fewest) * 1_000_000)
          ? ($0.total - $0.good).value / $0.total.value / allowed : nil
      }
    }
    alerts = zip([1, 6, 24, 72], shares).map { hours, share in
      let (long, short) = (hours * 3600, hours * 300)
      return Alert(
        long: long, short: short, share: share,
        threshold: share * Double(level.days * 86_400) / Double(long), longBurn: burn(long),
        shortBurn: burn(short))
    }
    months = measured.months.map { period in
      let credit = period.credit(level)
      return Month(
        name: period.start.day.map { String($0.description.dropLast(3)) } ?? "", period: period,
        isViolation: period.isBelow(level.objective), credit: credit,
        amount: credit.flatMap { credit in
          level.fee.map { $0 * credit.lowerBound.value...$0 * credit.upperBound.value }
        })
    }
    notes = []
    if let never = alerts.filter({ $0.threshold > 1 / allowed }).map({ hoursText($0.long) }).nonEmpty {
      notes.append(
        "the alert of \(never.joined(separator: ", ")) can never fire: an objective of \(level.objective.text) burns at most \(shown(1 / allowed)) times"
      )
    }
    if alerts.contains(where: { $0.fires == nil }) {
      notes.append(
        "some alerts cannot be told: a row stands for \(Series.words(measured.step)), or a window has fewer than \(fewest) events"
      )
    }
    notes += partNotes
  }

  /// What is measured in part is no pass: what is missing may be bad.
  private var partNotes: [String] {
    let parts = months.filter { !$0.period.isWhole }
    func list(_ months: [Month]) -> String {
      months.map { "\($0.name) (\($0.period.shareText))" }.joined(separator: ", ")
    }
    var notes: [String] = []
    if let open = parts.filter({ $0.isViolation == nil }).nonEmpty {
      notes.append(
        "measured in part, so that nobody knows whether the objective was kept: \(list(open))")
    }
    if let settled = parts.filter({ $0.isViolation != nil }).nonEmpty {
      notes.append(
        "measured in part, but the minutes that are missing cannot change whether the objective was kept: \(list(settled))"
      )
    }
    if !budget.isWhole {
      notes.append(
        "\(budget.shareText) of the \(level.days) days of the budget are measured, from \(budget.start) on"
          + (budget.isBelow(level.objective) == nil ? "; nobody knows whether it is kept" : ""))
    }
    return notes
  }
}

extension Array {
  fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}

/// `5 minutes`, `6 hours`, `3 days`.
package func hoursText(_ seconds: Int) -> String { Series.words(seconds) }
