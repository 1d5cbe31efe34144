import Foundation
import Testing

@Suite struct DeterminismTests {
  @Test(arguments: ["text", "json", "markdown", "csv", "html"])
  func `the same input gives the same bytes, whatever the surroundings`(format: String) throws {
    let plan = Tool.checkout.appending(path: "examples/hiring-saas/plan.yaml").path
    let arguments = ["assess", plan, "--as-of", "2026-11-21", "--loss", "--format", format]
    let first = try Tool.run(arguments)
    let elsewhere = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: elsewhere) }
    let second = try Tool.run(
      arguments, in: elsewhere,
      environment: ["TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"])
    #expect(!first.output.isEmpty)
    #expect(first.output == second.output)
  }

  @Test func `the as-of date may come from SOURCE_DATE_EPOCH`() throws {
    let plan = "examples/hiring-saas/plan.yaml"
    // 2026-11-21T12:00:00Z
    let fromClock = try Tool.run(["risk", plan], environment: ["SOURCE_DATE_EPOCH": "1795262400"])
    #expect(fromClock.output == (try Tool.run(["risk", plan, "--as-of", "2026-11-21"]).output))
  }
}
