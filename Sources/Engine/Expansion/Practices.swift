package import Diagnostics
package import Facts
package import Rules

/// What is customary or owed in a market beside the provisions of packs (`rules/markets.csv`): authorities, languages, culture, formats, usual lead times.
package struct Practices: Sendable {
  package enum Topic: String, Sendable, Hashable, CaseIterable {
    case authority, language, culture, format, leadTime
  }

  package struct Practice: Sendable {
    /// A country, one of its parts, or a group of countries.
    package var place: String
    package var topic: Topic
    /// `consumer contracts`, `order of names`, `short date`, `data protection`.
    package var subject: String
    package var text: String
    /// Where the law says it; empty: custom or estimate.
    package var citation: String
    package var source: String
    package var confidence: Confidence
  }
  package var practices: [Practice]

  /// Reads the table. Every row says where it comes from and how sure that is.
  package init(_ source: Source, geography: Geography) throws(Mistakes) {
    let table = try Table(
      source, columns: ["place", "topic", "subject", "text", "citation", "source", "confidence"])
    let places = geography.countries.map(\.code) + geography.groups.map(\.id)
    var mistakes: [Diagnostic] = []
    var known: Set<[String]> = []
    practices = []
    for row in table.rows {
      func text(_ column: String) -> String { table.field(column, of: row) }
      func report(_ message: String, _ suggestion: String? = nil) {
        mistakes.append(Diagnostic(.market, at: row.location, message, suggestion: suggestion))
      }
      let place = text("place")
      // A part of a country, like US-CA, by its country.
      if !places.contains(place), !places.contains(String(place.prefix { $0 != "-" })) {
        report("`\(place)` is no country or group", didYouMean(place, among: places))
      }
      let topic = Topic(rawValue: text("topic"))
      if topic == nil {
        report(
          "`\(text("topic"))` is no topic", didYouMean(text("topic"), among: Topic.allCases.map(\.rawValue)))
      }
      let confidence = Confidence(rawValue: text("confidence"))
      if confidence == nil { report("`\(text("confidence"))` is no confidence: high, medium or low") }
      for column in ["subject", "text", "source"] where text(column).isEmpty {
        report("a row has a \(column)")
      }
      if !known.insert([place, text("topic"), text("subject")]).inserted {
        report("`\(place)` has two rows for \(text("topic")) `\(text("subject"))`")
      }
      guard let topic, let confidence else { continue }
      practices.append(
        Practice(
          place: place, topic: topic, subject: text("subject"), text: text("text"),
          citation: text("citation"),
          source: text("source"), confidence: confidence))
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
  }
}

extension Diagnostic.Code { fileprivate static let market = Self(rawValue: "markets.market") }
