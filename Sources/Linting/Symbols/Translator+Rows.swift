import FEEL
import Facts
import Rules

/// A fact of a row with the variables that stand for it.
struct StatedFact {
  let row: Row
  let fact: Int
  let form: Form

  enum Form {
    case truth(known: Term, value: Term)
    case number(known: Term, value: Term)
    case day(known: Term, value: Term)
    case word(known: Term, value: Term)
    case words([(Term, String)], open: Term)
    case row(choice: Term)
    case rows([(Term, Row)], open: Term)
    case record(Row)
  }
}

extension Translator {
  /// The rows of a collection, each of which may be there or not.
  mutating func collection(_ kind: Int) -> Symbol {
    if vocabulary.kinds[kind].isSingleton { return .row(certain(Row(kind: kind, number: 0))) }
    if let known = collections[kind] { return known }
    let items = (0..<Translator.rows).map { number in
      let row = Row(kind: kind, number: number)
      return SymbolList.Item(present: isPresent(row), value: .row(certain(row)))
    }
    rowCounts[kind] = max(rowCounts[kind] ?? 0, Translator.rows)
    let open = terms.not(terms.variable("\(vocabulary.kinds[kind].name)s?", .stated))
    let result = Symbol.list(SymbolList(items: items, open: open))
    collections[kind] = result
    return result
  }

  mutating func isPresent(_ row: Row) -> Term {
    if vocabulary.kinds[row.kind].isSingleton || vocabulary.kinds[row.kind].collection == nil { return .yes }
    if let known = present[row] { return known }
    let term = terms.variable("\(name(of: row)) present", .truth)
    present[row] = term
    return term
  }

  func name(of row: Row) -> String { "\(vocabulary.kinds[row.kind].name)\(row.number)" }

  /// A fact or conclusion of whichever row is meant.
  mutating func part(_ name: String, of choice: RowChoice) -> Symbol {
    let parts = choice.alternatives.map { alternative in
      (alternative.condition, part(name, of: alternative.row))
    }
    if parts.count == 1, parts[0].0 == .yes { return parts[0].1 }
    return merged(parts, null: choice.null)
  }

  private mutating func part(_ name: String, of row: Row) -> Symbol {
    let kind = vocabulary.kinds[row.kind]
    if let fact = kind.fact(named: name) { return value(of: fact, in: row) }
    guard let definition = definitions["\(kind.name).\(name)"] else { return .open }
    return conclusion(definition, row)
  }

  mutating func conclusion(_ definition: Definition, _ row: Row?) -> Symbol {
    let key = Conclusion(name: "\(definition.per ?? "").\(definition.name)", row: row)
    if let known = conclusions[key] { return known }
    guard case .expression(let source, _) = definition.body, depth < 100 else { return .open }
    depth += 1
    let outer = owner
    owner = definition.subject
    defer { (depth, owner) = (depth - 1, outer) }
    let result = translate(source, for: row)
    conclusions[key] = result
    return result
  }

  mutating func value(of fact: Int, in row: Row) -> Symbol {
    let cell = Cell(kind: row.kind, row: row.number, fact: fact)
    if let known = cells[cell] { return known }
    let declared = vocabulary.kinds[row.kind].facts[fact]
    let result: Symbol
    if let derivation = declared.derivation {
      depth += 1
      result = depth < 100 ? translate(derivation, for: row) : .open
      depth -= 1
    } else {
      result = free(declared, fact, row, cell)
    }
    cells[cell] = result
    return result
  }

  /// The variables for a fact that a plan states.
  private mutating func free(_ declared: Vocabulary.Fact, _ fact: Int, _ row: Row, _ cell: Cell) -> Symbol {
    let name = "\(name(of: row)).\(declared.name)"
    let kind = vocabulary.kinds[row.kind]
    if kind.key == declared.name, declared.type == .string {
      return .word(Scalar(known: .yes, value: terms.word("row \(self.name(of: row))")))
    }
    switch declared.type {
    case .boolean:
      let (known, value) = pair(name, .truth)
      stated.append(StatedFact(row: row, fact: fact, form: .truth(known: known, value: value)))
      return .truth(Truth(yes: terms.and(known, value), no: terms.and(known, terms.not(value))))
    case .number:
      let (known, value) = pair(name, .number)
      stated.append(StatedFact(row: row, fact: fact, form: .number(known: known, value: value)))
      return .number(Scalar(known: known, value: value, unit: declared.unit))
    case .date:
      let (known, value) = pair(name, .days(0...60_000))
      stated.append(StatedFact(row: row, fact: fact, form: .day(known: known, value: value)))
      return .day(Scalar(known: known, value: value))
    case .enumeration(let index):
      let (known, value) = pair(name, domain(of: index))
      stated.append(StatedFact(row: row, fact: fact, form: .word(known: known, value: value)))
      return .word(Scalar(known: known, value: value))
    case .string:
      let (known, value) = pair(name, .anyWord)
      stated.append(StatedFact(row: row, fact: fact, form: .word(known: known, value: value)))
      return .word(Scalar(known: known, value: value))
    case .money:
      let (known, value) = pair(name, .number)
      let currency = terms.variable("\(name).currency", .anyWord)
      return .context([
        .init(name: "amount", value: .number(Scalar(known: known, value: value))),
        .init(name: "currency", value: .word(Scalar(known: known, value: currency))),
      ])
    case .reference(let target): return reference(target, declared, fact, row, name)
    case .record(let target):
      let record = newRow(target)
      stated.append(StatedFact(row: row, fact: fact, form: .record(record)))
      return .row(certain(record))
    case .list(let member): return list(member, fact, row, name)
    }
  }

