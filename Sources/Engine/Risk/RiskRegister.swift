package import FEEL
package import Rules

/// The risks of the entry as a register: one for each duty that may do harm, with what is done about it.
package struct RiskRegister: Sendable {
  /// What is done about a risk (ISO 31000:2018, 6.5.2).
  package enum Treatment: String, Sendable, CaseIterable {
    /// Not to do, or no longer to do, what brings it.
    case avoid
    /// To put controls in place.
    case reduce
    /// To have others bear it with us.
    case share
    /// To leave it as it is: by a decision, or because what remains is low.
    case accept
    /// Nobody has decided yet, for it is not known whether there is a gap.
    case open
  }

  package struct Entry: Sendable {
    /// `risk-eu-gdpr-art-27`: the same in every run.
    package var id: String
    /// `eu.gdpr/art-27`
    package var duty: String
    package var title: String
    package var subjects: [String]
    package var markets: [String]
    package var cause: String
    /// Categories with their points, and what the law attaches to a breach.
    package var consequences: [Consequence]
    package var sanctions: [String]
    package var citations: [String]
    /// The points of the worst category: with nothing met, and as things are.
    package var category: Harm.Category
    package var inherent: Risk.Range
    package var residual: Risk.Range
    /// Who must act, as the provision says.
    package var actor: String?
    package var treatment: Treatment
    package var treatmentReason: String
    package var controls: [ControlState]
    package var findings: [String]
    package var review: CalendarDate
    /// The limit of the profiles that its level exceeds, or may exceed.
    package var aboveAppetite: Risk.Level?
  }

  package struct Consequence: Sendable {
    package var category: Harm.Category
    package var likelihood: String
    package var impact: String
    package var points: Double
  }

  /// The highest residual risk first.
  package var entries: [Entry]

  package init(entries: [Entry]) { self.entries = entries }
}

extension RiskRegister.Entry {
  package var inherentLevels: (low: Risk.Level, high: Risk.Level) { inherent.levels }
  package var residualLevels: (low: Risk.Level, high: Risk.Level) { residual.levels }
}

extension Risk.Range {
  /// Levels of points (0 to 25).
  fileprivate var levels: (low: Risk.Level, high: Risk.Level) {
    (Risk.Level(score: low * 4), Risk.Level(score: high * 4))
  }
}

extension RiskRegister {
  /// `findings`: those that the scores count. `limits`: the appetite of the profiles.
  package init(
    _ risk: Risk, findings: [Finding], treatments: Treatments, limits: [Tailoring.Appetite.Limit],
    asOf: CalendarDate
  ) {
    let byId = Dictionary(findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var byDuty: [String: [Finding]] = [:]
    for finding in findings { byDuty[Duty.name(of: finding), default: []].append(finding) }
    var rows: [String: [(Harm.Category, Risk.Contribution)]] = [:]
    for category in risk.total.categories {
      for row in category.contributions { rows[row.duty, default: []].append((category.category, row)) }
    }
    entries = risk.total.duties.compactMap { counted in
      guard let harms = rows[counted.duty], let worst = harms.max(by: Self.weighsLess),
        let finding = byId[worst.1.finding]
      else { return nil }
      let all = (byDuty[counted.duty] ?? []).filter { $0.outcomes != .notApplicable }
        .sorted { $0.id < $1.id }
      let residual = worst.1.remaining.scaled(worst.1.weighted)
      let open = all.filter { $0.outcomes.contains(.gap) }
      let (treatment, reason) = treatments.treatment(of: counted, open: open, residual)
      let level = Risk.Level(score: residual.high * 4)
      let exceeded = limits.filter { limit in
        harms.contains { harm, row in
          harm == limit.harm
            && Risk.Level(score: row.weighted * row.remaining.high * 4).rank > limit.level.rank
        }
      }
      let days = Int(risk.scoring.value("review.\(level.rawValue)"))
      return Entry(
        id: "risk-" + counted.duty.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined(),
        duty: counted.duty, title: finding.title, subjects: all.map(\.subject.title),
        markets: Set(all.flatMap(\.markets)).sorted(), cause: finding.cause(counted.outcomes),
        consequences: harms.map { harm, row in
          let declared = finding.harms.filter { $0.category == harm }.max { $0.score < $1.score }
          return Consequence(
            category: harm, likelihood: declared?.likelihood.rawValue ?? "notDeclared",
            impact: declared?.impact.rawValue ?? "notDeclared", points: row.weighted)
        },
        sanctions: finding.sanctions.flatMap(\.consequences).unique
          + finding.sanctions.compactMap(\.citations.first?.text).unique.map { "fine under \($0)" },
        citations: finding.citations.map(\.text), category: worst.0,
        inherent: worst.1.inherent.scaled(worst.1.weighted), residual: residual, actor: finding.actor,
        treatment: treatment, treatmentReason: reason, controls: all.flatMap(\.controls).unique,
        findings: all.map(\.id), review: asOf.adding(days: days) ?? asOf,
        aboveAppetite: exceeded.map { Risk.Level($0.level) }.min { $0.rank < $1.rank })
    }.sorted { a, b in
      let ranks = (a.residual.high + a.residual.low, b.residual.high + b.residual.low)
      return ranks.0 != ranks.1 ? ranks.0 > ranks.1 : a.id < b.id
    }
  }

  /// By what remains, then by what there was.
  private static func weighsLess(
    _ a: (Harm.Category, Risk.Contribution), _ b: (Harm.Category, Risk.Contribution)
  ) -> Bool {
    let left = (a.1.weighted * a.1.remaining.high, b.1.weighted * b.1.remaining.high)
    return left.0 != left.1 ? left.0 < left.1 : a.1.weighted < b.1.weighted
  }
}

extension Finding {
  /// Why there is a risk, in a sentence.
  fileprivate func cause(_ outcomes: Outcomes) -> String {
    let law = citations.first?.text ?? "\(pack)/\(provision)"
    if outcomes == .gap { return "\(law) asks for something that the plan does not have" }
    if outcomes.contains(.gap) { return "\(law) may ask for something that the plan does not have" }
    return "\(law) asks for something that the plan has, and must keep"
  }
}

extension Risk.Range {
  fileprivate func scaled(_ points: Double) -> Self {
    Self(low: (points * low * 10_000).rounded() / 10_000, high: (points * high * 10_000).rounded() / 10_000)
  }
}

extension Risk.Level {
  fileprivate init(_ severity: Severity) {
    self =
      switch severity {
      case .low: .low
      case .medium: .medium
      case .high: .high
      case .critical: .critical
      }
  }
}

extension Array where Element: Hashable {
  /// Each once, where it stood first.
  fileprivate var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
