import Foundation
import Testing

@testable import Reports

@Suite struct SchemaTests {
  @Test func `the schema in the tool is the schema in the repository`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = try String(
      contentsOf: root.appendingPathComponent("rules/schema/result.schema.json"), encoding: .utf8)
    #expect(file == ResultFile.schema)
  }

  @Test(arguments: ["report", "empty", "tailored"])
  func `a result keeps to the schema`(_ name: String) throws {
    let schema = try #require(object(ResultFile.schema) as? [String: Any])
    let result = try object(
      json(
        name == "report" ? Fixture.report : name == "empty" ? Fixture.empty : Fixture.tailored))
    var problems: [String] = []
    Schema(root: schema).check(result, against: schema, at: "$", &problems)
    #expect(problems == [])
  }

  @Test(arguments: ["report", "tailored"])
  func `a result can be read back`(_ report: String) throws {
    let made = json(report == "report" ? Fixture.report : Fixture.tailored)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let again = try encoder.encode(JSONDecoder().decode(ResultFile.self, from: Data(made.utf8)))
    #expect(String(decoding: again, as: UTF8.self) + "\n" == made)
  }

  private func object(_ text: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
  }
}

/// As much of JSON Schema as our own schema uses; a property that the schema does not know is a problem here.
private struct Schema {
  let root: [String: Any]

  func check(_ value: Any, against schema: [String: Any], at path: String, _ problems: inout [String]) {
    if let name = (schema["$ref"] as? String)?.split(separator: "/").last,
      let target = (root["$defs"] as? [String: Any])?[String(name)] as? [String: Any]
    {
      return check(value, against: target, at: path, &problems)
    }
    if let allowed = schema["enum"] as? [String] {
      if !allowed.contains(value as? String ?? "") { problems.append("\(path): \(value) is not allowed") }
      return
    }
    switch schema["type"] as? String {
    case "object":
      guard let object = value as? [String: Any] else { return problems.append("\(path) is no object") }
      let properties = schema["properties"] as? [String: Any] ?? [:]
      for key in schema["required"] as? [String] ?? [] where object[key] == nil {
        problems.append("\(path).\(key) is missing")
      }
      for (key, member) in object {
        guard let inner = properties[key] as? [String: Any] else {
          problems.append("\(path).\(key) is not in the schema")
          continue
        }
        check(member, against: inner, at: "\(path).\(key)", &problems)
      }
    case "array":
      guard let list = value as? [Any], let items = schema["items"] as? [String: Any] else {
        return problems.append("\(path) is no array")
      }
      for (index, item) in list.enumerated() {
        check(item, against: items, at: "\(path)[\(index)]", &problems)
      }
    case "string":
      guard let text = value as? String else { return problems.append("\(path) is no string") }
      if let pattern = schema["pattern"] as? String,
        text.range(of: pattern, options: .regularExpression) == nil
      {
        problems.append("\(path): \(text) does not match \(pattern)")
      }
    case "integer", "number": if !(value is NSNumber) { problems.append("\(path) is no number") }
    case "boolean": if !(value is Bool) { problems.append("\(path) is no boolean") }
    default: problems.append("\(path): the schema has a type that this test does not know")
    }
  }
}
