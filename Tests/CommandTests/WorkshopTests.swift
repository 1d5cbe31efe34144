import Diagnostics
import Foundation
import Rules
import Testing
import XML

/// Worksheets ask what the plan leaves open, and what is answered on them goes back into the plan.
@Suite struct WorkshopTests {
  private static let names = ["infrastructure", "platform", "quality", "localization"]
  private static let plan = "docs/plans/production-ai.yaml"

  private func worksheet(_ name: String, _ plan: String = plan, _ options: String...) throws -> Tool.Result {
    try Tool.run(["workshop", name, plan, "--as-of", "2026-11-21"] + options)
  }

  @Test func `workshops are listed`() throws {
    let made = try Tool.run(["workshop"])
    #expect(made.output.split(separator: "\n").map { $0.prefix { $0 != " " } } == Self.names.map { $0[...] })
  }

  @Test(arguments: names) func `what is answered goes into the plan and is asked no more`(name: String) throws
  {
    let folder = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let (plan, sheet) = (folder.appending(path: "plan.yaml"), folder.appending(path: "sheet.md"))
    let before =
      try String(contentsOf: Tool.checkout.appending(path: Self.plan), encoding: .utf8)
      + "markets: [{ country: DE, entry: 2027-02-15 }]\n"
    try before.write(to: plan, atomically: true, encoding: .utf8)
    let page = try worksheet(name, plan.path)
    try #require(page.status == 0, "\(page.errors)")
    let asked = questions(page.output)
    #expect(asked.count > 5 && Set(asked.map(\.fact)).count == asked.count)

    // Empty, it is a file of answers already, which says nothing.
    try page.output.write(to: sheet, atomically: true, encoding: .utf8)
    let empty = try Tool.run(["answer", plan.path, sheet.path])
    #expect(empty.output == before)
    #expect(empty.errors == "0 answers taken into \(plan.path), \(asked.count) left open\n")

    var filled = page.output
    for (fact, value) in asked {
      filled = filled.replacingOccurrences(of: "\n\(fact):\n", with: "\n\(fact): \(value)\n")
    }
    try filled.write(to: sheet, atomically: true, encoding: .utf8)
    let taken = try Tool.run(["answer", plan.path, sheet.path, "--in-place", "--as-of", "2026-11-21"])
    try #require(taken.status == 0, "\(taken.errors)")
    let after = try String(contentsOf: plan, encoding: .utf8)
    // Every line and remark of before is still there, but for rows in braces, which grew.
    #expect(
      before.split(separator: "\n").filter {
        !$0.contains("{ id:") && !$0.contains("markets:") && !$0.contains("source: target")
          && !$0.contains("complete:")
      }
      .allSatisfy(after.contains))
    let next = try worksheet(name, plan.path)
    let still = Set(questions(next.output).map(\.fact))
    #expect(next.status == 0, "\(next.errors)")
    #expect(still.isDisjoint(with: asked.map(\.fact)), "\(still)")
    #expect(next.output.contains("### Known"))
  }

  /// The facts that a page asks for, each with an answer that fits what it says can be answered.
  private func questions(_ page: String) -> [(fact: String, value: String)] {
    var result: [(fact: String, value: String)] = []
    var hint = ""
    for line in page.components(separatedBy: "\n") {
      if line.hasPrefix("#   ") { hint = String(line.dropFirst(4)) }
      guard line.hasSuffix(":"), line.utf8.first.map({ $0 > 0x60 }) ?? false, !line.contains(" ") else {
        continue
      }
      let value =
        switch hint {
        case "a number": "1"
        case let text where text.hasPrefix("a list, like [a, b], of: "):
          "[\(text.dropFirst("a list, like [a, b], of: ".count).prefix { $0 != "," })]"
        case let text where text.hasPrefix("a list") || text.hasPrefix("[]"): "[]"
        case let text where text.hasPrefix("a day"): "2026-12-01"
        case "": "\"something: else\""
        case let text: String(text.prefix { $0 != "," })
        }
      result.append((String(line.dropLast()), value))
      hint = ""
    }
    return result
  }

  @Test func `the page asks what the text asks`() throws {
    let text = questions(try worksheet("quality").output).map(\.fact)
    let page = try worksheet("quality", Self.plan, "--format", "html").output
    let fields = page.components(separatedBy: "data-fact=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(fields.map(String.init) == text)
    #expect(page.contains("script-src &#39;sha256-") && !page.contains("{{"))
  }

  @Test func `a plan without a workshop, and a workshop that there is not`() throws {
    let unknown = try worksheet("qualty")
    #expect(unknown.status == 2 && unknown.errors.contains("did you mean `quality`?"))
    #expect(try Tool.run(["workshop", "quality"]).status == 2)
    #expect(try worksheet("quality", Self.plan, "--format", "pdf").status == 2)
    #expect(try worksheet("quality", Self.plan, "--output", Self.plan).status == 2)
  }

  @Test func `broken answers leave the plan as it was`() throws {
    let folder = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let (plan, sheet) = (folder.appending(path: "plan.yaml"), folder.appending(path: "sheet.yaml"))
    let text = "organization: {employees: 3}\nsystems: [{id: a}]\n"
    try text.write(to: plan, atomically: true, encoding: .utf8)
    try
      "organization.employees: 4\norganization.uptme: 1\nsystems[b].autoRollback: true\nsystems[a].autoRollback: maybe\nsystms[a].x: 1\n"
      .write(to: sheet, atomically: true, encoding: .utf8)
    let made = try Tool.run(["answer", plan.path, sheet.path, "--in-place"])
    #expect(made.status == 2 && made.output.isEmpty)
    for line in 1...5 { #expect(made.errors.contains("sheet.yaml:\(line):"), "\(line): \(made.errors)") }
    #expect(try String(contentsOf: plan, encoding: .utf8) == text)
    for arguments in [[], [sheet.path, "--in-place", "--output", "x"], ["missing.yaml"]] {
      #expect(try Tool.run(["answer", plan.path] + arguments).status == 2)
    }
  }

  @Test func `a plan is changed where its link leads, with its mode, or not at all`() throws {
    let folder = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let (plan, link, answers) = (
      folder.appending(path: "plan.yaml"), folder.appending(path: "link.yaml"),
      folder.appending(path: "a.yaml")
    )
    let files = FileManager.default
    func mode() throws -> Int? { try files.attributesOfItem(atPath: plan.path)[.posixPermissions] as? Int }
    try "organization: {employees: 3}\n".write(to: plan, atomically: true, encoding: .utf8)
    try "organization.publicBody: true\n".write(to: answers, atomically: true, encoding: .utf8)
    try files.createSymbolicLink(at: link, withDestinationURL: plan)
    try files.setAttributes([.posixPermissions: 0o640], ofItemAtPath: plan.path)
    #expect(try Tool.run(["answer", link.path, answers.path, "--in-place"]).status == 0)
    #expect(
      try String(contentsOf: plan, encoding: .utf8) == "organization: {publicBody: true, employees: 3}\n")
    #expect(try files.destinationOfSymbolicLink(atPath: link.path) == plan.path)
    #expect(try mode() == 0o640)
    try "organization.employees: 3\nstores: []\n".write(to: answers, atomically: true, encoding: .utf8)
    let before = try Data(contentsOf: plan)
    try files.setAttributes([.posixPermissions: 0o444], ofItemAtPath: plan.path)
    #expect(try Tool.run(["answer", plan.path, answers.path, "--in-place"]).status == 2)
    try files.setAttributes([.posixPermissions: 0o644], ofItemAtPath: plan.path)
    try files.linkItem(at: plan, to: folder.appending(path: "other.yaml"))
    #expect(try Tool.run(["answer", plan.path, answers.path, "--in-place"]).status == 2)
    #expect(try Data(contentsOf: plan) == before)
  }

  @Test func `mistakes of workshops are told with their lines`() throws {
    let text = """
      <workshops xmlns="urn:pratique:workshops:1">
      <workshop id="a" title="A"><summary>x</summary><invite>x</invite><bring>x</bring>
      <part title="P" minutes="30"><aim>x</aim><step>x</step>
      <judge ref="frameworks.quality/checks"/>
      <judge ref="frameworks.quality/chekcs"/>
      <judge ref="frameworks.quality/checks"/><decide>x</decide></part></workshop>
      <workshop id="a" title="B"><summary>x</summary><invite>x</invite><bring>x</bring>
      <part title="P" minutes="30"><aim>x</aim><step>x</step><decide>x</decide></part></workshop>
      </workshops>
      """
    let mistakes = #expect(throws: Mistakes.self) { try workshops(Array(text.utf8)) }
    #expect(mistakes?.all.map(\.location.line) == [5, 6, 7])
    #expect(mistakes?.all.first?.suggestion == "did you mean `frameworks.quality/checks`?")
  }

  /// P117 to P119 are about the operation of infrastructure, of models, and of their quality: all of it.
  @Test func `workshops ask for everything that their standards judge`() throws {
    let shipped = try workshops(Array(Data(contentsOf: Tool.checkout.appending(path: "rules/workshops.xml"))))
    let asked = Set(shipped.flatMap(\.parts).flatMap(\.provisions).map(\.text))
    for pack in try KnowledgeTests.rulebook.get().packs
    where ["frameworks.infrastructure", "frameworks.mlops", "frameworks.quality"].contains(pack.pack.id) {
      for provision in pack.provisions {
        #expect(asked.contains("\(pack.pack.id)/\(provision.rule.id)"), "\(provision.rule.id)")
      }
    }
    #expect(shipped.filter { $0.citation != nil }.map(\.parts.count) == [4, 4, 4])
  }

  private func workshops(_ bytes: [UInt8]) throws -> [Workshop] {
    let file = "rules/schema/workshops.xsd"
    let schema = try Schema(Array(Data(contentsOf: Tool.checkout.appending(path: file))), named: file)
    return try Workshop.all(
      reading: try parse(bytes, named: "workshops.xml", validatedBy: schema), file: "workshops.xml",
      rulebook: KnowledgeTests.rulebook.get())
  }
}
