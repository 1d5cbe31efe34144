package import Diagnostics
package import FEEL

/// A set of models with all that stands in them resolved: decisions that can be made, functions that can be
/// called.
package struct Decisions: Sendable {
  /// An element of one of the models.
  package struct Element: Sendable {
    package let node: Node
    package let namespace: String
    /// The declared type of its value, or of the result of calling it.
    package let type: Declaration
    /// The type that its logic gives; the declared one, where there is one.
    package let valueType: Type
    /// Its parameters, where it is a function.
    package let parameters: [Expression.Admission]
    let logic: Logic?
    /// The elements whose values its logic reads, in the order of its frame.
    let frame: [Int]
    /// Its place among the functions.
    let definition: Int?
    /// Where it is said what its value can be: in the columns of its table, in its type.
    package var valueDeclarations: [Declaration] { [logic?.declaration, type].compactMap(\.self) }
  }

  package let elements: [Element]
  package let mistakes: [Diagnostic]
  let definitions: [Function]
  let manuscript: Manuscript
  let surroundings: Surroundings
  /// Elements before those that rest on them.
  let order: [Int]

  init(
    elements: [Element], definitions: [Function], manuscript: Manuscript, surroundings: Surroundings,
    order: [Int], mistakes: [Diagnostic]
  ) {
    self.surroundings = surroundings
    self.elements = elements
    self.definitions = definitions
    self.manuscript = manuscript
    self.order = order
    self.mistakes = mistakes
  }

  /// The input data that an element rests on, itself or through others, in the order of the models.
  package func inputs(of element: Int) -> [Int] {
    var seen: Set<Int> = [element]
    var open = [element]
    while let next = open.popLast() {
      for target in elements[next].frame where seen.insert(target).inserted { open.append(target) }
    }
    return seen.filter { elements[$0].node.kind.isInput }.sorted()
  }

  /// What is wrong with the decision tables: see `Logic.tableFindings`.
  package var tableFindings: [Diagnostic] {
    elements.flatMap { $0.logic?.tableFindings(manuscript) ?? [] }.inFileOrder
  }

  /// Where a rule of a table stands.
  package func location(of rule: RuleLabel) -> Location { manuscript.location(of: rule.extent) }

  /// The element of a name; without a namespace the first model is looked through first.
  package func index(of name: String, in namespace: String? = nil, where condition: (Node.Kind) -> Bool)
    -> Int?
  {
    elements.indices.first { index in
      elements[index].node.name == name && condition(elements[index].node.kind)
        && (namespace == nil || elements[index].namespace == namespace)
    }
  }
}

extension Decisions {
  /// The decision tables that an element rests on, itself or through others, with the place of each rule.
  package func tables(behind element: Int) -> [(
    table: String, rules: [(label: RuleLabel, location: Location)]
  )] {
    var seen: Set<Int> = [element]
    var open = [element]
    while let next = open.popLast() {
      for target in elements[next].frame where seen.insert(target).inserted { open.append(target) }
    }
    return seen.sorted().flatMap { index in
      (elements[index].logic?.tableRules ?? []).map { table in
        (table.table, table.rules.map { ($0, manuscript.location(of: $0.extent)) })
      }
    }
  }
}
