import Foundation
import Testing

/// `risk` as a user runs it: what lowers it, and the registers.
@Suite struct RiskCommandTests {
  private func risk(_ options: String...) throws -> Tool.Result {
    try Tool.run(["risk", "examples/payments-india/plan.yaml", "--as-of", "2026-11-21"] + options)
  }

  @Test func `what lowers it most is shown where it is asked for`() throws {
    #expect(try !risk().output.contains("What lowers the risk most"))
    let two = try risk("--reduce", "--limit", "2").output
    let lists = try #require(two.components(separatedBy: "What lowers the risk most").last)
    for title in ["By person day", "By calendar day", "Unknown facts"] { #expect(lists.contains(title)) }
    // Of each list at most two lines, and how many more there are.
    #expect(lists.matches(of: /and [0-9]+ more/).count <= 3)
    #expect(lists.components(separatedBy: " a person day ").count - 1 <= 2)
  }

  @Test(arguments: ["register-csv", "oscal-json"])
  func `a register is the same in every run`(format: String) throws {
    let register = try risk("--format", format)
    #expect(register.status == 0)
    #expect(register.output.contains("risk-in-"))
    #expect(register.output == (try risk("--format", format).output))
  }

  @Test func `what cannot be asked for is told`() throws {
    #expect(try risk("--format", "register").errors.contains("`register` is not a format"))
    #expect(try risk("--limit", "0").errors.contains("--limit must be above 0"))
  }

  /// The weights and limits of a profile show in the scores.
  @Test func `a profile weighs, limits and chooses the model`() throws {
    let text = try risk("--profile", "financial-services").output
    #expect(text.contains("weighted (exposure)"))
    #expect(text.contains("Model exposure, chosen by financial-services: "))
    #expect(text.contains("above the appetite (medium)"))
    let plain = try risk("--format", "json").output
    let weighed = try risk("--format", "json", "--profile", "financial-services").output
    #expect(plain.contains("\"factor\" : 1,") && !plain.contains("\"factor\" : 2,"))
    #expect(weighed.contains("\"factor\" : 2,"))
  }
}
