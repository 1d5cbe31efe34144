import FEEL
import Rules

extension Translator {
  /// The value in force on the day at hand; of a table all rows in force.
  mutating func value(of parameter: Parameter) -> Symbol {
    let key = Conclusion(name: "parameter \(parameter.name)", row: nil)
    if let known = conclusions[key] { return known }
    let result: Symbol
    if parameter.isTable {
      let items = parameter.entries.map { entry in
        SymbolList.Item(present: isInForce(entry.period), value: symbol(entry.value, of: parameter))
      }
      result = .list(SymbolList(items: items, open: .no))
    } else {
      let parts = parameter.entries.map { (isInForce($0.period), symbol($0.value, of: parameter)) }
      let isAny = terms.or(parts.map(\.0))
      result = merged(parts, null: terms.not(isAny))
    }
    conclusions[key] = named(result, parameter)
    return named(result, parameter)
  }

  private func named(_ symbol: Symbol, _ parameter: Parameter) -> Symbol {
    guard case .number(var scalar) = symbol else { return symbol }
    scalar.unit = parameter.unit
    scalar.parameter = parameter.name
    return .number(scalar)
  }

  private mutating func symbol(_ value: Value, of parameter: Parameter) -> Symbol {
    switch value {
    case .null: return .null
    case .boolean(let truth): return .truth(Truth(truth))
    case .number(let number): return .number(Scalar(known: .yes, value: decimal(number)))
    case .string(let text): return .word(Scalar(known: .yes, value: terms.word(text)))
    case .date(let date): return day(date)
    case .list(let list):
      let items = list.items.map { SymbolList.Item(present: .yes, value: symbol($0, of: parameter)) }
      return .list(SymbolList(items: items, open: .no))
    case .context(let context):
      return .context(
        context.entries.map { entry in
          var value = symbol(entry.value, of: parameter)
          if case .word(var scalar) = value {
            scalar.column = "\(parameter.name).\(entry.name)"
            value = .word(scalar)
          }
          return Symbol.Entry(name: entry.name, value: value)
        })
    default: return .open
    }
  }

  /// Written out without an exponent.
  mutating func decimal(_ number: Decimal) -> Term {
    let text = number.description
    if text.allSatisfy({ $0.isNumber || $0 == "." || $0 == "-" }) { return terms.decimal(text) }
    return terms.variable(text, .number)
  }
}
