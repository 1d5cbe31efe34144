package import Diagnostics
package import FEEL

/// Every kind of subject and every fact that a plan can state, with the enumerations they draw on.
package struct Vocabulary: Sendable {
  package var kinds: [Kind]
  package var enumerations: [Enumeration]

  /// A kind of row: activity, store, a record inside one.
  package struct Kind: Sendable {
    /// `activity`; for a record inside another kind dotted: `activity.consent`.
    package var name: String
    package var title: String
    /// The key of its collection in a plan (`activities`); nil for the singleton and for records.
    package var collection: String?
    /// The fact that names a row; references use its value.
    package var key: String?
    package var isSingleton = false
    /// Rows are made by the engine, not stated.
    package var isDerived = false
    /// Several rows may have the same key (controls).
    package var repeats = false
    package var facts: [Fact]
  }

  package struct Fact: Sendable {
    /// Name in conditions.
    package var name: String
    /// Name in plans, where it differs.
    package var planKey: String
    package var type: FactType
    package var unit: String?
    package var ask: String
    package var help: String?
    /// FEEL over the row (a variable named after the kind), for a derived fact.
    package var derivation: Source?
    package var location: Location
  }

  package indirect enum FactType: Sendable, Hashable {
    case boolean, number, string, date
    /// A context with `amount` and `currency`.
    case money
    /// Also countries, cloud regions and controls of the catalogue.
    case enumeration(Int)
    /// A reference to a row of another collection, by its key.
    case reference(Int)
    /// A row of a record kind written in place.
    case record(Int)
    case list(FactType)
  }

  package struct Enumeration: Sendable {
    package struct Value: Sendable {
      package var id: String
      package var title: String?
      /// Index of the wider value.
      package var broader: Int?
    }
    package var name: String
    package var title: String
    package var values: [Value]
    package var isOpen = false
  }
}
