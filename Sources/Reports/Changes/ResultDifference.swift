package import Rules

/// What changed between two results of one plan, finding by finding, with what it comes from.
package struct ResultDifference: Sendable {
  package enum Kind: String, Codable, Sendable, CaseIterable {
    /// Open now, and not there or not applicable before.
    case new
    /// Nearer to a gap than before.
    case worsened
    case improved
    /// Open before, and met or not applicable now.
    case fixed
    /// Another verdict that is neither better nor worse.
    case other
  }

  /// Why a verdict is another.
  package enum Cause: Sendable, Hashable {
    /// nil: not stated.
    case fact(String, before: String?, after: String?)
    case evidence(control: String, before: String, after: String)
    case waiver
    /// Another pack, or another version of the provision.
    case law(String)
    /// A day has come.
    case date
    case engine
    case profileOrScope
  }

  package struct Change: Sendable {
    package var kind: Kind
    package var id, title, law: String
    package var severity: Severity
    package var before, after: String?
    package var causes: [Cause]
    /// It rests on law that is certain enough to decide alone.
    package var isFirm: Bool
  }

  /// By kind, then the most severe first.
  package let changes: [Change]
  /// Packs that came, went or are others: id, edition before and after.
  package let packs: [(id: String, before: String?, after: String?)]
  /// Facts that findings rest on, with another value.
  package let facts: [(name: String, before: String?, after: String?)]
  /// Controls whose evidence counted before and does not now.
  package let staleControls: [String]
  package let asOf: (before: String, after: String)

  package init(_ before: Snapshot, _ after: Snapshot) {
    asOf = (before.asOf, after.asOf)
    packs = Self.packs(before, after)
    // Only what both results looked at: that one did not ask for a fact does not mean that it is not stated.
    facts = before.factNames.intersection(after.factNames).sorted().compactMap { name in
      let (old, new) = (before.facts[name], after.facts[name])
      return old == new ? nil : (name, old, new)
    }
    let compared = Comparing(before, after)
    changes = compared.changes()
    staleControls = compared.staleControls()
  }

  private static func packs(_ before: Snapshot, _ after: Snapshot) -> [(
    id: String, before: String?, after: String?
  )] {
    let old = Dictionary(before.packs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(after.packs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return Set(old.keys).union(new.keys).sorted().compactMap { id in
      old[id]?.sha256 == new[id]?.sha256 ? nil : (id, old[id]?.edition, new[id]?.edition)
    }
  }

  /// Changes for the worse on firm law, from a severity on.
  package func regressions(from severity: Severity) -> [Change] {
    changes.filter { ($0.kind == .new || $0.kind == .worsened) && $0.severity >= severity && $0.isFirm }
  }

  package var isEmpty: Bool { changes.isEmpty && packs.isEmpty && facts.isEmpty && staleControls.isEmpty }
}

/// Two snapshots side by side.
private struct Comparing {
  let before: Snapshot
  let after: Snapshot
  let old: [String: Snapshot.Finding]
  let new: [String: Snapshot.Finding]
  let oldPacks: [String: String]
  let newPacks: [String: String]
  /// Facts that both looked at.
  let shared: Set<String>

  init(_ before: Snapshot, _ after: Snapshot) {
    self.before = before
    self.after = after
    shared = before.factNames.intersection(after.factNames)
    old = Dictionary(before.findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    new = Dictionary(after.findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    oldPacks = Dictionary(before.packs.map { ($0.id, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    newPacks = Dictionary(after.packs.map { ($0.id, $0.sha256) }, uniquingKeysWith: { first, _ in first })
  }

  func changes() -> [ResultDifference.Change] {
    let ids = after.findings.map(\.id) + before.findings.map(\.id).filter { new[$0] == nil }
    let all = ids.compactMap(change)
    let order = ResultDifference.Kind.allCases
    return all.enumerated().sorted { a, b in
      let kinds = (order.firstIndex(of: a.element.kind) ?? 0, order.firstIndex(of: b.element.kind) ?? 0)
      if kinds.0 != kinds.1 { return kinds.0 < kinds.1 }
      if a.element.severity != b.element.severity { return a.element.severity > b.element.severity }
      return a.offset < b.offset
    }.map(\.element)
  }

  private func change(_ id: String) -> ResultDifference.Change? {
    let (earlier, later) = (old[id], new[id])
    guard let finding = later ?? earlier, let kind = kind(earlier, later) else { return nil }
    return ResultDifference.Change(
      kind: kind, id: id, title: finding.title, law: finding.law,
      severity: Severity(rawValue: finding.severity) ?? .low, before: earlier?.verdict, after: later?.verdict,
      causes: causes(earlier, later), isFirm: finding.confidence != "low")
  }

  /// nil: nothing that matters is another.
  private func kind(_ earlier: Snapshot.Finding?, _ later: Snapshot.Finding?) -> ResultDifference.Kind? {
    let (was, now) = (openness(earlier), openness(later))
    if earlier?.verdict == later?.verdict {
      guard let earlier, let later, now >= 3, earlier.severity != later.severity else { return nil }
      let isWorse =
        (Severity(rawValue: earlier.severity) ?? .low) < (Severity(rawValue: later.severity) ?? .low)
      return isWorse ? .worsened : .improved
    }
    if (earlier ?? later)?.isPermission == true { return earlier == nil || later == nil ? nil : .other }
    let wasThere = earlier.map { $0.verdict != "notApplicable" } ?? false
    if now >= 3, !wasThere { return .new }
    if now > was { return .worsened }
    if now == 0, was >= 2 { return .fixed }
    // To know less is no improvement.
    if later?.verdict == "undetermined" { return .other }
    if now < was { return .improved }
    // A duty that comes or goes without being open is no news.
    return earlier == nil || later == nil ? nil : .other
  }

  /// How far from met: 0 met or not applicable, 1 to come, 2 accepted, 3 not known, 4 a gap.
  private func openness(_ finding: Snapshot.Finding?) -> Int {
    switch finding?.verdict {
    case "gap", "error": 4
    case "undetermined": 3
    case "waived": 2
    case "upcoming": 1
    default: 0
    }
  }

  private func causes(_ earlier: Snapshot.Finding?, _ later: Snapshot.Finding?) -> [ResultDifference.Cause] {
    var causes: [ResultDifference.Cause] = []
    for name in Set((earlier?.facts ?? []) + (later?.facts ?? [])).intersection(shared).sorted() {
      let (was, now) = (before.facts[name], after.facts[name])
      if was != now { causes.append(.fact(name, before: was, after: now)) }
    }
    for (control, state) in (later?.controls ?? [:]).sorted(by: { $0.key < $1.key }) {
      if let was = earlier?.controls[control], was != state {
        causes.append(.evidence(control: control, before: was, after: state))
      }
    }
    let scope = String(((later ?? earlier)?.id ?? "").prefix { $0 != "~" })
    if before.waived.contains(scope) != after.waived.contains(scope) { causes.append(.waiver) }
    let pack = (later ?? earlier)?.pack ?? ""
    let isOtherVersion =
      earlier != nil && later != nil
      && (earlier?.appliesFrom != later?.appliesFrom || earlier?.appliesUntil != later?.appliesUntil)
    if oldPacks[pack] != newPacks[pack] || isOtherVersion { causes.append(.law(pack)) }
    // Law that was to come, or is: the day had its part, whatever else is another.
    if before.asOf != after.asOf, [earlier?.verdict, later?.verdict].contains("upcoming") {
      causes.append(.date)
    }
    guard causes.isEmpty else { return causes }
    if before.engine != after.engine { return [.engine] }
    return [before.asOf != after.asOf ? .date : .profileOrScope]
  }

  func staleControls() -> [String] {
    var result: Set<String> = []
    for finding in after.findings {
      for (control, state) in finding.controls where state != "evidenced" {
        if old[finding.id]?.controls[control] == "evidenced" { result.insert(control) }
      }
    }
    return result.sorted()
  }
}