  private mutating func pair(_ name: String, _ domain: Variable.Domain) -> (known: Term, value: Term) {
    (terms.variable("\(name)?", .stated), terms.variable(name, domain))
  }

  /// A record is a row that only its owner has.
  private mutating func newRow(_ kind: Int) -> Row {
    let number = rowCounts[kind] ?? (vocabulary.kinds[kind].collection == nil ? 0 : Translator.rows)
    rowCounts[kind] = number + 1
    return Row(kind: kind, number: number)
  }

  private mutating func reference(
    _ target: Int, _ declared: Vocabulary.Fact, _ fact: Int, _ row: Row, _ name: String
  ) -> Symbol {
    // What a lane belongs to is always known; its other ends may be null.
    let isCertain = vocabulary.kinds[row.kind].isDerived && declared.name == "activity"
    let values = Array(isCertain ? 0..<Translator.rows : -2..<Translator.rows)
    let choice = terms.variable(name, .words(values))
    stated.append(StatedFact(row: row, fact: fact, form: .row(choice: choice)))
    var alternatives: [RowChoice.Alternative] = []
    for number in 0..<Translator.rows {
      let other = Row(kind: target, number: number)
      let there = isPresent(other)
      let meant = terms.equal(choice, terms.whole(number))
      alternatives.append(.init(condition: terms.and(meant, there), row: other))
    }
    let null = isCertain ? Term.no : terms.equal(choice, terms.whole(-1))
    return .row(RowChoice(alternatives: alternatives, null: null))
  }

  private mutating func list(
    _ member: Vocabulary.FactType, _ fact: Int, _ row: Row, _ name: String
  ) -> Symbol {
    let open = terms.not(terms.variable("\(name)?", .stated))
    var items: [SymbolList.Item] = []
    switch member {
    case .enumeration(let index):
      var words: [(Term, String)] = []
      for word in values(of: index) {
        let present = terms.variable("\(name) has \(word)", .truth)
        words.append((present, word))
        items.append(.init(present: present, value: .word(Scalar(known: .yes, value: terms.word(word)))))
      }
      stated.append(StatedFact(row: row, fact: fact, form: .words(words, open: open)))
    case .reference(let kind):
      var rows: [(Term, Row)] = []
      for number in 0..<Translator.rows {
        let other = Row(kind: kind, number: number)
        let present = terms.variable("\(name) has \(self.name(of: other))", .truth)
        let there = terms.and(present, isPresent(other))
        rows.append((there, other))
        items.append(.init(present: there, value: .row(certain(other))))
      }
      stated.append(StatedFact(row: row, fact: fact, form: .rows(rows, open: open)))
    case .record(let kind):
      for _ in 0..<Translator.rows {
        let other = newRow(kind)
        let present = terms.variable("\(name) has \(self.name(of: other))", .truth)
        items.append(.init(present: present, value: .row(certain(other))))
      }
    default:
      for number in 0..<Translator.rows {
        let present = terms.variable("\(name) has \(number)", .truth)
        items.append(.init(present: present, value: item(member, "\(name)[\(number)]")))
      }
    }
    return .list(SymbolList(items: items, open: open))
  }

  private mutating func item(_ type: Vocabulary.FactType, _ name: String) -> Symbol {
    switch type {
    case .number: .number(Scalar(known: .yes, value: terms.variable(name, .number)))
    case .date: .day(Scalar(known: .yes, value: terms.variable(name, .days(0...60_000))))
    case .string: .word(Scalar(known: .yes, value: terms.variable(name, .anyWord)))
    default: .open
    }
  }
}
