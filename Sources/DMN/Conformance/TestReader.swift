import Diagnostics
import FEEL
import XML

/// Reads test cases, and collects the mistakes it meets.
struct TestReader {
  let file: String
  let surroundings: Surroundings
  var mistakes: [Diagnostic] = []

  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  mutating func testCase(_ element: Element, _ index: Int) -> TestFile.Case {
    let word = element["type"] ?? "decision"
    let target = TestFile.Target(rawValue: word)
    if target == nil { complain(.choice, at: element, "`\(word)` is not a type of test") }
    return TestFile.Case(
      id: element["id"] ?? "\(index + 1)", target: target ?? .decision, invocable: element["invocableName"],
      inputs: element.all("inputNode").map {
        TestFile.Stated(name: Reader.name($0["name"] ?? ""), namespace: $0["namespace"], value: value(in: $0))
      },
      results: element.all("resultNode").map { result in
        TestFile.Result(
          name: Reader.name(result["name"] ?? ""), namespace: result["namespace"],
          expected: result.first("expected").map { value(in: $0) } ?? .value(.null),
          isError: result["errorResult"] == "true" || result["errorResult"] == "1")
      },
      location: element.location(in: file))
  }

  /// The content of an element of the type `valueType`.
  private mutating func value(in element: Element) -> StatedValue {
    if isNil(element) { return .value(.null) }
    for child in element.children {
      switch child.name {
      case "value": return single(child)
      case "list":
        return isNil(child) ? .value(.null) : .list(child.all("item").map { value(in: $0) })
      case "component":
        return .context(element.all("component").map { (Reader.name($0["name"] ?? ""), value(in: $0)) })
      default: continue
      }
    }
    return .value(.null)
  }

  private func isNil(_ element: Element) -> Bool { element["nil"] == "true" || element["nil"] == "1" }

  private mutating func single(_ element: Element) -> StatedValue {
    if isNil(element) { return .value(.null) }
    guard let type = element["type"] else { return .text(element.text) }
    let text = TestReader.trimmed(element.text)
    let value: Value? =
      switch type.split(separator: ":").last.map(String.init) {
      case "string": .string(element.text)
      case "boolean":
        ["true": .boolean(true), "1": .boolean(true), "false": .boolean(false), "0": .boolean(false)][text]
      case "decimal", "double", "float", "integer", "int", "long", "short": Decimal(text).map(Value.number)
      case "date", "time", "dateTime", "duration": Value(literal: text, in: surroundings)
      default: nil
      }
    if value == nil {
      complain(.choice, at: element, "`\(text)` is not a value of the type `\(type)`")
    }
    return .value(value ?? .null)
  }

  private mutating func complain(_ code: Diagnostic.Code, at element: Element, _ message: String) {
    mistakes.append(Diagnostic(code, at: element.location(in: file), message))
  }
}
