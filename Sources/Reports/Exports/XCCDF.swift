import Engine
import FEEL
import Rules

/// The findings as an XCCDF 1.2 document (NIST): the provisions that were judged as rules of a benchmark, grouped by pack, and the result
/// of this plan as its TestResult. Tools show results beside their rules, so that both are in one file.
package func xccdf(_ report: Report) -> String {
  let assessment = report.assessment
  var groups = assessment.packs.map { pack in
    let rules = assessment.rules(of: pack.id)
    return (pack: pack, rules: rules)
  }
  groups.removeAll { $0.rules.isEmpty }
  let benchmark = XMLElement(
    "Benchmark",
    [
      ("xmlns", "http://checklists.nist.gov/xccdf/1.2"), ("id", "\(xccdfName("benchmark"))packs"),
      ("xml:lang", "en"),
    ],
    [
      XMLElement("status", [("date", assessment.asOf.description)], text: "draft"),
      XMLElement("title", text: line("Law applied to \(report.about)")),
      XMLElement("description", text: Report.disclaimer),
      XMLElement("version", text: assessment.asOf.description),
    ]
      + groups.map { group in
        XMLElement(
          "Group", [("id", xccdfName("group") + plainToken(group.pack.id))],
          [
            XMLElement("version", text: line(group.pack.edition)),
            XMLElement("title", text: line(group.pack.title)),
          ] + group.rules.map { rule($0, report) })
      } + [testResult(report)])
  return benchmark.document
}

private func xccdfName(_ kind: String) -> String { "xccdf_org.pratique_\(kind)_" }

private func rule(_ finding: Finding, _ report: Report) -> XMLElement {
  let citations = finding.rule.provision.citations.map { citation in
    XMLElement("reference", report.link(citation).map { [("href", $0)] } ?? [], text: line(citation.text))
  }
  return XMLElement(
    "Rule",
    [
      ("id", xccdfName("rule") + token(finding.pack, finding.provision)),
      ("severity", xccdfSeverity(finding.severity)),
      ("multiple", "true"),
    ],
    [
      XMLElement("title", text: line(finding.title)),
      XMLElement("description", text: line(finding.summary)),
    ] + citations + [
      XMLElement("ident", [("system", "urn:pratique:provision:1")], text: line(finding.ruleID))
    ])
}

private func testResult(_ report: Report) -> XMLElement {
  let assessment = report.assessment
  let results = assessment.findings.map { (finding: $0, word: xccdfResult($0)) }
  // The flat unweighted model of the specification: of the results that count, one point for each that passes.
  let passed = results.filter { $0.word == "pass" }.count
  let counted = results.filter { ["pass", "fail", "unknown", "error"].contains($0.word) }.count
  let instances = results.map { finding, word in
    XMLElement(
      "rule-result",
      [
        ("idref", xccdfName("rule") + token(finding.pack, finding.provision)),
        ("severity", xccdfSeverity(finding.severity)),
      ],
      [
        XMLElement("result", text: word),
        XMLElement("ident", [("system", "urn:pratique:finding:1")], text: line(finding.id)),
      ] + (finding.isAlert ? [XMLElement("message", [("severity", "info")], text: finding.alertText)] : [])
        + [
          XMLElement("instance", [("context", line(finding.subject.kind))], text: line(finding.subject.id))
        ])
  }
  return XMLElement(
    "TestResult",
    [
      ("id", xccdfName("testresult") + report.uuid("\(report.about)\n\(assessment.asOf)\nxccdf")),
      // The day of the law.
      ("end-time", "\(assessment.asOf)T00:00:00Z"), ("version", assessment.asOf.description),
      ("test-system", line("pratique \(assessment.engineVersion)")),
    ],
    [
      XMLElement(
        "benchmark", [("href", "#\(xccdfName("benchmark"))packs"), ("id", "\(xccdfName("benchmark"))packs")]),
      XMLElement("title", text: line("Result of \(report.about)")),
      XMLElement("remark", text: "Law of \(assessment.asOf). \(Report.disclaimer)"),
      XMLElement("organization", text: line(report.about)),
      XMLElement("target", text: line(assessment.planFile)),
    ] + instances
      + [
        XMLElement(
          "score", [("system", "urn:xccdf:scoring:flat-unweighted"), ("maximum", String(counted))],
          text: String(passed))
      ])
}

/// Law to come, waivers and permissions are for the auditor's information: none is a failure, and none a pass.
private func xccdfResult(_ finding: Finding) -> String {
  switch finding.verdict {
  case .satisfied: "pass"
  case .gap: "fail"
  case .undetermined: finding.modality == .permission ? "informational" : "unknown"
  case .error: "error"
  case .notApplicable: "notapplicable"
  case .upcoming, .waived, .allowed, .notAllowed: "informational"
  }
}

/// XCCDF's scale ends at high.
private func xccdfSeverity(_ severity: Severity) -> String {
  severity == .critical ? "high" : severity.rawValue
}

extension Assessment {
  /// The first finding on each provision of a pack, in the order of the findings: what a provision says is the same in all of them.
  func rules(of pack: String) -> [Finding] {
    var seen: Set<String> = []
    return findings.filter { $0.pack == pack && seen.insert($0.provision).inserted }
  }
}
