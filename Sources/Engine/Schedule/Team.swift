package import Diagnostics
import FEEL
package import Facts
package import Plans

extension Checklist.TeamRole {
  /// The most people of one role.
  package static let most = 10_000

  /// Thousandths of people; nil: no number above 0, or too many.
  package static func thousandths(_ people: Double) -> Int? {
    guard people > 0, people <= Double(most) else { return nil }
    return max(1, Int((people * 1000).rounded()))
  }

  /// The names that a role can have: owners of controls, and those who change a plan.
  package static func names(_ catalogue: Catalogue) -> [String] {
    Set(catalogue.controls.map(\.owner) + Change.owners.values + [Change.owner]).sorted()
  }

  /// The roles of a plan whose people it states; mistakes are told with their place.
  package static func all(
    in plan: Plan, vocabulary: Vocabulary, catalogue: Catalogue
  ) throws(Mistakes) -> [Self] {
    guard let kind = vocabulary.kinds.firstIndex(where: { $0.name == "role" }) else { return [] }
    let facts = vocabulary.kinds[kind].facts
    let names = names(catalogue)
    var mistakes: [Diagnostic] = []
    var roles: [Self] = []
    for row in plan.rows[kind] {
      func stated(_ name: String) -> Plan.Statement? {
        facts.firstIndex { $0.name == name }.flatMap { row.statements[$0] }
      }
      if !names.contains(row.id) {
        mistakes.append(
          Diagnostic(
            .role, at: stated("id")?.location ?? row.location, "no control has the owner `\(row.id)`",
            suggestion: didYouMean(row.id, among: names)))
      }
      guard let people = stated("people"), case .number(let number) = people.value else { continue }
      guard let thousandths = thousandths(number.double) else {
        mistakes.append(
          Diagnostic(
            .people, at: people.location, "a role has more than 0 and at most \(most) people",
            suggestion: "leave the number out if hands are no limit"))
        continue
      }
      var role = Self(name: row.id, thousandths: thousandths)
      if case .string(let code) = stated("country")?.value { role.country = code }
      roles.append(role)
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    return roles
  }
}

extension Checklist.EvidenceEnd {
  /// Controls in place whose evidence all ends, each with the last day on which a piece of it counts.
  package static func all(in plan: Plan, vocabulary: Vocabulary, catalogue: Catalogue) -> [Self] {
    guard let kind = vocabulary.kinds.firstIndex(where: { $0.name == "control" }) else { return [] }
    var ends: [String: CalendarDate] = [:]
    var endless: Set<String> = []
    func value(_ kind: Int, _ row: Int, _ name: String) -> Value? {
      vocabulary.kinds[kind].facts.firstIndex { $0.name == name }.flatMap {
        plan.rows[kind][row].statements[$0]?.value
      }
    }
    for (row, content) in plan.rows[kind].enumerated() {
      guard case .string("inPlace") = value(kind, row, "status"), let control = catalogue[content.id],
        case .list(let items) = value(kind, row, "evidence")
      else { continue }
      for case .entity(let item) in items.items {
        var last: CalendarDate?
        if case .date(let until) = value(item.kind, item.row, "validUntil") {
          last = until
        } else if let fresh = control.freshDays, case .date(let day) = value(item.kind, item.row, "collected")
        {
          last = day.adding(days: fresh)
        }
        if let last {
          ends[content.id] = max(ends[content.id] ?? last, last)
        } else {
          endless.insert(content.id)
        }
      }
    }
    return ends.keys.sorted().compactMap { id in
      guard !endless.contains(id), let until = ends[id] else { return nil }
      return Self(control: id, until: until)
    }
  }
}

extension Diagnostic.Code {
  fileprivate static let role = Self(rawValue: "team.role")
  fileprivate static let people = Self(rawValue: "team.people")
}
