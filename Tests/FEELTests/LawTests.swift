import Diagnostics
import FEEL
import Testing

/// Stating a fact never changes a definite result; it only makes an unknown one definite.
struct LawTests {
  @Test(arguments: 0..<40)
  func `stating a fact only narrows the result`(_ seed: Int) throws {
    for round in 0..<150 {
      var random = Random(seed: UInt64(seed * 1_000 + round))
      var writer = ExpressionWriter(random: random)
      let text = [writer.boolean(4), writer.number(4), writer.list(3)][round % 3]
      let source = Source(name: "law", text: text)
      let checked: CheckedExpression
      do throws(Mistakes) {
        checked = try CheckedExpression(source, in: Facts.environment, expecting: nil)
      } catch {
        // A built-in function of constants, such as `modulo(1, 0)`, is found out at load.
        if error.all[0].code.rawValue != "feel.argument" { Issue.record("\(error.all[0].text)") }
        continue
      }
      for _ in 0..<4 {
        var facts = Facts.unstated
        var host = NoHost()
        var before = checked.evaluate(facts, &host)
        for index in Facts.variables.indices.shuffled(using: &random) {
          facts[index] = Facts.variables[index].stated.randomElement(using: &random) ?? .null
          let after = checked.evaluate(facts, &host)
          if !before.isNarrowed(to: after) {
            let frame = zip(Facts.variables, facts).map { "\($0.name) = \($1)" }.joined(separator: ", ")
            Issue.record(
              "\(text)\nwas \(before), became \(after) with \(frame), last \(Facts.variables[index].name)")
            return
          }
          before = after
        }
      }
    }
  }
}

/// The facts of the law, each with what a plan might state.
private enum Facts {
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
  ]

  static let environment = Environment(variables: variables.map { Environment.Variable($0.name, $0.type) })
  static let unstated = variables.map(\.unstated)

  private static func number(_ value: Int) -> Value { .number(Decimal(value)) }
  private static func list(_ values: [Int]) -> Value { .list(List(values.map(number))) }
  private static func fact(_ index: Int) -> Unknown { Unknown(Cell(kind: 0, row: 0, fact: index)) }
  private static func missing(_ index: Int) -> Value { .unknown(fact(index)) }
  private static func open(_ values: [Int], _ index: Int) -> Value {
    .list(List(values.map(number), open: fact(index)))
  }
}

extension Value {
  /// Does `other` say the same where this is known.
  fileprivate func isNarrowed(to other: Value) -> Bool {
    switch (self, other) {
    case (.unknown(let facts), _): !facts.cells.isEmpty
    case (.list(let a), .list(let b)):
      a.open == nil
        ? b.open == nil && a.items.count == b.items.count
          && zip(a.items, b.items).allSatisfy { $0.isNarrowed(to: $1) }
        : a.items.finds(placesIn: b.items)
    default: self == other && description == other.description
    }
  }
}

extension [Value] {
  /// Has each of these its own place among `others`. Their order may differ: `distinct values` keeps the
  /// first of each.
  fileprivate func finds(placesIn others: [Value]) -> Bool {
    guard let first else { return true }
    return others.indices.contains { place in
      var rest = others
      let candidate = rest.remove(at: place)
      return first.isNarrowed(to: candidate) && Array(dropFirst()).finds(placesIn: rest)
    }
  }
}

/// Writes random expressions of a type.
private struct ExpressionWriter {
  var random: Random
  /// Iterators in scope: all numbers.
  private var names: [String] = []
  private var count = 0

  init(random: Random) { self.random = random }

