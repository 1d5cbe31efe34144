import FEEL
import Facts
import Rules

extension Speaker {
  /// A function that gives a truth.
  func call(_ function: Expression, _ arguments: [Expression.Argument], _ isNegated: Bool) -> Saying? {
    guard case .name(let name) = function.form, arguments.allSatisfy({ $0.name == nil }) else { return nil }
    let values = arguments.map(\.value)
    if name == "not", values.count == 1 { return say(values[0], not: !isNegated) }
    guard values.count == 1 || values.count == 2, let first = values.first, let last = values.last else {
      return nil
    }
    switch (name, values.count) {
    case ("list contains", 2):
      return includes(first, last, isNegated ? "does not include" : "includes")
    case ("hasKind", 2):
      return includes(
        first, last, isNegated ? "includes neither" : "includes", isNegated ? noNarrower : narrower)
    case ("isKind", 2):
      return .sentence(
        noun(first, nil) + [.text(isNegated ? " is neither " : " is ")] + noun(last, type(of: first))
          + [.text(isNegated ? noNarrower : narrower)])
    case ("memberOf", 2):
      return .sentence(
        noun(first, named("country")) + [.text(isNegated ? " is outside the group " : " is in the group ")]
          + noun(last, named("countryGroup")))
    case ("overlaps", 2): return overlap(first, last, isNegated)
    case ("within", 2): return within(first, last, isNegated)
    case ("inPlace", 1), ("planned", 1):
      let state = name == "inPlace" ? "in place" : "planned"
      return .sentence(
        [.text("the control ")] + noun(first, named("control"))
          + [.text(" is \(isNegated ? "not " : "")\(state)")])
    default: return nil
    }
  }

  private var narrower: String { " or something narrower" }
  private var noNarrower: String { " nor something narrower" }

  func named(_ enumeration: String) -> Type? {
    glossary.vocabulary.enumeration(named: enumeration).map { .enumeration($0) }
  }

  private func includes(_ list: Expression, _ value: Expression, _ verb: String, _ tail: String = "")
    -> Saying?
  {
    guard let term = term(list) else { return nil }
    let member: Type? = if case .list(let member) = term.type { member } else { nil }
    return .sentence(
      term.whole + [.text(" \(verb) ")] + noun(value, member) + (tail.isEmpty ? [] : [.text(tail)]))
  }

  private func overlap(_ first: Expression, _ last: Expression, _ isNegated: Bool) -> Saying? {
    if first.isLiteral, !last.isLiteral { return overlap(last, first, isNegated) }
    guard last.isLiteral else {
      return .sentence(
        noun(first, nil) + [.text(" and ")] + noun(last, nil)
          + [.text(isNegated ? " have no value in common" : " have a value in common")])
    }
    return .sentence(
      noun(first, nil) + [.text(isNegated ? " includes none of: " : " includes at least one of: ")]
        + noun(last, type(of: first)))
  }

  private func within(_ first: Expression, _ last: Expression, _ isNegated: Bool) -> Saying? {
    let verb = isNegated ? " includes something other than: " : " includes nothing but: "
    return .sentence(noun(first, nil) + [.text(verb)] + noun(last, type(of: first)))
  }
}
