extension Expression {
  /// A decision table, its cells as trees.
  package struct Table: Sendable, Hashable {
    package struct Input: Sendable, Hashable {
      package let expression: Expression
      package let type: Declaration
      /// The values that the author says it can have.
      package let values: UnaryTests?
      package init(_ expression: Expression, type: Declaration, values: UnaryTests?) {
        self.expression = expression
        self.type = type
        self.values = values
      }
    }

    package struct Output: Sendable, Hashable {
      /// Names the entry of the result when there are several outputs.
      package let name: String
      package let type: Declaration
      /// The values it can have, by descending priority.
      package let values: UnaryTests?
      package let defaultEntry: Expression?
      package init(_ name: String, type: Declaration, values: UnaryTests?, defaultEntry: Expression?) {
        self.name = name
        self.type = type
        self.values = values
        self.defaultEntry = defaultEntry
      }
    }

    package struct Rule: Sendable, Hashable {
      package let label: RuleLabel
      package let tests: [UnaryTests]
      package let outputs: [Expression]
      package init(_ label: RuleLabel, tests: [UnaryTests], outputs: [Expression]) {
        self.label = label
        self.tests = tests
        self.outputs = outputs
      }
    }

    package let name: String
    package let hitPolicy: HitPolicy
    package let inputs: [Input]
    package let outputs: [Output]
    package let rules: [Rule]
    package init(
      _ name: String, hitPolicy: HitPolicy, inputs: [Input], outputs: [Output], rules: [Rule]
    ) {
      self.name = name
      self.hitPolicy = hitPolicy
      self.inputs = inputs
      self.outputs = outputs
      self.rules = rules
    }
  }
}

/// How a reader finds a rule of a table again.
package struct RuleLabel: Sendable, Hashable {
  /// From 1, as an editor shows it.
  package let number: Int
  package let id: String?
  /// Notes beside the rule, such as a citation, with the names of their columns.
  package let annotations: [Annotation]
  package let extent: Extent

  package struct Annotation: Sendable, Hashable {
    package let name: String
    package let text: String
    package init(_ name: String, _ text: String) {
      self.name = name
      self.text = text
    }
  }

  package init(number: Int, id: String?, annotations: [Annotation], at extent: Extent) {
    self.number = number
    self.id = id
    self.annotations = annotations
    self.extent = extent
  }
}

/// The rules of a table that gave its result.
package struct Firing: Sendable, Hashable {
  package let table: String
  /// In the order of the result; none when nothing matched.
  package let rules: [RuleLabel]
}

extension Expression.Table {
  var children: [Expression] {
    var result: [Expression] = []
    for input in inputs { result += [input.expression] + (input.values?.operands ?? []) }
    for output in outputs {
      result += output.values?.operands ?? []
      if let entry = output.defaultEntry { result.append(entry) }
    }
    for rule in rules { result += rule.tests.flatMap(\.operands) + rule.outputs }
    return result
  }
}

extension UnaryTests {
  /// The expressions in it.
  package var operands: [Expression] {
    switch self {
    case .any: []
    case .some(let tests), .none(let tests): tests.map(\.operand)
    }
  }
}
