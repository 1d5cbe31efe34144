package import Diagnostics

extension Logic {
  /// What is wrong with the decision tables in it: gaps and overlaps, each with an example of input, rules that
  /// never count, outputs that cannot be. What could not be checked is told too.
  package func tableFindings(_ manuscript: Manuscript) -> [Diagnostic] {
    tables.flatMap { table in
      table.findings(manuscript).map { mistake in
        let severity: Diagnostic.Severity =
          switch mistake.code {
          case .tableNotChecked: .note
          case .tableGap, .tableUnreachable: .warning
          default: .error
          }
        return manuscript.diagnostic(mistake).with(severity)
      }
    }
  }
}

extension Checker {
  /// A table with the types of its inputs, kept to be checked when that is asked for.
  struct FoundTable: Sendable {
    let table: Checked.Table
    let types: [Type]
    let entryTypes: [[Type]]
    let extent: Extent
  }
}

extension Checker.FoundTable {
  fileprivate func findings(_ manuscript: Manuscript) -> [Mistake] {
    var result = outputs()
    var columns: [Column] = []
    let titles = table.inputs.map { manuscript.text(of: $0.extent) }
    for index in table.inputs.indices {
      switch Column.read(index, of: table, type: types[index]) {
      case .column(let column): columns.append(column)
      case .mistakes(let mistakes): result += mistakes
      case .opaque(let reason):
        result.append(
          Mistake(
            .tableNotChecked, at: table.inputs[index].extent,
            "gaps and overlaps are not looked for, because of `\(titles[index])`: \(reason)"))
      }
    }
    guard columns.count == table.inputs.count else { return result }
    var check = TableCheck(table, columns, titles: titles, at: extent)
    check.run()
    return result + check.found
  }

  /// Outputs as written that are not of the type, or not among the values, of their column.
  private func outputs() -> [Mistake] {
    var result: [Mistake] = []
    for (rule, types) in zip(table.rules, entryTypes) {
      for (index, output) in table.outputs.enumerated() {
        let declared = output.type.type
        if !types[index].conforms(to: declared) {
          result.append(
            Mistake(
              .tableType, at: rule.label.extent,
              "the output of rule \(rule.label.number) is \(types[index].description(in: nil)), but \(declared.description(in: nil)) is declared"
            ))
        } else if case .constant(let value) = rule.outputs[index], !value.isNull {
          for tests in [output.values].compactMap(\.self) + output.type.allowed {
            var evaluation = Evaluation(frame: [], in: Surroundings())
            var host = NoHost()
            guard evaluation.truth(of: tests, for: value, 0..<0, &host) == .no else { continue }
            result.append(
              Mistake(
                .tableValue, at: rule.label.extent,
                "the output \(value) of rule \(rule.label.number) is not among the values of its column"))
            break
          }
        }
      }
    }
    return result
  }
}
