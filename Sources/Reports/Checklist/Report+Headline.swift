import Engine
import FEEL

// What stands above every form of the checklist: fit, likelihood, dates by market, what would shorten it, the choice.

extension Report {
  /// The first lines, without any mark-up.
  var checklistHead: [String] {
    [fitText, likelihoodText].compactMap(\.self) + entryTexts + chainTexts + leverTexts
  }

  /// `8,120 of 10,000 simulated courses finish by 2027-02-19 (81 %); …`
  var likelihoodText: String? {
    guard let likelihood, likelihood.draws > 0 else { return nil }
    let share = percent(likelihood.inTime, of: likelihood.draws)
    let quantiles = likelihood.quantiles.map { "\($0.percent) % of them by \($0.finish)" }
    return "\(grouped(likelihood.inTime)) of \(grouped(likelihood.draws)) simulated courses finish by "
      + "\(checklist.deadline) (\(share) %)"
      + (quantiles.isEmpty ? "" : "; \(quantiles.joined(separator: ", "))") + "."
  }

  /// For every market that is not ready in time: the earliest day on which it may be entered with its gaps closed.
  var entryTexts: [String] {
    checklist.markets.filter { $0.isInTime == false || (!checklist.fits && $0.ready != nil) }.map { market in
      let entry = market.entry.map { "entry \($0)" } ?? "entry not stated"
      return "\(oneLine(market.name)): \(entry); \(earliestText(market))."
    }
  }

  /// `earliest entry with every gap closed 2027-02-27, with the entry-blocking ones closed 2026-12-19`
  func earliestText(_ market: Checklist.MarketDate) -> String {
    guard let ready = market.ready.flatMap({ $0.adding(days: 1) }) else { return "nothing to do" }
    if !market.blockedBy.isEmpty {
      return "no lawful entry date: \(count(market.blockedBy.count, "entry-blocking gap")) without a task"
    }
    // A gap without remedy does not go away with the others.
    let rest = checklist.withoutRemedy.count { id in
      assessment.findings.contains { $0.id == id && $0.concerns(market.country) }
    }
    var text = "earliest entry with every gap closed\(rest == 0 ? "" : " that has a remedy") \(ready)"
    if let unblocked = market.unblocked.flatMap({ $0.adding(days: 1) }), unblocked != ready {
      text += ", with the entry-blocking ones closed \(unblocked)"
    }
    return text
  }

  /// What causes the finish, once, and the chain of every late market that ends otherwise.
  var chainTexts: [String] {
    let late = checklist.markets.filter { $0.isInTime == false }
    guard !checklist.fits || !late.isEmpty else { return [] }
    let path = checklist.criticalPath.isEmpty ? [] : ["Chain: \(chain(checklist.criticalPath))."]
    var others: [(names: [String], ids: [String])] = []
    for market in late where market.chain != checklist.criticalPath && !market.chain.isEmpty {
      if let index = others.firstIndex(where: { $0.ids == market.chain }) {
        others[index].names.append(oneLine(market.name))
      } else {
        others.append(([oneLine(market.name)], market.chain))
      }
    }
    return path + others.map { "Chain of \($0.names.joined(separator: ", ")): \(chain($0.ids))." }
  }

  private func chain(_ ids: [String]) -> String {
    ids.map { oneLine(title(ofTask: $0)) }.joined(separator: " > ")
  }

  /// Only what helps; that nothing does is worth a sentence too.
  var leverTexts: [String] {
    let useful = levers.filter { $0.daysSaved > 0 }
    guard !levers.isEmpty, !useful.isEmpty else {
      return levers.isEmpty
        ? [] : ["Nothing that was tried would shorten it (\(count(levers.count, "lever")))."]
    }
    return useful.map { lever in
      "Would shorten it: \(oneLine(lever.title)): finish \(lever.finish), \(count(lever.daysSaved, "day")) sooner."
    }
  }

  /// How the remedies were chosen, and how good the choice is.
  var choiceTexts: [String] {
    guard let choice = checklist.choice else { return [] }
    var lines = [
      "Chosen for least \(oneLine(choice.objective)): \(count(choice.measures, "measure")) for "
        + "\(count(choice.gaps, "gap")), \(decimal(choice.effortDays)) person days, EUR \(grouped(choice.cost)). "
        + choice.provenText
    ]
    if !choice.ruledOut.isEmpty {
      let by = choice.obstacles.isEmpty ? "" : ", by \(choice.obstacles.map(oneLine).joined(separator: ", "))"
      lines.append(
        "Every remedy was ruled out for \(choice.ruledOut.map(oneLine).joined(separator: ", "))\(by).")
    }
    if !choice.followUps.isEmpty {
      lines.append(
        "The changes open \(count(choice.followUps.count, "gap")), for which the choice was made too: "
          + "\(choice.followUps.map(oneLine).joined(separator: ", ")).")
    }
    if !choice.failed.isEmpty {
      lines.append(
        "Left out, for the plan judged again still had the gap: \(choice.failed.map(oneLine).joined(separator: "; "))."
      )
    }
    if !choice.isSettled {
      lines.append("What was chosen last still opens gaps, for which nothing was chosen.")
    }
    lines += choice.proof.map(\.texts) ?? []
    return lines
  }

