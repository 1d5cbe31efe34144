import Diagnostics

/// Neutral rules as FEEL text.
enum Translation {
  private static let signs = ["lt": "<", "le": "<=", "gt": ">", "ge": ">=", "eq": "=", "ne": "!="]

  static func feel(_ node: Node) -> String {
    let sign = node["op"]?.text ?? ""
    let path = node["path"].map(self.path) ?? ""
    switch sign {
    case "and", "or":
      return "(" + (node["args"]?.items ?? []).map(feel).joined(separator: " \(sign) ") + ")"
    case "not": return "not(\(node["arg"].map(feel) ?? ""))"
    case "any", "all":
      let word = sign == "any" ? "some" : "every"
      let list = node["list"].map(self.path) ?? ""
      return "(\(word) \(node["var"]?.text ?? "") in \(list) satisfies \(node["cond"].map(feel) ?? ""))"
    case "known": return "stated(\(path))"
    case "has": return "list contains(\(path), \(constant(node["value"], "str")))"
    case "ref": return "list contains(\(node["list"].map(self.path) ?? ""), \(path))"
    case "in":
      let values = (node["values"]?.items ?? []).map { constant($0, node["type"]?.text ?? "") }
      return "(\(path) in [\(values.joined(separator: ", "))])"
    default:
      if let sign = signs[sign] {
        return "(\(path) \(sign) \(constant(node["value"], node["type"]?.text ?? "")))"
      }
      let two = signs[String(sign.dropLast())] ?? "?"
      return "(\(path) \(two) \(node["path2"].map(self.path) ?? ""))"
    }
  }

  /// The lists of the plan are names of their own.
  private static func path(_ node: Node) -> String {
    let parts = (node.items ?? []).compactMap(\.text)
    if parts.count == 2, parts[0] == "plan",
      ["activities", "systems", "flows", "controls"].contains(parts[1])
    {
      return parts[1]
    }
    return parts.joined(separator: ".")
  }

  private static func constant(_ node: Node?, _ type: String) -> String {
    guard let text = node?.text else { return "null" }
    switch type {
    case "str": return "\"\(text)\""
    case "date": return "date(\"\(text)\")"
    default: return text
    }
  }
}
