import FEEL

/// The plan that the cases speak of: a few rows, some of their facts not stated, and variables that are
/// unknown.
struct World: Host {
  /// Variables whose value is a fact that is not stated, or a list that may have more members.
  static let unstated = ["u1", "u2", "un", "um", "us", "ud", "ul", "ol"]

  static let enumerations = [
    Environment.Enumeration(name: "role", values: ["controller", "jointController", "processor"]),
    Environment.Enumeration(name: "country", values: ["DE", "CN", "US"]),
    Environment.Enumeration(name: "language", values: ["de", "en"], isOpen: true),
  ]
  static let kinds = [
    Environment.Kind(
      name: "activity",
      facts: [
        .init("name", .string), .init("roles", .list(.enumeration(0))), .init("people", .number),
        .init("sensitive", .boolean), .init("started", .date), .init("stores", .list(.entity(1))),
      ]),
    Environment.Kind(
      name: "store",
      facts: [
        .init("country", .enumeration(1)), .init("encrypted", .boolean), .init("language", .enumeration(2)),
      ]),
  ]
  static let functions = [
    Environment.HostFunction(name: "memberOf", parameters: [.enumeration(1), .string], result: .boolean),
    Environment.HostFunction(
      name: "hasKind", parameters: [.list(.enumeration(1)), .enumeration(1)], result: .boolean),
    Environment.HostFunction(
      name: "hasKind", parameters: [.list(.enumeration(0)), .enumeration(0)], result: .boolean),
    Environment.HostFunction(name: "overlaps", parameters: [.list(.any), .list(.any)], result: .boolean),
  ]
  static let variables: [(Environment.Variable, Value)] = [
    (.init("u1", .boolean), unknown("u1")), (.init("u2", .boolean), unknown("u2")),
    (.init("un", .number), unknown("un")), (.init("um", .number), unknown("um")),
    (.init("us", .string), unknown("us")), (.init("ud", .date), unknown("ud")),
    (.init("ul", .list(.number)), unknown("ul")),
    (.init("ol", .list(.number)), .list(List([number(1), number(2)], open: fact("ol")))),
    (.init("lu", .list(.number)), .list(List([number(1), unknown("un"), number(3)]))),
    (.init("kl", .list(.number)), .list(List([number(3), number(1), number(2)]))),
    (.init("activity", .entity(0)), .entity(Entity(kind: 0, row: 0))),
    (.init("billing", .entity(0)), .entity(Entity(kind: 0, row: 1))),
    (.init("activities", .list(.entity(0))), .list(List((0..<3).map { .entity(Entity(kind: 0, row: $0)) }))),
    (.init("asOf", .date), CalendarDate("2026-11-21").map(Value.date) ?? .null),
    (.init("threshold", .number), number(50)),
    (.init("nothing", .number), .null),
  ]

  static func environment(isStrict: Bool) -> Environment {
    var environment = Environment(
      kinds: kinds, enumerations: enumerations, functions: functions, variables: variables.map(\.0),
      isStrict: isStrict)
    if !isStrict {
      environment.zones = .sample
      environment.instant = DateTime("2026-11-21T08:30:00@Europe/Paris", zones: .sample)
    }
    return environment
  }
  static let frame = variables.map(\.1)

  mutating func value(of fact: Int, in entity: Entity) -> Value {
    let missing = Value.unknown(Unknown(Cell(kind: entity.kind, row: entity.row, fact: fact)))
    return switch (entity.kind, entity.row, fact) {
    case (0, 0, 0): .string("ranking")
    case (0, 0, 1): .list(List([.string("controller")]))
    case (0, 0, 2): World.number(100)
    case (0, 0, 3): .boolean(true)
    case (0, 0, 4): CalendarDate("2026-01-01").map(Value.date) ?? .null
    case (0, 0, 5): .list(List([.entity(Entity(kind: 1, row: 0)), .entity(Entity(kind: 1, row: 1))]))
    case (0, 1, 0): .string("billing")
    case (0, 1, 1): .list(List([.string("processor")]))
    case (0, 1, 3): .boolean(false)
    case (0, 1, 5):
      .list(List([.entity(Entity(kind: 1, row: 1))], open: Unknown(Cell(kind: 0, row: 1, fact: 5))))
    case (0, 2, 2): World.number(5)
    case (0, 2, 5): .list(List([]))
    case (1, 0, 0): .string("DE")
    case (1, 0, 1): .boolean(true)
    case (1, 1, 1): .boolean(false)
    default: missing
    }
  }

  mutating func call(_ function: Int, _ arguments: [Value]) -> Value {
    for argument in arguments { if case .unknown = argument { return argument } }
    switch (function, arguments.first, arguments.last) {
    case (0, .string(let country)?, .string("EEA")?): return .boolean(country == "DE")
    case (1, .list(let list)?, let value?), (2, .list(let list)?, let value?):
      return .boolean(list.items.contains(value))
    case (3, .list(let a)?, .list(let b)?): return .boolean(a.items.contains { b.items.contains($0) })
    default: return .null
    }
  }

  static func number(_ value: Int) -> Value { .number(Decimal(value)) }

  private static func unknown(_ name: String) -> Value { .unknown(fact(name)) }

  private static func fact(_ name: String) -> Unknown {
    Unknown(Cell(kind: 9, row: 0, fact: unstated.firstIndex(of: name) ?? -1))
  }

  /// A value as the cases write it: an unknown one with its facts.
  static func text(_ value: Value) -> String {
    guard case .unknown(let unknown) = value else { return value.description }
    return "unknown: " + unknown.cells.map(name).joined(separator: ", ")
  }

  private static func name(_ cell: Cell) -> String {
    if cell.kind == 9 { return unstated[cell.fact] }
    return "\(kinds[cell.kind].name)[\(cell.row)].\(kinds[cell.kind].facts[cell.fact].name)"
  }
}
