import Diagnostics
package import FEEL
package import Facts
import XML

extension PackReader {
  mutating func parameter(_ element: Element) -> Parameter {
    let line = element.line
    var type = Type.any
    var columns: [Type.Member] = []
    if let text = element["columns"] {
      columns = text.split(separator: ",").map { column in
        let parts = column.split(separator: ":", maxSplits: 1)
        return Type.Member(
          words(String(parts[0])),
          self.type(named: parts.count > 1 ? words(String(parts[1])) : "string", line))
      }
      type = .list(.context(columns))
    } else {
      type = self.type(named: element["type"] ?? "string", line)
    }
    let parameter = Parameter(
      name: element["name"] ?? "", title: element["title"], type: type, isTable: element["columns"] != nil,
      unit: element["unit"],
      entries: element.all("entry").map { entry in
        Parameter.Entry(
          period: period(entry),
          value: columns.isEmpty ? value(entry["value"], type, entry.line) : row(entry, columns),
          cite: entry["cite"], note: entry["note"], line: entry.line)
      }, line: line, isTailorable: ["true", "1"].contains(element["tailorable"] ?? ""))
    if !parameter.isTable { checkPeriods(parameter) }
    return parameter
  }

  private mutating func checkPeriods(_ parameter: Parameter) {
    guard parameter.entries.count <= 1_000 else {
      return report(
        .limit, parameter.line, "the parameter `\(parameter.name)` has more than 1000 entries without columns"
      )
    }
    for (index, entry) in parameter.entries.enumerated() {
      for other in parameter.entries[(index + 1)...] where entry.period.overlaps(other.period) {
        report(
          .period, parameter.line, "two entries of the parameter `\(parameter.name)` are in force on one day")
      }
    }
  }

  private mutating func row(_ entry: Element, _ columns: [Type.Member]) -> Value {
    let known = columns.map(\.name) + ["from", "until", "cite", "note"]
    for attribute in entry.attributes where !known.contains(attribute.name) {
      report(
        .value, entry.line, "`\(attribute.name)` is not a column of this parameter",
        suggestion: didYouMean(attribute.name, among: known))
    }
    return .context(
      Context(
        columns.map {
          Context.Entry($0.name, entry[$0.name] == nil ? .null : value(entry[$0.name], $0.type, entry.line))
        }))
  }

  /// `number`, `list of country` …, by the names of the vocabulary.
  mutating func type(named name: String, _ line: Int) -> Type {
    if let type = Type(named: name, in: vocabulary) { return type }
    report(
      .value, line, "`\(name)` is not a type",
      suggestion: didYouMean(
        name, among: ["boolean", "number", "string", "date", "any"] + vocabulary.enumerations.map(\.name)))
    return .any
  }

  mutating func value(_ text: String?, _ type: Type, _ line: Int) -> Value {
    guard let text else {
      report(.missing, line, "an entry has no value")
      return .null
    }
    switch type {
    case .number: return number(text, line).map { .number($0) } ?? .null
    case .boolean where text == "true" || text == "false": return .boolean(text == "true")
    case .date:
      if let date = CalendarDate(text) { return .date(date) }
    case .list(let member):
      return .list(List(text.split { $0 == " " || $0 == "\n" }.map { value(String($0), member, line) }))
    case .enumeration(let index):
      let enumeration = vocabulary.enumerations[index]
      if enumeration.isOpen || enumeration.values.contains(where: { $0.id == text }) { return .string(text) }
      report(
        .value, line, "`\(text)` is not a \(enumeration.name)",
        suggestion: didYouMean(text, among: enumeration.values.map(\.id)))
      return .null
    case .string, .any: return .string(text)
    default: break
    }
    report(.value, line, "`\(text)` has not the type that the parameter declares")
    return .null
  }
}

extension Type {
  /// The type that a pack or the vocabulary names in words; nil if there is none of that name.
  package init?(named name: String, in vocabulary: Vocabulary) {
    if name.hasPrefix("list of ") {
      guard let member = Type(named: String(name.dropFirst("list of ".count)), in: vocabulary) else {
        return nil
      }
      self = .list(member)
      return
    }
    switch name {
    case "any": self = .any
    case "boolean": self = .boolean
    case "number": self = .number
    case "string": self = .string
    case "date": self = .date
    case "duration": self = .days
    default:
      if let index = vocabulary.enumerations.firstIndex(where: { $0.name == name }) {
        self = .enumeration(index)
      } else if let index = vocabulary.kinds.firstIndex(where: { $0.name == name }) {
        self = .entity(index)
      } else {
        return nil
      }
    }
  }
}
