import Diagnostics
import Engine
import FEEL
import Rules

/// The findings as results of tests, in the XML of JUnit that build servers read: a suite for each pack, a case for each finding. A gap
/// fails; what is not known, waived, to come or does not apply is skipped, with the reason; what is met passes.
package func junit(_ report: Report) -> String {
  var suites: [XMLElement] = []
  let findings = Dictionary(grouping: report.assessment.findings, by: \.pack)
  for pack in report.assessment.packs {
    // A pack without findings is a suite without cases: it was used, and that can be seen.
    suites.append(suite(pack, findings[pack.id] ?? [], number: suites.count, report))
  }
  return XMLElement("testsuites", [], suites).document
}

private func suite(_ pack: Assessment.PackUsed, _ findings: [Finding], number: Int, _ report: Report)
  -> XMLElement
{
  let cases = findings.map(testCase)
  func count(_ name: String) -> String { String(cases.filter { $0.children.first?.name == name }.count) }
  let assessment = report.assessment
  let properties = [
    ("asOf", assessment.asOf.description), ("edition", pack.edition), ("sha256", pack.sha256),
    ("plan", assessment.planFile), ("engine", assessment.engineVersion), ("title", pack.title),
  ]
  return XMLElement(
    "testsuite",
    [
      ("name", line(pack.id)), ("package", line(pack.jurisdiction)), ("id", String(number)),
      // The day of the law; how long it took is no part of a result that is the same every time.
      ("timestamp", "\(assessment.asOf)T00:00:00"), ("hostname", "localhost"), ("tests", String(cases.count)),
      ("failures", count("failure")), ("errors", count("error")), ("skipped", count("skipped")),
      ("time", "0"),
    ],
    [
      XMLElement(
        "properties", [], properties.map { XMLElement("property", [("name", $0.0), ("value", $0.1)]) })
    ]
      + cases + [XMLElement("system-out"), XMLElement("system-err")])
}

private func testCase(_ finding: Finding) -> XMLElement {
  let place = "\(finding.location.file):\(finding.alertLine):\(finding.alertColumn)"
  var outcome: XMLElement?
  switch finding.verdict {
  case .gap:
    let remedies = finding.remedies.map { "Remedy: \(oneLine($0.title))" }
    outcome = XMLElement(
      "failure", [("message", finding.alertText), ("type", finding.severity.rawValue)],
      text: ([finding.alertText, "Plan: \(oneLine(place))"] + remedies).joined(separator: "\n"))
  case .error:
    outcome = XMLElement("error", [("message", finding.alertText), ("type", "error")], text: oneLine(place))
  case .undetermined, .upcoming, .waived, .notApplicable, .notAllowed:
    outcome = XMLElement("skipped", [("message", finding.skipText)])
  case .satisfied, .allowed: outcome = nil
  }
  return XMLElement(
    "testcase",
    // The id of the finding, which no two share.
    [("name", finding.id), ("classname", finding.ruleID), ("time", "0")], outcome.map { [$0] } ?? [])
}

extension Finding {
  /// Short where nothing is to be done: most findings of a plan do not apply.
  fileprivate var skipText: String { isAlert ? alertText : verdict.word }
}
