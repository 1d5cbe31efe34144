/// An expression with names resolved: places in the frame instead of names, indexes instead of facts and
/// functions.
/// Extents are kept where evaluation can fail.
package indirect enum Checked: Sendable, Hashable {
  case constant(Value)
  /// A mistake that is not refused at load (DMN files): null, and an error, when it is reached.
  case failed(Mistake)
  case slot(Int)
  /// A fact of the rows of a kind.
  case fact(Checked, Int, Extent)
  case path(Checked, String, Extent)
  /// A plain name in a filter over items of unknown type: the item's entry if there is one, else what the
  /// name means outside.
  case entry(slot: Int, String, otherwise: Checked)
  case list([Checked])
  /// Each entry sees the earlier ones in the slots above.
  case context([Entry])
  case range(lower: Checked?, lowerClosed: Bool, upper: Checked?, upperClosed: Bool)
  /// `(= 5)`, and `(!= 5)` when the point is excluded.
  case pointRange(isExcluded: Bool, Checked)
  case negated(Checked, Extent)
  case and(Checked, Checked)
  case or(Checked, Checked)
  case compare(Operator, Checked, Checked, Extent)
  /// `count(list) > n`, which a known member can decide although the list is open.
  case compareCount(Operator, of: Checked, with: Checked, Extent)
  case arithmetic(Operator, Checked, Checked, Extent)
  case between(Checked, Checked, Checked, Extent)
  case membership(Checked, [Test], Extent)
  case instance(Checked, Type)
  case conditional(Checked, Checked, Checked)
  case loop([Iterator], Checked, keepsPartial: Bool)
  case quantified(Expression.Quantifier, [Iterator], Checked)
  case filter(Checked, Checked, Selection, Extent)
  case builtin(Int, [Checked], Extent)
  case host(Int, [Checked])
  /// `names` as given by the caller; empty if the arguments stand in order.
  case invoke(Checked, [Checked], names: [String], Extent)
  case function([Function.Parameter], Type, Checked)
  /// A function that the whole set of models shares, by index.
  case definition(Int)
  case typed(Checked, Declaration, Extent)
  case table(Table, Extent)
  case admitted([Admission], Checked, Extent)

  package struct Entry: Sendable, Hashable {
    let name: String
    let value: Checked
  }

  /// A slot that must hold a value of a declared type.
  package struct Admission: Sendable, Hashable {
    let slot: Int
    let name: String
    let type: Declaration
  }

  /// An iterator binds the next slot.
  package enum Iterator: Sendable, Hashable {
    case list(Checked, Extent)
    case range(Checked, Checked, Extent)
  }

  package enum Test: Sendable, Hashable {
    case compare(Operator, Checked)
    case member(Checked)
    /// A test with `?` that gives its own answer.
    case answer(Checked)
  }

  /// What stands in the brackets of a filter, as far as it is known at load.
  package enum Selection: Sendable, Hashable, CaseIterable { case position, condition, either }
}
