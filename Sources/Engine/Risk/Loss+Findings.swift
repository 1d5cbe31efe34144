package import FEEL
import Rules

extension Loss {
  /// The loss from all open gaps; `findings` are those that count for risk. `jurisdictions`: by id of the pack.
  package init(
    findings: [Finding], jurisdictions: [String: String], firm: Firm, sizes: SizeClasses, table: LossTable,
    asOf: CalendarDate, terms: Terms = .usual
  ) {
    let open = findings.filter { $0.modality != .permission && $0.mayBeOpenGap }.sorted { $0.id < $1.id }
    var firms = LossFirm(firm, table: table, asOf: asOf)
    var gaps: [Gap] = []
    var withoutFine: [String] = []
    for finding in open {
      let sanctions = finding.sanctions.filter { $0.period.contains(asOf) }
      guard let ceiling = firms.ceiling(sanctions, sizes) else {
        withoutFine.append(finding.id)
        continue
      }
      gaps.append(
        Gap(
          id: finding.id, jurisdiction: jurisdictions[finding.pack] ?? finding.pack,
          law: finding.rule.provision.citations.first?.law ?? finding.pack, severity: finding.severity,
          topic: finding.topic, isCertain: finding.outcomes == .gap, ceiling: ceiling))
    }
    self.init(
      gaps: gaps, staff: firms.staff, turnover: firms.turnover, table: table, terms: terms,
      assumptions: gaps.isEmpty ? [] : firms.assumptions, withoutFine: withoutFine)
  }

  init(
    gaps: [Gap], staff: Staff, turnover: Ends<Double>, table: LossTable, terms: Terms = .usual,
    assumptions: [String] = [], withoutFine: [String] = []
  ) {
    let byLaw = Dictionary(grouping: gaps) { "\($0.jurisdiction)/\($0.law)" }
    let cases = byLaw.values.map { Case($0, staff: staff, turnover: turnover, table: table) }
      .sorted { $0.id < $1.id }
    let years = Self.years(cases, terms)
    self.init(
      terms: terms, staff: staff, turnover: turnover, assumptions: assumptions, cases: cases,
      withoutFine: withoutFine, year: Self.year(cases, years), curve: Self.curve(years))
  }
}

extension Finding {
  /// A gap now, or perhaps one, accepted or not: a waiver does not bind the authority. Law to come is fined by nobody yet.
  fileprivate var mayBeOpenGap: Bool {
    verdict != .upcoming && (outcomes.contains(.gap) || outcomes.contains(.error) || outcomes.isEmpty)
  }
}
