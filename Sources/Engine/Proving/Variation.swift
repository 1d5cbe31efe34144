import Diagnostics
import FEEL
import Facts
import Plans

/// A plan that differs from that of a case in a few facts, perhaps under the law of another day.
struct Variation: Sendable, Hashable {
  /// A fact stated otherwise.
  enum Edit: Sendable, Hashable {
    /// nil: not stated.
    case fact(Cell, Value?)
    /// A control of the catalogue: its status; nil: not stated.
    case control(String, String?)
    case day(CalendarDate)
  }

  /// The case, by its place.
  var seed: Int
  var edits: [Edit] = []

  func day(_ seed: Exhibit) -> CalendarDate {
    for case .day(let day) in edits.reversed() { return day }
    return seed.day
  }

  /// The plan of the seed with the edits.
  func plan(_ seed: Exhibit, _ vocabulary: Vocabulary) -> Plan {
    var plan = seed.plan
    for edit in edits {
      switch edit {
      case .fact(let cell, let value):
        let location = plan.rows[cell.kind][cell.row].location
        plan.rows[cell.kind][cell.row].statements[cell.fact] = value.map {
          Plan.Statement(value: $0, location: location)
        }
      case .control(let id, let status): plan.state(control: id, status, vocabulary)
      case .day: break
      }
    }
    return plan
  }

  /// With one more edit, which replaces an earlier one of the same fact.
  func with(_ edit: Edit) -> Variation {
    Variation(seed: seed, edits: edits.filter { !$0.isOfSame(as: edit) } + [edit])
  }
}

extension Variation.Edit {
  fileprivate func isOfSame(as other: Variation.Edit) -> Bool {
    switch (self, other) {
    case (.fact(let a, _), .fact(let b, _)): a == b
    case (.control(let a, _), .control(let b, _)): a == b
    case (.day, .day): true
    default: false
    }
  }
}

extension Plan {
  /// One statement of the control in place of all that the plan makes of it.
  fileprivate mutating func state(control id: String, _ status: String?, _ vocabulary: Vocabulary) {
    guard let kind = vocabulary.kind(named: "control"),
      let fact = vocabulary.kinds[kind].fact(named: "status"),
      let key = vocabulary.kinds[kind].key.flatMap({ vocabulary.kinds[kind].fact(named: $0) })
    else { return }
    let location = collections[kind].location ?? Location(file: file, line: 1)
    rows[kind].removeAll { $0.id == id }
    if collections[kind].extent == .unstated { collections[kind].extent = .open }
    guard let status else { return }
    var statements = [Plan.Statement?](repeating: nil, count: vocabulary.kinds[kind].facts.count)
    statements[key] = Plan.Statement(value: .string(id), location: location)
    statements[fact] = Plan.Statement(value: .string(status), location: location)
    rows[kind].append(Plan.Row(id: id, statements: statements, location: location))
  }
}
