import Engine
import FEEL
import Rules

/// The risk register as a plan of action and milestones of OSCAL 1.2.1 (JSON): every risk with its characterization and responses,
/// every treated one as an item.
package func riskRegisterOSCAL(_ report: Report) -> String {
  json(of: OSCALFile(report))
}

/// The part of OSCAL's plan of action and milestones that a risk register needs.
private struct OSCALFile: Encodable {
  var plan: Plan
  enum CodingKeys: String, CodingKey { case plan = "plan-of-action-and-milestones" }

  struct Plan: Encodable {
    var uuid: String
    var metadata: Metadata
    var systemId: SystemId
    var risks: [Risk]?
    var items: [Item]
    enum CodingKeys: String, CodingKey {
      case uuid, metadata, risks
      case systemId = "system-id"
      case items = "poam-items"
    }
  }
  struct SystemId: Encodable { var id: String }
  struct Metadata: Encodable {
    var title, lastModified, version, oscalVersion: String
    var parties: [Party]
    enum CodingKeys: String, CodingKey {
      case title, version, parties
      case lastModified = "last-modified"
      case oscalVersion = "oscal-version"
    }
  }
  struct Party: Encodable { var uuid, type, name: String }
  struct Property: Encodable {
    var name: String
    var ns = OSCALFile.namespace
    var value: String
  }
  struct Actor: Encodable {
    var type = "tool"
    var uuid: String
    enum CodingKeys: String, CodingKey {
      case type
      case uuid = "actor-uuid"
    }
  }
  struct Origin: Encodable { var actors: [Actor] }
  struct Facet: Encodable { var name, system, value: String }
  struct Characterization: Encodable {
    var origin: Origin
    var facets: [Facet]
  }
  struct Response: Encodable {
    var uuid, lifecycle, title, description: String
  }
  struct Factor: Encodable { var uuid, description: String }
  struct Risk: Encodable {
    var uuid, title, description, statement: String
    var props: [Property]
    var status: String
    var characterizations: [Characterization]
    var factors: [Factor]?
    var deadline: String
    var responses: [Response]?
    enum CodingKeys: String, CodingKey {
      case uuid, title, description, statement, props, status, characterizations, deadline
      case factors = "mitigating-factors"
      case responses = "remediations"
    }
  }
  struct Item: Encodable {
    var uuid, title, description: String
    var related: [Related]
    enum CodingKeys: String, CodingKey {
      case uuid, title, description
      case related = "related-risks"
    }
  }
  struct Related: Encodable {
    var uuid: String
    enum CodingKeys: String, CodingKey { case uuid = "risk-uuid" }
  }

  static let namespace = "urn:pratique:risk:1"

  init(_ report: Report) {
    func uuid(_ name: String) -> String { report.uuid("\(report.about)\n\(name)") }
    let tool = uuid("tool")
    let entries = report.register?.entries ?? []
    let day = "\(report.assessment.asOf)T00:00:00Z"
    let risks = entries.map { entry in
      Risk(
        uuid: uuid(entry.id), title: line("Not met: \(entry.title)"),
        description: line("\(entry.cause). Consequence: \(entry.consequenceText)."),
        statement: line(entry.cause),
        props: Self.properties(of: entry, report), status: entry.status,
        characterizations: [
          Characterization(origin: Origin(actors: [Actor(uuid: tool)]), facets: Self.facets(of: entry))
        ],
        factors: Self.factors(of: entry, uuid), deadline: "\(entry.review)T00:00:00Z",
        responses: entry.treatment == .open
          ? nil
          : [
            Response(
              uuid: uuid("\(entry.id)/response"),
              lifecycle: entry.status == "remediating" ? "planned" : "completed",
              title: line("\(capitalized(entry.treatment.rawValue)): \(entry.treatmentReason)"),
              description: line(entry.treatmentReason))
          ])
    }
    let open = zip(entries, risks).filter { $0.0.status != "closed" }
    plan = Plan(
      uuid: uuid("register"),
      metadata: Metadata(
        title: line("Risk register of \(report.about)"), lastModified: day,
        version: report.assessment.asOf.description, oscalVersion: "1.2.1",
        parties: [Party(uuid: uuid("organization"), type: "organization", name: line(report.about))]),
      systemId: SystemId(id: line(report.about)), risks: risks.isEmpty ? nil : risks,
      items: open.isEmpty
        ? [
          Item(uuid: uuid("none"), title: "Nothing to do", description: "No risk is open.", related: [])
        ]
        : open.map { entry, risk in
          Item(
            uuid: uuid("\(entry.id)/item"), title: line(entry.title),
            description: line("\(entry.treatment.rawValue): \(entry.treatmentReason)"),
            related: [Related(uuid: risk.uuid)])
        })
  }

  private static func properties(of entry: RiskRegister.Entry, _ report: Report) -> [Property] {
    var properties = [
      Property(name: "risk-id", value: line(entry.id)), Property(name: "duty", value: line(entry.duty)),
      Property(name: "owner-role", value: line(report.owner(of: entry))),
      Property(name: "treatment", value: entry.treatment.rawValue),
      Property(name: "review-date", value: entry.review.description),
    ]
    properties += entry.citations.map { Property(name: "provision", value: line($0)) }
    properties += entry.controls.map {
      Property(name: "control", value: line("\($0.control) (\($0.assurance.word))"))
    }
    if let level = entry.aboveAppetite {
      properties.append(Property(name: "above-appetite", value: level.rawValue))
    }
    return properties
  }

  /// Both ends of both risks: a range is never narrowed to one figure.
  private static func facets(of entry: RiskRegister.Entry) -> [Facet] {
    let (inherent, residual) = (entry.inherentLevels, entry.residualLevels)
    let values = [
      ("inherent-points-low", decimal(entry.inherent.low)),
      ("inherent-points-high", decimal(entry.inherent.high)),
      ("inherent-level-low", inherent.low.rawValue), ("inherent-level-high", inherent.high.rawValue),
      ("residual-points-low", decimal(entry.residual.low)),
      ("residual-points-high", decimal(entry.residual.high)),
      ("residual-level-low", residual.low.rawValue), ("residual-level-high", residual.high.rawValue),
      ("category", entry.category.rawValue),
    ]
    return values.map { Facet(name: $0.0, system: namespace, value: $0.1) }
  }

  private static func factors(of entry: RiskRegister.Entry, _ uuid: (String) -> String) -> [Factor]? {
    let factors = entry.controls.filter { [.asserted, .evidenced, .stale].contains($0.assurance) }.map {
      Factor(
        uuid: uuid("\(entry.id)/\($0.control)"), description: line("\($0.control): \($0.assurance.word)"))
    }
    return factors.isEmpty ? nil : factors
  }
}

extension RiskRegister.Entry {
  /// In OSCAL's words.
  fileprivate var status: String {
    switch treatment {
    case .open: "investigating"
    case .accept: "deviation-approved"
    case .avoid, .reduce, .share: residual.high == 0 ? "closed" : "remediating"
    }
  }
}
