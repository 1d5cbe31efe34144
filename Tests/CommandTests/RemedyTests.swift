import Archive
import Diagnostics
import Engine
import FEEL
import Facts
import Foundation
import Plans
import Rules
import Testing

@testable import pratique

/// Remedies carried out on a plan and a pack of our own; what must come of it is worked out by hand.
@Suite struct RemedyTests {
  static let sample = MalformedTests.cases.appending(path: "remedies")
  static let today = "2026-11-21"

  @Test func `remedies are proven on the cases`() throws {
    try withLibrary { library in
      let result = try Tool.run(["pack", "test", "--remedies", "--packs", library.path, "xx.remedies"])
      let pack = "jurisdictions/xx/remedies/pack.xml"
      let cases = "jurisdictions/xx/remedies/cases/remedies.yaml"
      let expected = [
        "\(pack):5: register \"the controls that it requires\" is proven in 4 cases",
        "\(pack):12: notice \"Write a notice\" is proven in 4 cases",
        // Not where the notice is not plain, nor where nobody says whether it is.
        "\(pack):13: notice \"Publish what there is\" is proven in 2 cases",
        "\(pack):14: notice \"Stop\" is in words only",
        "\(pack):23: storage \"Store in France\" is proven in 4 cases",
        "\(pack):32: sale \"Stop selling\" is proven in 3 cases",
        "\(pack):38: address \"Free the officer\" has no case: it is never offered, it changes nothing, or there is no gap",
        "\(pack):39: address \"Let the officer report\" does not close the gap",
        "    \(cases):19 (nothing is sold), organization: still a gap: independent [organization.dpo.independent]",
        "xx.remedies: 8 remedies: 5 proven, 1 not proven, 1 in words only, 1 without a case",
      ]
      #expect(result.output.split(separator: "\n").map(String.init) == expected)
      #expect(result.status == 1)
      let one = try Tool.run(["pack", "test", "--remedies", "--packs", library.path, "xx.remedies/sale"])
      #expect(one.status == 0, "\(one.output)")
      let typo = try Tool.run(["pack", "test", "--remedies", "--packs", library.path, "xx.remedies/sael"])
      #expect(typo.errors.contains("did you mean `sale`?"), "\(typo.errors)")
    }
  }

  @Test func `a remedy that is offered must close every gap`() throws {
    try withLibrary { library in
      // Whoever has a notice that nobody understands does not mend it by publishing it, though another remedy would.
      try replace(" when=\"activity.notice.plain\"", "", in: library)
      let result = try Tool.run(["pack", "test", "--remedies", "--packs", library.path, "xx.remedies/notice"])
      #expect(result.status == 1)
      #expect(result.output.contains("\"Publish what there is\" closes the gap in 2 of 4 cases"))
      #expect(result.output.contains("(a notice that nobody understands), a: still a gap: plainly"))
      #expect(result.output.contains("(no notice at all), a: then"))
      #expect(result.output.contains("3 remedies: 1 proven, 1 not proven, 1 in words only, 0 without a case"))
    }
  }

  @Test func `a remedy is offered where its condition holds, not where it fails or is not known`() throws {
    try withLibrary { library in
      let rulebook = try Library(root: library.path, reason: "test").rulebook()
      let day = try #require(CalendarDate(Self.today))
      func offered(_ index: Int, _ provision: String, _ rulebook: Rulebook) throws -> [String]? {
        let file = try caseFile()
        let plan = try Plan(
          file.cases[index].plan, file: "remedies.yaml", vocabulary: rulebook.vocabulary,
          geography: rulebook.geography, asOf: day)
        return rulebook.assess(plan, asOf: day).findings.first { $0.provision == provision }?.remedies.map(
          \.title)
      }
      #expect(try offered(0, "notice", rulebook) == ["Write a notice", "Publish what there is", "Stop"])
      #expect(try offered(1, "notice", rulebook) == ["Write a notice", "Stop"])
      #expect(try offered(2, "notice", rulebook) == ["Write a notice", "Stop"])
      // A finding that is no gap needs none.
      #expect(try offered(0, "address", rulebook) == [])
      // The conditions are kept in a compiled library.
      var writer = ArchiveWriter()
      rulebook.write(to: &writer)
      #expect(!writer.isIncomplete)
      var reader = ArchiveReader(writer.archive)
      let copy = Rulebook(from: &reader) { _ in [] }
      #expect(try offered(0, "notice", copy) == ["Write a notice", "Publish what there is", "Stop"])
      #expect(try offered(1, "notice", copy) == ["Write a notice", "Stop"])
    }
  }

