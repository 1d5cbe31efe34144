/// All terms made for a pack, each once: what is written twice is the same term.
struct Terms {
  private(set) var forms: [TermForm] = [.constant(false), .constant(true)]
  private(set) var variables: [Variable] = []
  private var places: [TermForm: Term] = [.constant(false): .no, .constant(true): .yes]
  private var words: [String: Int] = [:]
  private(set) var wordList: [String] = []

  /// A pack that needs more than this is not decided.
  static let limit = 2_000_000

  var isFull: Bool { forms.count > Terms.limit }

  subscript(term: Term) -> TermForm { forms[term.index] }

  private mutating func make(_ form: TermForm) -> Term {
    if let known = places[form] { return known }
    let term = Term(index: forms.count)
    forms.append(form)
    places[form] = term
    return term
  }

  mutating func variable(_ name: String, _ domain: Variable.Domain) -> Term {
    variables.append(Variable(name: name, domain: domain))
    return make(.variable(variables.count - 1))
  }

  func term(ofVariable index: Int) -> Term? { places[.variable(index)] }

  /// The code of a word: the same for the same word everywhere.
  mutating func code(_ word: String) -> Int {
    if let code = words[word] { return code }
    words[word] = wordList.count
    wordList.append(word)
    return wordList.count - 1
  }

  mutating func word(_ word: String) -> Term { whole(code(word)) }

  mutating func whole(_ number: Int) -> Term { make(.whole(number)) }

  mutating func decimal(_ text: String) -> Term { make(.decimal(text)) }

  mutating func not(_ term: Term) -> Term {
    switch self[term] {
    case .constant(let truth): Term(!truth)
    case .not(let inner): inner
    default: make(.not(term))
    }
  }

  mutating func and(_ terms: [Term]) -> Term {
    var parts: [Term] = []
    var seen: Set<Term> = []
    for term in terms {
      if term == .no { return .no }
      if term == .yes { continue }
      if case .and(let inner) = self[term] {
        for part in inner where seen.insert(part).inserted { parts.append(part) }
      } else if seen.insert(term).inserted {
        parts.append(term)
      }
    }
    for part in parts where seen.contains(not(part)) { return .no }
    if parts.count < 2 { return parts.first ?? .yes }
    return make(.and(parts.sorted { $0.index < $1.index }))
  }

  mutating func or(_ terms: [Term]) -> Term {
    var parts: [Term] = []
    var seen: Set<Term> = []
    for term in terms {
      if term == .yes { return .yes }
      if term == .no { continue }
      if case .or(let inner) = self[term] {
        for part in inner where seen.insert(part).inserted { parts.append(part) }
      } else if seen.insert(term).inserted {
        parts.append(term)
      }
    }
    for part in parts where seen.contains(not(part)) { return .yes }
    if parts.count < 2 { return parts.first ?? .no }
    return make(.or(parts.sorted { $0.index < $1.index }))
  }

  mutating func and(_ a: Term, _ b: Term) -> Term { and([a, b]) }
  mutating func or(_ a: Term, _ b: Term) -> Term { or([a, b]) }

  mutating func choice(_ condition: Term, _ yes: Term, _ no: Term) -> Term {
    if condition == .yes || yes == no { return yes }
    if condition == .no { return no }
    if yes == .yes, no == .no { return condition }
    return make(.choice(condition, yes, no))
  }

  mutating func equal(_ a: Term, _ b: Term) -> Term {
    if a == b { return .yes }
    switch (self[a], self[b]) {
    case (.whole, .whole), (.constant, .constant): return .no
    case (.decimal(let x), .decimal(let y)) where Double(x) != Double(y): return .no
    default: return make(a.index < b.index ? .equal(a, b) : .equal(b, a))
    }
  }

  mutating func less(_ a: Term, _ b: Term) -> Term {
    if a == b { return .no }
    switch (self[a], self[b]) {
    case (.whole(let x), .whole(let y)): return Term(x < y)
    case (.decimal(let x), .decimal(let y)):
      if let x = Double(x), let y = Double(y), x != y { return Term(x < y) }
      return make(.less(a, b))
    default: return make(.less(a, b))
    }
  }

  mutating func sum(_ terms: [Term]) -> Term {
    terms.count == 1 ? terms[0] : terms.isEmpty ? decimal("0") : make(.sum(terms))
  }

  mutating func product(_ a: Term, _ b: Term) -> Term { make(.product(a, b)) }

  /// The terms that a term is made of, one level down.
  func parts(of term: Term) -> [Term] {
    switch self[term] {
    case .constant, .whole, .decimal, .variable: []
    case .not(let inner): [inner]
    case .and(let parts), .or(let parts), .sum(let parts): parts
    case .choice(let a, let b, let c): [a, b, c]
    case .equal(let a, let b), .less(let a, let b), .product(let a, let b): [a, b]
    }
  }

  /// The variables that a term rests on.
  func variables(of term: Term) -> Set<Int> {
    var seen: Set<Term> = [term]
    var waiting = [term]
    var result: Set<Int> = []
    while let next = waiting.popLast() {
      if case .variable(let index) = self[next] { result.insert(index) }
      for part in parts(of: next) where seen.insert(part).inserted { waiting.append(part) }
    }
    return result
  }
}
