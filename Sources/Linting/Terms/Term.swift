/// A term of the logic that conditions are translated into: its place among the terms of a `Terms`.
struct Term: Hashable {
  let index: Int

  /// The first two terms.
  static let no = Term(index: 0)
  static let yes = Term(index: 1)

  init(index: Int) { self.index = index }
  init(_ truth: Bool) { index = truth ? 1 : 0 }
}

/// What a term is made of.
enum TermForm: Hashable {
  case constant(Bool)
  /// A whole number: a day, a word by its code, the place of a row.
  case whole(Int)
  /// A number as the conditions write it.
  case decimal(String)
  case variable(Int)
  case not(Term)
  case and([Term])
  case or([Term])
  /// Of two truth values, whole numbers or numbers.
  case choice(Term, Term, Term)
  case equal(Term, Term)
  case less(Term, Term)
  case sum([Term])
  case product(Term, Term)
}

/// A quantity that a plan is free to state.
struct Variable {
  enum Domain: Hashable {
    case truth
    /// Whether a plan states something: mostly it does.
    case stated
    /// One of these.
    case words([Int])
    /// Any word; those that conditions speak of are tried first.
    case anyWord
    case days(ClosedRange<Int>)
    case number
  }
  let name: String
  let domain: Domain

  var sort: String {
    switch domain {
    case .truth, .stated: "Bool"
    case .words, .anyWord, .days: "Int"
    case .number: "Real"
    }
  }
}
