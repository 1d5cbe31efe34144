import FEEL
import Foundation
import Rules
import Testing

/// Every example of `docs/language.md` gives what the guide says.
@Suite struct LanguageTests {
  static let guide = Result {
    try Guide(String(contentsOf: Tool.checkout.appending(path: "docs/language.md"), encoding: .utf8))
  }
  static let world = Result { try GuideWorld(guide.get()) }

  @Test(arguments: try guide.get().examples)
  func `an example gives what the guide says`(_ example: Guide.Example) throws {
    let world = try Self.world.get()
    let result = world.result(of: example)
    // A macro would print the whole world.
    let isRight = isExpected(result, example, world)
    #expect(isRight, "docs/language.md:\(example.line): \(example.text)\n= \(result)")
  }

  @Test func `every example is found`() throws {
    #expect(try Self.guide.get().examples.count > 300)
  }

  @Test func `every function has an example`() throws {
    let rulebook = try KnowledgeTests.rulebook.get()
    // `firstStated` is for the vocabulary, not for packs.
    let functions =
      Builtin.table.map(\.name)
      + HostFunction.table(for: rulebook.vocabulary).map(\.signature.name).filter { $0 != "firstStated" }
    let examples = try Self.guide.get().examples.map(\.text)
    for name in Set(functions).sorted() {
      #expect(examples.contains { $0.hasPrefix("\(name)(") }, "docs/language.md shows no `\(name)(…)`")
    }
  }

  /// The value is written out as FEEL, or as words: `unknown: …`, `error: …`, `refused: …`.
  private func isExpected(_ result: String, _ example: Guide.Example, _ world: GuideWorld) -> Bool {
    let expected = example.expected
    if case .verdict = example.form { return result == expected }
    if expected.hasPrefix("refused: "), !expected.contains(",") {
      return result.split(separator: ",").first.map(String.init) == expected
    }
    if ["unknown: ", "error: ", "refused: ", "…"].contains(where: expected.contains) {
      return same(result, expected)
    }
    return same(result, world.result(of: Guide.Example(text: expected, expected: "", line: example.line)))
  }

  /// Byte by byte: Swift's own `==` holds different ways to write "é" for the same.
  private func same(_ a: String, _ b: String) -> Bool { Array(a.utf8) == Array(b.utf8) }
}
