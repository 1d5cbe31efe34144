import FEEL

extension Translator {
  /// True and false with null and unknown beside them, as FEEL joins them.
  mutating func and(_ a: Truth, _ b: Truth) -> Truth {
    let null = terms.and([
      terms.or(a.null, b.null), terms.or(a.yes, a.null), terms.or(b.yes, b.null),
    ])
    return Truth(yes: terms.and(a.yes, b.yes), no: terms.or(a.no, b.no), null: null)
  }

  mutating func or(_ a: Truth, _ b: Truth) -> Truth {
    let null = terms.and([
      terms.or(a.null, b.null), terms.or(a.no, a.null), terms.or(b.no, b.null),
    ])
    return Truth(yes: terms.or(a.yes, b.yes), no: terms.and(a.no, b.no), null: null)
  }

  func not(_ a: Truth) -> Truth { Truth(yes: a.no, no: a.yes, null: a.null) }

  /// True or false or unknown, nobody knows when.
  mutating func anything() -> Truth {
    let known = terms.variable("open?", .stated)
    let value = terms.variable("open", .truth)
    return Truth(yes: terms.and(known, value), no: terms.and(known, terms.not(value)))
  }

  mutating func truth(_ symbol: Symbol) -> Truth {
    switch symbol {
    case .truth(let truth): truth
    case .null: Truth(yes: .no, no: .no, null: .yes)
    default: anything()
    }
  }

  mutating func some(_ truths: [(present: Term, truth: Truth)], open: Term) -> Truth {
    var yes: [Term] = []
    var no: [Term] = [terms.not(open)]
    for (present, truth) in truths {
      yes.append(terms.and(present, truth.yes))
      no.append(terms.or([terms.not(present), truth.no]))
    }
    return Truth(yes: terms.or(yes), no: terms.and(no), null: nulls(truths, open, settling: \.yes))
  }

  mutating func every(_ truths: [(present: Term, truth: Truth)], open: Term) -> Truth {
    var yes: [Term] = [terms.not(open)]
    var no: [Term] = []
    for (present, truth) in truths {
      no.append(terms.and(present, truth.no))
      yes.append(terms.or([terms.not(present), truth.yes]))
    }
    return Truth(yes: terms.and(yes), no: terms.or(no), null: nulls(truths, open, settling: \.no))
  }

  /// Null: an item is, none settles it, none is unknown.
  private mutating func nulls(
    _ truths: [(present: Term, truth: Truth)], _ open: Term, settling: KeyPath<Truth, Term>
  ) -> Term {
    guard truths.contains(where: { $0.truth.null != .no }) else { return .no }
    var isNull: [Term] = []
    var known: [Term] = [terms.not(open)]
    for (present, truth) in truths {
      isNull.append(terms.and(present, truth.null))
      known.append(terms.or([terms.not(present), truth.yes, truth.no, truth.null]))
      known.append(terms.not(terms.and(present, truth[keyPath: settling])))
    }
    return terms.and(known + [terms.or(isNull)])
  }

  /// The symbol whose condition holds; none: unknown, or null.
  mutating func merged(_ parts: [(Term, Symbol)], null: Term) -> Symbol {
    let parts = parts.filter { $0.0 != .no }
    if parts.count == 1, parts[0].0 == .yes { return parts[0].1 }
    var kinds: Set<Int> = []
    for (_, symbol) in parts {
      switch symbol {
      case .truth: kinds.insert(0)
      case .number: kinds.insert(1)
      case .day: kinds.insert(2)
      case .word: kinds.insert(3)
      case .list: kinds.insert(4)
      case .row: kinds.insert(5)
      case .null: break
      case .context, .open: return .open
      }
    }
    guard kinds.count == 1, let kind = kinds.first else {
      return parts.isEmpty && null != .no ? .null : .open
    }
    switch kind {
    case 0: return .truth(mergedTruths(parts, null))
    case 1: return mergedScalars(parts, null).map { .number($0) } ?? .open
    case 2: return mergedScalars(parts, null).map { .day($0) } ?? .open
    case 3: return mergedScalars(parts, null).map { .word($0) } ?? .open
    case 4: return .list(mergedLists(parts, null))
    default: return .row(mergedRows(parts, null))
    }
  }

  private mutating func mergedTruths(_ parts: [(Term, Symbol)], _ null: Term) -> Truth {
    var (yes, no, nulls): ([Term], [Term], [Term]) = ([], [], [null])
    for (condition, symbol) in parts {
      let truth = truth(symbol)
      yes.append(terms.and(condition, truth.yes))
      no.append(terms.and(condition, truth.no))
      nulls.append(terms.and(condition, truth.null))
    }
    return Truth(yes: terms.or(yes), no: terms.or(no), null: terms.or(nulls))
  }

  private mutating func mergedScalars(_ parts: [(Term, Symbol)], _ null: Term) -> Scalar? {
    var (known, nulls): ([Term], [Term]) = ([null], [null])
    var scalars: [(Term, Scalar)] = []
    for (condition, symbol) in parts {
      switch symbol {
      case .number(let scalar), .day(let scalar), .word(let scalar):
        scalars.append((condition, scalar))
        known.append(terms.and(condition, scalar.known))
        nulls.append(terms.and(condition, scalar.null))
      default:
        known.append(condition)
        nulls.append(condition)
      }
    }
    guard let last = scalars.last else { return nil }
    var value = last.1.value
    for (condition, scalar) in scalars.dropLast().reversed() {
      value = terms.choice(condition, scalar.value, value)
    }
    return Scalar(
      known: terms.or(known), null: terms.or(nulls), value: value,
      unit: scalars.compactMap(\.1.unit).first, column: last.1.column)
  }

  private mutating func mergedLists(_ parts: [(Term, Symbol)], _ null: Term) -> SymbolList {
    var items: [SymbolList.Item] = []
    var settled: [Term] = []
    for case (let condition, .list(let list)) in parts {
      items += list.items.map { .init(present: terms.and(condition, $0.present), value: $0.value) }
      settled.append(terms.and(condition, terms.not(list.open)))
    }
    return SymbolList(items: items, open: terms.not(terms.or(settled)))
  }

  private mutating func mergedRows(_ parts: [(Term, Symbol)], _ null: Term) -> RowChoice {
    var alternatives: [RowChoice.Alternative] = []
    var nulls = [null]
    for (condition, symbol) in parts {
      guard case .row(let choice) = symbol else {
        nulls.append(condition)
        continue
      }
      alternatives += choice.alternatives.map {
        .init(condition: terms.and(condition, $0.condition), row: $0.row)
      }
      nulls.append(terms.and(condition, choice.null))
    }
    return RowChoice(alternatives: alternatives, null: terms.or(nulls))
  }
}
