import FEEL
import Facts
import Rules

extension Translator {
  mutating func call(_ name: String, _ arguments: [Expression], _ whole: Expression, _ scope: Scope) -> Symbol
  {
    switch (name, arguments.count) {
    case ("not", 1): return .truth(not(truth(symbol(arguments[0], scope))))
    case ("date", 1):
      guard let text = literal(arguments[0]), let date = CalendarDate(text) else { return .open }
      return day(date)
    case ("inPlace", 1), ("planned", 1):
      guard let control = literal(arguments[0]) else { return .open }
      return .truth(self.control(control, for: subject, isPlanned: name == "planned"))
    default: break
    }
    let values = arguments.map { symbol($0, scope) }
    switch (name, values.count) {
    case ("list contains", 2):
      guard case .list(let list) = values[0] else { return .open }
      return .truth(contains(list, values[1]))
    case ("overlaps", 2):
      guard case .list(let a) = values[0], case .list(let b) = values[1] else { return .open }
      return .truth(overlap(a, b))
    case ("within", 2):
      guard case .list(let a) = values[0], case .list(let b) = values[1] else { return .open }
      let truths = a.items.map { ($0.present, contains(b, $0.value)) }
      return .truth(every(truths, open: a.open))
    case ("memberOf", 2): return .truth(memberOf(values[0], literal(arguments[1])))
    case ("hasKind", 2): return .truth(hasKind(values[0], literal(arguments[1]), arguments[0]))
    case ("isKind", 2): return .truth(isKind(values[0], literal(arguments[1])))
    case ("firstStated", 2):
      guard case .word(let a) = values[0], case .word(let b) = values[1] else { return .open }
      return .word(
        Scalar(
          known: terms.or(a.known, b.known), null: terms.choice(a.known, a.null, b.null),
          value: terms.choice(a.known, a.value, b.value)))
    case ("regionCountry", 1):
      guard let index = enumeration("country") else { return .open }
      let value = terms.variable("country of region", domain(of: index))
      return .word(Scalar(known: terms.variable("region?", .stated), value: value))
    case ("countOf", 3):
      return .number(
        Scalar(known: terms.variable("count?", .stated), value: terms.variable("count", .number)))
    case ("count", 1), ("sum", 1), ("min", 1), ("max", 1):
      guard case .list(let list) = values[0] else { return .open }
      return name == "count" ? count(list) : name == "sum" ? sum(list) : extreme(list, isLeast: name == "min")
    default: return .open
    }
  }

  mutating func control(_ control: String, for row: Row, isPlanned: Bool) -> Truth {
    let key = ControlState(control: control, row: row, isPlanned: isPlanned)
    if let known = controls[key] { return known }
    let name = "\(isPlanned ? "planned" : "in place") \(control) for \(self.name(of: row))"
    let known = terms.variable("\(name)?", .stated)
    let value = terms.variable(name, .truth)
    let truth = Truth(yes: terms.and(known, value), no: terms.and(known, terms.not(value)))
    controls[key] = truth
    return truth
  }

  private mutating func overlap(_ a: SymbolList, _ b: SymbolList) -> Truth {
    let truths = a.items.map { ($0.present, contains(b, $0.value)) }
    return some(truths, open: a.open)
  }

  private mutating func memberOf(_ country: Symbol, _ group: String?) -> Truth {
    guard let group, case .word(let scalar) = country, let inside = isMember(scalar.value, of: group) else {
      return anything()
    }
    let settled = terms.and(scalar.known, terms.not(scalar.null))
    return Truth(
      yes: terms.and(settled, inside), no: terms.and(settled, terms.not(inside)),
      null: terms.and(scalar.known, scalar.null))
  }

  /// True for the value or a narrower one; not known if only a wider one is stated.
  private mutating func isKind(_ value: Symbol, _ wanted: String?) -> Truth {
    guard let wanted, case .word(let scalar) = value else { return anything() }
    var (narrower, wider): ([Term], [Term]) = ([], [])
    for enumeration in vocabulary.enumerations where enumeration.index(of: wanted) != nil {
      for other in enumeration.values.map(\.id) {
        let same = terms.equal(scalar.value, terms.word(other))
        if enumeration.isSame(other, orNarrowerThan: wanted) {
          narrower.append(same)
        } else if enumeration.isSame(wanted, orNarrowerThan: other) {
          wider.append(same)
        }
      }
    }
    let settled = terms.and(scalar.known, terms.not(scalar.null))
    let holds = terms.or(narrower)
    return Truth(
      yes: terms.and(settled, holds),
      no: terms.and([settled, terms.not(holds), terms.not(terms.or(wider))]),
      null: terms.and(scalar.known, scalar.null))
  }

  private mutating func hasKind(_ list: Symbol, _ wanted: String?, _ argument: Expression) -> Truth {
    guard case .list(let list) = list else { return anything() }
    let truths = list.items.map { ($0.present, isKind($0.value, wanted)) }
    return some(truths, open: list.open)
  }

  private mutating func count(_ list: SymbolList) -> Symbol {
    let (zero, one) = (terms.decimal("0"), terms.decimal("1"))
    let parts = list.items.map { terms.choice($0.present, one, zero) }
    return .number(Scalar(known: terms.not(list.open), value: terms.sum(parts)))
  }

  private mutating func sum(_ list: SymbolList) -> Symbol {
    let zero = terms.decimal("0")
    var (parts, known): ([Term], [Term]) = ([], [terms.not(list.open)])
    for item in list.items {
      guard case .number(let scalar) = item.value else { return .open }
      parts.append(terms.choice(item.present, scalar.value, zero))
      known.append(terms.or([terms.not(item.present), scalar.known]))
    }
    return .number(Scalar(known: terms.and(known), value: terms.sum(parts)))
  }

  /// The least or greatest number of a list; null of an empty one.
  private mutating func extreme(_ list: SymbolList, isLeast: Bool) -> Symbol {
    var known: [Term] = [terms.not(list.open)]
    var isAny = Term.no
    var best: Term?
    for item in list.items {
      guard case .number(let scalar) = item.value else { return .open }
      known.append(terms.or([terms.not(item.present), scalar.known]))
      if let current = best {
        let isBetter = isLeast ? terms.less(scalar.value, current) : terms.less(current, scalar.value)
        let takes = terms.and(item.present, terms.or(terms.not(isAny), isBetter))
        best = terms.choice(takes, scalar.value, current)
      } else {
        best = scalar.value
      }
      isAny = terms.or(isAny, item.present)
    }
    guard let best else { return .null }
    return .number(Scalar(known: terms.and(known), null: terms.not(isAny), value: best))
  }
}
