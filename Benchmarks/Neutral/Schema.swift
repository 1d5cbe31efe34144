import Diagnostics
import FEEL

/// The plans of the neutral workload as FEEL sees them: every object type is a kind, the lists of the plan itself are
/// collections.
struct Schema {
  let environment: Environment
  let slots: [Program.Slot]
  /// By kind.
  let shapes: [[(key: String, meaning: JSONShape.Meaning)]]
  let root: Int

  /// `schema` maps object types to lists of `[name, type, nullable, domain]`.
  init?(_ schema: Node) {
    guard let types = schema.entries else { return nil }
    let names = types.map(\.key)
    guard let root = names.firstIndex(of: "plan") else { return nil }
    var kinds: [Environment.Kind] = []
    var enumerations: [Environment.Enumeration] = []
    var variables = [Environment.Variable("plan", .entity(root))]
    var slots = [Program.Slot.singleton(root)]
    var shapes: [[(key: String, meaning: JSONShape.Meaning)]] = []
    for (kind, type) in types.enumerated() {
      var facts: [Type.Member] = []
      var keys: [(key: String, meaning: JSONShape.Meaning)] = []
      for field in type.value.items ?? [] {
        guard let parts = field.items, parts.count == 4, let name = parts[0].text, let form = parts[1].text
        else {
          return nil
        }
        let words = parts[3].items?.compactMap(\.text)
        let target = parts[3].text.flatMap { names.firstIndex(of: $0) }
        if form == "objs", kind == root, let target {
          variables.append(Environment.Variable(name, .list(.entity(target))))
          slots.append(.collection(target))
          keys.append((name, .collection(target)))
          continue
        }
        var text = Type.string
        if let words {
          text = .enumeration(enumerations.count)
          enumerations.append(.init(name: "\(type.key).\(name)", values: words, isOpen: true))
        }
        let fact = facts.count
        switch (form, target) {
        case ("str", _): facts.append(.init(name, text))
        case ("int", _), ("num", _): facts.append(.init(name, .number))
        case ("bool", _): facts.append(.init(name, .boolean))
        case ("date", _): facts.append(.init(name, .date))
        case ("list", _): facts.append(.init(name, .list(text)))
        case ("obj", let target?): facts.append(.init(name, .entity(target)))
        case ("objs", let target?): facts.append(.init(name, .list(.entity(target))))
        default: return nil
        }
        let meaning: JSONShape.Meaning =
          switch (form, target) {
          case ("obj", let target?): .record(fact: fact, kind: target)
          case ("objs", let target?): .rows(fact: fact, kind: target)
          default: .fact(fact, isRead: true)
          }
        keys.append((name, meaning))
      }
      kinds.append(Environment.Kind(name: type.key, facts: facts))
      shapes.append(keys)
    }
    // There is no unstated fact in FEEL that a condition could ask for; the workload has a leaf that does.
    let stated = Environment.HostFunction(name: "stated", parameters: [.any], result: .boolean)
    environment = Environment(
      kinds: kinds, enumerations: enumerations, functions: [stated], variables: variables)
    self.slots = slots
    self.shapes = shapes
    self.root = root
  }

  var world: Program.World {
    Program.World(environment: environment, slots: slots) { _, _ in .isStated(argument: 0) }
  }

  /// Null is how the workload leaves a fact unstated.
  func reader(for program: Program, _ lexicon: Lexicon) -> TableReader? {
    let used = program.usedFacts
    let shapes = shapes.enumerated().map { kind, keys in
      JSONShape(
        keys.map { key, meaning in
          guard case .fact(let fact, _) = meaning else { return JSONShape.Key(key, meaning) }
          return JSONShape.Key(key, .fact(fact, isRead: used[kind][fact]))
        })
    }
    return TableReader(shapes, root: root, environment, lexicon, nullIsUnstated: true, extent: .closed)
  }
}

/// Answers for the parts that have no form over columns.
struct NeutralHost: ColumnHost {
  let table: FactTable
  let slots: [Program.Slot]

  func value(of fact: Int, in entity: Entity) -> Value {
    table.value(Cell(kind: entity.kind, row: entity.row, fact: fact))
  }

  func call(_ function: Int, _ arguments: [Value]) -> Value {
    if case .unknown? = arguments.first { .boolean(false) } else { .boolean(true) }
  }

  func slotValues() -> [Value] {
    slots.map { slot in
      switch slot {
      case .singleton(let kind): .entity(Entity(kind: kind, row: 0))
      case .collection(let kind):
        .list(List((0..<table.rowCount(of: kind)).map { .entity(Entity(kind: kind, row: $0)) }))
      default: .null
      }
    }
  }

  func turn(to subject: Entity) {}
}
