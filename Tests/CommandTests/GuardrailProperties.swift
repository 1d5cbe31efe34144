import Diagnostics
import Engine
import Facts
import Foundation
import Rules
import Testing

/// For plans by lot: a store that breaks a rule that binds is denied, and one that is denied breaks the law.
@Suite struct GuardrailProperties {
  private static let packs = [
    "ae.data-protection", "bd.data-protection", "cn.data-localization", "fr.national", "id.data-localization",
    "in.data-localization", "no.national", "ru.data-localization", "sa.data-localization", "se.national",
    "uz.data-localization",
  ]
  private static let countries = [
    "AE", "BD", "CN", "DE", "FR", "ID", "IN", "NO", "RU", "SA", "SE", "UZ", "US",
  ]

  @Test func `what is denied and allowed is what the verdicts say`() throws {
    var random = SplitMix(state: 20_261_121)
    var (denied, allowed, zones) = (0, 0, 0)
    let rulebook = try KnowledgeTests.rulebook.get()
    let kinds = rulebook.vocabulary.kinds
    let organization = try #require(kinds.first { $0.name == "organization" })
    let activity = try #require(kinds.first { $0.name == "activity" })
    for _ in 0..<(ProcessInfo.processInfo.environment["PRATIQUE_LAWS"].flatMap(Int.init) ?? 60) {
      let home = Self.countries[Int(random.next() % UInt64(Self.countries.count))]
      let text = """
        { organization: { \(facts(of: organization, home, rulebook.vocabulary, &random)) },
          activities: [{ id: a, \(facts(of: activity, home, rulebook.vocabulary, &random)), stores: [s0, s1, s2] }],
          stores: [\((0..<3).map { "{ id: s\($0), kind: \(pick(["primary", "copy", "backup", "logs", "cache"], &random)), country: \(pick([home, home] + Self.countries, &random)), firstRecording: \(pick(["true", "false"], &random)) }" }.joined(separator: ", "))],
          controls: [\(pick(["", "{ id: cn-security-assessment, status: inPlace }"], &random))], complete: [activities, stores, controls] }
        """
      let (guardrails, assessment, _) = try GuardrailTests.guardrails(text, only: Self.packs)
      let only = try #require(guardrails.activities.first)
      let stores = places(of: text)
      for (id, kind, country) in stores {
        let limit = only.limits.first { $0.use == .store(kind) }
        let isDenied = limit.map { !$0.countries.contains(country) } ?? false
        // What the verdict says breaks a rule that binds, where there is no other way to meet it.
        let broken = assessment.findings.filter { finding in
          finding.verdict == .gap && !finding.outcomes.contains(.notApplicable) && !finding.isVersionToCome
            && !["se.national", "no.national", "cn.data-localization"].contains(finding.pack)
            && finding.residencies.contains { state in
              state.residency.rule.forbidsElsewhere
                && state.breaking.contains { $0.kind == .store && $0.id == id }
            }
        }
        #expect(broken.isEmpty || isDenied, "\(id) in \(country): \(broken.map(\.id)) in \(text)")
        guard isDenied, let limit else {
          allowed += 1
          continue
        }
        denied += 1
        // Some law that is named for it is broken, and cannot be met as the plan stands.
        let blamed = limit.sources.filter { !$0.countries.contains(country) }
        #expect(!blamed.isEmpty)
        for source in blamed {
          #expect(
            !source.finding.outcomes.contains(.satisfied), "\(source.finding.id) denies \(id) in \(text)")
        }
      }
      for cloud in ["aws", "azure", "gcp"] {
        for zone in guardrails.zones(in: cloud, rulebook.geography) {
          zones += 1
          for region in zone.regions {
            let country = try #require(rulebook.geography.country(ofRegion: "\(cloud)/\(region)"))
            for use in zone.uses {
              let limit = try #require(only.limits.first { $0.use == use })
              #expect(
                limit.countries.contains(country)
                  && limit.sources.allSatisfy { $0.countries.contains(country) })
            }
          }
        }
      }
    }
    // The plans are not idle.
    #expect(denied > 20 && allowed > 20 && zones > 20, "\(denied) denied, \(allowed) allowed, \(zones) zones")
  }

  /// Booleans and lists of words by lot; where people are reached, mostly at home.
  private func facts(
    of kind: Vocabulary.Kind, _ home: String, _ vocabulary: Vocabulary, _ random: inout SplitMix
  ) -> String {
    var parts: [String] = []
    for fact in kind.facts where fact.derivation == nil && fact.name != kind.key {
      switch fact.type {
      case .boolean:
        guard random.next() % 4 != 0 else { continue }
        parts.append("\(fact.planKey): \(random.next() % 2 == 0)")
      case .list(.enumeration(let index)):
        let enumeration = vocabulary.enumerations[index]
        if enumeration.name == "country" {
          parts.append("\(fact.planKey): [\(random.next() % 8 == 0 ? "" : home)]")
        } else if enumeration.name == "dataCategory" {
          let chosen = enumeration.values.map(\.id).filter { _ in random.next() % 2 == 0 }
          parts.append("\(fact.planKey): [\(chosen.joined(separator: ", "))]")
        }
      default: continue
      }
    }
    if kind.name == "activity" { parts.append("roles: [controller]") }
    return parts.joined(separator: ", ")
  }

  private func pick<Element>(_ all: [Element], _ random: inout SplitMix) -> Element {
    all[Int(random.next() % UInt64(all.count))]
  }

  private func places(of text: String) -> [(id: String, kind: String, country: String)] {
    text.matches(of: /id: (s\d), kind: (\w+), country: (\w+)/).map {
      (String($0.output.1), String($0.output.2), String($0.output.3))
    }
  }
}
