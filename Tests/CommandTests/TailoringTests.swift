import Diagnostics
import FEEL
import Foundation
import Plans
import Testing

@testable import Engine
@testable import Rules
@testable import pratique

/// Laws that every profile keeps, over the shipped packs, the examples and random profiles.
@Suite struct TailoringTests {
  private static let day = CalendarDate("2026-11-21")

  /// A result without the order in which it was worked out.
  private struct Judged: Equatable {
    var verdict: Verdict
    var outcomes: Outcomes
    var unknown: [String]
    var markets: [String]
  }

  private func assess(_ example: String, _ rulebook: Rulebook) throws -> Assessment {
    let path = "examples/\(example)/plan.yaml"
    let day = try #require(Self.day)
    let plan = try Plan(
      reading: read(Tool.checkout.appending(path: path).path), named: path, vocabulary: rulebook.vocabulary,
      geography: rulebook.geography, asOf: day)
    return rulebook.assess(plan, asOf: day)
  }

  private func judged(_ findings: [Finding]) -> [String: Judged] {
    Dictionary(
      findings.map {
        (
          $0.id,
          Judged(verdict: $0.verdict, outcomes: $0.outcomes, unknown: $0.unknownFacts, markets: $0.markets)
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  private func risk(_ findings: [Finding], _ assessment: Assessment, _ rulebook: Rulebook) throws -> [String]
  {
    let day = try #require(Self.day)
    let nobody = try Plan(
      Node.map([], Location(file: "nobody", line: 1)), file: "nobody", vocabulary: rulebook.vocabulary,
      geography: rulebook.geography, asOf: day)
    let library = Library(root: Tool.checkout.path, reason: "test")
    let risk = Risk(
      findings: findings, markets: assessment.markets,
      firm: Firm(nobody, vocabulary: rulebook.vocabulary, geography: rulebook.geography),
      sizes: try SizeClasses(library.source("rules/size.csv")),
      scoring: try Scoring(library.source("rules/risk.csv"), asOf: day), asOf: day)
    return ([risk.total] + risk.markets).map { "\($0)" } + risk.exposures.map { "\($0)" }
  }

  @Test(arguments: KnowledgeTests.examples)
  func `to leave out changes no verdict, no unknown fact and no score`(example: String) throws {
    let rulebook = try KnowledgeTests.rulebook.get()
    let whole = try assess(example, rulebook)
    let before = judged(whole.findings)
    let score = try risk(whole.scored, whole, rulebook)
    var random = SplitMix(state: 42)
    for _ in 0..<8 {
      let stack = (0..<2).map { Profile.random("p\($0)", rulebook, &random) }
      guard let tailoring = try? Tailoring(stack, of: rulebook) else { continue }
      let tailored = try assess(example, rulebook.tailored(by: tailoring))
      let (kept, out) = (judged(tailored.findings), judged(tailored.tailoredOut))
      // Nothing vanishes, nothing is there twice, and all is as it was.
      #expect(kept.count + out.count == before.count)
      #expect(kept.merging(out) { first, _ in first } == before)
      for finding in tailored.findings {
        #expect(tailoring.leftOut(finding.provision, of: finding.pack) == nil)
      }
      for finding in tailored.tailoredOut {
        let left = try #require(tailoring.leftOut(finding.provision, of: finding.pack))
        #expect(!left.by.reason.isEmpty)
      }
      let score2 = try risk(tailored.scored, tailored, rulebook)
      #expect(score2 == score)
    }
  }

  /// A stack counts alike however its profiles are grouped by `extends`.
  @Test func `stacking is associative`() throws {
    let library = try ProfileTests.library.get()
    let rulebook = try ProfileTests.rulebook.get()
    var random = SplitMix(state: 11)
    var sound = 0
    for _ in 0..<30 {
      let folder = try Tool.scratchFolder()
      defer { try? FileManager.default.removeItem(at: folder) }
      for id in ["a", "b", "c"] {
        try write(id, [], Profile.random(id, rulebook, &random).xml, folder)
      }
      try write("ab", ["a", "b"], "", folder)
      try write("bc", ["b", "c"], "", folder)
      let groupings = [["a", "b", "c"], ["ab", "c"], ["a", "bc"], ["ab", "bc"]]
      var results: [String] = []
      for names in groupings {
        let names = names.map { ProfileLoader.Name(text: "\(folder.path)/\($0).xml") }
        do {
          let tailoring = try #require(try library.tailoring(names, of: rulebook))
          results.append("\(tailoring.decisions)")
          sound += 1
        } catch let error as Mistakes {
          results.append("\(error.all.map(\.text).sorted())")
        }
      }
      #expect(Set(results).count == 1, "\(results)")
    }
    #expect(sound > 30, "too few stacks without a conflict: \(sound)")
  }

  private func write(_ id: String, _ bases: [String], _ entries: String, _ folder: URL) throws {
    let extends = bases.map { "<extends ref=\"\($0)\"/>" }.joined()
    let text =
      "<profile xmlns=\"urn:pratique:profile:1\" id=\"\(id)\" title=\"T\"><summary>s</summary>\(extends)\n\(entries)</profile>\n"
    try Data(text.utf8).write(to: folder.appending(path: "\(id).xml"))
  }

  /// Every reading that a pack gives, chosen: what was the other verdict is the verdict, and the other way round.
  @Test(arguments: KnowledgeTests.examples)
  func `a chosen reading is the one that was told before`(example: String) throws {
    let rulebook = try KnowledgeTests.rulebook.get()
    let day = try #require(Self.day)
    let whole = try assess(example, rulebook)
    var tried = 0
    for pack in rulebook.packs {
      for provision in pack.provisions where !provision.readings.isEmpty {
        for reading in provision.readings {
          let name = "\(pack.pack.id)/\(provision.rule.id)"
          let profile = Profile.with([.reading(provision: name, use: reading.reading.id)])
          let tailoring = try Tailoring([profile], of: rulebook)
          let tailored = rulebook.tailored(by: tailoring)
          let result = try assess(example, tailored)
          let after = Dictionary(result.findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
          for finding in whole.findings where "\(finding.pack)/\(finding.provision)" == name {
            guard let now = after[finding.id] else { continue }
            let told = finding.otherReadings.first { $0.id == reading.reading.id }
            let isInForce = reading.period.contains(day) || provision.rule.period == reading.period
            guard isInForce, provision.rule.period.contains(day) || told != nil else { continue }
            tried += 1
            #expect(now.verdict == told?.verdict ?? finding.verdict, "\(finding.id) \(reading.reading.id)")
            if let told, provision.rule.period.contains(day) {
              let back = now.otherReadings.first { $0.id == "default" }
              #expect(back?.verdict == finding.verdict, "\(finding.id) \(told.id)")
            }
          }
          // All other provisions are judged as before.
          let others = judged(result.findings.filter { "\($0.pack)/\($0.provision)" != name })
          #expect(others == judged(whole.findings.filter { "\($0.pack)/\($0.provision)" != name }))
        }
      }
    }
    #expect(tried > 10)
  }

  /// The evaluator of many plans judges tailored packs as the reference does.
  @Test func `both evaluators judge tailored packs alike`() throws {
    let rulebook = try KnowledgeTests.rulebook.get()
    let day = try #require(Self.day)
    let all = rulebook.packs.flatMap { pack in
      pack.provisions.filter { $0.provision.topic != "sector" }.flatMap { provision in
        provision.readings.prefix(1).map {
          Profile.Instruction.reading(
            provision: "\(pack.pack.id)/\(provision.rule.id)", use: $0.reading.id)
        }
      }
    }
    let tailoring = try Tailoring(
      [Profile.with(all + [.drop(Selector(topic: "sector")), .block(from: .low)])], of: rulebook)
    let tailored = rulebook.tailored(by: tailoring)
    let docket = Docket(tailored, asOf: day)
    for example in KnowledgeTests.examples {
      let path = "examples/\(example)/plan.yaml"
      let plan = try Plan(
        reading: read(Tool.checkout.appending(path: path).path), named: path, vocabulary: rulebook.vocabulary,
        geography: rulebook.geography, asOf: day)
      let (one, many) = (tailored.assess(plan, asOf: day), docket.assess(plan))
      #expect(judged(one.findings) == judged(many.findings))
      #expect(judged(one.tailoredOut) == judged(many.tailoredOut))
      #expect(!one.tailoredOut.isEmpty)
    }
  }

  @Test func `appetite makes nothing milder`() throws {
    let rulebook = try KnowledgeTests.rulebook.get()
    for severity in Severity.allCases {
      for confidence in [Confidence.medium, .high] {
        let tailoring = try Tailoring(
          [Profile.with([.block(from: severity), .verify(below: confidence)])], of: rulebook)
        let stricter = rulebook.tailored(by: tailoring)
        for (pack, tailored) in zip(rulebook.packs, stricter.packs) {
          for (was, now) in zip(pack.provisions, tailored.provisions) {
            let isReliable = was.provision.confidence != .low && was.rule.modality != .permission
            #expect(
              now.rule.blocksEntry
                == (was.rule.blocksEntry || (isReliable && was.rule.severity >= severity)))
            #expect(now.rule.verify == (was.rule.verify || was.provision.confidence < confidence))
          }
        }
      }
    }
  }

  @Test(arguments: [(15, "2025-06-01", true), (15, "2026-11-21", false), (25, "2026-11-21", true)])
  func `a framework's value is that of the day until a profile sets one`(
    staff: Int, day: String, isMet: Bool
  ) throws {
    let rulebook = try ProfileTests.rulebook.get()
    let text = "pratique: 1\norganization: { employees: \(staff), establishedIn: [IT] }\n"
    let day = try #require(CalendarDate(day))
    let plan = try Plan(
      reading: Array(text.utf8), named: "plan.yaml", vocabulary: rulebook.vocabulary,
      geography: rulebook.geography, asOf: day)
    func verdict(_ provision: String, _ rulebook: Rulebook) -> Verdict? {
      rulebook.assess(plan, asOf: day).findings.first {
        $0.pack == "house.policy" && $0.provision == provision
      }?
      .verdict
    }
    #expect(verdict("staff", rulebook) == (isMet ? .satisfied : .gap))
    #expect(verdict("seat", rulebook) == .gap)
    let tailoring = try Tailoring(
      [
        Profile.with([
          .set(pack: "house.policy", parameter: "leastStaff", value: "16"),
          .set(pack: "house.policy", parameter: "countries", value: "IT"),
        ])
      ], of: rulebook)
    let tailored = rulebook.tailored(by: tailoring)
    #expect(verdict("staff", tailored) == (staff >= 16 ? .satisfied : .gap))
    #expect(verdict("seat", tailored) == .satisfied)
  }

  /// What is dropped of a framework is out of the scores; what is dropped of law is not.
  @Test func `a framework may be left out of the scores`() throws {
    let rulebook = try ProfileTests.rulebook.get()
    let tailoring = try Tailoring(
      [Profile.with([.drop(Selector(pack: "house.policy")), .drop(Selector(provision: "eu.gdpr/art-27"))])],
      of: rulebook)
    let result = try assess("hiring-saas", rulebook.tailored(by: tailoring))
    #expect(result.tailoredOut.map(\.pack).contains("house.policy"))
    #expect(!result.scored.contains { $0.pack == "house.policy" })
    #expect(result.scored.contains { $0.pack == "eu.gdpr" && $0.provision == "art-27" })
    #expect(!result.findings.contains { $0.pack == "eu.gdpr" && $0.provision == "art-27" })
  }
}
