import FEEL
import Facts
import Plans
import Rules

extension Rulebook {
  /// The lanes of the world with the law that governs them.
  func transfers(_ world: Plan, _ findings: [Finding]) -> [Transfer] {
    guard let kind = vocabulary.kinds.firstIndex(where: { $0.name == "transfer" }) else { return [] }
    let facts = vocabulary.kinds[kind].facts
    let findingsByLane = Dictionary(
      grouping: findings.filter {
        $0.subject.kind == "transfer" && $0.verdict != .notApplicable && $0.verdict != .notAllowed
      }, by: \.subject.id)
    return world.rows[kind].enumerated().filter { $0.element.id != World.placeholder }.map { row, lane in
      func value(_ name: String) -> Value {
        facts.firstIndex { $0.name == name }.map { world.value(Cell(kind: kind, row: row, fact: $0)) }
          ?? .null
      }
      func text(_ name: String) -> String? {
        let value = value(name)
        return value == .null ? nil : value.text(in: world)
      }
      func texts(_ name: String) -> [String]? {
        guard case .list(let list) = value(name) else { return nil }
        return list.items.compactMap { $0.text(in: world) }
      }
      let judged = findingsByLane[lane.id] ?? []
      var laws: [String] = []
      for law in judged.filter({ $0.modality != .permission }).flatMap(\.citations).map(\.law)
      where !laws.contains(law) { laws.append(law) }
      return Transfer(
        id: lane.id, activity: text("activity") ?? "?", origin: text("origin") ?? "?",
        originCountries: texts("originCountries") ?? [], destination: text("destination"),
        via: text("via") ?? "?",
        recipient: text("recipient"), store: text("store"), mechanisms: texts("mechanisms"),
        findings: judged.map(\.id), laws: laws)
    }
  }
}
