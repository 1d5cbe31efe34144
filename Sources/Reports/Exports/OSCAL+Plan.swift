import JSON
import Engine
import FEEL
import Rules

/// How the assessment was made as OSCAL's assessment plan: which provisions, which subjects, by what.
package func oscalPlan(_ report: Report) -> String { OSCAL(report: report).plan }

/// The controls of the organization as OSCAL's component definition: which provisions each serves, and how it stands.
package func oscalComponent(_ report: Report) -> String { OSCAL(report: report).componentDefinition }

extension OSCAL {
  var plan: String {
    let judged = assessment.findings.filter(\.isJudged)
    let subjects = subjects(judged)
    let task = JSONValue.object([
      "uuid": uuid("task/assess"), "type": "action", "title": "Judge the plan",
      "description": .string(
        "Every provision is judged for every subject under the law of \(assessment.asOf)."),
      "timing": .object(["on-date": .object(["date": day])]),
    ])
    return document(
      "assessment-plan",
      [
        "uuid": documentUUID("plan"), "metadata": metadata("Assessment plan of \(report.about)"),
        // What is assessed is a plan of expansion: it stands where OSCAL has the plan of a system's security.
        "import-ssp": .object([
          "href": .string("#\(report.uuid("\(report.about)\nplan"))"),
          "remarks": "The plan that was judged; it is no system security plan of OSCAL.",
        ]), "local-definitions": subjects.isEmpty ? nil : .object(["components": .array(subjects)]),
        "reviewed-controls": reviewedControls,
        "assessment-subjects": [.object(["type": "component", "include-all": .object([])])],
        "assessment-assets": .object([
          "components": [tool],
          "assessment-platforms": [.object(["uuid": uuid("platform"), "title": "Pratique"])],
        ]), "tasks": [task], "back-matter": backMatter,
      ])
  }

  var componentDefinition: String {
    // By control, then by provision, in the order of the findings.
    var controls: [String] = []
    var uses: [String: [(finding: Finding, state: ControlState)]] = [:]
    for finding in assessment.findings where finding.isJudged {
      for state in finding.controls {
        if uses[state.control] == nil { controls.append(state.control) }
        uses[state.control, default: []].append((finding, state))
      }
    }
    return document(
      "component-definition",
      [
        "uuid": documentUUID("components"), "metadata": metadata("Controls of \(report.about)"),
        "components": .array(controls.map { component($0, uses[$0] ?? []) }),
      ])
  }

  private func component(_ control: String, _ uses: [(finding: Finding, state: ControlState)]) -> JSONValue {
    var order: [String] = []
    var byProvision: [String: [(finding: Finding, state: ControlState)]] = [:]
    for use in uses {
      let id = self.control(use.finding)
      if byProvision[id] == nil { order.append(id) }
      byProvision[id, default: []].append(use)
    }
    let requirements = order.map { id -> JSONValue in
      let uses = byProvision[id] ?? []
      let states = uses.map { "\($0.finding.subject.title): \($0.state.assurance.word)" }
      return .object([
        "uuid": uuid("requirement/\(control)/\(id)"), "control-id": .string(id),
        "description": .string(line(states.joined(separator: "; "))),
        "props": .array(
          uses.flatMap {
            [property("finding-id", $0.finding.id), property("assurance", $0.state.assurance.rawValue)]
          }),
      ])
    }
    let title = line(report.controlTitle(control))
    return .object([
      "uuid": uuid("control/\(control)"), "type": "process-procedure", "title": .string(title),
      "description": .string(title), "props": [property("control", control)],
      "control-implementations": [
        .object([
          "uuid": uuid("implementation/\(control)"), "source": .string(Self.catalogFile),
          "description": .string("How the control stands for each provision that asks for it."),
          "implemented-requirements": .array(requirements),
        ])
      ],
    ])
  }
}
