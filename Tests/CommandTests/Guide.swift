import Foundation
import Testing

/// `docs/language.md` taken apart: the plan that its examples speak of, the parts of a pack that it shows, and the
/// examples.
struct Guide {
  /// One example, with the line on which it starts.
  struct Example: Sendable, CustomTestStringConvertible {
    enum Form: Sendable {
      case condition
      /// A cell of a decision table, tested with an input.
      case cell(input: String)
      /// A whole decision table; the text of the example is the subject.
      case table(DecisionTable)
      /// What becomes of a rule: the text is the finding, without its pack.
      case verdict
    }
    var form = Form.condition
    var text: String
    var expected: String
    var line: Int
    var testDescription: String { "docs/language.md:\(line): \(text)" }
  }

  /// What cannot be an example: a block without an expectation.
  struct Mistake: Error, CustomStringConvertible {
    var line: Int
    var message: String
    var description: String { "docs/language.md:\(line): \(message)" }
  }

  private(set) var plan = ""
  private(set) var pack: [String] = []
  private(set) var examples: [Example] = []
  /// The decision table drawn last.
  private var decisionTable: DecisionTable?

  init(_ text: String) throws {
    let lines = text.components(separatedBy: "\n")
    var index = 0
    while index < lines.count {
      if lines[index].hasPrefix("```") {
        let start = index + 1
        let end = lines[start...].firstIndex { $0.hasPrefix("```") } ?? lines.count
        try block(lines[index].dropFirst(3), lines[start..<end])
        index = end + 1
      } else if lines[index].hasPrefix("|") {
        let end = lines[index...].firstIndex { !$0.hasPrefix("|") } ?? lines.count
        table(lines[index..<end])
        index = end
      } else {
        index += 1
      }
    }
  }

  private mutating func block(_ language: Substring, _ lines: ArraySlice<String>) throws {
    switch language {
    case "feel": try pairs(lines)
    case "yaml" where plan.isEmpty: plan = lines.joined(separator: "\n") + "\n"
    case "xml": pack.append(lines.joined(separator: "\n"))
    case "": break
    default:
      throw Mistake(line: lines.startIndex, message: "a block of `\(language)`, which nothing executes")
    }
  }

  /// Expressions, each followed by a line `= value`.
  private mutating func pairs(_ lines: ArraySlice<String>) throws {
    var expression: [String] = []
    var start = lines.startIndex + 1
    for (index, line) in zip(lines.indices, lines) {
      if line.hasPrefix("= ") {
        guard !expression.isEmpty else { throw Mistake(line: index + 1, message: "a value of nothing") }
        examples.append(
          Example(
            text: expression.joined(separator: "\n"), expected: String(line.dropFirst(2)), line: start))
        expression = []
      } else if !line.isEmpty {
        if expression.isEmpty { start = index + 1 }
        expression.append(line)
      }
    }
    guard expression.isEmpty else { throw Mistake(line: start, message: "no `= value` follows the example") }
  }

  /// Tables with the columns Example and Value, or Cell, Input and Value; tables of `and`, `or`; and decision tables,
  /// with a table of Subject and Value below; tables of findings with their verdicts.
  private mutating func table(_ lines: ArraySlice<String>) {
    let rows = lines.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " `")) }
    }
    guard let header = rows.first else { return }
    if let table = DecisionTable(rows) { decisionTable = table }
    for (row, line) in zip(rows, lines.indices).dropFirst(2) {
      func cell(_ title: String) -> String? {
        header.firstIndex(of: title).flatMap { $0 < row.count ? row[$0] : nil }
      }
      if ["and", "or"].contains(header.first) {
        for (right, value) in zip(header, row).dropFirst() {
          examples.append(
            Example(
              text: "\(Guide.operand(row[0])) \(header[0]) \(Guide.operand(right))",
              expected: value == "unknown" ? "unknown: \(Guide.unstated.name)" : value, line: line + 1))
        }
      } else if let value = cell("Value"), let text = cell("Example") {
        examples.append(Example(text: text, expected: value, line: line + 1))
      } else if let value = cell("Value"), let text = cell("Cell"), let input = cell("Input") {
        examples.append(Example(form: .cell(input: input), text: text, expected: value, line: line + 1))
      } else if let verdict = cell("Verdict"), let finding = cell("Finding") {
        examples.append(Example(form: .verdict, text: finding, expected: verdict, line: line + 1))
      } else if let value = cell("Value"), let subject = cell("Subject"), let decisionTable {
        examples.append(
          Example(form: .table(decisionTable), text: subject, expected: value, line: line + 1))
      }
    }
  }

  /// The fact that stands for "unknown" in the tables of `and` and `or`.
  private static let unstated = (fact: "activity.largeScale", name: "activities[ranking].largeScale")

  private static func operand(_ word: String) -> String { word == "unknown" ? unstated.fact : word }
}
