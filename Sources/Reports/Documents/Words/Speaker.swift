package import Diagnostics
package import FEEL
import Facts

/// Puts the conditions of a pack into words. What it does not know stays code: a sentence must never say anything else
/// than the condition.
package struct Speaker {
  let glossary: Glossary
  /// The text at hand, for what stays code.
  var source: Source
  /// Index of the kind that is judged; nil for a definition without a subject.
  var subject: Int?
  /// Variables of the loops around, the innermost last.
  var loops: [Loop] = []

  /// A variable of a loop.
  struct Loop {
    let name: String
    let type: Type
  }

  private init(_ source: Source, _ glossary: Glossary, _ subject: Int?) {
    self.source = source
    self.glossary = glossary
    self.subject = subject
  }

  /// A condition, or the value of a definition, about subjects of a kind.
  package static func words(
    _ source: Source, per kind: String?, expecting type: Type = .boolean, _ glossary: Glossary
  ) -> Saying {
    let subject = kind.flatMap { glossary.vocabulary.kind(named: $0) }
    let speaker = Speaker(source, glossary, subject)
    guard let expression = Expression(ofPack: source) else { return .sentence([speaker.written]) }
    return type == .boolean ? speaker.say(expression) : speaker.value(expression, type)
  }

  private var written: Piece { .code(String(decoding: source.bytes, as: UTF8.self)) }

  func code(_ expression: Expression) -> Piece {
    let bytes = source.bytes
    let extent = expression.extent.clamped(to: 0..<bytes.count)
    return .code(String(decoding: bytes[extent], as: UTF8.self))
  }

  /// A truth in words, or its opposite: "not" goes inwards, as far as the words stay clear.
  func say(_ expression: Expression, not isNegated: Bool = false) -> Saying {
    switch expression.form {
    case .boolean(let flag): .sentence([.answer(flag != isNegated ? "always" : "never")])
    case .binary(.and, _, _), .binary(.or, _, _): row(expression, isNegated)
    case .binary(let sign, let left, let right) where sign.compares:
      comparison(sign, left, right, isNegated) ?? unknown(expression, isNegated)
    case .quantified(let quantifier, let iterators, let body):
      loop(quantifier, iterators[...], body, isNegated) ?? unknown(expression, isNegated)
    case .conditional(let test, let then, let otherwise):
      .choice(say(test), then: say(then, not: isNegated), otherwise: say(otherwise, not: isNegated))
    case .membership(let value, let tests):
      membership(value, tests, isNegated) ?? unknown(expression, isNegated)
    case .between(let value, let low, let high):
      between(value, low, high, isNegated) ?? unknown(expression, isNegated)
    case .call(let function, let arguments):
      call(function, arguments, isNegated) ?? unknown(expression, isNegated)
    case .name, .path: truth(expression, isNegated) ?? unknown(expression, isNegated)
    default: unknown(expression, isNegated)
    }
  }

  private func row(_ expression: Expression, _ isNegated: Bool) -> Saying {
    guard case .binary(let sign, _, _) = expression.form else { return unknown(expression, isNegated) }
    let parts = expression.row(of: sign).map { say($0, not: isNegated) }
    // What "not" turned into the same connective reads as one list.
    let isAll = (sign == .and) != isNegated
    let flat = parts.flatMap { part -> [Saying] in
      switch part {
      case .all(let inner) where isAll: inner
      case .any(let inner) where !isAll: inner
      default: [part]
      }
    }
    return isAll ? .all(flat) : .any(flat)
  }

  private func unknown(_ expression: Expression, _ isNegated: Bool) -> Saying {
    .sentence((isNegated ? [.text("not true: ")] : []) + [code(expression)])
  }

  /// A fact or conclusion that is true or false by itself.
  private func truth(_ expression: Expression, _ isNegated: Bool) -> Saying? {
    guard let term = term(expression) else { return nil }
    if term.isConclusion {
      let denial: [Piece] = isNegated ? [.text(term.owner.isEmpty ? "not true: " : "not true of ")] : []
      return .sentence(denial + term.owner + term.phrase)
    }
    return .sentence(term.whole + [.text(" "), .answer(isNegated ? "no" : "yes")])
  }

  /// What a definition that is no condition gives.
  private func value(_ expression: Expression, _ type: Type) -> Saying {
    if case .conditional(let test, let then, let otherwise) = expression.form {
      return .choice(say(test), then: value(then, type), otherwise: value(otherwise, type))
    }
    return .sentence(noun(expression, type))
  }
}
