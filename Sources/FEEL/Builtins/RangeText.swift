import Diagnostics

extension Builtin {
  /// `range("[1..10]")`: a range as FEEL writes it, whose ends are literals (DMN 1.5 §10.3.1.2, rule 66).
  static let rangeText = Builtin("range", .string("from"), returns: .range(.any)) {
    arguments throws(Failure) in
    let text = arguments.string(0)
    guard let (form, open) = literal(text) else {
      throw Failure("`\(text)` is not a range such as [1..10]")
    }
    guard case .range(let lower?, let lowerClosed, let upper?, let upperClosed) = form else {
      throw Failure("`\(text)` is not a range such as [1..10]")
    }
    let start =
      try open == .start || lower.isOpen(!lowerClosed) ? nil : value(of: lower, arguments.surroundings)
    let end = try open == .end || upper.isOpen(!upperClosed) ? nil : value(of: upper, arguments.surroundings)
    if let start, let end {
      guard case .known(let order) = start.order(end), order <= 0 else {
        throw Failure("a range starts at or before its end, and both are of one kind")
      }
    } else if let end = start ?? end {
      guard case .known = end.order(end) else { throw Failure("\(end.kind) has no order") }
    } else {
      throw Failure("a range has at least one end")
    }
    return .range(Range(lower: start, lowerClosed: lowerClosed, upper: end, upperClosed: upperClosed))
  }

  private enum Open { case start, end }

  /// `(..10]` and `[1..)` have one end; what is missing is filled in to be read, and then left out.
  private static func literal(_ text: String) -> (Expression.Form, Open?)? {
    let words = text.utf8.filter { !Names.isSpace($0) }
    var (text, open) = (text, Open?.none)
    if words.starts(with: "(..".utf8) || words.starts(with: "]..".utf8) {
      open = .start
      text = text.replacingFirst("..", with: "0..")
    } else if words.reversed().starts(with: ")..".utf8) || words.reversed().starts(with: "[..".utf8) {
      open = .end
      text = text.replacingFirst("..", with: "..0 ")
    }
    var parser = Parser(Source(name: "range", text: text), names: Names(), isStrict: false)
    guard let expression = try? parser.complete(), case .range = expression.form else { return nil }
    return (expression.form, open)
  }

  private static func value(of end: Expression, _ surroundings: Surroundings) throws(Failure) -> Value {
    guard end.isLiteral else { throw Failure("the ends of a range in a text are literals") }
    var checker = Checker(Environment(in: surroundings))
    guard case .constant(let value) = checker.check(end).node, !value.isNull else {
      throw Failure("an end of the range is not valid")
    }
    return value
  }
}

extension Expression {
  /// `null` where the range is open anyway: no end.
  fileprivate func isOpen(_ isOpen: Bool) -> Bool { isOpen && form == .null }

  /// A number, a string, `@"…"` or a function such as `date("…")`.
  fileprivate var isLiteral: Bool {
    switch form {
    case .number, .string, .temporal: return true
    case .negated(let value): if case .number = value.form { return true }
    case .call(let function, let arguments):
      guard case .name(let name) = function.form, arguments.count == 1, case .string = arguments[0].value.form
      else { return false }
      return ["date", "time", "date and time", "duration"].contains(name)
    default: break
    }
    return false
  }
}

extension String {
  fileprivate func replacingFirst(_ text: String, with other: String) -> String {
    let (bytes, wanted) = (Array(utf8), Array(text.utf8))
    guard bytes.count >= wanted.count,
      let place = (0...bytes.count - wanted.count).first(where: { bytes[$0...].starts(with: wanted) })
    else { return self }
    return String(
      decoding: bytes[..<place] + Array(other.utf8) + bytes[(place + wanted.count)...], as: UTF8.self)
  }
}
