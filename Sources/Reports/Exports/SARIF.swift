import Diagnostics
import Engine
import FEEL
import Rules

/// What is open in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS), for code hosts and editors: a rule for each
/// provision, a result for each finding, at the plan's line. What is met or does not apply is only counted.
package func sarif(_ report: Report) -> String { json(of: SARIF(report)) }

private struct SARIF: Encodable {
  struct Message: Encodable { var text: String }
  struct Configuration: Encodable { var level: String }
  struct RuleProperties: Encodable {
    /// Those of GitHub: `precision` is how sure the rule is, `problem.severity` how its alerts are sorted.
    var precision, severity, confidence: String
    var tags: [String]
    var problemSeverity: String
    enum CodingKeys: String, CodingKey {
      case precision, severity, confidence, tags
      case problemSeverity = "problem.severity"
    }
  }
  struct Rule: Encodable {
    var id, name: String
    var shortDescription, fullDescription, help: Message
    var helpUri: String?
    var defaultConfiguration: Configuration
    var properties: RuleProperties
  }
  struct Driver: Encodable {
    var name = "pratique"
    var version: String
    var informationUri = "https://github.com/pratique/pratique"
    var rules: [Rule]
  }
  struct Tool: Encodable { var driver: Driver }
  struct Artifact: Encodable {
    var uri: String
    /// Absent for an absolute address.
    var uriBaseId: String?
  }
  struct Region: Encodable { var startLine, startColumn: Int }
  struct Physical: Encodable {
    var artifactLocation: Artifact
    var region: Region
  }
  struct Logical: Encodable { var name, fullyQualifiedName, kind: String }
  struct Place: Encodable {
    var id: Int?
    var physicalLocation: Physical
    var logicalLocations: [Logical]?
    var message: Message?
  }
  struct Suppression: Encodable {
    var kind = "external"
    var status = "accepted"
    /// The reason that the waiver gives.
    var justification: String?
  }
  struct ResultProperties: Encodable {
    var finding, verdict, severity, confidence: String
    var blocksEntry: Bool
    var markets: [String]
  }
  struct Result: Encodable {
    var ruleId: String
    var ruleIndex: Int
    var kind, level: String
    var message: Message
    var locations: [Place]
    var relatedLocations: [Place]?
    var partialFingerprints: [String: String]
    var suppressions: [Suppression]?
    var properties: ResultProperties
  }
  struct RunProperties: Encodable {
    var asOf: String
    var verdicts: [String: Int]
  }
  struct Run: Encodable {
    var tool: Tool
    var columnKind = "unicodeCodePoints"
    var results: [Result]
    var properties: RunProperties
  }
  var schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  var version = "2.1.0"
  var runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  /// Other places that a result points to.
  static let mostRelated = 12

  init(_ report: Report) {
    var rules: [Rule] = []
    var places: [String: Int] = [:]
    var results: [Result] = []
    for finding in report.assessment.alerts {
      let place: Int
      if let known = places[finding.ruleID] {
        place = known
      } else {
        place = rules.count
        places[finding.ruleID] = place
        rules.append(Rule(finding, report))
      }
      results.append(Result(finding, ruleIndex: place, report))
    }
    let counts = Dictionary(
      uniqueKeysWithValues: report.assessment.tally.map { ($0.verdict.rawValue, $0.count) })
    runs = [
      Run(
        tool: Tool(driver: Driver(version: report.assessment.engineVersion, rules: rules)), results: results,
        properties: RunProperties(asOf: report.assessment.asOf.description, verdicts: counts))
    ]
  }
}

