import FEEL

extension Translator {
  mutating func compare(_ sign: Operator, _ a: Symbol, _ b: Symbol, _ whole: Expression) -> Truth {
    switch (a, b) {
    case (.number(let x), .number(let y)):
      noteUnits(x, y, whole)
      return ordered(sign, x, y)
    case (.day(let x), .day(let y)): return ordered(sign, x, y)
    case (.word(let x), .word(let y)):
      return sign == .equal || sign == .notEqual ? ordered(sign, x, y) : anything()
    case (.truth(let x), .truth(let y)): return equality(sign, x, y)
    case (.row(let x), .row(let y)): return equality(sign, x, y)
    case (.null, let other), (let other, .null):
      guard sign == .equal || sign == .notEqual, let (null, known) = nullity(of: other) else {
        return anything()
      }
      let truth = Truth(yes: terms.and(known, null), no: terms.and(known, terms.not(null)))
      return sign == .equal ? truth : not(truth)
    default: return anything()
    }
  }

  /// When a value is null, and when it is known whether it is.
  private mutating func nullity(of symbol: Symbol) -> (null: Term, known: Term)? {
    switch symbol {
    case .null: return (.yes, .yes)
    case .truth(let truth): return (truth.null, terms.or([truth.yes, truth.no, truth.null]))
    case .number(let scalar), .day(let scalar), .word(let scalar): return (scalar.null, scalar.known)
    case .row(let choice):
      return (choice.null, terms.or(choice.alternatives.map(\.condition) + [choice.null]))
    default: return nil
    }
  }

  private mutating func ordered(_ sign: Operator, _ x: Scalar, _ y: Scalar) -> Truth {
    let known = terms.and(x.known, y.known)
    let null = terms.or(x.null, y.null)
    if sign == .equal || sign == .notEqual {
      let same = terms.or(
        terms.and([terms.not(null), terms.equal(x.value, y.value)]), terms.and(x.null, y.null))
      let truth = Truth(yes: terms.and(known, same), no: terms.and(known, terms.not(same)))
      return sign == .equal ? truth : not(truth)
    }
    let holds: Term
    switch sign {
    case .less: holds = terms.less(x.value, y.value)
    case .greater: holds = terms.less(y.value, x.value)
    case .lessOrEqual: holds = terms.not(terms.less(y.value, x.value))
    default: holds = terms.not(terms.less(x.value, y.value))
    }
    let settled = terms.and(known, terms.not(null))
    return Truth(
      yes: terms.and(settled, holds), no: terms.and(settled, terms.not(holds)), null: terms.and(known, null))
  }

  private mutating func equality(_ sign: Operator, _ x: Truth, _ y: Truth) -> Truth {
    let same = terms.or([terms.and(x.yes, y.yes), terms.and(x.no, y.no), terms.and(x.null, y.null)])
    let known = terms.and(terms.or([x.yes, x.no, x.null]), terms.or([y.yes, y.no, y.null]))
    let truth = Truth(yes: same, no: terms.and(known, terms.not(same)))
    return sign == .equal ? truth : not(truth)
  }

  private mutating func equality(_ sign: Operator, _ x: RowChoice, _ y: RowChoice) -> Truth {
    var same = [terms.and(x.null, y.null)]
    for a in x.alternatives {
      for b in y.alternatives where a.row == b.row { same.append(terms.and(a.condition, b.condition)) }
    }
    let known = terms.and(
      terms.or(x.alternatives.map(\.condition) + [x.null]),
      terms.or(y.alternatives.map(\.condition) + [y.null]))
    let isSame = terms.or(same)
    let truth = Truth(yes: isSame, no: terms.and(known, terms.not(isSame)))
    return sign == .equal ? truth : not(truth)
  }

  /// Does a list hold a value.
  mutating func contains(_ list: SymbolList, _ value: Symbol) -> Truth {
    let nowhere = Expression(.null, at: 0..<0)
    var truths: [(present: Term, truth: Truth)] = []
    for item in list.items { truths.append((item.present, compare(.equal, item.value, value, nowhere))) }
    return some(truths, open: list.open)
  }

  private mutating func noteUnits(_ x: Scalar, _ y: Scalar, _ whole: Expression) {
    guard let a = x.unit, let b = y.unit, a != b, let parameter = x.parameter ?? y.parameter else { return }
    let clash = UnitClash(units: [a, b], parameter: parameter, source: source, extent: whole.extent)
    if !unitClashes.contains(where: {
      $0.parameter == parameter && $0.extent == clash.extent && $0.source == source
    }) {
      unitClashes.append(clash)
    }
  }
}
