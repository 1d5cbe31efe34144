import Diagnostics

extension Evaluation {
  /// The result of a decision table (DMN 1.5 §8.2.10). A rule of which it is not known whether it matches counts
  /// only if it could change the result; then the result is not known either.
  mutating func table(_ table: Checked.Table, _ extent: Extent, _ host: inout some Host) -> Value {
    guard let inputs = inputs(of: table, &host) else { return .null }
    var matching = Matching()
    for index in table.rules.indices {
      switch match(table.rules[index], inputs, &host) {
      case .yes:
        matching.certain.append(index)
        // Nothing after it can win.
        if table.hitPolicy == .first { return result(of: table, matching, extent, &host) }
      case .unknown(let facts):
        matching.possible.append(index)
        matching.missing = FEEL.union(matching.missing, facts)
      case .no, .null: break
      }
      if isExhausted { return .null }
    }
    return result(of: table, matching, extent, &host)
  }

  /// Nil, and an error: an input has a value that it cannot have.
  private mutating func inputs(of table: Checked.Table, _ host: inout some Host) -> [Value]? {
    var values: [Value] = []
    for input in table.inputs {
      let value = value(input.node, &host)
      if let allowed = input.values, !value.isNull {
        switch truth(of: allowed, for: value, input.extent, &host) {
        case .yes, .unknown: break
        case .no, .null:
          _ = fail(.unknownValue, input.extent, "the input `\(value)` is not among the values of its column")
          return nil
        }
      }
      values.append(value)
    }
    return values
  }

  private mutating func match(_ rule: Checked.Table.Rule, _ inputs: [Value], _ host: inout some Host) -> Truth
  {
    let before = failures.count
    var result = Truth.yes
    for (tests, input) in zip(rule.tests, inputs) {
      result = result.and(truth(of: tests, for: input, rule.label.extent, &host))
      if result == .no {
        // An error in a cell does not count when another cell decides.
        forgive(downTo: before)
        return .no
      }
    }
    return result
  }

  /// Rules that match, and rules of which it is not known.
  private struct Matching {
    var certain: [Int] = []
    var possible: [Int] = []
    var missing: Unknown?
  }

  private mutating func result(
    of table: Checked.Table, _ matching: Matching, _ extent: Extent, _ host: inout some Host
  ) -> Value {
    let outcomes = (matching.certain + matching.possible).sorted().map { index in
      Row(
        index: index, output: output(of: table.rules[index], in: table, &host),
        isCertain: !matching.possible.contains(index))
    }
    if isExhausted { return .null }
    let missing = matching.missing
    guard outcomes.contains(where: \.isCertain) else {
      let nothing = unmatched(table, &host)
      guard let missing else {
        fire(table, [])
        return nothing
      }
      return agreed(nothing, with: outcomes, table, missing)
    }
    switch table.hitPolicy {
    case .unique: return unique(table, outcomes, missing, extent)
    case .any: return any(table, outcomes, missing, extent)
    case .first: return leading(table, outcomes, missing)
    case .priority:
      let ranked = ranked(outcomes, table, &host)
      return leading(table, ranked, missing)
    case .ruleOrder, .collect(nil): return list(table, outcomes, missing)
    case .outputOrder:
      let ranked = ranked(outcomes, table, &host)
      return list(table, ranked, missing)
    case .collect(let aggregation?): return aggregate(table, outcomes, aggregation, missing, extent, &host)
    }
  }

  private struct Row {
    let index: Int
    let output: Value
    let isCertain: Bool
    var rank: [Int] = []
  }

  private mutating func unique(
    _ table: Checked.Table, _ rows: [Row], _ missing: Unknown?, _ extent: Extent
  ) -> Value {
    let certain = rows.filter(\.isCertain)
    guard certain.count == 1 else {
      let names = names(of: certain, table)
      return fail(
        .overlap, extent,
        "the rules \(names) match at once, but the table is `UNIQUE`")
    }
    if let missing { return .unknown(missing) }
    fire(table, certain)
    return certain[0].output
  }

