import Diagnostics
import Engine
import FEEL
import Foundation
import Plans
import Reports
import Rules
import Testing
import TimeZones

@testable import pratique

/// Evidence that a plan names for its controls, and gaps that are accepted for a time.
@Suite struct AssuranceTests {
  static let rulebook = Result { try Library(root: Tool.checkout.path, reason: "test").rulebook() }

  struct Row: CustomTestStringConvertible {
    let fields: [String]
    var testDescription: String { fields.joined(separator: " | ") }
  }

  static func rows(_ file: String) -> [Row] {
    let cases = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/evidence/\(file)")
    guard let text = try? String(contentsOf: cases, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      Row(
        fields: line.split(separator: "|", omittingEmptySubsequences: false).map {
          $0.trimmingCharacters(in: .whitespaces)
        })
    }
  }

  private func plan(_ text: String) throws -> Plan {
    let rulebook = try Self.rulebook.get()
    return try Plan(
      reading: Array(text.utf8), named: "plan.yaml", vocabulary: rulebook.vocabulary,
      geography: rulebook.geography)
  }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test(arguments: rows("items.txt"))
  func `a piece counts if it can be checked and is fresh`(_ row: Row) throws {
    let fields = row.fields
    let id = fields[0].contains("status:") ? fields[0] : fields[0] + ", status: inPlace"
    let plan = try plan("pratique: 1\ncontrols:\n  - { id: \(id), evidence: [\(fields[1])] }\n")
    let rulebook = try Self.rulebook.get()
    let control = String(fields[0].prefix { $0 != "," })
    #expect(rulebook.assurances(in: plan, asOf: try day("2026-11-21"))(control).rawValue == fields[2])
    let evidence = rulebook.evidence(in: plan, on: try day("2026-11-21"))
    let states = evidence.flatMap(\.items).map { item in
      switch item.state {
      case .counts: "counts \(item.lastDay?.description ?? "")"
      case .incomplete(let lacks): "incomplete \(lacks.joined(separator: " "))"
      case .stale(let since): "stale \(since)"
      case .notYet: "notYet"
      }
    }
    #expect(states.joined(separator: ", ") == fields[3])
    #expect(
      evidence.flatMap(\.uncovered).map { "\($0.first) to \($0.last)" }.joined(separator: ", ") == fields[4])
  }

  @Test(arguments: rows("mistakes.txt"))
  func `evidence that cannot be meant so is refused with its line`(_ row: Row) throws {
    let text =
      "pratique: 1\ncontrols:\n  - id: dpia\n    status: inPlace\n    evidence:\n      - \(row.fields[0])\n"
    var mistakes: [Diagnostic] = []
    do {
      mistakes = try Self.rulebook.get().evidenceMistakes(in: plan(text), on: day("2026-11-21"))
    } catch let error as Mistakes {
      mistakes = error.all
    }
    #expect(mistakes.count == 1)
    #expect(mistakes.first?.location.line == 6)
    #expect(mistakes.first?.text.contains(row.fields[1]) == true, "\(mistakes.map(\.text))")
  }

  /// A firm in the United States that serves people in France and has no representative.
  static let exporter = """
    pratique: 1
    organization: { establishedIn: [US], publicBody: false }
    markets: [{ country: FR, entry: 2027-03-01 }]
    activities:
      - id: shop
        roles: [controller]
        data: [contact]
        offeredIn: [FR]
        collectedIn: [FR]
        largeScale: true
        occasional: false
        subjects: { kinds: [customer], count: 9000 }
    controls: [{ id: eu-representative, status: absent }]
    complete: [markets, activities]
    """

  private func waivers(_ text: String) throws -> [Waiver] {
    try Waiver.list(
      reading: Node(reading: Array(text.utf8), named: "waivers.yaml"), zones: .system())
  }

  @Test(arguments: rows("waivers.txt"))
  func `a waiver takes in a gap while it is in force, and nothing else`(_ row: Row) throws {
    let fields = row.fields
    let from = fields[2].isEmpty ? "" : "from: \(fields[2]), "
    let list = try waivers(
      """
      pratique: 1
      waivers:
        - { provision: \(fields[0]), subject: \(fields[1]), \(from)until: \(fields[3]), reason: r, owner: a, approver: b,
            timeZone: UTC }
      """)
    let rulebook = try Self.rulebook.get()
    let today = try day(fields[4])
    var assessment = rulebook.assess(
      try plan(Self.exporter), asOf: today, options: Rulebook.Options(only: ["eu.gdpr"]))
    let before = assessment.findings.map(\.verdict)
    assessment.waive(list) { _ in today }
    let standing = try #require(assessment.waivers.first)
    #expect(String(describing: standing.standing).prefix { $0 != "(" } == fields[5])
    let finding = assessment.findings.first {
      "\($0.pack)/\($0.provision)" == fields[0] && $0.subject.id == "organization"
    }
    #expect((finding?.verdict.rawValue ?? "none") == fields[6])
    let changed = zip(before, assessment.findings).filter { $0 != $1.verdict }
    #expect(changed.count == (fields[6] == "waived" ? 1 : 0))
  }

  static let sound = """
    pratique: 1
    waivers:
      - provision: eu.gdpr/art-27
        subject: organization
        reason: The representative starts in January.
        owner: Head of Product
        approver: dpo
        from: 2026-11-01
        until: 2027-03-31
        timeZone: Europe/Berlin
    """

  @Test(arguments: rows("waiver-mistakes.txt"))
  func `a mistake in a waiver is named`(_ row: Row) throws {
    #expect(try waivers(Self.sound).count == 1)
    let text = Self.sound.replacing(row.fields[0], with: row.fields[1])
    #expect(text != Self.sound)
    var mistakes: [Diagnostic] = []
    do { _ = try waivers(text) } catch let error as Mistakes { mistakes = error.all }
    #expect(mistakes.contains { $0.text.contains(row.fields[2]) }, "\(mistakes.map(\.text))")
  }

  @Test func `all mistakes of a file of waivers come at once, and none twice`() throws {
    let text = """
      pratique: 1
      waivers:
        - { provision: a/b, subject: c, reason: r, owner: x, approver: X , until: 2027-01-01, timeZone: UTC }
        - { provision: a/b, subject: d, reason: r, owner: x, approver: y, until: soon, timeZone: UTC }
        - { provision: a/e, subject: c, reason: r, owner: x, approver: y, until: 2027-01-01, timeZone: UTC }
        - { provision: a/e, subject: c, reason: r, owner: x, approver: y, until: 2027-01-01, timeZone: UTC }
      """
    do {
      _ = try waivers(text)
      Issue.record("accepted")
    } catch let error as Mistakes {
      #expect(error.all.map(\.location.line) == [3, 4, 6])
    }
  }

  /// 23:30 in London is the next day in Tokyo and still the day before in Honolulu.
  @Test(arguments: [
    ("2026-11-21T23:30:00Z", "Asia/Tokyo", "expired"), ("2026-11-21T23:30:00Z", "UTC", "in force"),
    ("2026-11-21T14:59:59Z", "Asia/Tokyo", "in force"), ("2026-11-21T15:00:00Z", "Asia/Tokyo", "expired"),
    ("2026-11-22T09:59:59Z", "Pacific/Honolulu", "in force"),
    ("2026-11-22T10:00:00Z", "Pacific/Honolulu", "expired"),
  ])
  func `a waiver ends with the day in its own time zone`(_ moment: String, _ zone: String, _ standing: String)
    throws
  {
    let folder = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let packs = folder.appending(path: "jurisdictions/test")
    try FileManager.default.createDirectory(at: packs, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "rules"), withDestinationURL: Tool.checkout.appending(path: "rules"))
    try FileManager.default.copyItem(
      at: PlaceTests.cases.appending(path: "pack.xml"), to: packs.appending(path: "pack.xml"))
    try "pratique: 1\norganization: { name: X }\n".write(
      to: folder.appending(path: "plan.yaml"), atomically: true, encoding: .utf8)
    try """
    pratique: 1
    waivers: [{ provision: a/b, subject: c, reason: r, owner: x, approver: y, until: 2026-11-21, timeZone: \(zone) }]
    """.write(to: folder.appending(path: "waivers.yaml"), atomically: true, encoding: .utf8)
    let seconds = try #require(try? Date(moment, strategy: .iso8601)).timeIntervalSince1970
    let made = try Tool.run(
      ["assess", "plan.yaml", "--packs", ".", "--format", "json"], in: folder,
      environment: ["SOURCE_DATE_EPOCH": String(Int(seconds))])
    struct File: Decodable {
      struct Waiver: Decodable { var daysLeft: Int }
      var waivers: [Waiver]
    }
    let file = try JSONDecoder().decode(File.self, from: Data(made.output.utf8))
    #expect(file.waivers.map { $0.daysLeft < 0 ? "expired" : "in force" } == [standing])
    #expect(made.status == 1, "a waiver for nothing is a finding")
  }
}