  var boundText: String? {
    checklist.bound.map { "No order of the tasks finishes before \($0.finish): \(oneLine($0.reason))." }
  }

  /// Items that are finished after their due, the latest first.
  var overdueTasks: [Checklist.Task] {
    tasks.filter(\.isOverdue).enumerated().sorted { a, b in
      (b.element.daysLate, a.offset) < (a.element.daysLate, b.offset)
    }.map(\.element)
  }

  func pushText(_ task: Checklist.Task) -> String? {
    task.pushes.isEmpty
      ? nil : "pushes \(task.pushes.map { oneLine(title(ofTask: $0)) }.joined(separator: ", "))"
  }

  /// `3 of 14 items done (21 %)`
  var doneText: String? {
    guard checklist.hasProgress else { return nil }
    let done = checklist.doneCount
    let all = checklist.tasks.count
    return "\(done) of \(count(all, "item")) done (\(percent(done, of: all)) %)."
  }
}

extension Checklist.Choice {
  var provenText: String {
    let unit = unit
    if isProven { return "Proven: no choice needs less than \(decimal(value)) \(unit)." }
    let gap = value > 0 ? Int(((value - bound) / value * 100).rounded(.up)) : 0
    return
      "Not proven best: \(decimal(value)) \(unit), and no choice needs less than \(decimal(bound)) \(unit), "
      + "a difference of at most \(gap) %."
  }

  private var unit: String {
    switch objective {
    case "money": "EUR"
    case "time": "days"
    default: "person days"
    }
  }
}

extension Checklist.Alternative {
  /// `+5 person days, EUR -2,000, 10 days later`
  var priceText: String {
    let time = days == 0 ? "the same finish" : "\(count(abs(days), "day")) \(days > 0 ? "later" : "sooner")"
    return "\(signed(decimal(effortDays))) person days, EUR \(signed(grouped(cost))), \(time)"
  }

  /// Why it was not weighed against the others.
  var cautionText: String? {
    switch standing {
    case .proven: nil
    case .inWords: "in words only"
    case .surrenders: "gives up business"
    }
  }

  /// `Stop selling (gives up business)`
  var useText: String { use + (cautionText.map { " (\($0))" } ?? "") }

  var text: String {
    "Instead of \(oneLine(instead)): \(oneLine(use)) (\(priceText))"
      + (cautionText.map { ", \($0)" } ?? "")
      + (adds.isEmpty ? "" : "; adds \(adds.joined(separator: ", "))")
      + (drops.isEmpty ? "" : "; drops \(drops.joined(separator: ", "))")
  }
}

extension Checklist.Proof {
  /// What judging the changed plan showed.
  var texts: [String] {
    var lines = ["Judged again with every measure in place: \(count(closed.count, "gap")) closed."]
    if !stillOpen.isEmpty { lines.append("Still open: \(stillOpen.map(oneLine).joined(separator: ", ")).") }
    if !opened.isEmpty { lines.append("Newly open: \(opened.map(oneLine).joined(separator: ", ")).") }
    if !inWords.isEmpty {
      lines.append(
        "Not judged again, their change is stated in words: \(inWords.map(oneLine).joined(separator: ", ")).")
    }
    return lines
  }
}

/// Rounded down, so that 100 % is said of all alone.
func percent(_ part: Int, of all: Int) -> Int { all == 0 ? 0 : part * 100 / all }

/// `12,345`
func grouped(_ number: Int) -> String {
  let digits = String(number.magnitude)
  var result = ""
  for (place, digit) in digits.enumerated() {
    if place > 0, (digits.count - place) % 3 == 0 { result += "," }
    result.append(digit)
  }
  return (number < 0 ? "-" : "") + result
}

/// Whole units; what does not fit into an integer is not an amount of a plan.
func grouped(_ amount: Double) -> String {
  Int(exactly: amount.rounded()).map { grouped($0) } ?? "beyond all bounds"
}

/// A difference: what is more bears a plus.
func signed(_ number: String) -> String { number.hasPrefix("-") || number == "0" ? number : "+" + number }