  @Test func `where no remedy is offered there are the missing controls, or none`() throws {
    try withLibrary { library in
      try replace(
        "<control ref=\"record-of-processing\"/></requires>",
        "<control ref=\"record-of-processing\"/></requires><remedy title=\"Ask\" change=\"Ask.\" when=\"activity.notice.provided\"/>",
        in: library)
      try replace(
        "<remedy title=\"Stop selling\"", "<remedy title=\"Stop selling\" when=\"false\"", in: library)
      let rulebook = try Library(root: library.path, reason: "test").rulebook()
      let day = try #require(CalendarDate(Self.today))
      let findings = rulebook.assess(try plan(rulebook, day), asOf: day).findings
      let register = try #require(findings.first { $0.provision == "register" })
      #expect(register.remedies.map(\.controls) == [["record-of-processing"]])
      #expect(findings.first { $0.provision == "sale" }?.remedies == [])
      let result = try Tool.run(["pack", "test", "--remedies", "--packs", library.path, "xx.remedies"])
      #expect(result.output.contains("no remedy for a gap: sale"), "\(result.output)")
      #expect(result.output.contains("register \"the controls that it requires\" is proven in 4 cases"))
    }
  }

  @Test func `a remedy changes the plan for its subject alone`() throws {
    try withLibrary { library in
      let rulebook = try Library(root: library.path, reason: "test").rulebook()
      let day = try #require(CalendarDate(Self.today))
      let plan = try plan(rulebook, day)
      let findings = rulebook.assess(plan, asOf: day).findings
      let storage = try #require(findings.first { $0.id == "xx.remedies/storage@a" })
      let changed = plan.applying(
        [(storage.remedies[0], storage.subject)], rulebook: rulebook, asOf: day)
      func facts(_ kind: String, _ fact: String) -> [String?] {
        guard let kind = rulebook.vocabulary.kind(named: kind),
          let fact = rulebook.vocabulary.kinds[kind].fact(named: fact)
        else { return [] }
        return changed.rows[kind].map { $0.statements[fact]?.value.description }
      }
      #expect(facts("store", "id") == ["\"s\"", "\"new-store\""])
      #expect(facts("store", "statedCountry") == ["\"DE\"", "\"FR\""])
      #expect(facts("store", "keptDays") == ["5", "30"])
      #expect(facts("market", "localEntity") == ["true", "false"])
      #expect(facts("activity", "purposes") == ["[\"dataSale\", \"security\"]"])
      // Once more changes nothing.
      let again = changed.applying(
        [(storage.remedies[0], storage.subject)], rulebook: rulebook, asOf: day)
      #expect(again.rows.map(\.count) == changed.rows.map(\.count))
    }
  }

  @Test func `a control is in place for its subject, with fresh evidence`() throws {
    try withLibrary { library in
      let rulebook = try Library(root: library.path, reason: "test").rulebook()
      let day = try #require(CalendarDate(Self.today))
      let plan = try plan(rulebook, day)
      let findings = rulebook.assess(plan, asOf: day).findings
      let register = try #require(findings.first { $0.id == "xx.remedies/register@a" })
      #expect(register.controls.map(\.assurance) == [.partial])
      let changed = plan.applying(
        [(register.remedies[0], register.subject)], rulebook: rulebook, asOf: day)
      let after = rulebook.assess(changed, asOf: day).findings.first { $0.id == register.id }
      #expect(after?.verdict == .satisfied)
      #expect(after?.controls.map(\.assurance) == [.evidenced])
      // Not for the organization as a whole.
      #expect(rulebook.assurances(in: changed, asOf: day)("record-of-processing") == .partial)
    }
  }

