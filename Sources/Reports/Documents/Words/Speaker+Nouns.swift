import FEEL
import Facts

extension Speaker {
  /// A value in words; its type, where it is known, gives a literal its title.
  func noun(_ expression: Expression, _ type: Type?, unit: String? = nil) -> [Piece] {
    if let term = term(expression) { return term.whole }
    switch expression.form {
    case .string(let text): return [.value(glossary.words(.string(text), type))]
    case .number(let number): return [.value(measured(number, unit))]
    case .boolean(let flag): return [.answer(flag ? "yes" : "no")]
    case .temporal(let text): return [CalendarDate(text).map { .value(long($0)) } ?? code(expression)]
    case .list(let items): return items.isEmpty ? [.text("nothing")] : list(items, type)
    case .conditional(let test, let then, let otherwise):
      return [.text("(")] + noun(then, type, unit: unit) + [.text(" if ")] + say(test).inline
        + [.text(", otherwise ")] + noun(otherwise, type, unit: unit) + [.text(")")]
    case .binary(let sign, let left, let right) where !sign.compares && sign != .and && sign != .or:
      return operand(left, type) + [.text(" \(sign.rawValue) ")] + operand(right, type)
    case .call(let function, let arguments):
      guard case .name(let name) = function.form, arguments.allSatisfy({ $0.name == nil }) else { break }
      if let pieces = result(of: name, arguments.map(\.value), type) { return pieces }
    case .filter(let list, let condition):
      if let pieces = part(of: list, where: condition) { return pieces }
    default: break
    }
    return [code(expression)]
  }

  /// In brackets where an operator stands in it.
  private func operand(_ expression: Expression, _ type: Type?) -> [Piece] {
    guard case .binary = expression.form else { return noun(expression, type) }
    return [.text("(")] + noun(expression, type) + [.text(")")]
  }

  private func list(_ items: [Expression], _ type: Type?) -> [Piece] {
    let member: Type? = if case .list(let member)? = type { member } else { type }
    var result: [Piece] = []
    for (index, item) in items.enumerated() {
      if index > 0 { result.append(.text(", ")) }
      result += noun(item, member)
    }
    return result
  }

  private func result(of name: String, _ values: [Expression], _ type: Type?) -> [Piece]? {
    switch (name, values.count) {
    case ("date", 1):
      guard case .string(let text)? = values.first?.form, let date = CalendarDate(text) else { return nil }
      return [.value(long(date))]
    case ("duration", 1):
      guard case .string(let text)? = values.first?.form else { return nil }
      return length(text).map { [.value($0)] }
    case ("count", 1):
      return [.text("the number of entries of ")] + noun(values[0], nil)
    case ("mean", 1): return [.text("the mean of ")] + taken(values[0], type)
    case ("abs", 1): return [.text("the amount, without its sign, of ")] + operand(values[0], type)
    case ("lower case", 1): return noun(values[0], type) + [.text(" in small letters")]
    case ("sum", 1): return [.text("the sum of ")] + taken(values[0], type)
    case ("min", 1): return [.text("the lowest of ")] + taken(values[0], type)
    case ("max", 1): return [.text("the highest of ")] + taken(values[0], type)
    case ("min", 2...): return [.text("the lowest of ")] + list(values, type)
    case ("max", 2...): return [.text("the highest of ")] + list(values, type)
    case ("regionCountry", 1): return [.text("the country of ")] + noun(values[0], nil)
    case ("countOf", 3): return figure(values)
    default: return nil
    }
  }

  /// The members of a list for which something holds; FEEL calls each of them `item`.
  private func part(of list: Expression, where condition: Expression) -> [Piece]? {
    guard let term = term(list), case .list(let member) = term.type else { return nil }
    var inner = self
    inner.loops.append(Loop(name: "item", type: member))
    return term.whole + [.text(" for which ")] + inner.say(condition).inline
  }

  /// `P1Y` as `1 year`; nil for more than one unit.
  private func length(_ text: String) -> String? {
    let units: [Character: String] = ["Y": "year", "M": "month", "D": "day"]
    guard text.first == "P", let last = text.last, let unit = units[last],
      let count = Int(text.dropFirst().dropLast())
    else { return nil }
    return count == 1 ? "1 \(unit)" : "\(count) \(unit)s"
  }

  private func taken(_ expression: Expression, _ type: Type?) -> [Piece] {
    each(expression, type) ?? noun(expression, type)
  }

  /// The figure of one country, by the question that asks for it.
  private func figure(_ values: [Expression]) -> [Piece]? {
    let vocabulary = glossary.vocabulary
    guard case .string(let name) = values[2].form, let list = term(values[0]),
      let kind = vocabulary.kind(named: "countryCount"), let fact = vocabulary.kinds[kind].fact(named: name)
    else { return nil }
    return list.whole + [.text(", "), .question(vocabulary.kinds[kind].facts[fact].ask), .text(" for ")]
      + noun(values[1], named("country"))
  }
}
