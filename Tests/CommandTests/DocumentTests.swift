import Foundation
import Testing

/// What the documents show is what the tool prints.
@Suite struct DocumentTests {
  struct Shown: CustomTestStringConvertible {
    var file: String
    var command: String
    var output: String
    var testDescription: String { "\(file): \(command)" }
  }

  static func all() throws -> [Shown] {
    try [
      "README.md", "docs/packs.md", "docs/profiles.md", "docs/checklist.md", "docs/places.md",
      "docs/guardrails.md", "docs/frameworks.md", "docs/operations.md",
    ].flatMap(shown)
      + examples().flatMap { try shown("examples/\($0)/README.md") }
  }

  private static func examples() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Tool.checkout.appending(path: "examples").path)
      .sorted()
  }

  /// Blocks that start with `$ pratique`.
  static func shown(_ file: String) throws -> [Shown] {
    let text = try String(contentsOf: Tool.checkout.appending(path: file), encoding: .utf8)
    return text.components(separatedBy: "```").filter { $0.hasPrefix("\n$ pratique ") }.map { block in
      let lines = block.dropFirst().split(separator: "\n", omittingEmptySubsequences: false)
      return Shown(
        file: file, command: String(lines[0].dropFirst(2)), output: lines.dropFirst().joined(separator: "\n"))
    }
  }

  @Test(arguments: try all())
  func `a document shows real output`(_ shown: Shown) throws {
    let result = try Tool.run(shown.command.split(separator: " ").dropFirst().map(String.init))
    #expect(comparable(result.output) == comparable(shown.output))
  }

  /// Where packs were found depends on the machine.
  private func comparable(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { !$0.hasPrefix("Packs: ") }
  }
}
