import Diagnostics
package import Engine
package import FEEL
package import Facts
import Rules

/// Guardrails of a plan for one cloud: what its files and the overview are made of.
package struct GuardrailSet: Sendable {
  package var guardrails: Guardrails
  package var cloud: GuardrailCloud
  package var about: String
  package var planFile: String
  package var asOf: CalendarDate
  /// All that the law restricts in a cloud, refused ones too.
  package var zones: [ResidencyZone]
  /// How many countries there are.
  var countryCount: Int

  package init(_ guardrails: Guardrails, _ cloud: GuardrailCloud, for report: Report, _ geography: Geography)
  {
    self.guardrails = guardrails
    self.cloud = cloud
    about = report.about
    planFile = report.assessment.planFile
    asOf = report.assessment.asOf
    zones = guardrails.zones(in: cloud.prefix, geography)
    countryCount = geography.countries.count
  }
}

extension GuardrailSet {
  /// Zones that policies are written for.
  var enforced: [ResidencyZone] { zones.filter { !$0.isRefused } }

  /// Why nothing is written for a zone: one line each.
  package var refusals: [String] {
    zones.filter(\.isRefused).map { zone in
      let laws = zone.sources.map(\.text).joined(separator: "; ")
      let what = "\(oneLine(zone.activity.subject.title)), \(zone.usesText)"
      return zone.countries.isEmpty
        ? "\(what): the laws leave no country in common, for people to decide: \(laws)"
        : "\(what): \(cloud.title) has no region in \(countriesText(zone.countries)), where it must lie: \(laws)"
    }
  }

  /// Whether facts are missing on which a restriction hangs; that law of other countries than the markets may bind is only said.
  package var isUndecided: Bool {
    (guardrails.activities + (guardrails.organization.map { [$0] } ?? [])).flatMap(\.open).contains {
      switch $0.reason {
      case .mayBind: !$0.isFar
      case .mayAllow, .failed: true
      case .otherWay, .waived, .notYet, .ofTheWhole: false
      }
    }
  }

  /// `DE, FR`; many are told by their number.
  func countriesText(_ countries: [String]) -> String {
    if countries.isEmpty { return "none" }
    if countries.count <= 40 { return countries.joined(separator: ", ") }
    return "\(countries.count) of \(countryCount) countries"
  }

  static let tag = "pratique-residency"
  static let caution =
    "These files enforce rules of place alone, as of the day above and for what the plan states. They are no transfer mechanism, and no legal advice."
}

extension ResidencyZone {
  var usesText: String { uses.map(\.title).joined(separator: ", ") }
  /// Of its files: the first tag, which no other zone has.
  var name: String { tags[0] }
}

extension DataUse {
  /// `store (primary)`, `processing`.
  var title: String {
    switch self {
    case .store(let kind): "store (\(oneLine(kind)))"
    case .processing: "processing"
    case .access: "access"
    case .processor: "processors"
    case .recipient: "other recipients"
    }
  }
}

extension Guardrails.Source {
  /// `in.data-localization/payment-data`
  var provision: String { "\(finding.pack)/\(finding.provision)" }

  /// `RBI-SPSD 2: Keep payment data in India (in.data-localization/payment-data)`
  var text: String {
    "\(finding.citationText): \(oneLine(finding.title)) (\(provision))" + (finding.verify ? ", verify" : "")
  }

  /// What it asks of these uses: of a choice each way counts, otherwise all of it.
  func placesText(_ uses: [DataUse]) -> String {
    let isChoice = finding.rule.provision.requirement?.hasChoice ?? false
    return rules(uses).map(\.placesText).joined(separator: isChoice ? " or " : "; ")
  }

  /// What it lets lie elsewhere.
  func permitsText(_ uses: [DataUse]) -> [String] {
    rules(uses).flatMap(\.permits).map {
      ($0.needsApproval ? "allowed elsewhere after approval: " : "allowed elsewhere: ") + oneLine($0.title)
    }
  }

  private func rules(_ uses: [DataUse]) -> [Residency] {
    residencies.map(\.residency).filter { residency in
      residency.rule.forbidsElsewhere && uses.contains { $0.fact == residency.rule.fact }
    }
  }

  /// `plan.yaml:20`
  var place: String { oneLine("\(location.file):\(location.line)") }

  /// What of the plan breaks it today.
  var misplaced: [String] {
    // What is met has nothing to move, though one of several ways is not the one taken.
    guard finding.verdict != .satisfied else { return [] }
    return residencies.filter(\.residency.rule.forbidsElsewhere).flatMap(\.breaking).map { member in
      member.text + (member.location.map { ", \(oneLine($0.file)):\($0.line)" } ?? "")
    }
  }
}

extension Requirement {
  /// One of several is enough, somewhere in it.
  fileprivate var hasChoice: Bool {
    switch self {
    case .any: true
    case .all(let parts): parts.contains(where: \.hasChoice)
    case .condition, .control, .permission: false
    }
  }
}

extension Guardrails.Open {
  /// Law of a country that is no market of the plan, of which only is not known that it does not bind.
  var isFar: Bool {
    guard case .mayBind = reason else { return false }
    return source.finding.markets.isEmpty
  }

  var text: String {
    switch reason {
    case .mayBind(let facts): "may bind, undecided: \(ask(facts))"
    case .mayAllow(let uses, let facts):
      "undecided whether it lets \(uses.map(\.title).joined(separator: ", ")) be elsewhere: \(ask(facts))"
    case .otherWay: "the plan meets it another way, or what it forbids is permitted"
    case .waived: "waived"
    case .notYet(let day): "not yet law" + (day.map { ", from \($0)" } ?? "")
    case .ofTheWhole: "it looks at all stores of the organization, which no tag tells apart"
    case .failed: "it could not be judged"
    }
  }

  private func ask(_ facts: [String]) -> String {
    guard !facts.isEmpty else { return "it depends on the single thing, which no tag tells" }
    let shown = facts.prefix(4).map(oneLine).joined(separator: ", ")
    return "state \(shown)" + (facts.count > 4 ? " and \(facts.count - 4) more" : "")
  }
}

extension Guardrails.Need {
  /// `a store in IN: yes`
  var text: String {
    let word =
      switch state.holds {
      case .yes: "kept"
      case .no: "missing"
      case .unknown: "not known"
      }
    return "\(state.residency.placesText): \(word)"
  }
}
