import Foundation
import Testing

@testable import Reports

/// A made-up report by name, so that a failure does not print all of it.
enum Sample: String, CaseIterable {
  case report, empty, tailored, planned, weighed
  var report: Report {
    switch self {
    case .report: Fixture.report
    case .empty: Fixture.empty
    case .tailored: Fixture.tailored
    case .planned: Fixture.planned
    case .weighed: Fixture.weighed
    }
  }
}

@Suite struct SchemaTests {
  @Test(arguments: ["result", "checklist"])
  func `the schema in the tool is the schema in the repository`(_ name: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let url = root.appendingPathComponent("rules/schema/\(name).schema.json")
    let made = name == "result" ? ResultFile.schema : ChecklistFile.schema
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" { try Data(made.utf8).write(to: url) }
    #expect(try String(contentsOf: url, encoding: .utf8) == made)
  }

  @Test(arguments: Sample.allCases)
  func `a result keeps to the schema`(_ sample: Sample) throws {
    #expect(try problems(of: json(sample.report), under: ResultFile.schema) == [])
  }

  @Test(arguments: Sample.allCases)
  func `a checklist keeps to the schema`(_ sample: Sample) throws {
    #expect(try problems(of: checklistJSON(sample.report), under: ChecklistFile.schema) == [])
  }

  @Test func `the schema of checklists says what everything means`() throws {
    var silent: [String] = []
    func look(_ value: Any, _ path: String) {
      guard let object = value as? [String: Any] else { return }
      for (key, member) in (object["properties"] as? [String: Any] ?? [:]).sorted(by: { $0.key < $1.key }) {
        if (member as? [String: Any])?["description"] == nil { silent.append("\(path).\(key)") }
        look(member, "\(path).\(key)")
      }
      if let items = object["items"] { look(items, path) }
    }
    let schema = try #require(object(ChecklistFile.schema) as? [String: Any])
    look(schema, "$")
    for (name, definition) in schema["$defs"] as? [String: Any] ?? [:] {
      if (definition as? [String: Any])?["description"] == nil { silent.append(name) }
      look(definition, name)
    }
    #expect(silent == [])
  }

  private func problems(of file: String, under schema: String) throws -> [String] {
    let schema = try #require(object(schema) as? [String: Any])
    var problems: [String] = []
    Schema(root: schema).check(try object(file), against: schema, at: "$", &problems)
    return problems
  }

  @Test(arguments: Sample.allCases)
  func `a result can be read back`(_ sample: Sample) throws {
    let made = json(sample.report)
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
