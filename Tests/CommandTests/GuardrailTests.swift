import Diagnostics
import Engine
import FEEL
import Facts
import Foundation
import Plans
import Rules
import Testing

@testable import pratique

/// Where plans let data lie, each expected place from the text of the law; and that what is denied and allowed is what the
/// verdicts say, for plans by lot.
@Suite struct GuardrailTests {
  private static let day = CalendarDate("2026-11-21")

  static func guardrails(_ text: String, only: [String] = []) throws -> (Guardrails, Assessment, Rulebook) {
    let day = try #require(Self.day)
    let rulebook = try KnowledgeTests.rulebook.get().enacted(on: day)
    let node = try Node(reading: Array(text.utf8), named: "plan.yaml")
    let plan = try Plan(
      node, file: "plan.yaml", vocabulary: rulebook.vocabulary, geography: rulebook.geography, asOf: day)
    let assessment = rulebook.assess(plan, asOf: day, options: .init(only: only))
    return (rulebook.guardrails(assessment, of: plan), assessment, rulebook)
  }

  struct Expected: CustomTestStringConvertible {
    var title: String
    var only: String
    var organization: String
    var activity: String
    /// Countries by use; a use that is not here is not restricted.
    var limits: [String: [String]]
    /// Uses of which it is not known whether they may be elsewhere.
    var undecided: [String] = []
    var testDescription: String { title }
  }

  private static let kinds = ["primary", "copy", "backup", "logs", "cache"]
  private static func stores(_ countries: [String], _ kinds: [String] = kinds) -> [String: [String]] {
    Dictionary(uniqueKeysWithValues: kinds.map { ($0, countries) })
  }
  private static let payments =
    "offeredIn: [IN], collectedIn: [IN], establishmentContext: [IN], data: [paymentTransaction]"
  private static let sweden =
    "roles: [controller], establishmentContext: [SE], data: [accounting], offeredIn: [SE]"

  static let expected = [
    // RBI directive 2(i): only in India; a copy abroad for the foreign leg, if there is one. Processors that keep nothing may
    // be abroad, which a country does not tell.
    Expected(
      title: "payments without a foreign leg", only: "in.data-localization",
      organization: "paymentSystemOperatorIn: [IN], establishedIn: [IN]",
      activity: payments + ", foreignLeg: false", limits: stores(["IN"]), undecided: ["processor"]),
    Expected(
      title: "payments with a foreign leg", only: "in.data-localization",
      organization: "paymentSystemOperatorIn: [IN], establishedIn: [IN]",
      activity: payments + ", foreignLeg: true", limits: stores(["IN"], ["primary", "logs", "cache"])),
    Expected(
      title: "payments, the leg not stated", only: "in.data-localization",
      organization: "paymentSystemOperatorIn: [IN], establishedIn: [IN]",
      activity: payments, limits: stores(["IN"], ["primary", "logs", "cache"]),
      undecided: ["copy", "backup", "processor"]),
    // Federal Law 2 of 2019 Article 13: neither stored, processed nor transferred abroad.
    Expected(
      title: "health information in the Emirates", only: "ae.data-protection",
      organization: "establishedIn: [AE]",
      activity: "offeredIn: [AE], establishmentContext: [AE], collectedIn: [AE], data: [health], "
        + "uaeHealthException: false, purposes: [healthcare]",
      limits: stores(["AE"]).merging(
        ["processing": ["AE"], "access": ["AE"], "processor": ["AE"], "recipient": ["AE"]]
      ) { $1 }),
    // Bokföringslagen 7:2 to 7:4: in Sweden; in the Union or the Economic Area after notice; elsewhere with a permit.
    Expected(
      title: "books in Sweden", only: "se.national", organization: "establishedIn: [SE]",
      activity: sweden + ", booksAbroadNotified: false, booksAbroadApproved: false",
      limits: ["primary": ["SE"]]),
    Expected(
      title: "books in Sweden after notice", only: "se.national", organization: "establishedIn: [SE]",
      activity: sweden + ", booksAbroadNotified: true, booksAbroadApproved: false",
      limits: ["primary": Expected.area]),
    Expected(
      title: "books in Sweden, permitted elsewhere", only: "se.national", organization: "establishedIn: [SE]",
      activity: sweden + ", booksAbroadNotified: false, booksAbroadApproved: true", limits: [:]),
    Expected(
      title: "books in Sweden, the notice not stated", only: "se.national",
      organization: "establishedIn: [SE]",
      activity: sweden + ", booksAbroadApproved: false",
      limits: ["primary": Expected.area], undecided: ["primary"]),
  ]

  @Test(arguments: expected)
  func `the places are those of the law`(_ expected: Expected) throws {
    let (guardrails, _, _) = try Self.guardrails(
      "{ organization: { \(expected.organization) }, activities: [{ id: a, name: A, \(expected.activity) }], "
        + "controls: [], complete: [activities, controls] }",
      only: [expected.only])
    let activity = try #require(guardrails.activities.first)
    #expect(
      Dictionary(uniqueKeysWithValues: activity.limits.map { ($0.use.word, $0.countries) }) == expected.limits
    )
    let undecided = activity.open.flatMap { open -> [String] in
      if case .mayAllow(let uses, _) = open.reason { return uses.map(\.word) }
      return []
    }
    #expect(undecided == expected.undecided)
  }

  /// Two laws that both want all stores at home: nothing is left, and that is said, never a policy that allows nothing.
  @Test func `laws that leave no country in common are refused with their names`() throws {
    let (guardrails, _, rulebook) = try Self.guardrails(
      """
      { organization: { paymentSystemOperatorIn: [IN], establishedIn: [IN, UZ] }, activities: [{ id: a, roles: [controller],
        offeredIn: [IN, UZ], collectedIn: [IN, UZ], establishmentContext: [IN, UZ], data: [paymentTransaction, biometricIdentification],
        foreignLeg: false, uzbekTelecomUsers: true, citizensOf: [UZ, IN] }] }
      """, only: ["in.data-localization", "uz.data-localization"])
    let zones = guardrails.zones(in: "aws", rulebook.geography).filter {
      !$0.countries.isEmpty || $0.isRefused
    }
    let stores = try #require(zones.first { $0.uses.contains(.store("primary")) })
    #expect(stores.countries.isEmpty && stores.isRefused)
    #expect(Set(stores.sources.map(\.finding.pack)) == ["in.data-localization", "uz.data-localization"])
  }

  @Test func `a region whose country is not known is in no country`() throws {
    let (guardrails, _, rulebook) = try Self.guardrails(
      "{ organization: { establishedIn: [SE] }, activities: [{ id: a, \(Self.sweden), booksAbroadNotified: true, "
        + "booksAbroadApproved: false }] }", only: ["se.national"])
    let zone = try #require(guardrails.zones(in: "aws", rulebook.geography).first)
    #expect(rulebook.geography.regions.contains { $0.id == "aws/eu-isoe-west-1" && $0.country == nil })
    #expect(!zone.regions.contains("eu-isoe-west-1") && zone.regions.contains("eusc-de-east-1"))
    // Zürich and London lie outside of the Economic Area.
    #expect(!zone.regions.contains("eu-central-2") && !zone.regions.contains("eu-west-2"))
  }
}

extension GuardrailTests.Expected {
  /// The 27 states of the Union, Iceland, Liechtenstein and Norway.
  static let area = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT",
    "LI",
    "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
  ]
}
