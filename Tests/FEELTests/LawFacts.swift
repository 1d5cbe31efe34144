import FEEL

/// The facts that random expressions of the laws speak of, each with what a plan might state.
enum LawFacts {
  struct Variable {
    let name: String
    let type: Type
    let unstated: Value
    let stated: [Value]
  }

  static let variables = [
    Variable(
      name: "b1", type: .boolean, unstated: missing(0), stated: [.boolean(true), .boolean(false), .null]),
    Variable(name: "b2", type: .boolean, unstated: missing(1), stated: [.boolean(true), .boolean(false)]),
    Variable(
      name: "n1", type: .number, unstated: missing(2), stated: [number(0), number(1), number(2), .null]),
    Variable(name: "n2", type: .number, unstated: missing(3), stated: [number(-1), number(1), number(3)]),
    Variable(
      name: "l1", type: .list(.number), unstated: missing(4),
      stated: [
        list([]), list([1]), list([2, 1, 2]), .list(List([number(1), missing(3)])), open([0], 4), .null,
      ]),
    Variable(
      name: "o1", type: .list(.number), unstated: open([1, 2], 5),
      stated: [list([1, 2]), list([0, 1, 2]), list([1, 1, 3, 2]), open([1, 2, 2], 5)]),
    Variable(name: "k1", type: .list(.number), unstated: list([2, 1]), stated: [list([2, 1])]),
    Variable(
      name: "s1", type: .string, unstated: missing(6), stated: [text("a"), text("ab,b"), text(""), .null]),
    Variable(name: "s2", type: .string, unstated: missing(7), stated: [text("b"), text("\u{1F40E}a")]),
    Variable(
      name: "d1", type: .date, unstated: missing(8), stated: [day("2026-01-31"), day("2024-02-29"), .null]),
    Variable(name: "d2", type: .date, unstated: missing(9), stated: [day("2026-01-31"), day("2026-03-01")]),
    Variable(
      name: "c1", type: .context([.init("a", .number), .init("b", .string)]),
      unstated: context(missing(10), text("a")),
      stated: [context(number(1), text("a")), context(number(3), text("a")), context(.null, text("a"))]),
    Variable(
      name: "c2", type: .context([.init("a", .number), .init("b", .string)]), unstated: missing(11),
      stated: [context(number(1), text("b")), context(number(2), missing(7)), .null]),
    Variable(
      name: "m1", type: .list(.string), unstated: .list(List([text("a"), missing(6)])),
      stated: [.list(List([text("a"), text("b")])), .list(List([text("a"), text("a")]))]),
    Variable(
      name: "m2", type: .list(.string), unstated: .list(List([text("b")], open: fact(12))),
      stated: [.list(List([text("b")])), .list(List([text("a"), text("b"), text("b")]))]),
  ]

  static func environment(isStrict: Bool) -> Environment {
    Environment(variables: variables.map { Environment.Variable($0.name, $0.type) }, isStrict: isStrict)
  }

  static let unstated = variables.map(\.unstated)

  private static func number(_ value: Int) -> Value { .number(Decimal(value)) }
  private static func text(_ value: String) -> Value { .string(value) }
  private static func day(_ value: String) -> Value { CalendarDate(value).map(Value.date) ?? .null }
  private static func list(_ values: [Int]) -> Value { .list(List(values.map(number))) }
  private static func context(_ a: Value, _ b: Value) -> Value {
    .context(Context([Context.Entry("a", a), Context.Entry("b", b)]))
  }
  private static func fact(_ index: Int) -> Unknown { Unknown(Cell(kind: 0, row: 0, fact: index)) }
  private static func missing(_ index: Int) -> Value { .unknown(fact(index)) }
  private static func open(_ values: [Int], _ index: Int) -> Value {
    .list(List(values.map(number), open: fact(index)))
  }
}
