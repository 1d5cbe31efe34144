/// Strings, dates, contexts, ranges, and what is asked of them.
extension ExpressionWriter {
  /// A boolean about values of other kinds than numbers.
  mutating func comparison(_ d: Int) -> String {
    let sign = one(of: ["=", "!=", "<", "<=", ">", ">="])
    switch Int.random(in: 0..<22, using: &random) {
    case 0: return "(\(text(d)) \(sign) \(text(d)))"
    case 1: return "(\(date(d)) \(sign) \(date(d)))"
    case 2: return "(\(context(d)) \(one(of: ["=", "!="])) \(context(d)))"
    case 3: return "\(one(of: ["contains", "starts with", "ends with"]))(\(text(d)), \(text(d)))"
    case 4: return "matches(\(text(d)), \(one(of: ["\"[ab]+\"", "\"^a\"", "\"b$\", \"i\"", "\",\""])))"
    case 5: return "(\(text(d)) in (\(text(d)), \(text(d))))"
    case 6: return "(\(text(d)) in \(texts(d)))"
    case 7: return "list contains(\(texts(d)), \(text(d)))"
    case 8: return "(\(date(d)) between \(date(d)) and \(date(d)))"
    case 9: return "(\(date(d)) in \(one(of: ["[", "("]))\(date(d))..\(date(d))\(one(of: ["]", ")"])))"
    case 10: return "(\(text(d)) in [\(text(d))..\(text(d))])"
    case 11:
      let relation = one(of: ["before", "after", "coincides", "during", "starts", "finishes"])
      return "\(relation)(\(number(d)), \(range(d)))"
    case 12:
      let relation = one(of: [
        "before", "after", "meets", "met by", "overlaps", "overlaps before", "overlaps after", "finishes",
        "finished by", "includes", "during", "starts", "started by", "coincides",
      ])
      return "\(relation)(\(range(d)), \(range(d)))"
    case 13: return "(\(range(d)) = \(range(d)))"
    case 14: return "\(range(d)).start included"
    case 15: return "(\(texts(d)) = \(texts(d)))"
    case 16: return "\(one(of: ["odd", "even"]))(\(number(d)))"
    case 17: return "(\(text(d)) instance of string)"
    case 18: return "(\(context(d)) instance of context<a: number>)"
    case 19: return "is(\(text(d)), \(text(d)))"
    case 20:
      let name = fresh("t")
      return "(\(one(of: ["some", "every"])) \(name) in \(texts(d)) satisfies (\(name) = \(text(d))))"
    default: return "(\(date(d)) in (< \(date(d)), \(date(d))))"
    }
  }

  /// A number about values of other kinds.
  mutating func measure(_ d: Int) -> String {
    if let loose = loose(d) { return loose }
    switch Int.random(in: 0..<18, using: &random) {
    case 0: return "string length(\(text(d)))"
    case 1: return "\(date(d)).\(one(of: ["year", "month", "day", "weekday"]))"
    case 2: return "\(context(d)).a"
    case 3: return "count(\(texts(d)))"
    case 4: return "(\(date(d)) - \(date(d))).days"
    case 5: return "years and months duration(\(date(d)), \(date(d))).months"
    case 6: return "\(one(of: ["day of year", "week of year"]))(\(date(d)))"
    case 7: return "\(one(of: ["abs", "floor", "ceiling", "sqrt"]))(\(number(d)))"
    case 8: return "decimal(\(number(d)) / 3, 1)"
    case 9: return "\(one(of: ["round up", "round half down"]))(\(number(d)) / 4, \(number(d)))"
    case 10: return "\(range(d)).\(one(of: ["start", "end"]))"
    case 11: return "count(split(\(text(d)), \",\"))"
    case 12: return "count(get entries(\(context(d))))"
    case 13: return "\(one(of: ["product", "stddev", "median"]))(\(list(d)))"
    case 14: return "mode(\(list(d)))[1]"
    case 15: return "count(index of(\(texts(d)), \(text(d))))"
    case 16: return "(\(number(d)) ** 2)"
    default: return "[\(context(d)), \(context(d))][b = \(text(d))][1].a"
    }
  }

  mutating func text(_ depth: Int) -> String {
    guard depth > 0 else { return one(of: ["\"a\"", "\"ab\"", "\"\"", "s1", "s2", "s1", "s2"]) }
    let d = depth - 1
    switch Int.random(in: 0..<18, using: &random) {
    case 0, 1: return "(\(text(d)) + \(text(d)))"
    case 2: return "\(one(of: ["upper case", "lower case"]))(\(text(d)))"
    case 3: return "\(one(of: ["substring before", "substring after"]))(\(text(d)), \(text(d)))"
    case 4: return "substring(\(text(d)), \(number(d)))"
    case 5: return "substring(\(text(d)), \(number(d)), \(number(d)))"
    case 6: return "replace(\(text(d)), \"[ab]\", \"<$0>\")"
    case 7: return "string(\(one(of: [number(d), boolean(d), date(d), list(d), context(d)])))"
    case 8, 9: return "(if \(boolean(d)) then \(text(d)) else \(text(d)))"
    case 10: return "\(context(d)).b"
    case 11: return "string join(\(texts(d)), \(text(d)))"
    case 12: return "\(texts(d))[\(number(d))]"
    case 13: return "\(one(of: ["min", "max"]))(\(texts(d)))"
    case 14: return "\(one(of: ["day of week", "month of year"]))(\(date(d)))"
    default: return text(0)
    }
  }

  /// A list of strings.
  mutating func texts(_ depth: Int) -> String {
    guard depth > 0 else { return one(of: ["m1", "m2", "[\(text(0))]", "[\(text(0)), \(text(0))]"]) }
    let d = depth - 1
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return "split(\(text(d)), \",\")"
    case 1: return "[\(text(d)), \(text(d))]"
    case 2: return "append(\(texts(d)), \(text(d)))"
    case 3: return "distinct values(\(texts(d)))"
    case 4: return "\(texts(d))[(item != \(text(d))) = true]"
    case 5: return "sort(\(texts(d)))"
    case 6: return "concatenate(\(texts(d)), \(texts(d)))"
    case 7: return "(if \(boolean(d)) then \(texts(d)) else \(texts(d)))"
    case 8: return "[\(context(d)), \(context(d))].b"
    case 9:
      let name = fresh("t")
      return "(for \(name) in \(texts(d)) return \(name) + \(text(d)))"
    default: return texts(0)
    }
  }

  mutating func date(_ depth: Int) -> String {
    guard depth > 0 else { return one(of: ["d1", "d2", "d1", "d2", "@\"2026-01-31\"", "@\"2026-03-01\""]) }
    let d = depth - 1
    switch Int.random(in: 0..<9, using: &random) {
    case 0: return "(\(date(d)) + @\"P1M\")"
    case 1: return "(\(date(d)) - @\"P1D\")"
    case 2: return "(\(date(d)) + @\"P1D\" * \(number(d)))"
    case 3: return "(if \(boolean(d)) then \(date(d)) else \(date(d)))"
    case 4: return "date(\(number(d)) + 2026, 3, \(number(d)))"
    case 5: return "\(one(of: ["min", "max"]))(\(date(d)), \(date(d)))"
    case 6: return "[\(date(d)), \(date(d))][\(number(d))]"
    default: return date(0)
    }
  }

  /// A context of a number `a` and a string `b`.
  mutating func context(_ depth: Int) -> String {
    guard depth > 0 else { return one(of: ["c1", "c2", "{a: \(number(0)), b: \(text(0))}"]) }
    let d = depth - 1
    switch Int.random(in: 0..<7, using: &random) {
    case 0, 1: return "{a: \(number(d)), b: \(text(d))}"
    case 2: return "(if \(boolean(d)) then \(context(d)) else \(context(d)))"
    case 3: return "[\(context(d)), \(context(d))][\(number(d))]"
    default: return context(0)
    }
  }

  mutating func range(_ d: Int) -> String {
    "\(one(of: ["[", "("]))\(number(d))..\(number(d))\(one(of: ["]", ")"]))"
  }
}
