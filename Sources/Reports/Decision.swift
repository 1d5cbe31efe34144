package import Engine
import FEEL
import Rules

/// May we go? One answer per market, derived from its findings alone.
package enum Decision: String, Sendable, Comparable, CaseIterable {
  /// No gap, none accepted, and nothing of medium severity or above unknown or about to start before entry.
  case go
  /// Something is open, but nothing that must be closed before entry.
  case goWithConditions
  /// A provision that can block entry cannot be judged from the plan, or nothing was judged for the market.
  case cannotTell
  /// A gap that must be closed before entry.
  case noGo

  package static func < (a: Decision, b: Decision) -> Bool {
    (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
  }

  package var title: String {
    switch self {
    case .go: "Go"
    case .goWithConditions: "Go with conditions"
    case .cannotTell: "Cannot tell"
    case .noGo: "No-go"
    }
  }

  package var sign: String {
    switch self {
    case .go: "✓"
    case .goWithConditions: "◆"
    case .cannotTell: "?"
    case .noGo: "×"
    }
  }
}

/// A market with its decision and what the decision rests on.
package struct MarketDecision: Sendable {
  package var market: Assessment.Market?
  package var decision: Decision
  package var blockers: [Finding]
  package var gaps: [Finding]
  package var unknown: [Finding]
  package var waived: Int
  /// Findings on law that profiles leave out, where a gap is possible.
  package var tailoredOut = 0
  /// Conflicts of laws that are certain and that a law of the market has a side in.
  package var conflicts = 0
  /// The same where it is not known whether both laws bind.
  package var possibleConflicts = 0
  package var readiness: Risk.Readiness?
  /// Some pack takes it in, and some provision was judged for it: neither alone means that it is clean.
  package var isCovered: Bool
  package var isJudged: Bool
  package var date: Checklist.MarketDate?

  /// `Germany (DE)`; the whole plan where it names no market.
  package var name: String {
    guard let market else { return "Whole plan" }
    return market.name == market.country ? market.country : "\(market.name) (\(market.country))"
  }

  package var readinessText: String { isCovered ? readiness?.text ?? "not computed" : "not judged" }

  /// When its gaps can be closed, against the entry; nil where nothing is to be done.
  package var readyText: String? {
    guard let date, let ready = date.ready else { return nil }
    switch date.isInTime {
    case true?: return "ready \(ready), before entry"
    case false?: return "ready \(ready), too late for entry"
    case nil: return "ready \(ready)"
    }
  }

  /// The counts behind the decision, in words.
  package var because: String {
    guard isCovered else { return market == nil ? "no pack was used" : "no pack covers this market" }
    guard isJudged else { return "no provision was judged" }
    var parts: [String] = []
    if !blockers.isEmpty { parts.append(count(blockers.count, "gap blocks entry", "gaps block entry")) }
    let others = gaps.count - blockers.count
    if others > 0 { parts.append(count(others, blockers.isEmpty ? "gap" : "other gap")) }
    if !unknown.isEmpty { parts.append("\(unknown.count) unknown") }
    if waived > 0 { parts.append("\(waived) waived") }
    if conflicts > 0 { parts.append(count(conflicts, "conflict of laws", "conflicts of laws")) }
    if tailoredOut > 0 {
      parts.append("\(tailoredOut) possible gap\(tailoredOut == 1 ? "" : "s") tailored out")
    }
    if parts.isEmpty, possibleConflicts > 0 {
      parts.append(count(possibleConflicts, "possible conflict of laws", "possible conflicts of laws"))
    }
    return parts.isEmpty ? "no gap, nothing unknown" : parts.joined(separator: ", ")
  }
}

extension Report {
  /// One per market in plan order; a plan without markets is judged as a whole.
  package var decisions: [MarketDecision] {
    assessment.markets.isEmpty ? [decision(for: nil)] : assessment.markets.map { decision(for: $0) }
  }

  /// The worst of all markets.
  package var decision: Decision { decisions.map(\.decision).max() ?? .cannotTell }

  private func decision(for market: Assessment.Market?) -> MarketDecision {
    let findings = assessment.findings.filter { finding in
      market.map { finding.concerns($0.country) } ?? true
    }
    let gaps = findings.filter { $0.verdict == .gap }
    let unknown = findings.filter(\.isOpenQuestion)
    let isCovered = market.map { !$0.packs.isEmpty } ?? !assessment.packs.isEmpty
    var result = MarketDecision(
      market: market, decision: .goWithConditions, blockers: gaps.filter(\.blocksEntry), gaps: gaps,
      unknown: unknown, waived: findings.count { $0.verdict == .waived },
      readiness: market == nil
        ? risk.total : risk.markets.first { $0.market == market?.country }, isCovered: isCovered,
      isJudged: !findings.isEmpty, date: checklist.markets.first { $0.country == market?.country })
    result.tailoredOut = openTailoredOut.count { finding in
      market.map { finding.concerns($0.country) } ?? true
    }
    let conflicts = assessment.conflicts.filter { conflict in
      market.map { market in conflict.sides.contains { $0.markets.contains(market.country) } } ?? true
    }
    result.conflicts = conflicts.count(where: \.isCertain)
    result.possibleConflicts = conflicts.count - result.conflicts
    if !result.blockers.isEmpty {
      result.decision = .noGo
    } else if !isCovered || findings.isEmpty || unknown.contains(where: \.blocksEntry) {
      result.decision = .cannotTell
    } else if gaps.isEmpty, result.waived == 0, result.tailoredOut == 0, conflicts.isEmpty,
      !unknown.contains(where: { $0.severity >= .medium }),
      !findings.contains(where: { $0.startsAsGap(by: market?.entry ?? assessment.horizon) })
    {
      result.decision = .go
    }
    return result
  }
}

extension Finding {
  /// A finding that names no market concerns all of them.
  package func concerns(_ country: String) -> Bool { markets.isEmpty || markets.contains(country) }

  /// Law that starts by `date` and would find a gap.
  fileprivate func startsAsGap(by date: CalendarDate) -> Bool {
    guard verdict == .upcoming, outcomes.contains(.gap), severity >= .medium else { return false }
    return appliesFrom.map { $0 <= date } ?? true
  }
}
