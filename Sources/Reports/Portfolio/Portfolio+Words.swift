import Engine
import FEEL
import Rules

// What every form of the overview says alike.

extension Portfolio {
  /// `3 plans, 5 rows, 2 of them no-go`
  var summaryText: String {
    let decisions = Decision.allCases.reversed().compactMap { decision in
      let number = rows.count { $0.decision == decision }
      return number == 0 ? nil : "\(number) × \(decision.title.lowercased())"
    }
    return "\(count(plans.count, "plan")), \(count(rows.count, "row")) of plan and market: "
      + decisions.joined(separator: ", ")
  }

  func label(_ row: Row) -> String { oneLine(plans[row.plan].label) }
  func file(_ row: Row) -> String { oneLine(plans[row.plan].file) }

  /// `Acme (worst of 3)`
  func heatText(_ cell: Cell) -> String {
    label(rows[cell.row]) + (cell.of > 1 ? " (worst of \(cell.of))" : "")
  }

  static let trendWords =
    "Change: each end of each range against the earlier result, to one decimal. More readiness is better, more risk is worse."
}

extension Portfolio.Row {
  var decisionText: String { "\(decision.sign) \(decision.title)" }

  var readinessText: String {
    guard isCovered else { return "not judged" }
    return applicable == 0
      ? "nothing applies" : "met \(met) of \(applicable) applicable duties (\(readiness.text) %)"
  }

  var readyText: String { [readyDate, readyRest].compactMap(\.self).joined(separator: ", ") }

  /// The day, or why there is none.
  var readyDate: String {
    guard isCovered else { return "–" }
    return ready.date?.description ?? (ready.blocked == 0 ? "nothing to do" : "no date")
  }

  /// What is to be known of it; nil: nothing.
  var readyRest: String? {
    guard isCovered else { return nil }
    let parts = [
      ready.date.flatMap { _ in ready.isInTime.map { $0 ? "before entry" : "too late for entry" } },
      ready.blocked == 0 ? nil : "\(count(ready.blocked, "blocking gap")) without a task",
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// The largest single one, of each currency if there are several; never a sum.
  var ceilingText: String {
    let known = ceilings.map { "\(oneLine($0.maximumText ?? "")) (\(oneLine($0.citation)))" }
    let open =
      openCeilings == 0
      ? [] : ["\(count(openCeilings, known.isEmpty ? "ceiling" : "further ceiling")) cannot be computed yet"]
    let all = known + open
    return all.isEmpty ? "none" : all.joined(separator: "; ")
  }
}

extension Portfolio.Score {
  var text: String { score.text }
  var levels: String { words(low, high) }
  var sign: String { high.sign }

  /// `41.7–66.7, medium to high`
  var full: String { "\(text), \(levels)" }

  var breachText: String? {
    breach.map { "\($0.isCertain ? "" : "perhaps ")above the appetite (\($0.limit))" }
  }
}

extension Risk.Level {
  var sign: String {
    switch self {
    case .critical: Severity.critical.sign
    case .high: Severity.high.sign
    case .medium: Severity.medium.sign
    case .low: Severity.low.sign
    }
  }
}

extension Portfolio.Tenths {
  var range: Risk.Range { Risk.Range(low: Double(low) / 10, high: Double(high) / 10) }
  var text: String { range.text }
}

extension Portfolio.Shift {
  /// `low end up 5, high end same`, `same` where neither moved, `up 5` where both moved alike.
  var text: String {
    low == high
      ? Self.word(low) : "low end \(Self.word(low)), high end \(Self.word(high))"
  }

  /// `20–50 to 25–50: low end up 5, high end same`
  var full: String {
    let moved = before == now ? now.text : "\(before.text) to \(now.text)"
    return "\(moved): \(text)"
  }

  private static func word(_ tenths: Int) -> String {
    tenths == 0 ? "same" : "\(tenths > 0 ? "up" : "down") \(decimal(Double(abs(tenths)) / 10))"
  }
}

extension Portfolio.Trend {
  /// Why there are no numbers; nil where there are.
  var plainText: String? {
    switch self {
    case .newPlan: "new plan"
    case .newMarket: "new market of the plan"
    case .unclear: "not compared: the name is not the only one, and no file decides"
    case .notJudged: "not compared: no pack, now or before"
    case .since: nil
    }
  }

  var change: Portfolio.Change? {
    guard case .since(let change) = self else { return nil }
    return change
  }
}

extension Portfolio.Change {
  /// `Go with conditions before`, or that it is the same.
  func decisionText(_ now: Decision) -> String {
    now == decision ? "same decision" : "was \(decision.title.lowercased())"
  }

  /// In the order of the categories.
  var categoryTexts: [(category: Harm.Category, text: String)] {
    zip(Harm.Category.allCases, categories).map { category, shift in
      (category, shift?.full ?? "not in the earlier result")
    }
  }
}

extension Portfolio.Gone {
  var text: String {
    switch reason {
    case .plan: "plan gone"
    case .market: "market gone from the plan"
    case .unclear: "not compared: the name is not the only one, and no file decides"
    }
  }

  var readinessText: String {
    guard row.isCovered else { return "not judged" }
    return "met \(row.met) of \(row.applicable) applicable duties (\(row.readiness.text) %)"
  }
}

extension Portfolio.Comparison {
  /// `old.json: Acme (plan.yaml), law as of 2026-05-01`
  var head: String {
    "\(oneLine(file)): \(oneLine(name))" + (name == planFile ? "" : " (\(oneLine(planFile)))")
      + ", law as of \(asOf)"
  }

  var remarkText: String? {
    remarks.isEmpty ? nil : "compared all the same: \(remarks.joined(separator: "; "))"
  }
}
