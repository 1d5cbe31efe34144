import Diagnostics
import FEEL
import Facts
import Plans
import Rules

/// Writes a case that differs from another by some edits.
struct CaseWriter {
  private let seed: Exhibit
  private let vocabulary: Vocabulary
  private var without: [String]
  private var changes: Node
  private let place: Location

  init(_ seed: Exhibit, _ rulebook: Rulebook) {
    self.seed = seed
    vocabulary = rulebook.vocabulary
    without = seed.each.without
    changes = seed.each.changes ?? .map([], seed.each.location)
    place = seed.each.location
  }

  mutating func apply(_ edit: Variation.Edit, _ plan: Plan) {
    switch edit {
    case .day: break
    case .control(let id, let status):
      remove("controls.\(id)")
      guard let status else { return }
      let row = map([("id", .text(id, place)), ("status", .text(status, place))])
      changes = changes.merged(with: map([("controls", .list([row], place))]))
    case .fact(let cell, let value): state(cell, value, plan)
    }
  }

  /// The plan as a reader of the case would get it.
  func exhibit(on day: CalendarDate, _ rulebook: Rulebook) -> Exhibit? {
    let node = CaseFile.plan(seed.each.base, without: without, changes: changes)
    guard
      let plan = try? Plan(
        node, file: place.file, vocabulary: vocabulary, geography: rulebook.geography, asOf: day)
    else { return nil }
    return Exhibit(seed.each, plan, on: day, rulebook)
  }

  func text(_ expectation: CaseFile.Expectation, on day: CalendarDate) -> String {
    let name = "\(seed.each.name), \(expectation.provision) \(expectation.verdict)"
    var lines = ["- name: \(Node.text(name, place).flow)"]
    if day != seed.each.asOf || seed.each.hasOwnDay { lines.append("  asOf: \(day)") }
    if !without.isEmpty {
      lines.append("  without: [\(without.map { Node.text($0, place).flow }.joined(separator: ", "))]")
    }
    if let entries = changes.entries, !entries.isEmpty { lines.append("  plan: \(changes.flow)") }
    let subject = expectation.subject.map { "@\($0)" } ?? ""
    let key = Node.text(expectation.provision + subject, place).flow
    lines.append("  expect: { \(key): \(expectation.verdict) }")
    return lines.joined(separator: "\n")
  }

  private func map(_ entries: [(String, Node)]) -> Node {
    .map(entries.map { Node.Entry($0.0, at: place, $0.1) }, place)
  }

  private mutating func remove(_ path: String) {
    changes = changes.removing(path)
    if !without.contains(path) { without.append(path) }
  }

  /// Facts in a record are reached through it; a list of records is stated as a whole.
  private mutating func state(_ cell: Cell, _ value: Value?, _ plan: Plan) {
    var keys = [vocabulary.kinds[cell.kind].facts[cell.fact].planKey]
    var row = (kind: cell.kind, row: cell.row)
    var node = value.map { self.node($0, plan) }
    while let parent = plan.rows[row.kind][row.row].parent {
      let fact = vocabulary.kinds[parent.kind].facts[parent.fact]
      if case .list = fact.type, let list = plan.rows[parent.kind][parent.row].statements[parent.fact]?.value
      {
        keys = [fact.planKey]
        node = self.node(list, plan)
      } else {
        keys.insert(fact.planKey, at: 0)
      }
      row = (parent.kind, parent.row)
    }
    let kind = vocabulary.kinds[row.kind]
    let id = plan.rows[row.kind][row.row].id
    let top = kind.collection.map { [$0, id] } ?? [kind.name]
    guard let node else { return remove((top + keys).joined(separator: ".")) }
    var inner = node
    for key in keys.dropFirst().reversed() { inner = map([(key, inner)]) }
    let fact = (keys[0], inner)
    guard let collection = kind.collection else {
      changes = changes.merged(with: map([(kind.name, map([fact]))]))
      return
    }
    let key = kind.key.flatMap { kind.fact(named: $0) }.map { kind.facts[$0].planKey } ?? "id"
    let item = map([(key, .text(id, place)), fact])
    changes = changes.merged(with: map([(collection, .list([item], place))]))
  }

  private func node(_ value: Value, _ plan: Plan) -> Node {
    switch value {
    case .list(let list): return .list(list.items.map { node($0, plan) }, place)
    case .context(let context): return map(context.entries.map { ($0.name, node($0.value, plan)) })
    case .string(let text): return .text(text, place)
    case .entity(let entity):
      let row = plan.rows[entity.kind][entity.row]
      if row.parent == nil { return .text(row.id, place) }
      let facts = vocabulary.kinds[entity.kind].facts
      return map(
        row.statements.indices.compactMap { index in
          row.statements[index].map { (facts[index].planKey, node($0.value, plan)) }
        })
    default: return .scalar(Node.Scalar(value.shown, isText: false, isNull: value == .null, at: place))
    }
  }
}
