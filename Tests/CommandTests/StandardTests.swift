import Foundation
import Testing

/// Published standards: judged for those who say that they follow them, silent for all others.
@Suite struct StandardTests {
  private func assess(_ frameworks: String?, _ options: String...) throws -> Tool.Result {
    let line = frameworks.map { "  frameworks: \($0)\n" } ?? ""
    let plan = "organization:\n  establishedIn: [US]\n\(line)systems: [{ id: ranker, roles: [deployer] }]\n"
    let folder = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "plan.yaml")
    try plan.write(to: file, atomically: true, encoding: .utf8)
    return try Tool.run(["assess", file.path, "--as-of", "2026-11-21", "--format", "json"] + options)
  }

  @Test(arguments: [(String?.none, false), ("[]", false), ("[frameworks.nist-ai-rmf]", true)])
  func `a standard counts where the plan says that it is followed`(_ frameworks: String?, _ counts: Bool)
    throws
  {
    #expect(try assess(frameworks).output.contains("frameworks.nist-ai-rmf/govern-1") == counts)
  }

  @Test func `who asks for it sees it without such a statement`() throws {
    #expect(try assess(nil, "--only", "frameworks").output.contains("frameworks.nist-ai-rmf/govern-1"))
  }

  @Test func `a misspelt standard is refused with its line`() throws {
    let made = try assess("[frameworks.nist-ai-rfm]")
    #expect(
      made.status == 2 && made.errors.contains("plan.yaml:3")
        && made.errors.contains("frameworks.nist-ai-rmf"))
  }
}
