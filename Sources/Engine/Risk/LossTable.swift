import Rules

/// The figures of the model of likely loss (`rules/loss.csv`), each with its range; `docs/loss.md` says where they come from.
package struct LossTable: Sendable {
  /// The rows that the table must have.
  enum Parameter: String, CaseIterable {
    case median = "severity.median"
    case referenceTurnover = "severity.referenceTurnover"
    case referenceMaximum = "severity.referenceMaximum"
    case turnoverPower = "severity.turnoverPower"
    case maximumPower = "severity.maximumPower"
    case spread = "severity.spread"
    case turnoverBelow50 = "turnover.staffBelow50"
    case turnover50To249 = "turnover.staff50to249"
    case turnover250AndMore = "turnover.staff250andMore"
    case turnoverUnknown = "turnover.staffUnknown"
    case frequencyBelow50 = "frequency.staffBelow50"
    case frequency50To249 = "frequency.staff50to249"
    case frequency250AndMore = "frequency.staff250andMore"
    case frequencyUnknown = "frequency.staffUnknown"
    case low = "frequency.severity.low"
    case medium = "frequency.severity.medium"
    case high = "frequency.severity.high"
    case critical = "frequency.severity.critical"
    case dataProtection = "frequency.topic.dataProtection"
    case security = "frequency.topic.security"
    case transfer = "frequency.topic.transfer"
    case employment = "frequency.topic.employment"
    case sector = "frequency.topic.sector"
    case localization = "frequency.topic.localization"
    case marketAccess = "frequency.topic.marketAccess"
    case artificialIntelligence = "frequency.topic.artificialIntelligence"
    /// For whom knows that a complaint or a notice lies with an authority; a plan cannot say so.
    case complaint = "frequency.complaint"
    case notifiedBreach = "frequency.notifiedBreach"
    case concurrency = "concurrency.next"
  }

  private let figures: [Parameter: Loss.Ends<Double>]

  /// `figures` holds every parameter.
  init(figures: [Parameter: Loss.Ends<Double>]) {
    precondition(figures.count == Parameter.allCases.count)
    self.figures = figures
  }

  subscript(parameter: Parameter) -> Loss.Ends<Double> {
    guard let figure = figures[parameter] else {
      preconditionFailure("\(parameter.rawValue) was read")
    }
    return figure
  }

  func severity(_ severity: Severity) -> Loss.Ends<Double> {
    switch severity {
    case .low: self[.low]
    case .medium: self[.medium]
    case .high: self[.high]
    case .critical: self[.critical]
    }
  }

  /// A topic that the table does not know counts like a sector's.
  func topic(_ name: String) -> Loss.Ends<Double> {
    self[Parameter(rawValue: "frequency.topic.\(name)") ?? .sector]
  }
}
