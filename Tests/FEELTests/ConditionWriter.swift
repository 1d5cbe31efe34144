import FEEL

/// Writes random conditions about a thing.
struct ConditionWriter {
  var random: Random
  private var things = ["thing"]
  private var parts: [String] = []
  private var count = 0

  init(random: Random) { self.random = random }

  mutating func condition() -> String {
    things = ["thing"]
    parts = []
    return boolean(Int.random(in: 1...4, using: &random))
  }

  private mutating func boolean(_ depth: Int) -> String {
    guard depth > 0 else { return leaf() }
    let d = depth - 1
    switch Int.random(in: 0..<18, using: &random) {
    case 0: return "not(\(boolean(d)))"
    case 1, 2, 3: return "(\(boolean(d)) and \(boolean(d)))"
    case 4, 5, 6: return "(\(boolean(d)) or \(boolean(d)))"
    case 7: return "(if \(boolean(d)) then \(boolean(d)) else \(boolean(d)))"
    case 8, 9, 10: return quantified(d)
    case 11: return "((\(boolean(d))) = \(one(of: ["true", "false"])))"
    case 12: return "(count(\(list(d).text)) \(sign()) \(one(of: ["0", "1", "2"])))"
    case 13: return "(modulo(\(number()), \(number())) = 1)"
    default: return leaf()
    }
  }

  private mutating func quantified(_ depth: Int) -> String {
    let (domain, isParts) = list(depth)
    let word = one(of: ["some", "every"])
    count += 1
    let name = "x\(count)"
    if isParts { parts.append(name) } else { things.append(name) }
    defer { if isParts { parts.removeLast() } else { things.removeLast() } }
    return "(\(word) \(name) in \(domain) satisfies \(boolean(depth)))"
  }

  private mutating func list(_ depth: Int) -> (text: String, isParts: Bool) {
    let isParts = Bool.random(using: &random)
    let list = isParts ? one(of: ["parts", "\(thing()).parts", "\(thing()).friend.parts"]) : "things"
    guard Int.random(in: 0..<3, using: &random) == 0 else { return (list, isParts) }
    let fact =
      isParts
      ? one(of: ["b", "n > 1", "s = \"red\"", "item.d < asOf"]) : one(of: ["b1", "n1 > 1", "item.n1 < n2"])
    return ("\(list)[\(fact)]", isParts)
  }

  private mutating func leaf() -> String {
    let colour = one(of: ["\"red\"", "\"blue\"", "\"warm\"", "\"mauve\""])
    let number = one(of: ["0", "1", "2", "1.5", "0.0000001", "limit", "null"])
    switch Int.random(in: 0..<33, using: &random) {
    case 0: return "\(thing()).b1"
    case 1: return "\(thing()).b2"
    case 2, 3: return "(\(self.number()) \(sign()) \(number))"
    case 4: return "(\(self.number()) \(sign()) \(self.number()))"
    case 5: return "(\(text()) \(one(of: ["=", "!="])) \(colour))"
    case 6: return "(\(text()) in [\(colour), \"green\"])"
    case 7: return "(\(text()) = \(text()))"
    case 8: return "list contains(\(thing()).tags, \(colour))"
    case 9: return "list contains(\(thing()).tags, \(text()))"
    case 10: return "(\(text()) in \(thing()).tags)"
    case 11: return "(\(self.number()) between 1 and \(one(of: ["2", self.number()])))"
    case 12: return "(\(self.number()) in [1..\(one(of: ["2", self.number()]))))"
    case 13: return "(\(self.number()) in (0, 2, > 4))"
    case 14: return "(\(self.number()) in [\(one(of: ["1", "1.5"])), [3..5]])"
    case 15: return "(\(date()) \(sign()) \(one(of: ["asOf", "date(\"2024-06-01\")"])))"
    case 16: return "(\(date()) \(sign()) \(date()))"
    case 17: return "(\(thing()) = \(thing()).friend)"
    case 18: return "list contains(\(thing()).nums, \(one(of: ["1", "2", self.number()])))"
    case 19: return "hasKind(\(thing()).tags, \(colour))"
    case 20: return "isKind(\(text()), \(colour))"
    case 21: return "stated(\(self.number()))"
    case 22: return "isBefore(\(one(of: ["1", "3", self.number()])))"
    case 23: return "\(thing()).derivedFlag"
    case 24: return "\(thing()).derivedOdd"
    case 25: return "ready"
    case 26: return "starts with(\(thing()).text, \"r\")"
    case 27: return "(\(text()) \(one(of: ["=", "!="])) null)"
    case 28: return "list contains(\(thing()).parts.s, \(colour))"
    case 29:
      count += 1
      return "(some x\(count) in \(thing()).nums satisfies x\(count) \(sign()) \(number))"
    case 30:
      count += 1
      return "(every x\(count) in \(thing()).tags satisfies x\(count) = \(text()))"
    case 31:
      count += 1
      return
        "(some x\(count) in table satisfies x\(count).colour = \(text()) and starts with(\(thing()).text, x\(count).scope))"
    default:
      guard let part = parts.last else { return "plan.b" }
      return one(of: [
        "\(part).b", "(\(part).owner = \(thing()))", "list contains(\(thing()).parts, \(part))",
      ])
    }
  }

  private mutating func number() -> String {
    var choices = [
      "\(thing()).n1", "\(thing()).n2", "plan.n", "\(thing()).derivedNumber", "\(thing()).friend.n1",
    ]
    if let part = parts.last { choices += ["\(part).n", "\(part).n", "\(part).owner.n2"] }
    return one(of: choices)
  }

  private mutating func text() -> String {
    var choices = ["\(thing()).s", "plan.s", "\(thing()).friend.s", "plan.main.s"]
    if let part = parts.last { choices += ["\(part).s", "\(part).s"] }
    return one(of: choices)
  }

  private mutating func date() -> String {
    var choices = ["\(thing()).d", "plan.d"]
    if let part = parts.last { choices += ["\(part).d", "\(part).d"] }
    return one(of: choices)
  }

  private mutating func thing() -> String {
    var choices = things + things + [things[things.count - 1], "\(things[0]).friend", "plan.main"]
    if let part = parts.last { choices.append("\(part).owner") }
    return one(of: choices)
  }

  private mutating func sign() -> String { one(of: ["=", "!=", "<", "<=", ">", ">="]) }

  private mutating func one(of choices: [String]) -> String {
    choices.randomElement(using: &random) ?? choices[0]
  }
}
