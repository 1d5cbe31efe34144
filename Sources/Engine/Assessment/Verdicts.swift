import FEEL
import Facts
import Plans
import Rules

extension Verdict {
  /// The verdict that the outcomes still possible amount to. No gap possible and met in some: satisfied.
  init(_ outcomes: Outcomes, _ modality: Provision.Modality, isUpcoming: Bool) {
    if outcomes.contains(.error) {
      self = .error
    } else if modality == .permission {
      self = outcomes == .satisfied ? .allowed : outcomes == .notApplicable ? .notAllowed : .undetermined
    } else if !outcomes.contains(.gap) {
      self = outcomes.contains(.satisfied) ? .satisfied : .notApplicable
    } else if isUpcoming {
      self = .upcoming
    } else {
      self = outcomes == .gap ? .gap : .undetermined
    }
  }
}

extension Subject {
  init(_ entity: Entity, in plan: Plan, _ vocabulary: Vocabulary) {
    let kind = vocabulary.kinds[entity.kind]
    let row = plan.rows[entity.kind][entity.row]
    let id = kind.isSingleton ? kind.name : row.id
    var title = kind.isSingleton ? "the organization" : "\(kind.name) \(id)"
    if id == World.placeholder { title = "any \(kind.name) (the plan names none)" }
    if let fact = kind.facts.firstIndex(where: { $0.name == "name" }),
      case .string(let name) = plan.value(Cell(kind: entity.kind, row: entity.row, fact: fact))
    {
      title = name
    }
    self.init(kind: kind.name, id: id, title: title)
  }
}

extension Rulebook {
  /// A cell as the plan would write it; a control that the plan does not mention by its id.
  func name(of cell: Cell, in plan: Plan) -> String {
    let kind = vocabulary.kinds[cell.kind]
    if cell.row < 0, cell.fact >= 0, kind.repeats {
      return "controls[\(catalogue.controls[cell.fact].id)].status"
    }
    return plan.name(of: cell, in: vocabulary)
  }
}

extension Value {
  /// For people: as a plan would state it; nil for unknown.
  func text(in plan: Plan) -> String? {
    switch self {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .number(let value): value.description
    case .string(let value): value
    case .date(let value): value.description
    case .time(let value): value.description
    case .dateTime(let value): value.description
    case .days(let value): value.description
    case .months(let value): value.description
    case .list(let list): "[\(list.items.map { $0.text(in: plan) ?? "?" }.joined(separator: ", "))]"
    case .context(let context):
      "{\(context.entries.map { "\($0.name): \($0.value.text(in: plan) ?? "?")" }.joined(separator: ", "))}"
    case .entity(let entity): plan.rows[entity.kind][entity.row].id
    case .range, .function, .unknown: nil
    }
  }
}
