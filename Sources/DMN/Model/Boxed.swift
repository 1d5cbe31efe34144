package import Diagnostics
package import FEEL

/// Decision logic in boxes.
package struct Boxed: Sendable {
  package indirect enum Form: Sendable {
    case literal(Source)
    /// The last entry may have no name: it is the result.
    case context([Entry])
    case list([Boxed])
    case relation([Model.Variable], rows: [[Boxed]])
    case function(FunctionDefinition)
    case invocation(Boxed?, [Entry])
    case conditional(Boxed?, Boxed?, Boxed?)
    case loop(String, Iterated, Boxed?)
    case quantified(Expression.Quantifier, String, Iterated, Boxed?)
    case filter(Boxed?, Boxed?)
    case table(DecisionTable)
    /// What this engine does not carry out, and why.
    case refused(String)
  }

  /// A named part: an entry of a context, an argument.
  package struct Entry: Sendable {
    package let variable: Model.Variable?
    package let value: Boxed?
    package let location: Location
  }

  /// What an iterator runs over, with the type of its items.
  package struct Iterated: Sendable {
    package let list: Boxed?
    package let type: Model.TypeReference?
  }

  package let form: Form
  package let type: Model.TypeReference?
  package let location: Location
}
