import Analytics
import ArgumentParser
import Diagnostics
import Engine
import JSON
import Plans
import Reports
import Signing
import YAML

struct ServiceLevelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sla",
    abstract:
      "Availability, error budget, burn rates and credits of a service level, also as a page for the customer.",
    discussion: """
      EXAMPLES
        pratique sla sla.yaml measurements.csv
        pratique sla sla.yaml measurements.csv --format html --output sla.html

      sla.yaml has `service` and `objective` (0.999 or 99.9 %), and perhaps `customer`, `indicator`, `days` of the error budget (30),
      monthly `fee`, `currency` (such as EUR), `exclusions`, and `credits`: a list of `below` and `credit`, the highest bound first;
      `remediation`: a list of steps for a month that missed the objective; and `success`: a list of tiers of customer success with
      `name` and `services`, and perhaps `criteria` and `contact`.
      measurements.csv has the columns `timestamp`, `good` and `total`, as counts of events, or of minutes with up to six digits after
      the point. Minutes are counted if no row has more than it stands for, and most have just as many.
      A month measured in part is unknown, unless its minutes are counted and those that are missing cannot change the answer.
      Exit status: 1 if a month or the budget is missed, 3 if none is and that of one is unknown, 2 for a file that cannot be used.
      """)

  @Argument(help: "The service level: YAML or JSON.")
  var definition: String
  @Argument(help: "The measurements: CSV; `-` reads standard input.")
  var measured: String
  @OptionGroup var figures: FigureOptions
  @Option(help: ArgumentHelp("text, json or html.", valueName: "format"))
  var format = ServiceLevelFormat.text.rawValue
  @OptionGroup var output: OutputOptions

  func run() throws {
    let form = try ServiceLevelFormat(named: format)
    let reader = try figures.reader()
    let shares = try ["burnShare1", "burnShare6", "burnShare24", "burnShare72"].map {
      try reader.value($0, in: 0.0001...1)
    }
    let fewest = Int(try reader.value("burnMinimum", in: 1...1e9))
    let bytes = try read(definition)
    let level = try withExcerpts(of: Source(name: definition, bytes: bytes)) { () throws(Mistakes) in
      try ServiceLevel(try YAML.parse(bytes, named: definition))
    }
    let (table, source) = try measurements(measured)
    let rows = try withExcerpts(of: source) { () throws(Mistakes) in try Measured(table) }
    let report = ServiceReport(level, rows, shares: shares, fewest: fewest)
    switch form {
    case .text: try output.give(report.text(file: measured))
    case .json: try output.give(report.json.text() + "\n")
    case .html: try output.give(report.page.html(version: engineVersion, digest: sha256Bytes))
    }
    guard let isKept = report.isKept else { throw Status.unknownFacts }
    if !isKept { throw Status.findings }
  }
}

/// The forms in which a service level can be had.
enum ServiceLevelFormat: String, CaseIterable { case text, json, html }

extension ServiceReport {
  fileprivate var json: JSONValue {
    func optional(_ value: Double?) -> JSONValue { value.map(JSONValue.number) ?? .literal("null") }
    func truth(_ value: Bool?) -> JSONValue { .literal(value.map { $0 ? "true" : "false" } ?? "null") }
    func range(_ low: Double?, _ high: Double?) -> JSONValue {
      .object([("low", optional(low)), ("high", optional(high))])
    }
    return .object([
      ("service", .string(level.service)), ("objective", .number(level.objective.value)),
      ("start", .string(start.description)), ("end", .string(end.description)),
      ("kept", truth(isKept)), ("availability", optional(availability)),
      ("budgetSpent", optional(budgetSpent)), ("budgetMeasured", .number(budget.share)),
      ("budgetKept", truth(budget.isBelow(level.objective).map(!))),
      ("notes", .texts(notes)),
      (
        "alerts",
        .array(
          alerts.map {
            .object([
              ("longSeconds", .number($0.long)), ("longBurn", optional($0.longBurn)),
              ("shortSeconds", .number($0.short)), ("shortBurn", optional($0.shortBurn)),
              ("threshold", .number($0.threshold)),
              ("fires", truth($0.fires)),
            ])
          })
      ),
      (
        "months",
        .array(
          months.map { month in
            let (credit, amount) = (month.credit, month.amount)
            let isKnown = credit.map { $0.lowerBound == $0.upperBound } ?? false
            return .object([
              ("month", .string(month.name)), ("measured", .number(month.period.share)),
              ("good", .literal(month.period.good.text)), ("total", .literal(month.period.total.text)),
              ("violation", truth(month.isViolation)),
              ("credit", optional(isKnown ? credit?.lowerBound.value : nil)),
              ("amount", optional(isKnown ? amount?.lowerBound : nil)),
              ("creditRange", range(credit?.lowerBound.value, credit?.upperBound.value)),
              ("amountRange", range(amount?.lowerBound, amount?.upperBound)),
            ])
          })
      ),
      (
        "remediation",
        .object([("missed", .texts(missedMonths)), ("steps", .texts(level.remediation))])
      ),
      (
        "success",
        .array(
          level.success.map { tier in
            func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .literal("null") }
            return .object([
              ("name", .string(tier.name)), ("criteria", text(tier.criteria)),
              ("services", .string(tier.services)), ("contact", text(tier.contact)),
            ])
          })
      ),
    ])
  }

  fileprivate var page: ServiceLevelPage {
    var terms = [
      ("Indicator", level.indicator),
      ("Objective", "\(level.objective.text) of each month, and over \(level.days) days"),
    ]
    if let fee = level.fee { terms.append(("Fee", "\(fixed(fee, 2)) \(level.currency) a month")) }
    terms += level.tiers.map {
      ("Below \($0.below.text)", "a credit of \($0.credit.text) of the fee of the month")
    }
    terms += level.exclusions.map { ("Not counted", $0) }
    let title = level.customer.map { "\(level.service) for \($0)" } ?? level.service
    return ServiceLevelPage(
      title: title, verdict: verdict, isKept: isKept,
      lead: "Measured from \(start) to \(end). Objective \(level.objective.text); \(budgetText)",
      terms: terms.map { (name: $0.0, text: $0.1) },
      months: zip(months, monthRows).map { .init($1, isKept: $0.isViolation.map(!)) },
      windows: zip(alerts, alertRows).map { .init($1, isKept: $0.fires.map { !$0 }) }, notes: notes,
      remediation: (remediationLead, level.remediation, !missedMonths.isEmpty),
      success: level.success.map { [$0.name, $0.criteria ?? "", $0.services, $0.contact ?? ""] })
  }
}
