import Diagnostics
package import FEEL

/// Reads a literal of FEEL as a value of one fact.
package struct FactLiteral {
  let vocabulary: Vocabulary
  package init(in vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Values of a list, at most.
  static let listLimit = 100
  /// Facts that describe a row, at most.
  static let rowLimit = 20
  /// Bytes of a literal, at most.
  static let textLimit = 5_000

  package func value(_ text: String, of type: Vocabulary.FactType) throws(FactProblem) -> Value {
    guard text.utf8.count <= FactLiteral.textLimit else {
      throw FactProblem(message: "a value has at most \(FactLiteral.textLimit) characters")
    }
    guard let expression = Expression(ofPack: Source(name: "", text: text, firstLine: 1)) else {
      throw FactProblem(
        message: "`\(text)` is not a value of FEEL", suggestion: "write \(example(type))")
    }
    return try value(expression, text, type)
  }

  /// `text`: what to call it in a message.
  func value(
    _ expression: Expression, _ text: String, _ type: Vocabulary.FactType
  ) throws(FactProblem) -> Value {
    switch (type, expression.form) {
    case (_, .null):
      throw FactProblem(
        message: "a remedy cannot set `null`",
        suggestion: "write what is true after the change: \(example(type))")
    case (.boolean, .boolean(let flag)): return .boolean(flag)
    case (.number, .number(let number)): return .number(number)
    case (.number, .negated(let inner)):
      if case .number(let number) = inner.form { return .number(number.negated) }
    case (.string, .string(let words)): return .string(words)
    case (.date, .temporal(let words)):
      if let date = CalendarDate(words) { return .date(date) }
    case (.date, .string(let words)):
      if CalendarDate(words) != nil {
        throw FactProblem(message: "`\(text)` is text, not a date", suggestion: "write @\"\(words)\"")
      }
    case (.enumeration(let index), .string(let id)): return try word(id, vocabulary.enumerations[index])
    case (.enumeration, .name(let id)):
      throw FactProblem(
        message: "`\(id)` is a name, not a value", suggestion: "write it in quotes: \"\(id)\"")
    case (.money, .context(let entries)): if let money = money(entries) { return money }
    case (.list(let member), .list(let parts)):
      guard parts.count <= FactLiteral.listLimit else {
        throw FactProblem(
          message: "a list has at most \(FactLiteral.listLimit) values, this one \(parts.count)")
      }
      var values: [Value] = []
      for part in parts {
        values.append(try value(part, text, member))
      }
      return .list(List(values))
    case (.reference(let kind), .context(let entries)), (.record(let kind), .context(let entries)):
      return try row(entries, kind)
    case (.list, _):
      throw FactProblem(message: "`\(text)` is not a list", suggestion: "write [\(text)]")
    case (.reference, _), (.record, _):
      throw FactProblem(
        message: "it is a row of the plan, which a pack does not know",
        suggestion: "go on to one of its facts with a dot")
    default: break
    }
    throw FactProblem(
      message: "`\(text)` is not \(noun(type))", suggestion: "write \(example(type))")
  }

  /// A row by its facts: `{ country: "VN", keptDays: 730 }`.
  private func row(_ entries: [Expression.Entry], _ kind: Int) throws(FactProblem) -> Value {
    guard !entries.isEmpty, entries.count <= FactLiteral.rowLimit else {
      throw FactProblem(message: "a row is described by 1 to \(FactLiteral.rowLimit) facts")
    }
    var facts: [Context.Entry] = []
    for entry in entries {
      let step = try FactPath.step(entry.name, kind, isLast: true, vocabulary)
      let type = vocabulary.kinds[kind].facts[step.fact].type
      if type.entityKind != nil {
        throw FactProblem(message: "`\(entry.name)` leads to other rows; describe a row by its values alone")
      }
      facts.append(
        Context.Entry(vocabulary.kinds[kind].facts[step.fact].name, try value(entry.value, entry.name, type)))
    }
    return .context(Context(facts))
  }

  private func word(_ id: String, _ enumeration: Vocabulary.Enumeration) throws(FactProblem) -> Value {
    if enumeration.isOpen || enumeration.index(of: id) != nil { return .string(id) }
    throw FactProblem(
      message: "`\(id)` is not a \(enumeration.name)",
      suggestion: didYouMean(id, among: enumeration.values.map(\.id)))
  }

  private func money(_ entries: [Expression.Entry]) -> Value? {
    guard entries.count == 2, let amount = entries.first(where: { $0.name == "amount" })?.value.form,
      let currency = entries.first(where: { $0.name == "currency" })?.value.form,
      case .number(let number) = amount, case .string(let code) = currency, code.utf8.count == 3
    else { return nil }
    return .context(
      Context([Context.Entry("amount", .number(number)), Context.Entry("currency", .string(code))]))
  }

  private func noun(_ type: Vocabulary.FactType) -> String {
    switch type {
    case .boolean: "true or false"
    case .number: "a number"
    case .string: "text in quotes"
    case .date: "a date"
    case .money: "money"
    case .enumeration(let index): "a \(vocabulary.enumerations[index].name) in quotes"
    case .reference, .record: "a row"
    case .list: "a list"
    }
  }

  private func example(_ type: Vocabulary.FactType) -> String {
    switch type {
    case .boolean: "true or false"
    case .number: "a number like 12"
    case .string: "text in quotes"
    case .date: "a date like @\"2026-11-21\""
    case .money: "{ amount: 100, currency: \"EUR\" }"
    case .enumeration(let index): "\"\(vocabulary.enumerations[index].values.first?.id ?? "…")\""
    case .reference, .record: "a fact of it"
    case .list(let member): "[\(example(member))]"
    }
  }
}