  private mutating func any(_ table: Checked.Table, _ rows: [Row], _ missing: Unknown?, _ extent: Extent)
    -> Value
  {
    let certain = rows.filter(\.isCertain)
    let first = certain[0].output
    if let facts = certain.reduce(nil, { FEEL.union($0, $1.output.missing) }) {
      return .unknown(FEEL.union(facts, missing) ?? facts)
    }
    guard certain.allSatisfy({ $0.output.equals(first) == .yes }) else {
      let names = names(of: certain, table)
      return fail(
        .overlap, extent,
        "the rules \(names) match with different outputs, but the table is `ANY`")
    }
    if let missing, !rows.allSatisfy({ $0.output.isSettled(as: first) }) { return .unknown(missing) }
    fire(table, certain)
    return first
  }

  /// The first that matches; those that may match before it must lead to the same.
  private mutating func leading(_ table: Checked.Table, _ rows: [Row], _ missing: Unknown?) -> Value {
    guard let place = rows.firstIndex(where: \.isCertain) else { return .null }
    let winner = rows[place]
    let value = missing.map { common([winner.output] + rows[..<place].map(\.output), $0) } ?? winner.output
    if value.isSettled(as: winner.output) { fire(table, [winner]) }
    return value
  }

  private mutating func list(_ table: Checked.Table, _ rows: [Row], _ missing: Unknown?) -> Value {
    let certain = rows.filter(\.isCertain)
    fire(table, certain)
    return weighed(.list(List(certain.map(\.output), open: missing)), 0..<0)
  }

  private mutating func aggregate(
    _ table: Checked.Table, _ rows: [Row], _ aggregation: HitPolicy.Aggregation, _ missing: Unknown?,
    _ extent: Extent, _ host: inout some Host
  ) -> Value {
    let certain = rows.filter(\.isCertain)
    guard table.outputs.count == 1 else {
      return fail(.argument, extent, "only a table with one output can aggregate")
    }
    let value = aggregate(certain.map(\.output), aggregation, extent, &host)
    if let missing {
      // More rows only move a minimum or a maximum one way.
      guard aggregation == .min || aggregation == .max,
        value.isSettled(as: aggregate(rows.map(\.output), aggregation, extent, &host))
      else { return .unknown(missing) }
    }
    fire(table, certain)
    return value
  }

  private mutating func aggregate(
    _ outputs: [Value], _ aggregation: HitPolicy.Aggregation, _ extent: Extent, _ host: inout some Host
  ) -> Value {
    let index = Builtin.indexes(named: aggregation.rawValue.lowercased()).first ?? 0
    return builtin(index, [.list(List(outputs))], extent, &host)
  }

  /// Nothing is certain to match: the result is known as far as it is the same whatever matches.
  private mutating func agreed(
    _ nothing: Value, with rows: [Row], _ table: Checked.Table, _ missing: Unknown
  ) -> Value {
    switch table.hitPolicy {
    case .unique, .any, .priority, .first:
      // Two at once would be an error; of an `ANY` table if they differ.
      let outputs = [nothing] + rows.map(\.output)
      if rows.count > 1, table.hitPolicy == .unique { return .unknown(missing) }
      if table.hitPolicy == .any, !rows.allSatisfy({ $0.output.isSettled(as: rows[0].output) }) {
        return .unknown(missing)
      }
      let value = common(outputs, missing)
      if value.isSettled(as: nothing) { fire(table, []) }
      return value
    case .ruleOrder, .outputOrder, .collect: return .unknown(missing)
    }
  }

  /// The defaults of the outputs, or what the hit policy makes of nothing.
  private mutating func unmatched(_ table: Checked.Table, _ host: inout some Host) -> Value {
    if table.outputs.contains(where: { $0.defaultEntry != nil }) {
      return combined(
        table.outputs.map { output in
          guard let entry = output.defaultEntry else { return .null }
          return checked(value(entry, &host), as: output, 0..<0, &host)
        }, table)
    }
    return switch table.hitPolicy {
    case .collect(nil): .list(List([]))
    case .collect(.count): .number(Decimal(0))
    default: .null
    }
  }

