@testable import Engine
import Diagnostics
import FEEL
import Foundation
import Testing

/// The small changes of expressions that mutants are made of.
struct MutationTests {
  struct Sample: CustomTestStringConvertible {
    var expression: String
    var changes: [String]
    var testDescription: String { expression }
  }

  static func samples() throws -> [Sample] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/mutations.txt")
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.components(separatedBy: "\n\n").filter { !$0.hasPrefix("#") }.map { block in
      let lines = block.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      return Sample(expression: lines[0], changes: Array(lines.dropFirst()))
    }
  }

  static let environment = Environment(variables: [
    .init("p", .boolean), .init("q", .boolean), .init("r", .boolean), .init("n", .number),
    .init("m", .number), .init("t", .string), .init("list", .list(.string)), .init("d", .date),
  ])

  @Test(arguments: try samples())
  func `an expression has these mutants`(_ sample: Sample) throws {
    let source = Source(name: "-", text: sample.expression)
    let checked = try CheckedExpression(source, in: Self.environment, expecting: .boolean)
    let changes = try #require(checked.syntax).changes(isCondition: true, source: source.bytes)
    let shown = changes.map { change in
      change.kind.rawValue.padding(toLength: 14, withPad: " ", startingAt: 0) + " | \(change.words)"
    }
    #expect(shown == sample.changes)
    for change in changes {
      #expect(CheckedExpression(change.tree, insteadOf: checked) != nil, "\(change.words) does not check")
    }
  }

  /// A value for every name, and what the expression comes to with them.
  @Test(
    arguments: [
      ("p and q", "`and` becomes `or` in `p and q`", false, true),
      ("p or q", "`p` is left out", true, false),
      ("n >= 14", "`>=` becomes `>` in `n >= 14`", true, false),
      ("n > 14", "14 becomes 13", false, true),
      ("d < date(\"2024-03-01\")", "2024-03-01 becomes 2024-03-02", false, true),
      ("t in (\"a\", \"b\")", "`\"a\"` is left out of the alternatives", true, false),
      (
        "some x in list satisfies x = \"a\"",
        "`some` becomes `every` in `some x in list satisfies x = \"a\"`", true, false
      ),
    ])
  func `a mutant answers otherwise`(_ text: String, _ words: String, _ before: Bool, _ after: Bool) throws {
    let source = Source(name: "-", text: text)
    let checked = try CheckedExpression(source, in: Self.environment, expecting: .boolean)
    let changes = try #require(checked.syntax).changes(isCondition: true, source: source.bytes)
    let change = try #require(changes.first { $0.words == words })
    let mutant = try #require(CheckedExpression(change.tree, insteadOf: checked))
    let day = try #require(CalendarDate("2024-03-01"))
    let frame: [Value] = [
      .boolean(true), .boolean(false), .boolean(false), .number(Decimal(14)), .number(Decimal(3)),
      .string("a"),
      .list(List([.string("a"), .string("b")])), .date(day),
    ]
    var host = NoHost()
    #expect(checked.evaluate(frame, &host) == .boolean(before))
    #expect(mutant.evaluate(frame, &host) == .boolean(after))
  }

  @Test func `every part can be put in its own place again`() throws {
    let texts = [
      "p and (q or not(r))", "if p then n else -m", "[1, n, 3][item > 2]", "{ a: n, b: a + 1 }.b",
      "n in (1, > 5, [7..9))",
      "some x in list, y in list satisfies x = y", "for i in 1..3 return i * n", "n between 1 and m",
      "string length(t) ** 2", "n instance of number",
    ]
    for text in texts {
      let checked = try CheckedExpression(
        Source(name: "-", text: text), in: Self.environment, expecting: nil)
      let tree = try #require(checked.syntax)
      #expect(tree.mapParts { $0 } == tree, "\(text)")
      for (place, part) in tree.parts.enumerated() {
        #expect(tree.replacing(part: place, with: part) == tree, "\(text)")
      }
    }
  }
}
