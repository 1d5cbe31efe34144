import Diagnostics
import FEEL
import Patterns
import Testing

@Suite struct PatternTests {
  /// What is accepted is always something that PCRE2 takes, and no text makes it trap or run away.
  @Test func `random patterns are read or refused`() {
    var random = Random(seed: 1_440)
    let words = [
      "a", "b", "é", "\u{1F40E}", "(", ")", "[", "]", "[^", "-", "-[", "|", "*", "+", "?", "{", "}", "2,",
      "{1,3}", "\\", "\\d", "\\S", "\\p{L}", "\\P{IsGreek}", "\\i", "\\C", "\\1", "\\2", "^", "$", ".", "(?:",
      "\\-", "\\^", " ", "a-z", "\n",
    ]
    var accepted = 0
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }.joined()
      let flags = ["", "i", "x", "ms", "imsx"].randomElement(using: &random) ?? ""
      do throws(PatternError) {
        let pattern = try Pattern(text, flags: flags)
        accepted += 1
        var work = 1_000_000
        _ = try pattern.matches("ab\u{e9}b\nba\u{1F40E}-2", work: &work)
      } catch {
        if error.message == "the pattern is too large" { Issue.record("\(text) was not translated") }
      }
    }
    #expect(accepted > 2_000)
  }

  @Test(arguments: [
    String(repeating: "a", count: 10_001), String(repeating: "(", count: 101),
    String(repeating: "[a-", count: 101), "a{10001}", "((a{100}){100}){100}",
  ])
  func `patterns that are too large`(_ text: String) {
    #expect(throws: PatternError.self) { try Pattern(text) }
  }

  @Test(arguments: [
    "(a|a)*b", "(a+)+b", "(a*)*b", "(.*)*b", "(a|aa)+$b", "((a?){50}a{50})*b", "(x+x+)+y|(a+a+)+b",
  ])
  func `matching without end is cut off`(_ pattern: String) throws {
    let text = String(repeating: "a", count: 5_000)
    let outcome = try evaluate(#"matches("\#(text)", "\#(pattern)")"#)
    let isCut = outcome.errors.map(\.code.rawValue) == ["feel.limit"]
    #expect(outcome.value == .boolean(false) || outcome.value == .null && isCut)
  }

  @Test func `many matches use up the steps of an evaluation`() throws {
    let outcome = try evaluate(
      #"for i in 1..1000000 return matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "(a|a)*b")"#)
    #expect(outcome.errors.map(\.code.rawValue) == ["feel.limit"])
  }

  @Test func `a replacement is not longer than a string may be`() throws {
    let long = String(repeating: "a", count: 10_000)
    let outcome = try evaluate(#"replace("\#(long)", "a", "\#(long)")"#)
    #expect(outcome.errors.map(\.code.rawValue) == ["feel.limit"])
  }

  @Test func `a long text is searched`() throws {
    let long = String(repeating: "a", count: 90_000)
    #expect(try evaluate(#"matches("\#(long)", "b|c$")"#).value == .boolean(false))
    #expect(try evaluate(#"count(split("\#(long)", "a"))"#).value == World.number(90_001))
  }

  private func evaluate(_ text: String) throws -> Outcome {
    let checked = try CheckedExpression(
      Source(name: "pattern", text: text), in: World.environment(isStrict: false), expecting: nil)
    var world = World()
    return checked.outcome(World.frame, &world)
  }
}
