import Diagnostics
import FEEL

/// A small world for random tables: things with parts, and one plan.
enum Things {
  static let enumeration = Environment.Enumeration(
    name: "colour", values: ["red", "orange", "blue", "green", "warm"], isOpen: true)
  static let kinds = [
    Environment.Kind(
      name: "plan",
      facts: [
        .init("b", .boolean), .init("n", .number), .init("d", .date), .init("s", .enumeration(0)),
        .init("main", .entity(1)), .init("tags", .list(.enumeration(0))),
      ]),
    Environment.Kind(
      name: "thing",
      facts: [
        .init("b1", .boolean), .init("b2", .boolean), .init("n1", .number), .init("n2", .number),
        .init("d", .date), .init("s", .enumeration(0)), .init("text", .string),
        .init("tags", .list(.enumeration(0))), .init("nums", .list(.number)),
        .init("parts", .list(.entity(2))),
        .init("friend", .entity(1)), .init("derivedFlag", .boolean), .init("derivedNumber", .number),
        .init("derivedOdd", .boolean),
      ]),
    Environment.Kind(
      name: "part",
      facts: [
        .init("b", .boolean), .init("n", .number), .init("d", .date), .init("s", .enumeration(0)),
        .init("owner", .entity(1)),
      ]),
  ]
  static let functions = [
    Environment.HostFunction(name: "stated", parameters: [.any], result: .boolean),
    Environment.HostFunction(
      name: "isKind", parameters: [.enumeration(0), .enumeration(0)], result: .boolean),
    Environment.HostFunction(
      name: "hasKind", parameters: [.list(.enumeration(0)), .enumeration(0)], result: .boolean),
    Environment.HostFunction(name: "isBefore", parameters: [.number], result: .boolean),
  ]
  static let variables: [Environment.Variable] = [
    .init("thing", .entity(1)), .init("asOf", .date), .init("plan", .entity(0)),
    .init("things", .list(.entity(1))),
    .init("parts", .list(.entity(2))), .init("limit", .number), .init("ready", .boolean),
    .init("table", .list(.context([.init("colour", .enumeration(0)), .init("scope", .string)]))),
  ]
  static let environment = Environment(
    kinds: kinds, enumerations: [enumeration], functions: functions, variables: variables)
  static let asOf = date(2025, 3)

  private static func date(_ year: Int, _ month: Int) -> CalendarDate {
    guard let date = CalendarDate(year: year, month: month, day: 1) else {
      preconditionFailure("no such day")
    }
    return date
  }

  static let derivations: [Int: CheckedExpression] = [
    11: derived("thing.b1 and thing.n1 > 1"),
    12: derived("if thing.b1 then thing.n1 + 1 else thing.n2"),
    13: derived("modulo(thing.n1, thing.n2) = 1 or thing.b2"),
  ]
  static let table = Value.list(
    List(
      [("red", "all"), ("blue", "r"), ("green", "")].map { colour, scope in
        .context(Context([.init("colour", .string(colour)), .init("scope", .string(scope))]))
      }))
  static let ready = checked("plan.b or count(things) > 2", Array(variables.prefix(6)))
  static let world = Program.World(
    environment: environment,
    slots: [
      .subject, .constant(.date(asOf)), .singleton(0), .collection(1), .collection(2),
      .constant(.number(Decimal(3))),
      .definition(ready), .constant(table),
    ],
    derivations: [
      [],
      (0..<14).map { derivations[$0].map { Program.Derivation($0, seesSlots: false) } },
    ],
    lower: { function, arguments in
      switch function {
      case 0: return .isStated(argument: 0)
      case 1, 2:
        guard case .string(let wider)? = arguments[1] else { return nil }
        return function == 1
          ? .value(argument: 0) { judge($0, wider) } : .members(argument: 0) { judge($0, wider) }
      default: return nil
      }
    })

  private static func derived(_ text: String) -> CheckedExpression { checked(text, [variables[0]]) }

  private static func checked(_ text: String, _ variables: [Environment.Variable]) -> CheckedExpression {
    var environment = environment
    environment.variables = variables
    do throws(Mistakes) {
      return try CheckedExpression(Source(name: "d", text: text), in: environment, expecting: nil)
    } catch { preconditionFailure("\(error.all[0].text)") }
  }

  /// Red and orange are warm; of what is only known to be warm it is not known whether it is red.
  static func judge(_ value: String, _ wider: String) -> Program.Answer {
    if value == wider || (wider == "warm" && ["red", "orange"].contains(value)) { return .yes }
    return value == "warm" && ["red", "orange"].contains(wider) ? .unknown : .no
  }

  static func fill(_ table: FactTable, _ rows: ClosedRange<Int>, _ random: inout Random) {
    table.reset()
    let counts = [1, Int.random(in: rows, using: &random), Int.random(in: rows, using: &random)]
    for kind in 0..<3 {
      for _ in 0..<counts[kind] { _ = table.appendRow(of: kind) }
      table.setExtent(
        of: kind, [.closed, .closed, .open, .unstated].randomElement(using: &random) ?? .closed)
    }
    for kind in 0..<3 {
      for row in 0..<counts[kind] {
        for (fact, member) in kinds[kind].facts.enumerated() where !member.name.hasPrefix("derived") {
          table.set(fact, of: row, kind, to: value(member.type, counts, &random, 0))
        }
      }
    }
  }

