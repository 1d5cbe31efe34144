/// What an expression comes to for any plan: terms instead of values.
indirect enum Symbol {
  case truth(Truth)
  case number(Scalar)
  case day(Scalar)
  case word(Scalar)
  case list(SymbolList)
  /// A row of the plan.
  case row(RowChoice)
  case context([Entry])
  case null
  /// What the translation does not know: it may be anything.
  case open

  struct Entry {
    let name: String
    let value: Symbol
  }
}

/// A truth value: when it is true, when false, when null; else it is unknown.
struct Truth {
  var yes: Term
  var no: Term
  var null = Term.no

  static let always = Truth(yes: .yes, no: .no)
  static let never = Truth(yes: .no, no: .yes)
  init(yes: Term, no: Term, null: Term = .no) {
    self.yes = yes
    self.no = no
    self.null = null
  }
  init(_ truth: Bool) { self = truth ? .always : .never }
}

/// A number, a day (from 1970) or a word (by its code): when it is known, when it is null, and what it is.
struct Scalar {
  var known: Term
  var null = Term.no
  var value: Term
  /// Unit of the fact or parameter.
  var unit: String?
  /// The column of a table parameter that it comes from.
  var column: String?
  /// Numbers: the parameter that it is.
  var parameter: String?
}

/// A list: the items that it may have, each with when it has it, and when there may be more.
struct SymbolList {
  struct Item {
    let present: Term
    let value: Symbol
  }
  var items: [Item]
  var open: Term
}

/// Which row is meant; none of them: null, or unknown.
struct RowChoice {
  struct Alternative {
    let condition: Term
    let row: Row
  }
  var alternatives: [Alternative]
  var null = Term.no
}

/// A row of the plan: its kind and its number among those that are looked at.
struct Row: Hashable {
  let kind: Int
  let number: Int
}