  private mutating func output(
    of rule: Checked.Table.Rule, in table: Checked.Table, _ host: inout some Host
  ) -> Value {
    combined(
      zip(rule.outputs, table.outputs).map { node, output in
        checked(value(node, &host), as: output, rule.label.extent, &host)
      }, table)
  }

  private func combined(_ values: [Value], _ table: Checked.Table) -> Value {
    if values.count == 1 { return values[0] }
    return .context(Context(zip(table.outputs, values).map { Context.Entry($0.name, $1) }))
  }

  private mutating func checked(
    _ value: Value, as output: Checked.Table.Output, _ extent: Extent, _ host: inout some Host
  ) -> Value {
    let value = typed(value, output.type, extent, &host)
    guard let values = output.values, !value.isNull else { return value }
    switch truth(of: values, for: value, extent, &host) {
    case .yes, .unknown: return value
    case .no, .null:
      return fail(.unknownValue, extent, "the output `\(value)` is not among the values of its column")
    }
  }

  /// By the places of the outputs among the values of their columns, the first column first.
  private mutating func ranked(_ rows: [Row], _ table: Checked.Table, _ host: inout some Host) -> [Row] {
    let rows = rows.map { row in
      let values: [Value]
      if case .context(let context) = row.output, table.outputs.count > 1 {
        values = context.entries.map(\.value)
      } else {
        values = [row.output]
      }
      return Row(
        index: row.index, output: row.output, isCertain: row.isCertain,
        rank: zip(values, table.outputs).map { rank(of: $0, in: $1.ranking, &host) })
    }
    return rows.sorted { a, b in
      a.rank == b.rank ? a.index < b.index : a.rank.lexicographicallyPrecedes(b.rank)
    }
  }

  mutating func rank(of value: Value, in tests: Checked.Tests?, _ host: inout some Host) -> Int {
    guard let tests, !tests.isNegated else { return 0 }
    let before = failures.count
    defer { forgive(downTo: before) }
    for (place, test) in tests.tests.enumerated() {
      let single = Checked.Tests(tests: [test], isNegated: false)
      if truth(of: single, for: value, 0..<0, &host) == .yes { return place }
    }
    return tests.tests.count
  }

  /// What one of several outputs is for sure: a column in which they differ is not known, nor is anything else.
  private func common(_ outputs: [Value], _ missing: Unknown) -> Value {
    guard let first = outputs.first else { return .unknown(missing) }
    if outputs.allSatisfy({ $0.isSettled(as: first) }) { return first }
    let missing = outputs.reduce(missing) { FEEL.union($0, $1.missing) ?? $0 }
    guard case .context(let columns) = first else { return .unknown(missing) }
    var entries: [Context.Entry] = []
    for (place, column) in columns.entries.enumerated() {
      var values: [Value] = []
      for case .context(let context) in outputs where context.entries.count == columns.entries.count {
        guard context.entries[place].name == column.name else { return .unknown(missing) }
        values.append(context.entries[place].value)
      }
      guard values.count == outputs.count else { return .unknown(missing) }
      entries.append(Context.Entry(column.name, common(values, missing)))
    }
    let isUnknown = entries.allSatisfy { if case .unknown = $0.value { true } else { false } }
    return isUnknown ? .unknown(missing) : .context(Context(entries))
  }

  private mutating func fire(_ table: Checked.Table, _ rows: [Row]) {
    record(Firing(table: table.name, rules: rows.map { table.rules[$0.index].label }))
  }

  private func names(of rows: [Row], _ table: Checked.Table) -> String {
    rows.prefix(10).map { String(table.rules[$0.index].label.number) }.joined(separator: ", ")
  }
}

extension Value {
  /// Is it wholly known, and the same.
  fileprivate func isSettled(as other: Value) -> Bool {
    missing == nil && other.missing == nil && isIdentical(to: other)
  }
}
