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
  func uuid(_ name: String) -> JSONTree { .text(report.uuid("\(report.about)\n\(name)")) }

  /// A document is another one on another day.
  func documentUUID(_ kind: String) -> JSONTree { uuid("document/\(kind)/\(assessment.asOf)") }

  /// The day of the law, for a document that is the same every time.
  var day: JSONTree { .text(moment(assessment.asOf)) }

  func moment(_ date: CalendarDate) -> String { "\(date)T00:00:00Z" }

  func document(_ kind: String, _ members: KeyValuePairs<String, JSONTree?>) -> String {
    json(of: JSONTree.object([kind: .object(members)]))
  }

  func metadata(_ title: String) -> JSONTree {
    .object([
      "title": .text(line(title)), "last-modified": day, "version": .text(assessment.asOf.description),
      "oscal-version": .text(Self.version), "remarks": .text(Report.disclaimer),
      "parties": [
        .object(["uuid": uuid("organization"), "type": "organization", "name": .text(line(report.about))])
      ],
    ])
  }

  func property(_ name: String, _ value: String, class: String? = nil) -> JSONTree {
    .object([
      "name": .text(name), "ns": .text(Self.namespace), "value": .text(line(value)),
      "class": `class`.map { .text($0) },
    ])
  }

  /// Id of the control that a provision is in the catalogue.
  func control(_ finding: Finding) -> String { token(finding.pack, finding.provision) }

  /// The controls of these findings, each once.
  func controlIDs(_ findings: [Finding]) -> [String] {
    var seen: Set<String> = []
    return findings.map(control).filter { seen.insert($0).inserted }
  }

  var reviewedControls: JSONTree {
    let ids = controlIDs(assessment.findings)
    let selection: JSONTree =
      ids.isEmpty
      ? .object(["include-all": .object([])])
      : .object(["include-controls": .list(ids.map { .object(["control-id": .text($0)]) })])
    return .object(["control-selections": [selection]])
  }

  /// The plan, as the thing that was examined.
  var backMatter: JSONTree {
    .object([
      "resources": [
        .object([
          "uuid": uuid("plan"), "title": .text(line("Plan of \(report.about)")),
          "rlinks": [.object(["href": .text(reference(toFile: assessment.planFile))])],
        ])
      ]
    ])
  }

  var origin: JSONTree {
    .object(["actors": [.object(["type": "tool", "actor-uuid": uuid("tool")])]])
  }

  var tool: JSONTree {
    .object([
      "uuid": uuid("tool"), "type": "software", "title": "Pratique",
      "description": .text("Judges a plan by rules, version \(line(assessment.engineVersion))."),
      "status": .object(["state": "operational"]),
    ])
  }

  func links(_ citations: [Citation]) -> JSONTree {
    var seen: Set<String> = []
    return .list(
      citations.compactMap { citation in
        guard let link = report.link(citation), seen.insert(link).inserted else { return nil }
        return .object(["href": .text(link), "rel": "reference", "text": .text(line(citation.text))])
      })
  }
}

extension Finding {
  /// It applies and says something: met, or something is to be done or to be said.
  var isJudged: Bool { verdict == .satisfied || isAlert }
}
