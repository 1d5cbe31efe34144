import Foundation
import Testing

/// Two editions of the sample pack, compared as a rule author does.
@Suite struct PackDiffTests {
  private static let sample = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Cases/pack.xml")

  /// A library whose only pack is the sample with changes; each must be found in it once.
  private func library(_ changes: [(String, String)], in folder: URL, named name: String) throws -> String {
    var text = try String(contentsOf: Self.sample, encoding: .utf8)
    for (before, after) in changes {
      try #require(text.components(separatedBy: before).count == 2, "`\(before)` is not in the sample once")
      text = text.replacingOccurrences(of: before, with: after)
    }
    let library = folder.appending(path: name)
    let pack = library.appending(path: "jurisdictions/xx/sample")
    try FileManager.default.createDirectory(at: pack, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: library.appending(path: "rules"), withDestinationURL: Tool.checkout.appending(path: "rules"))
    try Data(text.utf8).write(to: pack.appending(path: "pack.xml"))
    return library.path
  }

  private func diff(
    _ changes: [(String, String)], arguments: [String] = [], plan: String? = nil
  ) throws -> Tool.Result {
    let scratch = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let (old, new) = (
      try library([], in: scratch, named: "old"), try library(changes, in: scratch, named: "new")
    )
    return try Tool.run(
      ["pack", "diff", old, new, "--as-of", "2026-11-21"] + arguments, input: plan ?? "")
  }

  @Test func `nothing changed`() throws {
    let result = try diff([])
    #expect(result.status == 0)
    #expect(
      result.output
        == "The packs mean the same.\n0 changes, 0 may change verdicts, 0 ids dropped or reused silently\n")
  }

  @Test func `white space and comments mean nothing`() throws {
    let result = try diff([
      ("<requires><control", "\n<!-- new -->\n<requires>\n\n<control"),
      (" >= threshold", "\n  >=   threshold"),
    ])
    #expect(result.output.hasPrefix("The packs mean the same."), "\(result.output)")
  }

  @Test func `a title is only words`() throws {
    let result = try diff([("title=\"Register\"", "title=\"Register it\"")])
    #expect(result.status == 0)
    #expect(
      result.output == """
        xx.sample  edition 2026-11-21
          ~ obligation register: Register it
              title (only words)
                was Register
                is  Register it
        1 change, 0 may change verdicts, 0 ids dropped or reused silently

        """)
  }

  @Test func `what rests on a changed parameter or definition is named`() throws {
    let result = try diff([
      ("value=\"100\"", "value=\"50\""), ("list contains(activity.roles, \"controller\")", "true"),
    ])
    #expect(
      result.output == """
        xx.sample  edition 2026-11-21
          ~ parameter threshold
              values
                was 100 from 2020-01-01
                is  50 from 2020-01-01
              rests on it: register
          ~ definition activity.isOurs
              condition
                was list contains(activity.roles, "controller")
                is  true
              rests on it: allowed, register, sale
        2 changes, 2 may change verdicts, 0 ids dropped or reused silently

        """)
  }

  @Test func `an id does not vanish silently`() throws {
    let rename = ("<obligation id=\"register\"", "<obligation id=\"art-2\"")
    let dropped = try diff([rename])
    #expect(dropped.status == 1)
    #expect(dropped.output.contains("! register was dropped; name it in `replaces`"), "\(dropped.output)")
    let replaced = try diff([(rename.0, rename.1 + " replaces=\"register\"")])
    #expect(replaced.status == 0)
    #expect(
      replaced.output.contains("> obligation register: Register; replaced by art-2"), "\(replaced.output)")
    let retired = try diff([
      (rename.0, "<retired id=\"register\" on=\"2026-01-01\">Repealed.</retired>" + rename.1)
    ])
    #expect(retired.status == 0)
    #expect(retired.output.contains("- obligation register: Register"), "\(retired.output)")
  }

  @Test(arguments: [
    (
      "<obligation id=\"register\" per=\"activity\"", "<obligation id=\"register\" per=\"organization\"",
      "judged per activity"
    ),
    ("cite=\"law 2(1)\"", "cite=\"law 7\"", "was XX-Law Article 2(1) and is now XX-Law Article 7"),
  ])
  func `an id does not come to mean another rule`(_ before: String, _ after: String, _ complaint: String)
    throws
  {
    // Per organization there is no activity to speak of.
    let applies = ("<applies>activity.subjects.count >= threshold</applies>", "<applies>true</applies>")
    let rest = [
      ("<except cite=\"law 2(2)\" title=\"occasional\">activity.occasional</except>", ""),
      ("every s in activity.stores satisfies s.country = \"DE\"", "true"),
    ]
    let result = try diff([applies, (before, after)] + rest)
    #expect(result.status == 1)
    #expect(
      result.output.contains("! register") && result.output.contains(complaint),
      "\(result.output)\(result.errors)")
  }

  @Test func `findings of a plan are compared, also under a new id`() throws {
    let plan = """
      pratique: 1
      activities:
        - { id: crm, roles: [controller], purposes: [dataSale], subjects: { count: 60 }, occasional: false, stores: [], consent: { collected: false } }
      complete: [activities, stores]
      controls: [{ id: record-of-processing, status: absent }]
      """
    let result = try diff(
      [
        ("value=\"100\"", "value=\"50\""),
        ("<obligation id=\"register\"", "<obligation id=\"art-2\" replaces=\"register\""),
      ],
      arguments: ["--plan", "-"], plan: plan)
    #expect(
      result.output.contains("-: 1 finding changes\n  xx.sample/art-2@crm: does not apply to gap\n"),
      "\(result.output)\(result.errors)")
    let same = try diff([("title=\"Register\"", "title=\"R\"")], arguments: ["--plan", "-"], plan: plan)
    #expect(same.output.contains("-: no finding changes\n"), "\(same.output)\(same.errors)")
  }

  @Test func `an old name still leads to its finding`() throws {
    let scratch = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let library = try library(
      [("<obligation id=\"register\"", "<obligation id=\"art-2\" replaces=\"register\"")], in: scratch,
      named: "new")
    let plan = "pratique: 1\nactivities: [{ id: crm, roles: [controller] }]"
    for name in ["xx.sample/register@crm", "xx.sample/register", "register"] {
      let result = try Tool.run(
        ["explain", "-", name, "--as-of", "2026-11-21", "--packs", library], input: plan)
      #expect(
        result.status == 0 && result.output.contains("id: xx.sample/art-2@crm"),
        "\(result.output)\(result.errors)")
      #expect(result.errors.contains("`\(name)` is now `xx.sample/art-2"), "\(result.errors)")
    }
  }
}
