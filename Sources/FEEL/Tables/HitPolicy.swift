/// What becomes of the rules that match (DMN 1.5 §8.2.10).
package enum HitPolicy: Sendable, Hashable {
  case unique, any, priority, first
  case ruleOrder, outputOrder
  case collect(Aggregation?)

  package enum Aggregation: String, Sendable, Hashable, CaseIterable {
    case sum = "SUM"
    case count = "COUNT"
    case min = "MIN"
    case max = "MAX"
  }

  /// As a DMN file writes it, without the aggregation.
  package static let words: [(word: String, policy: HitPolicy)] = [
    ("UNIQUE", .unique), ("ANY", .any), ("PRIORITY", .priority), ("FIRST", .first),
    ("RULE ORDER", .ruleOrder), ("OUTPUT ORDER", .outputOrder), ("COLLECT", .collect(nil)),
  ]
}
