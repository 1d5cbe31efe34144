import Diagnostics
import FEEL
import Rules

extension CompiledPack {
  /// Values of parameters moved by one unit, their periods by one day, rows of tables left out.
  func parameterMutants(_ dependence: Dependence) -> [Mutant] {
    pack.parameters.indices.flatMap { index -> [Mutant] in
      let parameter = pack.parameters[index]
      let affected = dependence.affected(byName: parameter.name)
      if affected.isEmpty { return [] }
      return parameter.entries.indices.flatMap { entry in
        valueMutants(index, entry, affected) + entryPeriodMutants(index, entry, affected)
      }
    }
  }

  private func mutant(
    _ kind: MutationKind, _ parameter: Int, _ entry: Int, _ words: String, _ affected: [Int],
    hints: [Value], days: [CalendarDate] = [],
    _ change: @escaping @Sendable (inout Parameter) -> Void
  ) -> Mutant {
    let declared = pack.parameters[parameter]
    let period = declared.entries[entry].period
    return Mutant(
      kind, at: Location(file: pack.file, line: declared.line),
      "the parameter `\(declared.name)`, entry \(entry + 1) (\(declared.entries[entry].value.brief)): \(words)",
      affected: affected, hints: hints,
      days: days + [period.from, period.until].compactMap(\.self)
    ) { change(&$0.pack.parameters[parameter]) }
  }

  private func valueMutants(_ parameter: Int, _ entry: Int, _ affected: [Int]) -> [Mutant] {
    let declared = pack.parameters[parameter]
    let value = declared.entries[entry].value
    var mutants = value.shifts.map { shift in
      mutant(
        .parameter, parameter, entry, shift.words, affected, hints: shift.hints + value.scalars
      ) { $0.entries[entry].value = shift.value }
    }
    if declared.isTable {
      mutants.append(
        mutant(.memberRemoved, parameter, entry, "left out", affected, hints: value.scalars) {
          $0.entries.remove(at: entry)
        })
    }
    return mutants
  }

  private func entryPeriodMutants(_ parameter: Int, _ entry: Int, _ affected: [Int]) -> [Mutant] {
    let declared = pack.parameters[parameter]
    let period = declared.entries[entry].period
    return [(true, period.from), (false, period.until)].flatMap { isFrom, day -> [Mutant] in
      guard let day else { return [] }
      return [-1, 1].compactMap { step in
        guard let moved = day.adding(days: step) else { return nil }
        // Onto a day of another entry: it does not load, or nothing changes.
        if isFrom == (step < 0), declared.hasEqualEntry(beside: entry, on: moved) { return nil }
        // Only one day is judged otherwise; where no provision that reads it is in force on that day, it is never asked.
        let changed = isFrom == (step < 0) ? moved : day
        guard affected.contains(where: { provisions[$0].rule.period.contains(changed) }) else { return nil }
        return mutant(
          .period, parameter, entry, "\(isFrom ? "from" : "until") \(day) becomes \(moved)", affected,
          hints: declared.entries[entry].value.scalars, days: [day, moved]
        ) {
          if isFrom { $0.entries[entry].period.from = moved } else { $0.entries[entry].period.until = moved }
        }
      }
    }
  }
}

extension Parameter {
  fileprivate func hasEqualEntry(beside place: Int, on day: CalendarDate) -> Bool {
    entries.indices.contains { other in
      other != place && entries[other].period.contains(day)
        && (!isTable || entries[other].value == entries[place].value)
    }
  }
}

extension Value {
  struct Shift: Sendable {
    var words: String
    var value: Value
    var hints: [Value]
  }

  /// The same value with one number or date moved by one unit, one truth turned, one member left out.
  var shifts: [Shift] {
    switch self {
    case .number(let number):
      return [number.unit.negated, number.unit].compactMap { step in
        number.adding(step).map {
          Shift(words: "\(number) becomes \($0)", value: .number($0), hints: [.number(number), .number($0)])
        }
      }
    case .date(let day):
      return [-1, 1].compactMap { step in
        day.adding(days: step).map {
          Shift(words: "\(day) becomes \($0)", value: .date($0), hints: [.date(day), .date($0)])
        }
      }
    case .boolean(let flag):
      return [Shift(words: "\(flag) becomes \(!flag)", value: .boolean(!flag), hints: [])]
    case .list(let list):
      return list.items.indices.map { place in
        var rest = list
        let removed = rest.items.remove(at: place)
        return Shift(words: "`\(removed.shown)` is left out", value: .list(rest), hints: [removed])
      }
    case .context(let context):
      return context.entries.indices.flatMap { place in
        context.entries[place].value.shifts.map { shift in
          var changed = context
          changed.entries[place].value = shift.value
          return Shift(
            words: "`\(context.entries[place].name)` \(shift.words)", value: .context(changed),
            hints: shift.hints)
        }
      }
    default: return []
    }
  }

  /// What can be written out of it.
  var scalars: [Value] {
    switch self {
    case .number, .string, .date: [self]
    case .list(let list): list.items.flatMap(\.scalars)
    case .context(let context): context.entries.flatMap(\.value.scalars)
    default: []
    }
  }

  /// The start of it, where it is long.
  fileprivate var brief: String { shown.count > 40 ? "\(shown.prefix(39))…" : shown }

  var shown: String {
    switch self {
    case .context(let context): context.entries.map(\.value.shown).joined(separator: ", ")
    case .list(let list): list.items.map(\.shown).joined(separator: " ")
    case .number(let number): number.description
    case .string(let text): text
    case .date(let day): day.description
    case .boolean(let flag): flag ? "true" : "false"
    default: "null"
    }
  }
}
