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

  /// What costs more than its steps: text, comparisons, long lists and contexts looked through again and again.
  @Test(arguments: [
    "(for i in 1..900 return t) = (for i in 1..900 return u)", "for i in 1..900 return upper case(s)",
    "for i in 1..900 return string length(s)", "for i in 1..900 return contains(s, \"zzz\")",
    "for i in 1..900 return l = l", "for i in 1..900 return 1000 in l", "for i in 1..900 return sum(l)",
    "for i in 1..900 return l instance of list<number>", "for i in 1..900 return if u1 then l else l",
    "for i in 1..5000 return c.a999", "for i in 1..9000 return exp(i / 9000)",
    "for i in 1..9000 return log(i)",
    "for i in 1..9000 return 2 ** 0.5", "for i in 1..20000 return sqrt(i)",
    "for i in 1..20 return distinct values(l)", "for i in 1..900 return s < u",
  ])
  func `work that hides in one step`(_ text: String) throws {
    let outcome = try evaluate(
      """
      {s: string join(for i in 1..3000 return "abcdefghi"), t: s + "x", u: s + "x",
       l: for i in 1..1000 return i, c: context(for i in 1..1000 return {key: "a" + string(i), value: i}),
       r: \(text)}.r
      """, steps: 200_000)
    #expect(outcome.value == .null)
    #expect(outcome.errors.map(\.message) == ["an evaluation takes at most 10 million steps"])
  }

  @Test(arguments: ["string(l)", "string join(l)", "l = l"])
  func `text beyond measure`(_ text: String) throws {
    let list = "l: for i in 1..3000 return s, r: \(text)"
    #expect(try limit(of: "{s: string join(for i in 1..3000 return \"abcdefghijklmnopq\"), \(list)}.r"))
  }

  @Test(arguments: [
    "replace(s, \"a*b\", \"\")", "for i in 1..900 return matches(\"a\", s + string(i))",
    "for i in 1..900 return matches(s, \"[a-z]*[bc]\")",
  ])
  func `patterns that run through a text again and again`(_ text: String) throws {
    #expect(try limit(of: "{s: string join(for i in 1..3000 return \"aaaaaaaaa\"), r: \(text)}.r"))
  }

  /// From a limit on everything is null, and two nulls are equal: that must not become an answer.
  @Test(arguments: [
    "(for i in 1..1000000000 return i) = 1", "not((for i in 1..1000000000 return i) = 1)",
    "(for i in 1..1000000000 return i) = null", "(for i in 1..1000000000 return i) instance of Null",
    "every x in 1..100000000 satisfies true", "[(for i in 1..1000000000 return i)]",
    "is(for i in 1..1000000000 return i, null)",
  ])
  func `nothing follows from a limit`(_ text: String) throws {
    let outcome = try evaluate(text)
    #expect(outcome.value == .null)
    #expect(outcome.errors.map(\.code.rawValue) == ["feel.limit"])
  }

  @Test func `messages quote a little of what is long`() throws {
    let outcome = try evaluate("date(string join(for i in 1..99999 return \"abcdefghi\"))")
    #expect(outcome.errors.allSatisfy { $0.message.utf8.count < 1_000 } && outcome.errors.count == 1)
  }

  @Test func `values nested without end`() throws {
    let contexts = (1...3_000).map { "a\($0): {x: a\($0 - 1)}" }.joined(separator: ", ")
    #expect(try limit(of: "{a0: 1, \(contexts)}.a3000 = 1"))
  }

  @Test(arguments: [
    "[" + (0..<5_000).map { "unknownName\($0)" }.joined(separator: ", ") + "]",
    "{" + (0..<5_000).map { "a b\($0): 1" }.joined(separator: ", ") + "}",
    "{" + (0..<3_000).map { "a\($0): function(threshold) 1" }.joined(separator: ", ") + "}",
    "activity.roles = [" + String(repeating: "\"manager\", ", count: 5_000) + "\"x\"]",
  ])
  func `many mistakes are cut short`(_ text: String) {
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

  private func evaluate(_ text: String, steps: Int? = nil) throws -> Outcome {
    let checked = try CheckedExpression(
      Source(name: "hostile", text: text), in: World.environment(isStrict: false), expecting: nil)
    var world = World()
    return checked.outcome(World.frame, &world, within: steps)
  }
}
