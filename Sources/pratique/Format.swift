import Diagnostics
import Reports

/// The forms in which a result can be had.
enum Format: String, CaseIterable {
  case text, json, markdown, csv, html

  var fileName: String {
    switch self {
    case .text: "report.txt"
    case .json: "result.json"
    case .markdown: "report.md"
    case .csv: "findings.csv"
    case .html: "report.html"
    }
  }

  func render(_ report: Report) -> String {
    switch self {
    case .text: Self.plainText(report, verbose: false)
    case .json: Reports.json(report)
    case .markdown: Reports.markdown(report)
    case .csv: Reports.csv(report)
    case .html: Reports.html(report)
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
