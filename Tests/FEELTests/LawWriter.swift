/// Writes random expressions of a type.
struct ExpressionWriter {
  var random: Random
  /// Iterators in scope: all numbers.
  private var names: [String] = []
  private var count = 0

  /// Outside packs one value and the list of it stand for each other.
  private let isLoose: Bool

  init(random: Random, isLoose: Bool = false) {
    self.random = random
    self.isLoose = isLoose
  }

  /// An argument of another kind than the function takes.
  mutating func loose(_ d: Int) -> String? {
    guard isLoose, Int.random(in: 0..<4, using: &random) == 0 else { return nil }
    switch Int.random(in: 0..<9, using: &random) {
    case 0: return "floor(\(list(d)))"
    case 1: return "string length(\(texts(d)))"
    case 2: return "(function(x: number) x)(\(list(d)))"
    case 3: return "count((function(x: list<number>) x)(\(number(d))))"
    case 4: return "sum(\(number(d)))"
    case 5: return "(\(number(d)) + \(text(d)))"
    case 6: return "\(list(d))[\(text(d))][1]"
    case 7: return "(function(x: context<a: number>) x.a)(\(one(of: [context(d), "[\(context(d))]"])))"
    default: return "{f: function(x, y) x, g: f(y: \(text(d)), x: \(number(d)))}.g"
    }
  }

  mutating func boolean(_ depth: Int) -> String {
    guard depth > 0 else { return one(of: ["true", "false", "b1", "b2", "b1", "b2", "null"]) }
    let d = depth - 1
    switch Int.random(in: 0..<32, using: &random) {
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
    case 23: return "(\(number(d)) = null)"
    default: return comparison(d)
    }
  }

  mutating func number(_ depth: Int) -> String {
    guard depth > 0 else { return one(of: ["0", "1", "2", "n1", "n2", "n1", "n2"] + names + names) }
    let d = depth - 1
    switch Int.random(in: 0..<22, using: &random) {
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
    case 14, 15, 16, 17, 18, 19: return measure(d)
    default: return number(0)
    }
  }

  mutating func list(_ depth: Int) -> String {
    guard depth > 0 else {
      return one(of: ["l1", "o1", "k1", "l1", "o1", "[]", "[\(number(0)), \(number(0))]"])
    }
    let d = depth - 1
    switch Int.random(in: 0..<26, using: &random) {
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
    case 21: return "list replace(\(list(d)), \(number(d)), \(number(d)))"
    case 22: return "list replace(\(list(d)), function(p, q) p < q, \(number(d)))"
    case 23: return "[\(context(d)), \(context(d))].a"
    case 24: return "[\(context(d)), \(context(d))][a > \(number(d))].a"
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
    let name = fresh("x")
    names.append(name)
    return name
  }

  /// A name that nothing else has.
  mutating func fresh(_ letter: String) -> String {
    count += 1
    return "\(letter)\(count)"
  }

  mutating func one(of choices: [String]) -> String {
    choices.randomElement(using: &random) ?? choices[0]
  }
}