extension SARIF.Rule {
  fileprivate init(_ finding: Finding, _ report: Report) {
    // Without the citations of failing conditions: a rule is the same for every subject.
    let citations = finding.rule.provision.citations
    let law = citations.map(\.text).joined(separator: "; ")
    let quotes = finding.quotes.map { "“\($0.text)”" }.joined(separator: " ")
    let level = AlertLevel(finding.severity)
    self.init(
      id: oneLine(finding.ruleID), name: line(finding.title),
      shortDescription: .init(text: messageText(finding.title)),
      fullDescription: .init(text: messageText(finding.summary)),
      help: .init(
        text: messageText(
          "\(finding.summary) \(law.isEmpty ? "" : "Law: \(law). ")\(quotes) \(Report.disclaimer)")),
      helpUri: citations.lazy.compactMap(report.link).first,
      defaultConfiguration: .init(level: level.rawValue),
      properties: .init(
        precision: finding.confidence.rawValue, severity: finding.severity.rawValue,
        confidence: finding.confidence.rawValue,
        tags: [finding.topic, finding.modality.rawValue, finding.pack].map(oneLine),
        problemSeverity: level == .note ? "recommendation" : level.rawValue))
  }
}

extension SARIF.Result {
  fileprivate init(_ finding: Finding, ruleIndex: Int, _ report: Report) {
    // A level other than `none` is for what fails; what is not known is no failure, and no pass either.
    let fails = finding.verdict == .gap || finding.verdict == .waived
    let print = report.fingerprint(finding.id)
    let related = SARIF.related(to: finding)
    self.init(
      ruleId: oneLine(finding.ruleID), ruleIndex: ruleIndex,
      kind: fails ? "fail" : finding.verdict == .upcoming ? "review" : "open",
      level: fails ? AlertLevel(finding.severity).rawValue : "none",
      message: .init(text: messageText(finding.alertText)),
      locations: [
        .init(
          physicalLocation: .init(finding.location),
          logicalLocations: [
            .init(
              name: line(finding.subject.id),
              fullyQualifiedName: line("\(finding.subject.kind)/\(finding.subject.id)"), kind: "resource")
          ])
      ], relatedLocations: related.isEmpty ? nil : related,
      // The name of a finding, not its line: the same when lines move or the plan is put into another order. The second is the one
      // that GitHub compares.
      partialFingerprints: [
        "pratiqueFinding/v1": print, "primaryLocationLineHash": "\(print.prefix(16)):1",
      ],
      suppressions: finding.verdict == .waived
        ? [.init(justification: report.waiver(of: finding).map { oneLine($0.reason) })] : nil,
      properties: .init(
        finding: finding.id, verdict: finding.verdict.rawValue, severity: finding.severity.rawValue,
        confidence: finding.confidence.rawValue, blocksEntry: finding.blocksEntry, markets: finding.markets))
  }
}

extension SARIF {
  /// The facts that it rests on, each place once.
  fileprivate static func related(to finding: Finding) -> [Place] {
    var seen: Set<Location> = []
    var places: [Place] = []
    for fact in finding.because.flatMap(\.facts) {
      guard let location = fact.location, places.count < mostRelated, seen.insert(location).inserted else {
        continue
      }
      places.append(
        Place(
          id: places.count + 1, physicalLocation: Physical(location),
          message: Message(text: messageText("\(fact.fact): \(fact.value ?? "not stated")"))))
    }
    return places
  }
}

extension SARIF.Physical {
  fileprivate init(_ location: Location) {
    let uri = reference(toFile: location.file)
    self.init(
      artifactLocation: .init(uri: uri, uriBaseId: location.file.hasPrefix("/") ? nil : "%SRCROOT%"),
      region: .init(startLine: max(location.line, 1), startColumn: max(location.column, 1)))
  }
}

/// One line in which nothing is a link or a placeholder, both of which SARIF has inside its messages.
private func messageText(_ text: String) -> String {
  var result = ""
  for scalar in line(text).unicodeScalars {
    let last = result.unicodeScalars.last
    let isDigit = ("0"..."9").contains(scalar)
    if (last == "]" && scalar == "(") || (last == "{" && isDigit) { result += " " }
    result.unicodeScalars.append(scalar)
  }
  return result
}
