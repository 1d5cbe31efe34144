import FEEL
import Foundation
import Signing
import Testing

@testable import Rules
@testable import pratique

/// The profiles that come with the library, and profiles named by plans and on the command line.
@Suite struct ShippedProfileTests {
  static let industries = ["retail", "manufacturing", "healthcare", "financial-services"]
  static let sizes = ["small", "medium", "large"]
  static let resources = ["limited-resources", "moderate-resources", "abundant-resources"]

  private let library = Library(root: Tool.checkout.path, reason: "test")

  @Test func `the first set is there`() throws {
    #expect(try library.profiles() == (Self.industries + Self.sizes + Self.resources).sorted())
  }

  /// They emphasise, they do not drop; every word and figure has a source.
  @Test(arguments: industries, sizes)
  func `shipped profiles stack, and leave nothing out`(industry: String, size: String) throws {
    for resource in Self.resources {
      let names = [industry, size, resource].map { ProfileLoader.Name(text: $0) }
      let tailoring = try #require(try library.tailoring(names, of: KnowledgeTests.rulebook.get()))
      #expect(tailoring.profiles.map(\.id) == names.map(\.text))
      #expect(tailoring.leftOut.isEmpty && tailoring.selections.isEmpty && tailoring.readings.isEmpty)
      #expect(tailoring.settings.isEmpty && tailoring.appetite.block == nil)
      #expect(tailoring.appetite.limits.allSatisfy { $0.by.reason.hasPrefix("Working judgement: ") })
      #expect(tailoring.scoring?.by.profile == resource)
      #expect(tailoring.emphases.count == 3)
      #expect(tailoring.emphases.allSatisfy { $0.source != nil })
      #expect(tailoring.weights.allSatisfy { $0.weight.source != nil && $0.weight.factor > .one })
    }
  }

  private func assess(_ plan: String, _ options: [String]) throws -> Tool.Result {
    try Tool.run(["assess", "-", "--as-of", "2026-11-21"] + options, input: plan)
  }

  private let plan = "pratique: 1\nprofiles: [retail, small]\norganization: { establishedIn: [US] }\n"

  @Test func `a plan names profiles, and the command line more`() throws {
    let one = try assess(plan, [])
    #expect(one.output.contains("Profiles: Retail (retail), 1 to 50 people (small)\n"))
    let two = try assess(plan, ["--profile", "healthcare", "--profile", "small"])
    #expect(
      two.output.contains("Profiles: Retail (retail), 1 to 50 people (small), Healthcare (healthcare)\n"))
  }

  @Test func `an unknown profile is told with its place`() throws {
    let inPlan = try assess("pratique: 1\nprofiles:\n  - smal\n  - healthcar\n", [])
    #expect(inPlan.status == 2)
    #expect(inPlan.errors.contains("-:3:5: error: there is no profile `smal`; did you mean `small`?"))
    #expect(
      inPlan.errors.contains("-:4:5: error: there is no profile `healthcar`; did you mean `healthcare`?"))
    let onLine = try assess(plan, ["--profile", "retial"])
    #expect(onLine.errors == "error: there is no profile `retial`; did you mean `retail`?\n")
    // A plan names no files: it may come from a stranger.
    let path = try assess("pratique: 1\nprofiles: [/etc/passwd]\n", [])
    #expect(path.errors.contains("there is no profile `/etc/passwd`"))
  }

  /// Drops are in every report, with reason and profile; the exit status and the headline see that something is open.
  @Test(arguments: ["text", "json", "markdown", "html"])
  func `every report says what was left out, by whom and why`(format: String) throws {
    let folder = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "acme.xml")
    let text = """
      <profile xmlns="urn:pratique:profile:1" id="acme" title="Acme"><summary>For Acme.</summary>
      <drop provision="eu.gdpr/art-27" reason="The parent does it."/></profile>

      """
    try Data(text.utf8).write(to: file)
    let arguments = [
      "examples/hiring-saas/plan.yaml", "--as-of", "2026-11-21", "--format", format, "--profile", file.path,
    ]
    let report = try Tool.run(["assess"] + arguments)
    for words in ["acme", "eu.gdpr/art-27", "The parent does it."] {
      #expect(report.output.contains(words) || (format == "json" && words.contains("/")), "\(words)")
    }
    #expect(report.output == (try Tool.run(["assess"] + arguments)).output)
    if format == "json" {
      let result = try JSONDecoder().decode(Result.self, from: Data(report.output.utf8))
      #expect(result.schemaVersion == "1.7")
      let out = try #require(result.profile.tailoredOut.first)
      #expect(out.provision == "art-27" && out.way == "dropped" && out.by.reason == "The parent does it.")
      #expect(out.findings.map(\.verdict) == ["gap"])
      #expect(result.profile.stack.first?.sha256 == sha256(Array(text.utf8)))
      #expect(!result.findings.contains { $0.id == "eu.gdpr/art-27@organization" })
    }
  }

  private struct Result: Decodable {
    var schemaVersion: String
    var findings: [Finding]
    var profile: Profile
    struct Finding: Decodable { var id: String }
    struct Profile: Decodable {
      var stack: [Source]
      var tailoredOut: [Out]
    }
    struct Source: Decodable { var sha256: String }
    struct Out: Decodable {
      var provision, way: String
      var by: Decision
      var findings: [Outcome]
    }
    struct Outcome: Decodable { var verdict: String }
    struct Decision: Decodable { var reason: String }
  }

  @Test func `a result without profiles has none`() throws {
    let result = try assess("pratique: 1\n", ["--format", "json"])
    #expect(!result.output.contains("\"profile\""))
    #expect(try assess("pratique: 1\n", []).output.contains("rofile") == false)
  }
}
