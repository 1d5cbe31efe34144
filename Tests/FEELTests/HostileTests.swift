import Diagnostics
import FEEL
import Testing

/// Texts that want to exhaust the machine end soon, with a reason.
struct HostileTests {
  @Test(arguments: [
    ("(", ")"), ("[", "]"), ("{a: ", "}"), ("not(", ")"), ("-", ""), ("if true then ", " else 1"),
    ("function(x) ", ""),
    ("for x in [1] return ", ""), ("some x in [1] satisfies ", ""), ("1 in (", ")"), ("]", "[..1]"),
    ("1 ** ", ""),
  ])
  func `nesting without end`(_ open: String, _ close: String) {
    let text = String(repeating: open, count: 10_000) + "1" + String(repeating: close, count: 10_000)
    let source = Source(name: "hostile", bytes: Array(text.utf8.prefix(99_999)))
    #expect(throws: Mistakes.self) {
      try CheckedExpression(source, in: World.environment(isStrict: true), expecting: nil)
    }
    #expect(throws: Mistakes.self) {
      try CheckedExpression(source, in: World.environment(isStrict: false), expecting: nil)
    }
  }

  @Test(arguments: [
    ("1 + ", "1"), ("true or ", "true"), ("{}", ".a"), ("[1]", "[1]"), ("1", " instance of number"),
    ("f", "()"),
    ("1 instance of ", "list<"), ("1", " in 1"), ("1", " between 1 and 1"),
  ])
  func `operators without end`(_ first: String, _ rest: String) {
    let text = first + String(repeating: rest, count: 10_000)
    refuse(first.hasSuffix(" ") ? String(repeating: first, count: 10_000) + rest : text)
  }

  @Test(arguments: [
    String(repeating: "9", count: 90_000), "1e99999999999999999999",
    "\"" + String(repeating: "a", count: 90_000),
    String(repeating: "a", count: 90_000), "/*" + String(repeating: "/*", count: 40_000),
    String(repeating: " ", count: 99_000),
    String(repeating: "1 ", count: 50_001), String(repeating: "@", count: 90_000), "\u{0}", "1\u{0}",
    "\"\\ud800\"",
  ])
  func `endless words`(_ text: String) { refuse(text) }

  @Test(arguments: [
    "for i in 1..1000000000 return i", "some i in 1..1000000000 satisfies i < 0",
    "every i in 1..100000000000000000000 satisfies true", "count(for i in 1..1000, j in 1..1001 return 1)",
    "for i in 1..1000, j in 1..1000, k in 1..1000 return 1",
    "for d in @\"-999999999-01-01\"..@\"999999999-01-01\" return d",
    "(function(f) f(f))(function(f) f(f))",
    "sort(for i in 1..1000000 return i, function(a, b) every x in [1, 2, 3] satisfies x > 0)",
    "for i in 1..100000 return count(partial)",
  ])
  func `work without end`(_ text: String) throws {
    let outcome = try evaluate(text)
    #expect(outcome.value == .null)
    #expect(!outcome.errors.isEmpty)
  }

  @Test func `values that double`() throws {
    let lists = (1...60).map { "a\($0): [a\($0 - 1), a\($0 - 1)]" }.joined(separator: ", ")
    #expect(try limit(of: "{a0: [1], \(lists)}.a60 = 1"))
    let joined = (1...60).map { "a\($0): concatenate(a\($0 - 1), a\($0 - 1))" }.joined(separator: ", ")
    #expect(try limit(of: "{a0: [1], \(joined)}.a60 = 1"))
    let strings = (1...60).map { "a\($0): a\($0 - 1) + a\($0 - 1)" }.joined(separator: ", ")
    #expect(try limit(of: "{a0: \"a\", \(strings)}.a60"))
  }

  @Test func `values nested without end`() throws {
    let contexts = (1...3_000).map { "a\($0): {x: a\($0 - 1)}" }.joined(separator: ", ")
    #expect(try limit(of: "{a0: 1, \(contexts)}.a3000 = 1"))
  }

  @Test func `many mistakes are cut short`() {
    let text = "[" + (0..<5_000).map { "unknownName\($0)" }.joined(separator: ", ") + "]"
    do throws(Mistakes) {
      _ = try CheckedExpression(
        Source(name: "hostile", text: text), in: World.environment(isStrict: true), expecting: nil)
      Issue.record("nothing was refused")
    } catch {
      #expect(error.all.count == 20)
    }
  }

  @Test func `deep but allowed`() throws {
    let nested = String(repeating: "(", count: 150) + "1" + String(repeating: ")", count: 150)
    #expect(try evaluate(nested).value == World.number(1))
    let sum = "1" + String(repeating: " + 1", count: 390)
    #expect(try evaluate(sum).value == World.number(391))
  }

  private func refuse(_ text: String) {
    #expect(throws: Mistakes.self) {
      try CheckedExpression(
        Source(name: "hostile", text: text), in: World.environment(isStrict: true), expecting: nil)
    }
  }

  private func limit(of text: String) throws -> Bool {
    try evaluate(text).errors.map(\.code.rawValue) == ["feel.limit"]
  }

  private func evaluate(_ text: String) throws -> Outcome {
    let checked = try CheckedExpression(
      Source(name: "hostile", text: text), in: World.environment(isStrict: false), expecting: nil)
    var world = World()
    return checked.outcome(World.frame, &world)
  }
}
