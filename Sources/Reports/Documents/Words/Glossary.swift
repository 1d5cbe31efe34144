package import FEEL
package import Facts
package import Rules

/// Everything that gives names of a pack their words: the vocabulary, and what the pack itself declares.
package struct Glossary: Sendable {
  let vocabulary: Vocabulary
  let catalogue: Catalogue
  let parameters: [Parameter]
  let definitions: [Definition]
  /// The day whose values are shown beside parameters; nil: the last ones.
  let day: CalendarDate?

  package init(_ vocabulary: Vocabulary, _ catalogue: Catalogue, _ pack: Pack, on day: CalendarDate?) {
    self.vocabulary = vocabulary
    self.catalogue = catalogue
    parameters = pack.parameters
    definitions = pack.definitions
    self.day = day
  }

  func definition(_ name: String, per kind: String?) -> Definition? {
    definitions.first { $0.name == name && $0.per == kind }
  }

  func parameter(_ name: String) -> Parameter? { parameters.first { $0.name == name } }

  /// A definition by its title; without one, by its name as written.
  func link(_ definition: Definition) -> Piece {
    let written = "\(definition.per.map { "\($0)." } ?? "")\(definition.name)"
    return .link(definition.words ?? written, .definition(kind: definition.per, name: definition.name))
  }

  /// A parameter by its title, with the value in force.
  func pieces(_ parameter: Parameter) -> [Piece] {
    let link = Piece.link(parameter.title ?? parameter.name, .parameter(parameter.name))
    if parameter.isTable { return [link] }
    guard let entry = entry(of: parameter) else { return [link, .text(" (no value on that day)")] }
    return [link, .text(" ("), .value(words(entry.value, parameter.type, unit: parameter.unit)), .text(")")]
  }

  private func entry(of parameter: Parameter) -> Parameter.Entry? {
    guard let day else { return parameter.entries.last }
    return parameter.entries.first { $0.period.contains(day) }
  }

  /// What a kind of row is called in a sentence: `store`, `activity`.
  func noun(ofKind kind: Int) -> String { spaced(vocabulary.kinds[kind].name) }

  /// What a member of a list is called.
  func noun(_ type: Type) -> String {
    switch type {
    case .entity(let kind): noun(ofKind: kind)
    case .enumeration(let index): plainNoun(vocabulary.enumerations[index].name)
    case .date: "date"
    case .number: "number"
    case .context: "row"
    default: "value"
    }
  }

  private func plainNoun(_ name: String) -> String {
    name.hasPrefix("ai") && name.dropFirst(2).first?.isUppercase == true
      ? "AI \(spaced(String(name.dropFirst(2))))" : spaced(name)
  }

  /// A value of a known type, by its title.
  func words(_ value: Value, _ type: Type?, unit: String? = nil) -> String {
    switch (value, type) {
    case (.string(let text), .enumeration(let index)?): title(of: text, in: index)
    case (.list(let list), .list(let member)?):
      list.items.map { words($0, member, unit: unit) }.joined(separator: ", ")
    case (.number(let number), _): measured(number, unit)
    case (.date(let date), _): long(date)
    case (.boolean(let flag), _): flag ? "yes" : "no"
    case (.string(let text), _): text
    case (.null, _): "–"
    default: value.description
    }
  }

  /// The title of a value of an enumeration; a country keeps its code beside its name.
  func title(of value: String, in enumeration: Int) -> String {
    let enumeration = vocabulary.enumerations[enumeration]
    guard let index = enumeration.index(of: value) else { return value }
    guard let title = enumeration.values[index].title else {
      return enumeration.name == "region" || enumeration.name == "language" ? value : spaced(value)
    }
    return enumeration.name == "country" ? "\(title) (\(value))" : title
  }
}

extension Definition {
  /// Its title; that of a decision is the name of the decision.
  var words: String? {
    if let title { return title }
    if case .decision(let call) = body { return call.decision }
    return nil
  }
}

/// `72 hours`, `1 hour`, `1 000 000 persons`.
func measured(_ number: Decimal, _ unit: String?) -> String {
  let text = grouped(number.description)
  guard let unit else { return text }
  let isPlural = unit.hasSuffix("s") && !unit.contains(" ")
  return "\(text) \(text == "1" && isPlural ? String(unit.dropLast()) : unit)"
}

/// Digits in threes, with spaces that do not break.
func grouped(_ digits: String) -> String {
  guard digits.count > 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return digits }
  var result = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { result += "\u{A0}" }
    result.append(digit)
  }
  return result
}

/// `2 August 2026`
func long(_ date: CalendarDate) -> String {
  let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
  return "\(date.day) \(months[date.month - 1]) \(date.year)"
}
