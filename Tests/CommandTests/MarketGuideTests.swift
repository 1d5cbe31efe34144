import Diagnostics
import FEEL
import Foundation
import Rules
import Testing

@testable import Engine

/// Guides to markets: all that the packs and tables of the library say of a market, and nothing of another one.
@Suite struct MarketGuideTests {
  @Test func `a guide says the duties, clocks, holidays and customs of its market`() throws {
    let made = try Tool.run(["guide", "JP", "--as-of", "2026-11-21"])
    try #require(made.status == 0, "\(made.errors)")
    // APPI Article 28(1); Rules for enforcement Article 8: a preliminary report at once, which the guidelines read as 3 to 5 days.
    for part in [
      "Japan (JP), law as of 2026-11-21", "(APPI Article 28(1))",
      "5 days to the Personal Information Protection Commission",
      "working week: Monday, Tuesday, Wednesday, Thursday, Friday", "2027-02-11", "y/MM/dd",
      // CLDR, personNames of ja: the surname comes first, and nothing stands between the names.
      "Culture\n", "order of names: family name first, given name second",
    ] {
      #expect(made.output.contains(part), "\(part)")
    }
    #expect(!made.output.contains("GDPR") && !made.output.contains("2027-11-23"))
  }

  /// Law of the Union stands in the guides to its members, and law of another member does not.
  @Test func `a member of a group has the law of the group`() throws {
    let made = try Tool.run(["guide", "DE", "--as-of", "2026-11-21", "--format", "markdown"])
    #expect(made.output.contains("eu.gdpr") && made.output.contains("de.national"))
    #expect(!made.output.contains("fr.national"))
    #expect(made.output.contains("## Clocks that run after entry\n\n- "))
  }

  @Test func `a market without a pack is said to be unknown`() throws {
    let made = try Tool.run(["guide", "AQ", "--as-of", "2026-11-21"])
    #expect(made.status == 0 && made.output.contains("No pack covers this market"))
  }

  @Test func `a word that is no country is refused`() throws {
    let made = try Tool.run(["guide", "Japan"])
    #expect(made.status == 2 && made.errors.contains("`Japan` is not a country code"))
  }

  @Test(arguments: [
    ("XX,format,short date,y,,source,high", "is no country or group"),
    ("JP,formats,short date,y,,source,high", "is no topic"),
    ("JP,format,short date,y,,source,sure", "is no confidence"),
    ("JP,format,short date,,,source,high", "a row has a text"),
    ("JP,format,short date,y,,,high", "a row has a source"),
    ("JP,format,a,y,,s,high\nJP,format,a,z,,s,high", "has two rows"),
  ])
  func `mistakes in the table of markets are told with their line`(_ rows: String, _ message: String) throws {
    let text = "place,topic,subject,text,citation,source,confidence\n\(rows)\n"
    let geography = try KnowledgeTests.rulebook.get().geography
    let error = #expect(throws: Mistakes.self) {
      try Practices(Source(name: "markets.csv", bytes: Array(text.utf8)), geography: geography)
    }
    let found = try #require(error?.all.first)
    #expect(found.message.contains(message) && found.location.line >= 2)
  }
}
