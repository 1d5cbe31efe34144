import FEEL

/// A kind of change that a mutant makes. Left out, because here they make mainly mutants that judge like the original:
///
/// - `<` against `<=` beside `count(…)`: it is the same as a shift of the number by one, which is made;
/// - `=` negated: it is the same as `!=`, which is made;
/// - changes of durations, titles, citations, sanctions, harms and readings: no verdict of a case hangs on them;
/// - a period moved onto that of another version, which does not load;
/// - a row of a table of parameters moved in time onto days on which an equal row holds;
/// - a parameter that holds a day longer or shorter, where no provision that reads it is in force on that day.
package enum MutationKind: String, Sendable, Hashable, CaseIterable {
  case negation, connective, quantifier, operandDropped, comparison, number, date, memberRemoved
  case exceptionDropped, releaseDropped, scopeDropped, requirementDropped, period, parameter
}

/// One small change of an expression.
struct ExpressionChange: Sendable {
  let kind: MutationKind
  /// What was changed.
  let extent: Extent
  let words: String
  let tree: Expression
  /// Values near which the difference shows.
  var hints: [Value] = []
}

extension Expression {
  /// All small changes of this expression, from left to right. `isCondition`: it is true or false.
  func changes(isCondition: Bool, source: [UInt8]) -> [ExpressionChange] {
    var walk = ChangeWalk(source: source)
    if isCondition, isConnective { walk.negate(self) { $0 } }
    walk.visit(self, isCondition: isCondition) { $0 }
    return walk.changes
  }
}
