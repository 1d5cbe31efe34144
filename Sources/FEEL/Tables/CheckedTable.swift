extension Checked {
  /// A decision table with all names resolved.
  package struct Table: Sendable, Hashable {
    struct Input: Sendable, Hashable {
      let node: Checked
      let values: Tests?
      /// What its type allows; only the checks of the table ask.
      let allowed: [Tests]
      let extent: Extent
    }

    struct Output: Sendable, Hashable {
      let name: String
      let type: Declaration
      /// Descending priority.
      let values: Tests?
      let defaultEntry: Checked?
      /// What orders its values: those of the table, or those of its type.
      var ranking: Tests? { values ?? type.allowed.last }
    }

    struct Rule: Sendable, Hashable {
      let label: RuleLabel
      let tests: [Tests]
      let outputs: [Checked]
    }

    let name: String
    let hitPolicy: HitPolicy
    let inputs: [Input]
    let outputs: [Output]
    let rules: [Rule]
  }
}

extension Checker {
  mutating func table(_ table: Expression.Table, _ extent: Extent) -> Typed {
    let inputs = table.inputs.map { input -> (input: Checked.Table.Input, type: Type) in
      let value = check(input.expression)
      let type = input.type.isAny ? value.type : input.type.type
      let values = input.values.map { tests($0, of: type) }
      return (
        Checked.Table.Input(
          node: value.node, values: values, allowed: input.type.allowed, extent: input.expression.extent),
        type
      )
    }
    let outputs = table.outputs.map { output in
      Checked.Table.Output(
        name: output.name, type: output.type, values: output.values.map { tests($0, of: output.type.type) },
        defaultEntry: output.defaultEntry.map { check($0).node })
    }
    var types = table.outputs.map(\.type.type)
    var entryTypes: [[Type]] = []
    let rules = table.rules.enumerated().map { place, rule in
      let cells = zip(rule.tests, inputs).map { tests($0, of: $1.type) }
      let entries = rule.outputs.map { check($0) }
      entryTypes.append(entries.map(\.type))
      for (index, entry) in entries.enumerated() where table.outputs[index].type.isAny {
        types[index] = place == 0 ? entry.type : types[index].joined(with: entry.type)
      }
      return Checked.Table.Rule(label: rule.label, tests: cells, outputs: entries.map(\.node))
    }
    let node = Checked.Table(
      name: table.name, hitPolicy: table.hitPolicy, inputs: inputs.map(\.input), outputs: outputs,
      rules: rules)
    tables.append(
      FoundTable(table: node, types: inputs.map(\.type), entryTypes: entryTypes, extent: extent))
    return Typed(node: .table(node, extent), type: table.resultType(of: types))
  }
}

extension Expression.Table {
  fileprivate func resultType(of types: [Type]) -> Type {
    let single: Type =
      types.count == 1
      ? types[0] : .context(zip(outputs, types).map { Type.Member($0.name, $1) })
    return switch hitPolicy {
    case .unique, .any, .priority, .first: single
    // With nothing matched a default may stand alone.
    case .ruleOrder, .outputOrder, .collect(nil):
      outputs.contains { $0.defaultEntry != nil } ? .any : .list(single)
    case .collect(.count): .number
    case .collect: single
    }
  }
}
