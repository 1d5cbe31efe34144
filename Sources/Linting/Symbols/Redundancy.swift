import Diagnostics
import FEEL

/// An operand of `and` or `or`, with the term that is true where the operand makes a difference.
struct Operand {
  let source: Source
  let extent: Extent
  let text: String
  let isConjunct: Bool
  /// Some plan must make it true, else the operand can go.
  let matters: Term
}

extension Translator {
  /// All operands in an expression about a subject, those inside quantifiers included.
  mutating func operands(of source: Source, for subject: Row?) -> [Operand] {
    guard let expression = Expression(ofPack: source) else { return [] }
    let outer = (self.source, self.subject)
    self.source = source
    if let subject { self.subject = subject }
    defer { (self.source, self.subject) = outer }
    var found: [Operand] = []
    walk(expression, names(for: subject), given: .yes, source, &found)
    return found
  }

  private mutating func walk(
    _ expression: Expression, _ scope: Scope, given: Term, _ source: Source, _ found: inout [Operand]
  ) {
    switch expression.form {
    case .binary(let sign, _, _) where sign == .and || sign == .or:
      let parts = expression.row(of: sign)
      let truths = parts.map { truth(symbol($0, scope)) }
      let whole = joined(truths, sign)
      for (index, part) in parts.enumerated() {
        var rest = truths
        rest.remove(at: index)
        let without = joined(rest, sign)
        let differs = terms.or([
          differs(whole.yes, without.yes), differs(whole.no, without.no), differs(whole.null, without.null),
        ])
        found.append(
          Operand(
            source: source, extent: part.extent, text: text(part, in: source), isConjunct: sign == .and,
            matters: terms.and(given, differs)))
        walk(part, scope, given: given, source, &found)
      }
    case .quantified(_, let iterators, let body):
      walk(iterators, body, scope, given, source, &found)
    case .loop(let iterators, let body):
      walk(iterators, body, scope, given, source, &found)
    default:
      for part in expression.inner { walk(part, scope, given: given, source, &found) }
    }
  }

  private mutating func walk(
    _ iterators: [Expression.Iterator], _ body: Expression, _ scope: Scope, _ given: Term, _ source: Source,
    _ found: inout [Operand]
  ) {
    var inner = scope
    var given = given
    for iterator in iterators {
      guard case .list(let domain) = iterator.domain else { return }
      walk(domain, inner, given: given, source, &found)
      guard case .list(let list) = symbol(domain, inner), let (item, isThere) = anyItem(of: list) else {
        return
      }
      inner[iterator.name] = item
      given = terms.and(given, isThere)
    }
    walk(body, inner, given: given, source, &found)
  }

  /// One item that may be any of the list.
  private mutating func anyItem(of list: SymbolList) -> (Symbol, Term)? {
    guard let first = list.items.first else { return nil }
    switch first.value {
    case .row: return (first.value, first.present)
    case .word:
      var words: [Int] = []
      for case .word(let scalar) in list.items.map(\.value) {
        if case .whole(let code) = terms[scalar.value] { words.append(code) }
      }
      guard words.count == list.items.count else { return (first.value, .yes) }
      return (.word(Scalar(known: .yes, value: terms.variable("any item", .words(words)))), .yes)
    case .context(let entries):
      let places = Array(list.items.indices)
      let place = terms.variable("any entry", .words(places))
      var isThere: [Term] = []
      for (index, item) in list.items.enumerated() {
        isThere.append(terms.and(terms.equal(place, terms.whole(index)), item.present))
      }
      let merged = entries.map { entry in
        var parts: [(Term, Symbol)] = []
        for (index, item) in list.items.enumerated() {
          guard case .context(let fields) = item.value else { continue }
          let value = fields.first { $0.name == entry.name }?.value ?? .open
          parts.append((terms.equal(place, terms.whole(index)), value))
        }
        return Symbol.Entry(name: entry.name, value: certainly(self.merged(parts, null: .no)))
      }
      return (.context(merged), terms.or(isThere))
    default: return (first.value, first.present)
    }
  }

  /// An entry of a table is always one of its rows.
  private func certainly(_ symbol: Symbol) -> Symbol {
    switch symbol {
    case .word(var scalar):
      scalar.known = .yes
      return .word(scalar)
    case .number(var scalar) where scalar.null == .no:
      scalar.known = .yes
      return .number(scalar)
    default: return symbol
    }
  }

  private mutating func joined(_ truths: [Truth], _ sign: Operator) -> Truth {
    var result = sign == .and ? Truth.always : Truth.never
    for truth in truths { result = sign == .and ? and(result, truth) : or(result, truth) }
    return result
  }

  mutating func differs(_ a: Term, _ b: Term) -> Term { a == b ? .no : terms.not(terms.equal(a, b)) }

  func text(_ expression: Expression, in source: Source) -> String {
    let extent = expression.extent.clamped(to: source.bytes.indices)
    let words = String(decoding: source.bytes[extent], as: UTF8.self).split(whereSeparator: \.isWhitespace)
    return words.joined(separator: " ")
  }
}