  @Test func `a proof says what closes, what stays, what opens and what is words`() throws {
    try withLibrary { library in
      let rulebook = try Library(root: library.path, reason: "test").rulebook()
      let day = try #require(CalendarDate(Self.today))
      let plan = try plan(rulebook, day)
      let findings = rulebook.assess(plan, asOf: day).findings
      func pick(_ id: String, _ remedy: Int) throws -> (finding: Finding, remedy: Remedy) {
        let finding = try #require(findings.first { $0.id == "xx.remedies/\(id)@a" })
        return (finding, finding.remedies[remedy])
      }
      let proof = rulebook.proof(
        of: [try pick("register", 0), try pick("notice", 2), try pick("sale", 0)], in: plan, before: findings,
        horizon: day, asOf: day)
      #expect(proof.closed == ["xx.remedies/register@a", "xx.remedies/sale@a"])
      #expect(proof.inWords == ["xx.remedies/notice@a"])
      #expect(proof.stillOpen == ["xx.remedies/storage@a"])
      // Whoever sells nothing needs an independent officer.
      #expect(proof.opened == ["xx.remedies/address@organization"])
    }
  }

  @Test func `a compiled provision keeps its remedies and clocks`() throws {
    try withLibrary { library in
      let rulebook = try Library(root: library.path, reason: "test").rulebook()
      let provision = try #require(rulebook.packs[0].pack.provisions.first { $0.id == "notice" })
      #expect(provision.remedies[0].effort == 3 && provision.remedies[0].cost == 500)
      #expect(
        provision.remedies[0].edits.map(\.text) == [
          "activity.notice.provided := true", "activity.notice.plain := true",
        ])
      let clock = try #require(provision.clocks.first)
      #expect(clock.event == "a question" && clock.within == 30 && clock.unit == .days)
      #expect(clock.citations.map(\.text) == ["XX-Law Article 2"])
      var writer = ArchiveWriter()
      provision.write(to: &writer)
      var reader = ArchiveReader(writer.archive)
      let copy = Provision(from: &reader)
      #expect(copy.remedies == provision.remedies && copy.clocks == provision.clocks)
    }
  }

  private func caseFile() throws -> CaseFile {
    let path = Self.sample.appending(path: "cases/remedies.yaml")
    return try CaseFile(
      reading: Node(reading: Array(Data(contentsOf: path)), named: "remedies.yaml"), file: "remedies.yaml")
  }

  /// In the pack of the library, where it must stand.
  private func replace(_ text: String, _ other: String, in library: URL) throws {
    let path = library.appending(path: "jurisdictions/xx/remedies/pack.xml")
    let before = try String(contentsOf: path, encoding: .utf8)
    try #require(before.contains(text))
    try before.replacingOccurrences(of: text, with: other).write(to: path, atomically: true, encoding: .utf8)
  }

  private func plan(_ rulebook: Rulebook, _ day: CalendarDate) throws -> Plan {
    try Plan(
      caseFile().cases[0].plan, file: "remedies.yaml", vocabulary: rulebook.vocabulary,
      geography: rulebook.geography, asOf: day)
  }

  /// The shipped rules with the sample as the only pack.
  private func withLibrary(_ body: (URL) throws -> Void) throws {
    let library = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: library) }
    let folder = library.appending(path: "jurisdictions/xx")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: Self.sample, to: folder.appending(path: "remedies"))
    try FileManager.default.createSymbolicLink(
      at: library.appending(path: "rules"), withDestinationURL: Tool.checkout.appending(path: "rules"))
    try body(library)
  }
}