  mutating func boolean(_ depth: Int) -> String {
    guard depth > 0 else { return one(of: ["true", "false", "b1", "b2", "b1", "b2", "null"]) }
    let d = depth - 1
    switch Int.random(in: 0..<24, using: &random) {
    case 0: return "not(\(boolean(d)))"
    case 1, 2, 3: return "(\(boolean(d)) and \(boolean(d)))"
    case 4, 5, 6: return "(\(boolean(d)) or \(boolean(d)))"
    case 7, 8: return "(\(number(d)) \(one(of: ["=", "!=", "<", "<=", ">", ">="])) \(number(d)))"
    case 9: return "(\(number(d)) between \(number(d)) and \(number(d)))"
    case 10: return "(\(number(d)) in [\(number(d))..\(number(d))\(one(of: ["]", ")"])))"
    case 11: return "(\(number(d)) in (\(number(d)), < \(number(d))))"
    case 12: return "(\(number(d)) in \(list(d)))"
    case 13, 14: return quantified(one(of: ["some", "every"]), d)
    case 15: return "list contains(\(list(d)), \(number(d)))"
    case 16: return "\(one(of: ["all", "any"]))(\(loop(d) { $0.boolean(d) }))"
    case 17: return "(count(\(list(d))) \(one(of: ["=", "!=", "<", "<=", ">", ">="])) \(number(d)))"
    case 18: return "(\(number(d)) <= count(\(list(d))))"
    case 19: return "(\(list(d)) \(one(of: ["=", "!="])) \(list(d)))"
    case 20: return "(if \(boolean(d)) then \(boolean(d)) else \(boolean(d)))"
    case 21: return "(\(number(d)) instance of number)"
    case 22: return "is(\(number(d)), \(number(d)))"
    default: return "(\(number(d)) = null)"
    }
  }

  mutating func number(_ depth: Int) -> String {
    guard depth > 0 else { return one(of: ["0", "1", "2", "n1", "n2", "n1", "n2"] + names + names) }
    let d = depth - 1
    switch Int.random(in: 0..<16, using: &random) {
    case 0, 1: return "(\(number(d)) + \(number(d)))"
    case 2: return "(\(number(d)) * \(number(d)))"
    case 3: return "(\(number(d)) / \(number(d)))"
    case 4: return "(-\(number(d)))"
    case 5, 6: return "(if \(boolean(d)) then \(number(d)) else \(number(d)))"
    case 7: return "count(\(list(d)))"
    case 8: return "\(one(of: ["sum", "min", "max", "mean", "median"]))(\(list(d)))"
    case 9, 10: return "\(list(d))[\(number(d))]"
    case 11: return "modulo(\(number(d)), \(number(d)))"
    case 12:
      count += 1
      let key = "a\(count)"
      return "{\(key): \(number(d)), other\(key): 0}.\(key)"
    case 13: return "max(\(number(d)), \(number(d)))"
    default: return number(0)
    }
  }

  mutating func list(_ depth: Int) -> String {
    guard depth > 0 else {
      return one(of: ["l1", "o1", "k1", "l1", "o1", "[]", "[\(number(0)), \(number(0))]"])
    }
    let d = depth - 1
    switch Int.random(in: 0..<22, using: &random) {
    case 0, 1: return "[\(number(d)), \(number(d))]"
    case 2, 3, 4: return loop(d) { $0.number(d) }
    case 5: return loop(d) { "(count(partial) + \($0.number(d)))" }
    case 6, 7, 8: return filter(d)
    case 9: return "concatenate(\(list(d)), \(list(d)))"
    case 10: return "append(\(list(d)), \(number(d)))"
    case 11: return "reverse(\(list(d)))"
    case 12: return "distinct values(\(list(d)))"
    case 13: return "union(\(list(d)), \(list(d)))"
    case 14: return "(if \(boolean(d)) then \(list(d)) else \(list(d)))"
    case 15: return "sublist(\(list(d)), \(number(d)))"
    case 16: return "remove(\(list(d)), \(number(d)))"
    case 17: return "insert before(\(list(d)), \(number(d)), \(number(d)))"
    case 18: return "index of(\(list(d)), \(number(d)))"
    case 19: return "sort(\(list(d))\(one(of: ["", ", function(p, q) p > q"])))"
    case 20: return "flatten([\(list(d)), \(list(d))])"
    default: return list(0)
    }
  }

  private mutating func loop(_ depth: Int, _ body: (inout ExpressionWriter) -> String) -> String {
    let outer = names.count
    defer { names.removeLast(names.count - outer) }
    let domains = iterators(depth)
    return "(for \(domains) return \(body(&self)))"
  }

  private mutating func quantified(_ word: String, _ depth: Int) -> String {
    let outer = names.count
    defer { names.removeLast(names.count - outer) }
    let domains = iterators(depth)
    return "(\(word) \(domains) satisfies \(boolean(depth)))"
  }

  /// One, or two of which the second may use the first.
  private mutating func iterators(_ depth: Int) -> String {
    let first = list(depth)
    let name = enter()
    guard Int.random(in: 0..<4, using: &random) == 0 else { return "\(name) in \(first)" }
    let second = list(depth - 1)
    return "\(name) in \(first), \(enter()) in \(second)"
  }

  private mutating func filter(_ depth: Int) -> String {
    let domain = list(depth)
    names.append("item")
    defer { names.removeLast() }
    return "\(domain)[(\(boolean(depth))) = true]"
  }

  private mutating func enter() -> String {
    count += 1
    names.append("x\(count)")
    return "x\(count)"
  }

  private mutating func one(of choices: [String]) -> String {
    choices.randomElement(using: &random) ?? choices[0]
  }
}

/// SplitMix64, so that a failure can be repeated.
struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