  private static func value(_ type: Type, _ counts: [Int], _ random: inout Random, _ depth: Int) -> Value {
    let chance = Int.random(in: 0..<100, using: &random)
    let missing = Value.unknown(Unknown(Cell(kind: 0, row: 0, fact: 0)))
    if chance < (depth == 0 ? 18 : 4) { return missing }
    if chance < (depth == 0 ? 24 : 6) { return .null }
    switch type {
    case .boolean: return .boolean(Bool.random(using: &random))
    case .number:
      let odd = ["0.0000001", "1E+40", "2.00000000001", "-0.5", "1.5"]
      if chance > 90 { return Decimal(odd.randomElement(using: &random) ?? "1").map { .number($0) } ?? .null }
      return .number(Decimal(Int.random(in: -1...7, using: &random)))
    case .date:
      return CalendarDate(
        year: Int.random(in: 2023...2026, using: &random), month: Int.random(in: 1...12, using: &random),
        day: 1
      ).map { .date($0) } ?? .null
    case .string, .enumeration:
      return .string(
        ["red", "orange", "blue", "green", "warm", "mauve", "e\u{301}", "é", ""].randomElement(using: &random)
          ?? "")
    case .entity(let kind):
      guard counts[kind] > 0 else { return missing }
      return .entity(Entity(kind: kind, row: Int.random(in: 0..<counts[kind], using: &random)))
    case .list(let item):
      let items = (0..<Int.random(in: 0...4, using: &random)).map { _ in value(item, counts, &random, 1) }
      return .list(List(items, open: chance > 85 ? Unknown(Cell(kind: 0, row: 0, fact: 1)) : nil))
    default: return .null
    }
  }
}

/// Answers from a table, works out derived facts, and carries out the functions.
struct ThingsHost: ColumnHost {
  let table: FactTable
  private var subject = Entity(kind: 1, row: 0)
  private var failure: String?

  private var known: KnownFacts?

  init(table: FactTable) { self.table = table }

  mutating func value(of fact: Int, in entity: Entity) -> Value {
    if let answer = known?.answer(fact, of: entity) {
      failure = nil
      return switch answer {
      case .yes: .boolean(true)
      case .no: .boolean(false)
      case .unknown: .unknown(Unknown(Cell(kind: entity.kind, row: entity.row, fact: fact)))
      case .null, .error: .null
      }
    }
    guard entity.kind == 1, let derivation = Things.derivations[fact] else {
      return table.value(Cell(kind: entity.kind, row: entity.row, fact: fact))
    }
    let outcome = derivation.outcome([.entity(entity)], &self)
    failure = outcome.errors.first?.message
    return failure == nil ? outcome.value : .null
  }

  mutating func takeFailure() -> String? {
    defer { failure = nil }
    return failure
  }

  mutating func slotValues() -> [Value] {
    var frame: [Value] = [
      .null, .date(Things.asOf), .entity(Entity(kind: 0, row: 0)), collection(1), collection(2),
      .number(Decimal(3)),
    ]
    frame.append(Things.ready.evaluate(frame, &self))
    return frame + [Things.table]
  }

  private func collection(_ kind: Int) -> Value {
    let itself = Unknown(Cell(kind: kind, row: -1, fact: -1))
    let members = (0..<table.rowCount(of: kind)).map { Value.entity(Entity(kind: kind, row: $0)) }
    switch table.extent(of: kind) {
    case .unstated: return .unknown(itself)
    case .open: return .list(List(members, open: itself))
    case .closed: return .list(List(members))
    }
  }

  mutating func turn(to subject: Entity) { self.subject = subject }
  mutating func learn(_ facts: KnownFacts) { known = facts }

  mutating func call(_ function: Int, _ arguments: [Value]) -> Value {
    switch (function, arguments[0]) {
    case (0, .unknown): return .boolean(false)
    case (0, _): return .boolean(true)
    case (_, .unknown), (_, .null): return arguments[0]
    case (1, .string(let text)): return answer(text, arguments[1])
    case (2, .list(let list)):
      var missing = list.open
      for item in list.items {
        switch item {
        case .unknown(let facts): missing = missing?.union(facts) ?? facts
        case .string(let text):
          switch answer(text, arguments[1]) {
          case .boolean(true): return .boolean(true)
          case .unknown(let facts): missing = missing?.union(facts) ?? facts
          default: break
          }
        default: break
        }
      }
      return missing.map { .unknown($0) } ?? .boolean(false)
    case (3, .number(let number)): return .boolean(Decimal(subject.row) < number)
    default: return .null
    }
  }

  private func answer(_ text: String, _ wider: Value) -> Value {
    guard case .string(let wider) = wider else { return wider }
    return switch Things.judge(text, wider) {
    case .yes: .boolean(true)
    case .unknown: .unknown(Unknown(Cell(kind: 0, row: 0, fact: 0)))
    default: .boolean(false)
    }
  }

  /// What a row states, for messages.
  mutating func describe(_ row: Int) -> String {
    var lines: [String] = []
    for kind in 0..<3 {
      for row in 0..<table.rowCount(of: kind) {
        let facts = Things.kinds[kind].facts.indices.map {
          "\(Things.kinds[kind].facts[$0].name) \(value(of: $0, in: Entity(kind: kind, row: row)))"
        }
        lines.append("\(Things.kinds[kind].name) \(row): \(facts.joined(separator: ", "))")
      }
      lines.append("\(Things.kinds[kind].name): \(table.extent(of: kind))")
    }
    return lines.joined(separator: "\n")
  }
}
