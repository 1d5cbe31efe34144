import Diagnostics
import Reports

/// The forms in which a result can be had.
enum Format: String, CaseIterable {
  case text, json, markdown, csv, html
  case sarif, junit, annotations, xccdf
  case oscalResults = "oscal-results"
  case oscalPoam = "oscal-poam"
  case oscalPlan = "oscal-plan"
  case oscalComponent = "oscal-component"
  case oscalCatalog = "oscal-catalog"
  case oscalProfile = "oscal-profile"
  case cyclonedx

  /// For other programs, made only when it is asked for by name; the rest is what `report` writes.
  var isExport: Bool { ![.text, .json, .markdown, .csv, .html].contains(self) }

  var fileName: String {
    switch self {
    case .text: "report.txt"
    case .json: "result.json"
    case .markdown: "report.md"
    case .csv: "findings.csv"
    case .html: "report.html"
    case .sarif: "findings.sarif"
    case .junit: "junit.xml"
    case .annotations: "annotations.txt"
    case .xccdf: "xccdf.xml"
    case .oscalResults: "assessment-results.json"
    case .oscalPoam: "plan-of-action-and-milestones.json"
    case .oscalPlan: "assessment-plan.json"
    case .oscalComponent: "component-definition.json"
    case .oscalCatalog: "catalog.json"
    case .oscalProfile: "profile.json"
    case .cyclonedx: "attestation.cdx.json"
    }
  }

  func render(_ report: Report) -> String {
    switch self {
    case .text: Self.plainText(report, verbose: false)
    case .json: Reports.json(report)
    case .markdown: Reports.markdown(report)
    case .csv: Reports.csv(report)
    case .html: Reports.html(report)
    case .sarif: Reports.sarif(report)
    case .junit: Reports.junit(report)
    case .annotations: Reports.annotations(report)
    case .xccdf: Reports.xccdf(report)
    case .oscalResults: Reports.oscalResults(report)
    case .oscalPoam: Reports.oscalPoam(report)
    case .oscalPlan: Reports.oscalPlan(report)
    case .oscalComponent: Reports.oscalComponent(report)
    case .oscalCatalog: Reports.oscalCatalog(report)
    case .oscalProfile: Reports.oscalProfile(report)
    case .cyclonedx: Reports.cyclonedx(report)
    }
  }

  static func plainText(_ report: Report, verbose: Bool) -> String {
    Reports.text(report, style: TextStyle(verbose: verbose))
  }

  static func list(_ text: String) throws -> [Format] {
    try text.split(separator: ",").map { try Format(named: String($0)) }
  }
}

extension RawRepresentable where Self: CaseIterable, RawValue == String {
  /// The format of this name, else what may have been meant.
  init(named name: String) throws {
    guard let format = Self(rawValue: name) else {
      let hint = didYouMean(name, among: Self.allCases.map(\.rawValue)).map { "; \($0)" } ?? ""
      throw Problem("`\(name)` is not a format\(hint)")
    }
    self = format
  }
}
