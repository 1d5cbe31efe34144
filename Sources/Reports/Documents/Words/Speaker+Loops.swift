import FEEL
import Facts

extension Speaker {
  /// `some` and `every`; the opposite of the one is the other.
  func loop(
    _ quantifier: Expression.Quantifier, _ iterators: ArraySlice<Expression.Iterator>, _ body: Expression,
    _ isNegated: Bool
  ) -> Saying? {
    guard let first = iterators.first, let domain = domain(first) else { return nil }
    var inner = self
    inner.loops.append(Loop(name: first.name, type: domain.member))
    let rest = iterators.dropFirst()
    func held(not isNegated: Bool) -> Saying? {
      rest.isEmpty ? inner.say(body, not: isNegated) : inner.loop(quantifier, rest, body, isNegated)
    }
    let noun = glossary.noun(domain.member)
    switch (quantifier, isNegated) {
    case (.some, false):
      return held(not: false).map { .each([.text("for at least one \(noun) ")] + domain.phrase, $0) }
    case (.every, true):
      return held(not: true).map { .each([.text("for at least one \(noun) ")] + domain.phrase, $0) }
    case (.every, false):
      return held(not: false).map {
        .each([.text("for every \(noun) ")] + domain.phrase + [.text(", if there is any")], $0)
      }
    case (.some, true):
      return held(not: false).map { .each([.text("for no \(noun) ")] + domain.phrase, $0) }
    }
  }

  /// What a loop runs over.
  private func domain(_ iterator: Expression.Iterator) -> (member: Type, phrase: [Piece])? {
    guard case .list(let list) = iterator.domain, let term = term(list), case .list(let member) = term.type
    else { return nil }
    if case .name(let name) = list.form, glossary.vocabulary.kind(ofCollection: name) != nil {
      return (member, [.text("of the plan")])
    }
    return (member, [.text("named in ")] + term.whole)
  }

  /// `sum(for a in activities return …)`: what is taken of each, and of which.
  func each(_ expression: Expression, _ type: Type?) -> [Piece]? {
    guard case .loop(let iterators, let result) = expression.form, iterators.count == 1,
      let first = iterators.first, let domain = domain(first)
    else { return nil }
    var inner = self
    inner.loops.append(Loop(name: first.name, type: domain.member))
    return [.text("(for every \(glossary.noun(domain.member)) ")] + domain.phrase + [.text(": ")]
      + inner.noun(result, type) + [.text(")")]
  }
}
