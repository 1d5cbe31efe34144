extension Value: CustomStringConvertible {
  /// As FEEL's `string` writes it; strings inside lists and contexts in quotes.
  package var description: String {
    switch self {
    case .null: "null"
    case .boolean(let flag): flag ? "true" : "false"
    case .number(let number): number.description
    case .string(let text): Value.quoted(text)
    case .date(let date): date.description
    case .time(let time): time.description
    case .dateTime(let instant): instant.description
    case .days(let duration): duration.description
    case .months(let duration): duration.description
    case .list(let list):
      "[" + (list.items.map(\.description) + (list.open == nil ? [] : ["…"])).joined(separator: ", ") + "]"
    case .context(let context):
      "{" + context.entries.map { "\(Value.key($0.name)): \($0.value)" }.joined(separator: ", ") + "}"
    case .range(let range): range.description
    case .function(let function): "function(\(function.parameters.map(\.name).joined(separator: ", ")))"
    case .entity(let entity): "row \(entity.row) of kind \(entity.kind)"
    case .unknown: "unknown"
    }
  }

  /// A key that could be taken for something else stands in quotes.
  private static func key(_ name: String) -> String {
    let isClear =
      !name.isEmpty && !name.unicodeScalars.contains { "{}[]:,\"\\\n\r\t".unicodeScalars.contains($0) }
    return isClear ? name : quoted(name)
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// What kind of value it is, for messages.
  var kind: String {
    switch self {
    case .null: "null"
    case .boolean: "boolean"
    case .number: "number"
    case .string: "string"
    case .date: "date"
    case .time: "time"
    case .dateTime: "date and time"
    case .days: "days and time duration"
    case .months: "years and months duration"
    case .list: "list"
    case .context: "context"
    case .range: "range"
    case .function: "function"
    case .entity: "row"
    case .unknown: "unknown"
    }
  }
}

extension Range {
  fileprivate var description: String {
    switch (lower, upper) {
    case (let point?, _) where form == .point: "(= \(point))"
    case (let point?, _) where form == .excluded: "(!= \(point))"
    case (nil, let upper?): "(\(upperClosed ? "<=" : "<") \(upper))"
    case (let lower?, nil): "(\(lowerClosed ? ">=" : ">") \(lower))"
    default:
      "\(lowerClosed ? "[" : "(")\(lower?.description ?? "null")..\(upper?.description ?? "null")\(upperClosed ? "]" : ")")"
    }
  }
}
