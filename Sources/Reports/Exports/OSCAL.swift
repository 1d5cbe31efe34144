import JSON
import Diagnostics
import Engine
import FEEL
import Rules

/// What the documents of OSCAL 1.2.1 (NIST, JSON) have in common. They refer to one another by the names that `--output-dir` gives them.
struct OSCAL {
  static let version = "1.2.1"
  static let namespace = "urn:pratique:assessment:1"
  static let catalogFile = "catalog.json"
  static let planFile = "assessment-plan.json"

  var report: Report
  var assessment: Assessment { report.assessment }

  /// The same in every run for the same organization and thing, so that two results can be compared.
  func uuid(_ name: String) -> JSONValue { .string(report.uuid("\(report.about)\n\(name)")) }

  /// A document is another one on another day.
  func documentUUID(_ kind: String) -> JSONValue { uuid("document/\(kind)/\(assessment.asOf)") }

  /// The day of the law, for a document that is the same every time.
  var day: JSONValue { .string(moment(assessment.asOf)) }

  func moment(_ date: CalendarDate) -> String { "\(date)T00:00:00Z" }

  func document(_ kind: String, _ members: KeyValuePairs<String, JSONValue?>) -> String {
    JSONValue.object([kind: .object(members)]).text() + "\n"
  }

  func metadata(_ title: String) -> JSONValue {
    .object([
      "title": .string(line(title)), "last-modified": day, "version": .string(assessment.asOf.description),
      "oscal-version": .string(Self.version), "remarks": .string(Report.disclaimer),
      "parties": [
        .object(["uuid": uuid("organization"), "type": "organization", "name": .string(line(report.about))])
      ],
    ])
  }

  func property(_ name: String, _ value: String, class: String? = nil) -> JSONValue {
    .object([
      "name": .string(name), "ns": .string(Self.namespace), "value": .string(line(value)),
      "class": `class`.map { .string($0) },
    ])
  }

  /// Id of the control that a provision is in the catalogue.
  func control(_ finding: Finding) -> String { token(finding.pack, finding.provision) }

  /// The controls of these findings, each once.
  func controlIDs(_ findings: [Finding]) -> [String] {
    var seen: Set<String> = []
    return findings.map(control).filter { seen.insert($0).inserted }
  }

  var reviewedControls: JSONValue {
    let ids = controlIDs(assessment.findings)
    let selection: JSONValue =
      ids.isEmpty
      ? .object(["include-all": .object([])])
      : .object(["include-controls": .array(ids.map { .object(["control-id": .string($0)]) })])
    return .object(["control-selections": [selection]])
  }

  /// The plan, as the thing that was examined.
  var backMatter: JSONValue {
    .object([
      "resources": [
        .object([
          "uuid": uuid("plan"), "title": .string(line("Plan of \(report.about)")),
          "rlinks": [.object(["href": .string(reference(toFile: assessment.planFile))])],
        ])
      ]
    ])
  }

  var origin: JSONValue {
    .object(["actors": [.object(["type": "tool", "actor-uuid": uuid("tool")])]])
  }

  var tool: JSONValue {
    .object([
      "uuid": uuid("tool"), "type": "software", "title": "Pratique",
      "description": .string("Judges a plan by rules, version \(line(assessment.engineVersion))."),
      "status": .object(["state": "operational"]),
    ])
  }

  func links(_ citations: [Citation]) -> JSONValue {
    var seen: Set<String> = []
    return .array(
      citations.compactMap { citation in
        guard let link = report.link(citation), seen.insert(link).inserted else { return nil }
        return .object(["href": .string(link), "rel": "reference", "text": .string(line(citation.text))])
      })
  }
}

extension Finding {
  /// It applies and says something: met, or something is to be done or to be said.
  var isJudged: Bool { verdict == .satisfied || isAlert }
}
