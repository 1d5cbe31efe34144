import Foundation
import Testing

/// What changes between two results of a plan, and how it is watched: by facts, evidence, waivers, law and days.
@Suite struct MonitoringTests {
  static let pack = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Cases/monitoring/pack.xml")
  static let hash = String(repeating: "a", count: 64)

  /// Nobody does anything yet: access is a gap, the officer does not apply.
  static let plan = """
    pratique: 1
    name: shop
    organization: { employees: 40 }
    markets: [{ country: AQ, entry: 2027-06-01 }]
    controls:
      - { id: access-control, status: absent }
      - { id: dpo, status: absent }
      - { id: dpia, status: absent }
    """

  /// A folder with a small library and a plan, which `run` is called in.
  final class World {
    let folder: URL

    init() throws {
      folder = try Tool.scratchFolder()
      let packs = folder.appending(path: "jurisdictions/test")
      try FileManager.default.createDirectory(at: packs, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: "rules"), withDestinationURL: Tool.checkout.appending(path: "rules"))
      try FileManager.default.copyItem(at: pack, to: packs.appending(path: "pack.xml"))
      try write(plan)
    }
    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ text: String, to file: String = "plan.yaml") throws {
      try text.write(to: folder.appending(path: file), atomically: true, encoding: .utf8)
    }

    func run(_ arguments: String..., packs: String? = ".") throws -> Tool.Result {
      try Tool.run(
        arguments + (packs.map { ["--packs", $0] } ?? []), in: folder,
        environment: ["SOURCE_DATE_EPOCH": "1795219200"])
    }

    func result(_ name: String, asOf: String = "2026-11-21") throws {
      let made = try run("assess", "plan.yaml", "--as-of", asOf, "--format", "json", "--output", name)
      try #require(made.status != 2, "\(made.errors)")
    }
  }

  struct Difference: Decodable {
    struct Change: Decodable {
      struct Cause: Decodable { var kind: String }
      var kind, id: String
      var before, after: String?
      var causes: [Cause]
    }
    struct Named: Decodable { var name: String }
    var changes: [Change]
    var packs, facts: [Named]
    var staleControls: [String]
  }

  struct Step: CustomTestStringConvertible {
    var name: String
    /// Replacements in the plan, or none.
    var change: [(String, String)] = []
    var waived = false
    var pack: (String, String)?
    var asOf = "2026-11-21"
    /// `kind id before>after cause,cause`, in order.
    var expected: [String]
    var stale: [String] = []
    var status: Int32
    var testDescription: String { name }
  }

  static let evidenced =
    "{ id: access-control, status: inPlace, evidence: [{ file: a, sha256: \(hash), collected: 2026-09-01 }] }"
  static let absent = "{ id: access-control, status: absent }"

  static let steps: [Step] = [
    Step(name: "nothing", expected: [], status: 0),
    Step(
      name: "a fact makes a duty apply", change: [("employees: 40", "employees: 50")],
      expected: ["new test.monitoring/officer@organization notApplicable>gap fact"], status: 1),
    Step(
      name: "a gap is closed", change: [(absent, evidenced)],
      expected: ["fixed test.monitoring/access@organization gap>satisfied evidence"], status: 0),
    Step(
      name: "a waiver accepts a gap", waived: true,
      expected: ["improved test.monitoring/access@organization gap>waived waiver"], status: 0),
    Step(
      name: "a day comes", asOf: "2027-01-01",
      expected: ["worsened test.monitoring/assessment@organization upcoming>gap date"], status: 1),
    Step(
      name: "the law changes", pack: ("organization.employees >= 50", "organization.employees >= 30"),
      expected: ["new test.monitoring/officer@organization notApplicable>gap law"], status: 1),
    Step(
      name: "a fact is taken back", change: [("employees: 40", "publicBody: false")],
      expected: ["new test.monitoring/officer@organization notApplicable>undetermined fact"], status: 1),
    Step(
      name: "the law changes and a day comes", pack: ("title=\"An assessment\"", "title=\"One\""),
      asOf: "2027-01-01",
      expected: ["worsened test.monitoring/assessment@organization upcoming>gap law,date"], status: 1),
  ]

  @Test(arguments: steps)
  func `every change has its kind and its cause`(_ step: Step) throws {
    let world = try World()
    try world.result("old.json")
    var text = Self.plan
    for (old, new) in step.change { text = text.replacing(old, with: new) }
    try world.write(text)
    if step.waived { try world.write(Self.waiver(until: "2027-03-31"), to: "waivers.yaml") }
    if let (old, new) = step.pack {
      let file = world.folder.appending(path: "jurisdictions/test/pack.xml")
      try String(contentsOf: file, encoding: .utf8).replacing(old, with: new).write(
        to: file, atomically: true, encoding: .utf8)
    }
    try world.result("new.json", asOf: step.asOf)
    let made = try world.run("diff", "old.json", "new.json", "--format", "json", packs: nil)
    let difference = try JSONDecoder().decode(Difference.self, from: Data(made.output.utf8))
    let changes = difference.changes.map { change in
      "\(change.kind) \(change.id) \(change.before ?? "none")>\(change.after ?? "none") \(change.causes.map(\.kind).joined(separator: ","))"
    }
    #expect(changes == step.expected)
    #expect(difference.packs.map(\.name) == (step.pack == nil ? [] : ["test.monitoring"]))
    #expect(made.status == step.status)
    // The way back is no regression where the way there was one, and the other way round.
    let back = try world.run("diff", "new.json", "old.json", packs: nil)
    #expect(back.status == (step.expected.isEmpty || step.status == 1 ? 0 : 1))
  }

  static func waiver(until: String) -> String {
    """
    pratique: 1
    waivers:
      - { provision: test.monitoring/access, subject: organization, reason: The project ends., owner: Head of Product,
          approver: Head of Security, until: \(until), timeZone: Europe/Berlin }
    """
  }

  @Test func `a monitor tells of evidence and waivers that end, and of sign-offs that no longer hold`() throws
  {
    let world = try World()
    try world.write(Self.plan.replacing(Self.absent, with: Self.evidenced))
    func monitor(_ day: String) throws -> Tool.Result {
      try world.run("monitor", "plan.yaml", "--ledger", "l.ledger", "--as-of", day)
    }
    let first = try monitor("2026-11-21")
    #expect(first.status == 0 && first.output.contains("First entry of this plan"), "\(first.errors)")
    // 1 September and 90 days.
    #expect(first.output.contains("9  2026-11-30  evidence ends: access-control: a"))
    let signed = try world.run("ledger", "sign-off", "l.ledger", "--role", "DPO", packs: nil)
    #expect(signed.status == 0 && signed.output.hasPrefix("3 "), "\(signed.errors)")
    let same = try monitor("2026-11-30")
    #expect(same.status == 0 && same.output.contains("signed off by DPO"))
    #expect(same.output.contains("holds") && !same.output.contains("no longer"))
    // Evidence alone changes no verdict, but it is told.
    let stale = try monitor("2026-12-01")
    #expect(stale.status == 0 && stale.output.contains("Evidence that no longer counts: 1"))
    // A gap that is waived, and then is not.
    try world.write(Self.plan)
    try world.write(Self.waiver(until: "2026-12-05"), to: "waivers.yaml")
    let waived = try monitor("2026-12-02")
    #expect(waived.output.contains("satisfied > waived") && waived.output.contains("no longer holds"))
    #expect(waived.output.contains("3  2026-12-05  waiver ends: test.monitoring/access@organization"))
    #expect(waived.status == 1)
    let expired = try monitor("2026-12-06")
    #expect(expired.status == 1 && expired.output.contains("waived > gap"))
    #expect(expired.output.contains("expired at the end of 2026-12-05 in Europe/Berlin"))
    let verified = try world.run("ledger", "verify", "l.ledger", packs: nil)
    #expect(verified.status == 0, "\(verified.output)")
    let history = try world.run("ledger", "history", "l.ledger", packs: nil).output
    #expect(history.contains("waiver") && history.contains("signOff") && history.contains("↘"))
  }

  @Test func `what a monitor tells is on the disk, in one file, and nothing else is overwritten`() throws {
    let world = try World()
    func monitor(_ more: String...) throws -> Tool.Result {
      try Tool.run(
        ["monitor", "plan.yaml", "--ledger", "l.ledger", "--as-of", "2026-11-21", "--packs", "."] + more,
        in: world.folder)
    }
    for output in ["l.ledger", "plan.yaml", "none/x"] {
      _ = try monitor()
      let refused = try monitor("--output", output)
      #expect(refused.status == 2, "\(output)")
    }
    let copy = world.folder.appending(path: "copy")
    try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: world.folder.appending(path: "l.ledger"), to: copy.appending(path: "l.ledger"))
    let verified = try world.run("ledger", "verify", "copy/l.ledger", packs: nil)
    #expect(verified.status == 0 && verified.output.contains("3 entries"), "\(verified.output)")
    for command in [["replay", "l.ledger", "--as-of", "2026-11-21"], ["ledger", "export", "l.ledger"]] {
      let refused = try Tool.run(command + ["--output", "l.ledger"], in: world.folder)
      #expect(refused.status == 2 && refused.errors.contains("also what is read"), "\(refused.errors)")
    }
    // A private key would stay in the ledger for good.
    try world.write(Self.plan + "\n# -----BEGIN PRIVATE KEY-----\n")
    let secret = try monitor()
    #expect(secret.status == 2 && secret.errors.contains("holds a private key"))
  }

  @Test func `to forget a fact is no improvement, and a waiver that stays is no cause`() throws {
    let world = try World()
    try world.write(Self.plan.replacing("employees: 40", with: "employees: 60"))
    try world.result("old.json")
    try world.write(Self.plan.replacing("employees: 40", with: "publicBody: false"))
    try world.result("new.json")
    let made = try world.run("diff", "old.json", "new.json", packs: nil)
    #expect(made.output.contains("~ changed: 1") && !made.output.contains("improved"), "\(made.output)")
    // The control comes, the waiver stays.
    try world.write(Self.waiver(until: "2027-03-31"), to: "waivers.yaml")
    try world.write(Self.plan)
    try world.result("old.json")
    try world.write(Self.plan.replacing(Self.absent, with: Self.evidenced))
    try world.result("new.json")
    let other = try world.run("diff", "old.json", "new.json", packs: nil)
    #expect(other.output.contains("waived > satisfied") && !other.output.contains("a waiver began"))
  }

  @Test func `bundles can be compared, and take no evidence from behind a link`() throws {
    let world = try World()
    try world.write("review\n", to: "a")
    // As sha256sum prints it.
    let hash = "452b7b642e325cb2b5b20ac28536ada8b0ad312217a98ab7ff23330603b63126"
    let plan = Self.plan.replacing(Self.absent, with: Self.evidenced).replacing(Self.hash, with: hash)
    try world.write(plan)
    func bundle(_ name: String) throws -> Tool.Result {
      try world.run("evidence", "bundle", "plan.yaml", "--as-of", "2026-11-21", "--output", name)
    }
    let first = try bundle("old.zip")
    #expect(first.status == 0, "\(first.errors)")
    try world.write(plan.replacing("employees: 40", with: "employees: 60"))
    #expect(try bundle("new").status == 0)
    let made = try world.run("diff", "old.zip", "new", packs: nil)
    #expect(made.status == 1 && made.output.contains("notApplicable > gap"), "\(made.errors)")
    let file = world.folder.appending(path: "a")
    try FileManager.default.moveItem(at: file, to: world.folder.appending(path: "b"))
    try FileManager.default.createSymbolicLink(atPath: file.path, withDestinationPath: "b")
    let linked = try bundle("linked.zip")
    #expect(linked.status == 2 && linked.errors.contains("plan.yaml:6"), "\(linked.errors)")
    #expect(linked.errors.contains("links, folders and devices are not followed"))
    try FileManager.default.removeItem(at: file)
    let missing = try bundle("missing.zip")
    #expect(missing.status == 2 && missing.errors.contains("no such file"), "\(missing.errors)")
    try world.write("another\n", to: "a")
    let other = try bundle("other.zip")
    #expect(other.status == 2 && other.errors.contains("is not the file that the plan means"))
  }

  @Test func `plans of a ledger are judged again under the law of another day`() throws {
    let world = try World()
    try world.write(Self.waiver(until: "2027-12-31"), to: "waivers.yaml")
    #expect(
      try world.run("monitor", "plan.yaml", "--ledger", "l.ledger", "--as-of", "2026-11-21").status == 0)
    // What lies beside the ledger now is not what was judged then.
    try world.write("pratique: 1\norganization: { employees: 4000 }\n")
    try world.write(Self.waiver(until: "2026-01-01"), to: "waivers.yaml")
    let made = try world.run("replay", "l.ledger", "--as-of", "2027-01-01")
    #expect(made.status == 1, "\(made.errors)")
    #expect(made.output.contains("upcoming > gap") && !made.output.contains("access@organization"))
    #expect(try world.run("replay", "l.ledger", "--as-of", "2026-11-21").status == 0)
    let wrong = try world.run("replay", "l.ledger", "--as-of", "2026-11-21", "--plan", "shpo")
    #expect(wrong.status == 2 && wrong.errors.contains("holds no assessment of `shpo`"))
  }

  @Test(arguments: [
    ("{}", "is no result"), ("[", "is no result"), (#"{"schemaVersion": "2.0"}"#, "is of form 2.0"),
    (#"{"schemaVersion": "1.6"}"#, "`asOf` is missing"),
  ])
  func `what is no result is refused`(_ text: String, _ said: String) throws {
    let world = try World()
    try world.write(text, to: "a.json")
    let made = try world.run("diff", "a.json", "a.json", packs: nil)
    #expect(made.status == 2 && made.errors.contains(said), "\(made.errors)")
  }
}
