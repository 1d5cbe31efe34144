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
    package var good: Int
    package var total: Int
    package var isViolation: Bool
    package var credit: Share?
    package var amount: Double?
  }

  package var level: ServiceLevel
  package var start: Moment
  package var end: Moment
  /// Over the days of the error budget; nil without events.
  package var good: Int?
  package var total: Int?
  package var alerts: [Alert]
  package var months: [Month]
  package var notes: [String]

  package var availability: Double? {
    good.flatMap { good in total.map { Double(good) / Double($0) } }
  }

  /// Bad events over those that the objective allows.
  package var budgetSpent: Double? {
    good.flatMap { good in total.map { Double($0 - good) / (Double($0) * (1 - level.objective.value)) } }
  }

  package var isBroken: Bool { months.contains(where: \.isViolation) || (budgetSpent ?? 0) > 1 + 1e-9 }

  /// `shares`: of the budget, spent in 1, 6, 24 and 72 hours when an alert fires; `fewest`: with fewer events a window is not judged.
  package init(_ level: ServiceLevel, _ measured: Measured, shares: [Double], fewest: Int) {
    precondition(shares.count == 4)
    self.level = level
    start = measured.rows.first?.moment ?? measured.end
    end = measured.end
    let budget = 1 - level.objective.value
    let sum = measured.counts(last: level.days * 86_400)
    (good, total) = (sum?.good, sum?.total)
    func burn(_ seconds: Int) -> Double? {
      measured.counts(last: seconds).flatMap {
        $0.total >= fewest ? Double($0.total - $0.good) / Double($0.total) / budget : nil
      }
    }
    alerts = zip([1, 6, 24, 72], shares).map { hours, share in
      let (long, short) = (hours * 3600, hours * 300)
      return Alert(
        long: long, short: short, share: share,
        threshold: share * Double(level.days * 86_400) / Double(long), longBurn: burn(long),
        shortBurn: burn(short))
    }
    months = Self.months(level, measured)
    notes = []
    if let never = alerts.filter({ $0.threshold > 1 / budget }).map({ hoursText($0.long) }).nonEmpty {
      notes.append(
        "the alert of \(never.joined(separator: ", ")) can never fire: an objective of \(level.objective.text) burns at most \(shown(1 / budget)) times"
      )
    }
    if alerts.contains(where: { $0.fires == nil }) {
      notes.append(
        "some alerts cannot be told: a row stands for \(Series.words(measured.step)), or a window has fewer than \(fewest) events"
      )
    }
    var parts: [String] = []
    if let first = months.first, !Self.isFirstOfMonth(start) { parts.append(first.name) }
    if let last = months.last, !Self.isFirstOfMonth(end), !parts.contains(last.name) {
      parts.append(last.name)
    }
    if !parts.isEmpty {
      notes.append(
        "measured in part only, so that verdict and credit are not final: \(parts.joined(separator: ", "))")
    }
    if (end.seconds - start.seconds) < level.days * 86_400 {
      notes.append("the measurements are shorter than the \(level.days) days of the budget")
    }
  }

  private static func isFirstOfMonth(_ moment: Moment) -> Bool {
    moment.day.map { $0.day == 1 && $0.dayNumber * 86_400 == moment.seconds } ?? false
  }

  private static func months(_ level: ServiceLevel, _ measured: Measured) -> [Month] {
    var months: [Month] = []
    for row in measured.rows {
      guard let day = row.moment.day else { continue }
      let name = String(day.description.dropLast(3))
      if months.last?.name != name {
        months.append(Month(name: name, good: 0, total: 0, isViolation: false))
      }
      months[months.count - 1].good += row.good
      months[months.count - 1].total += row.total
    }
    return months.map { month in
      guard month.total > 0 else { return month }
      var month = month
      month.isViolation = level.objective.exceeds(month.good, of: month.total)
      month.credit = level.tier(good: month.good, total: month.total)?.credit
      month.amount = level.fee.map { $0 * (month.credit?.value ?? 0) }
      return month
    }
  }
}

extension Array {
  fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}

/// `5 minutes`, `6 hours`, `3 days`.
package func hoursText(_ seconds: Int) -> String { Series.words(seconds) }
