import Foundation
import Testing

@Suite struct StatusTests {
  static let example = "examples/hiring-saas/plan.yaml"

  @Test func `gaps at or above the threshold exit with 1`() throws {
    #expect(try Tool.run(["assess", Self.example, "--as-of", "2026-11-21"]).status == 1)
  }

  @Test func `an empty plan has no green anywhere and exits with 3`() throws {
    let result = try Tool.run(
      ["assess", "-", "--as-of", "2026-11-21", "--format", "json"], input: "pratique: 1\n")
    #expect(result.status == 3)
    #expect(result.output.contains("\"undetermined\""))
    for green in ["\"verdict\" : \"satisfied\"", "\"verdict\" : \"allowed\""] {
      #expect(!result.output.contains(green))
    }
  }

  @Test func `no threshold, no failure`() throws {
    #expect(
      try Tool.run(["assess", Self.example, "--as-of", "2026-11-21", "--fail-on", "never"]).status == 0)
  }

  @Test(arguments: [
    ["assess"], ["asess", "x"], ["assess", "no-such-file.yaml"], ["assess", example, "--as-of", "yesterday"],
    ["assess", example, "--format", "pdf"], ["assess", example, "--fail-on", "hihg"],
    ["assess", example, "--onyl", "eu"],
    ["assess", example, "--only", "eu.gpdr"], ["explain", example, "eu.gdpr/art-999@organization"],
    ["schema", "plans"], ["topic", "exit-code"], ["pack", "test", "no-such-folder"],
    ["backtest", "no-such-folder"],
  ])
  func `bad usage exits with 2 and says why`(arguments: [String]) throws {
    let result = try Tool.run(arguments)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(!result.errors.isEmpty)
  }

  @Test func `help says what the exit codes mean`() throws {
    let result = try Tool.run(["help", "exit-codes"])
    #expect(result.status == 0)
    for code in ["0  ", "1  ", "2  ", "3  ", "4  "] { #expect(result.output.contains(code)) }
  }
}
