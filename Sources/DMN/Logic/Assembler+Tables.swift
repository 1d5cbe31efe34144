import Diagnostics
import FEEL

extension Assembler {
  mutating func table(_ table: DecisionTable, _ box: Boxed) -> Expression.Form {
    let inputs = table.inputs.map { input in
      let tree = expression(input.expression)
      var type = declaration(input.type)
      // A name by itself is of the type that it is declared to be, with the values that this allows.
      if type.allowed.isEmpty, case .name(let name) = tree.form, let declared = required[name],
        type.isAny || !declared.allowed.isEmpty
      {
        type = declared
      }
      return Expression.Table.Input(tree, type: type, values: input.values.flatMap { values($0) })
    }
    let outputs = table.outputs.enumerated().map { index, output in
      let type = outputType(output, index, of: table, box)
      return Expression.Table.Output(
        output.name ?? "", type: type, values: output.values.flatMap { values($0) },
        defaultEntry: output.defaultEntry.flatMap { isBlank($0) ? nil : expression($0) })
    }
    if outputs.isEmpty {
      return refused(.missing, at: box.location, "a decision table needs an <output>").form
    }
    let rules = table.rules.enumerated().map { rule($1, number: $0 + 1, of: table) }
    return .table(
      Expression.Table(name, hitPolicy: table.hitPolicy, inputs: inputs, outputs: outputs, rules: rules))
  }

  /// The type written at the output; else that of the table, or of the decision, if it is declared to be that.
  private mutating func outputType(
    _ output: DecisionTable.Output, _ index: Int, of table: DecisionTable, _ box: Boxed
  ) -> Declaration {
    // What is counted can be anything.
    if table.hitPolicy == .collect(.count) { return .any }
    if output.type != nil {
      let declared = declaration(output.type)
      // Editors write the type of the whole list here too; then nothing is known of one entry.
      if case .list = declared.form, table.hitPolicy.givesList { return .any }
      return declared
    }
    for declared in [declaration(box.type), result] where !declared.isAny {
      var whole = declared
      if case .list(let item) = whole.form, table.hitPolicy.givesList { whole = item }
      if table.outputs.count == 1 { return whole }
      if let name = output.name, let member = whole.member(name) { return member }
    }
    return .any
  }

  /// Blank tests say nothing.
  private mutating func values(_ source: Source) -> UnaryTests? {
    if isBlank(source) { return nil }
    let tests = types.manuscript.tests(source, names: names)
    return tests == .any ? nil : tests
  }

  private func isBlank(_ source: Source) -> Bool { source.bytes.allSatisfy { $0 <= 0x20 } }

  private mutating func rule(_ rule: DecisionTable.Rule, number: Int, of table: DecisionTable)
    -> Expression.Table.Rule
  {
    let extent = types.manuscript.place(rule.location)
    let annotations = rule.annotations.enumerated().map { index, text in
      RuleLabel.Annotation(index < table.annotations.count ? table.annotations[index] : "", text)
    }
    let label = RuleLabel(number: number, id: rule.id, annotations: annotations, at: extent)
    guard rule.inputs.count == table.inputs.count, rule.outputs.count == table.outputs.count else {
      let failed = refused(
        .missing, at: rule.location,
        "a rule has one entry for each input (\(table.inputs.count)) and one for each output (\(table.outputs.count))"
      )
      return Expression.Table.Rule(
        label, tests: [.some([.value(failed)])] + table.inputs.dropFirst().map { _ in .some([]) },
        outputs: table.outputs.map { _ in Expression(.null, at: extent) })
    }
    return Expression.Table.Rule(
      label, tests: rule.inputs.map { isBlank($0) ? .any : types.manuscript.tests($0, names: names) },
      outputs: rule.outputs.map { expression($0) })
  }
}

extension HitPolicy {
  fileprivate var givesList: Bool {
    switch self {
    case .ruleOrder, .outputOrder, .collect(nil): true
    case .unique, .any, .priority, .first, .collect: false
    }
  }
}
