extension Terms {
  /// How a term is named in SMT-LIB 2: small ones are written out, others have a name.
  func text(_ term: Term) -> String {
    switch self[term] {
    case .constant(let truth): truth ? "true" : "false"
    case .whole(let number): text(whole: number)
    case .decimal(let text): Terms.real(text)
    case .variable(let index): "v\(index)"
    default: "t\(term.index)"
    }
  }

  /// Declares the variables among these terms and defines the terms that are not written out, in their order.
  func definitions(of needed: [Int], declared: inout Set<Int>) -> String {
    var lines: [String] = []
    for index in needed {
      if case .variable(let place) = forms[index] {
        if declared.insert(place).inserted { lines += declaration(of: place) }
      } else if let body = body(forms[index]) {
        lines.append("(define-fun t\(index) () \(sort(Term(index: index))) \(body))")
      }
    }
    return lines.joined(separator: "\n")
  }

  private func declaration(of index: Int) -> [String] {
    let variable = variables[index]
    let name = "v\(index)"
    let declaration = "(declare-const \(name) \(variable.sort))"
    switch variable.domain {
    case .words(let words):
      let choices = words.map { "(= \(name) \(text(whole: $0)))" }.joined(separator: " ")
      return [declaration, "(assert (or \(choices) false))"]
    case .anyWord: return [declaration, "(assert (>= \(name) 0))"]
    case .days(let days):
      return [declaration, "(assert (and (<= \(days.lowerBound) \(name)) (<= \(name) \(days.upperBound))))"]
    case .truth, .stated, .number: return [declaration]
    }
  }

  private func text(whole number: Int) -> String { number < 0 ? "(- \(-number))" : "\(number)" }

  private func body(_ form: TermForm) -> String? {
    switch form {
    case .constant, .whole, .decimal, .variable: nil
    case .not(let inner): "(not \(text(inner)))"
    case .and(let parts): "(and \(list(parts)))"
    case .or(let parts): "(or \(list(parts)))"
    case .choice(let a, let b, let c): "(ite \(text(a)) \(text(b)) \(text(c)))"
    case .equal(let a, let b): "(= \(text(a)) \(text(b)))"
    case .less(let a, let b): "(< \(text(a)) \(text(b)))"
    case .sum(let parts): "(+ \(list(parts)))"
    case .product(let a, let b): "(* \(text(a)) \(text(b)))"
    }
  }

  private func list(_ terms: [Term]) -> String { terms.map { text($0) }.joined(separator: " ") }

  func sort(_ term: Term) -> String {
    var term = term
    while true {
      switch self[term] {
      case .constant, .not, .and, .or, .equal, .less: return "Bool"
      case .whole: return "Int"
      case .decimal, .sum, .product: return "Real"
      case .variable(let index): return variables[index].sort
      case .choice(_, let part, _): term = part
      }
    }
  }

  private static func real(_ text: String) -> String {
    let digits = text.hasPrefix("-") ? String(text.dropFirst()) : text
    let written = digits.contains(".") ? digits : digits + ".0"
    return text.hasPrefix("-") ? "(- \(written))" : written
  }
}
