import FEEL
import Facts
import Rules

/// What the solver says of each variable that a plan can state.
struct Answered {
  private var values: [Term: String] = [:]
  let day: CalendarDate
  private let translator: Translator

  /// nil if the solver has no answer.
  init?(_ wanted: [Term], _ translator: Translator, _ decider: inout Decider) {
    self.translator = translator
    var asked: [Term] = [translator.asOf]
    let known = Set(wanted.flatMap { decider.terms.variables(of: $0) })
    func add(_ terms: [Term]) {
      for term in terms {
        if case .variable(let index) = decider.terms[term], known.contains(index) { asked.append(term) }
      }
    }
    for fact in translator.stated {
      switch fact.form {
      case .truth(let known, let value), .number(let known, let value), .day(let known, let value),
        .word(let known, let value):
        add([known, value])
      case .words(let words, _): add(words.map(\.0))
      case .row(let choice): add([choice])
      case .rows(let rows, _): add(rows.flatMap { Self.variables(of: $0.0, decider.terms) })
      case .record: break
      }
    }
    add(
      translator.present.sorted { ($0.key.kind, $0.key.number) < ($1.key.kind, $1.key.number) }.map(\.value))
    for control in translator.controls.values { add(Self.variables(of: control.yes, decider.terms)) }
    // A plan that states all that matters is judged as the solver thinks of it.
    let stated = known.sorted().filter { decider.terms.variables[$0].domain == .stated }.compactMap {
      decider.terms.term(ofVariable: $0)
    }
    guard let texts = decider.texts(wanted + stated, asked) ?? decider.texts(wanted, asked) else {
      return nil
    }
    for (term, text) in zip(asked, texts) { values[term] = text }
    let number = values[translator.asOf].flatMap { Int($0) } ?? translator.days.lowerBound
    guard let day = CalendarDate(dayNumber: number) else { return nil }
    self.day = day
  }

  private static func variables(of term: Term, _ terms: Terms) -> [Term] {
    if case .variable = terms[term] { return [term] }
    return terms.parts(of: term).flatMap { variables(of: $0, terms) }
  }

  /// Terms made of variables are worked out from them.
  func isTrue(_ term: Term) -> Bool {
    if let text = values[term] { return text == "true" }
    switch translator.terms[term] {
    case .constant(let truth): return truth
    case .not(let inner): return values[inner] != nil && !isTrue(inner)
    case .and(let parts): return parts.allSatisfy { isTrue($0) }
    default: return false
    }
  }

  func isPresent(_ row: Row) -> Bool { translator.present[row].map { isTrue($0) } ?? false }

  func whole(_ term: Term) -> Int? {
    values[term].flatMap { text in
      text.hasPrefix("(-") ? Int(text.filter(\.isNumber)).map { -$0 } : Int(text)
    }
  }

  /// `72.0`, `(- 1.0)`, `(/ 1.0 2.0)`.
  func number(_ term: Term) -> String? {
    guard let text = values[term] else { return nil }
    let words = text.split(whereSeparator: { "() ".contains($0) }).map(String.init)
    let numbers = words.compactMap { Double($0) }
    guard let first = numbers.first else { return nil }
    let size = words.contains("/") && numbers.count == 2 ? first / numbers[1] : first
    let signed = words.contains("-") ? -size : size
    return signed == signed.rounded() ? "\(Int(signed))" : "\(signed)"
  }

  struct Control {
    let id: String
    let isInPlace: Bool
  }

  /// Of all rows together: a control that is in place for one.
  var controls: [Control] {
    var states: [String: Bool] = [:]
    for (key, truth) in translator.controls where !key.isPlanned {
      let variables = Self.variables(of: truth.yes, translator.terms)
      guard variables.contains(where: { values[$0] != nil }) else { continue }
      states[key.control] = states[key.control] ?? false || isTrue(truth.yes)
    }
    return states.sorted { $0.key < $1.key }.map { Control(id: $0.key, isInPlace: $0.value) }
  }
}
