extension JSONValue {
  /// One member on a line, two spaces per level; lists of scalars stay on one line.
  package func text(_ indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .string(let text): return quoted(text)
    case .literal(let text): return text
    case .array(let items) where items.allSatisfy(\.isScalar):
      return "[" + items.map { $0.text() }.joined(separator: ", ") + "]"
    case .array(let items):
      return "[\n" + items.map { inner + $0.text(inner) }.joined(separator: ",\n") + "\n\(indent)]"
    case .object(let members) where members.isEmpty: return "{}"
    case .object(let members):
      let lines = members.map { "\(inner)\(quoted($0.0)): \($0.1.text(inner))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  /// Without any white space.
  package var compactText: String {
    switch self {
    case .string(let text): quoted(text)
    case .literal(let text): text
    case .array(let items): "[" + items.map(\.compactText).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { "\(quoted($0.0)):\($0.1.compactText)" }.joined(separator: ",") + "}"
    }
  }

  private var isScalar: Bool {
    switch self {
    case .string, .literal: true
    default: false
    }
  }
}

private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case _ where scalar.value < 0x20:
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
