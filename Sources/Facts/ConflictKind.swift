/// Two demands of law on the same data that cannot both be met, and what can be done where they meet.
package struct ConflictKind: Sendable, Hashable {
  /// A way out that people decide on; none is taken by itself.
  package struct Option: Sendable, Hashable {
    package var title: String
    package var text: String
    /// Law that the way rests on, in words.
    package var basis: String?
  }

  package var id: String
  package var title: String
  /// Two values of the enumeration `dataDemand`; the same twice: two laws want the same of one thing.
  package var between: [String]
  package var options: [Option]

  /// What a rule of place demands that allows nothing elsewhere: no provision names it.
  package static let place = "place"
}
