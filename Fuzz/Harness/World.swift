import FEEL

/// The plan that fuzzed expressions speak of: variables of every type, stated or not by the bits of a seed.
struct World: Host {
  private let seed: UInt8

  init(seed: UInt8) { self.seed = seed }

  private static let variables: [(name: String, type: Type, values: [Value])] = [
    ("b", .boolean, [.boolean(true), .boolean(false), .null, unknown(0)]),
    ("n", .number, [.number(Decimal(3)), .number(Decimal(-7)), .null, unknown(1)]),
    ("m", .number, [number("0.5"), number("1E6111"), number("1E-6176"), unknown(2)]),
    ("s", .string, [.string("a"), .string("aé🇪🇺"), .string(""), unknown(3)]),
    ("d", .date, [date("2024-02-29"), date("-999999999-01-01"), date("999999999-12-31"), unknown(4)]),
    ("l", .list(.number), [list([1, 2, 3]), list([]), open([2, 1], 5), unknown(5)]),
    ("o", .list(.any), [mixed, .list(List([.null])), .list(List([mixed], open: fact(6))), unknown(6)]),
    ("x", .any, [context, .null, .list(List([context, context])), unknown(7)]),
    ("e", .entity(0), [.entity(Entity(kind: 0, row: 0)), .entity(Entity(kind: 0, row: 1))]),
    (
      "es", .list(.entity(0)),
      [.list(List([.entity(Entity(kind: 0, row: 0)), .entity(Entity(kind: 0, row: 1))]))]
    ),
    ("my name", .number, [.number(.one)]),
  ]

  static func environment(isStrict: Bool) -> Environment {
    Environment(
      kinds: [
        Environment.Kind(
          name: "row",
          facts: [
            .init("flag", .boolean), .init("size", .number), .init("colours", .list(.enumeration(0))),
            .init("others", .list(.entity(0))),
          ])
      ], enumerations: [Environment.Enumeration(name: "colour", values: ["red", "green"])],
      functions: [Environment.HostFunction(name: "isRed", parameters: [.enumeration(0)], result: .boolean)],
      variables: variables.filter { !isStrict || $0.name != "my name" }.map { .init($0.name, $0.type) },
      isStrict: isStrict)
  }

  var frame: [Value] {
    World.variables.enumerated().map { index, variable in
      variable.values[(Int(seed) >> (index % 7)) % variable.values.count]
    }
  }

  /// What a cell is tested with, by the type of its input.
  static let inputs: [(Type, [Value])] =
    variables.prefix(8).map { ($0.type, $0.values) } + [(.any, variables.prefix(8).flatMap(\.values))]

  func value(of fact: Int, in entity: Entity) -> Value {
    let others = Value.list(List([.entity(Entity(kind: 0, row: 1 - entity.row % 2))]))
    let stated: [Value] = [
      .boolean(entity.row == 0), .number(Decimal(entity.row)), .list(List([.string("red")])), others,
    ]
    let isStated = seed >> (fact % 8) & 1 == 1
    return isStated && fact < stated.count
      ? stated[fact] : .unknown(Unknown(Cell(kind: entity.kind, row: entity.row, fact: fact)))
  }

  func call(_ function: Int, _ arguments: [Value]) -> Value {
    if case .unknown? = arguments.first { return arguments[0] }
    return .boolean(arguments.first == .string("red"))
  }

  private static func fact(_ index: Int) -> Unknown { Unknown(Cell(kind: 9, row: 0, fact: index)) }
  private static func unknown(_ index: Int) -> Value { .unknown(fact(index)) }
  private static func number(_ text: String) -> Value { Decimal(text).map(Value.number) ?? .null }
  private static func date(_ text: String) -> Value { CalendarDate(text).map(Value.date) ?? .null }
  private static func list(_ values: [Int]) -> Value { .list(List(values.map { .number(Decimal($0)) })) }
  private static func open(_ values: [Int], _ index: Int) -> Value {
    .list(List(values.map { .number(Decimal($0)) }, open: fact(index)))
  }
  private static let mixed = Value.list(
    List([
      .number(.one), .string("a"), .null, .boolean(true), list([1]), context, date("2024-02-29"),
      TimeOfDay("12:00:00@Europe/Paris").map(Value.time) ?? .null,
      DateTime("2024-02-29T12:00:00Z").map(Value.dateTime) ?? .null,
      DayTimeDuration("P1DT1H").map(Value.days) ?? .null,
      YearMonthDuration("P1Y1M").map(Value.months) ?? .null,
      .range(Range(lower: .number(.one), lowerClosed: true, upper: .number(Decimal(9)), upperClosed: false)),
      unknown(8),
    ]))
  private static let context = Value.context(
    Context([.init("a", .number(.one)), .init("b c", .string("x")), .init("u", unknown(9))]))
}
