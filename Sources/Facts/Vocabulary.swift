package import Diagnostics
package import FEEL

/// Every kind of subject and every fact that a plan can state, with the enumerations they draw on.
package struct Vocabulary: Sendable {
  package internal(set) var kinds: [Kind]
  package internal(set) var enumerations: [Enumeration]
  /// Demands of laws that collide.
  package internal(set) var conflicts: [ConflictKind] = []
  /// Units of numbers that grow with the business.
  var growingUnits: [String] = []

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
    package internal(set) var facts: [Fact] = []
    /// Facts that are records written in place.
    package private(set) var records: [(fact: Int, kind: Int)] = []
    /// By key in plans; derived facts have none.
    private var byPlanKey: [String: Int] = [:]

    init(name: String, title: String, collection: String?, key: String?) {
      self.name = name
      self.title = title
      self.collection = collection
      self.key = key
    }

    /// How many facts there will be.
    mutating func reserve(_ count: Int) {
      facts.reserveCapacity(count)
      byPlanKey.reserveCapacity(count)
    }

    mutating func add(_ fact: Fact) {
      if fact.derivation == nil { byPlanKey[fact.planKey] = facts.count }
      if case .record(let kind) = fact.type { records.append((facts.count, kind)) }
      facts.append(fact)
    }

    package func fact(planKey: String) -> Int? { byPlanKey[planKey] }
    package func fact(named name: String) -> Int? { facts.firstIndex { $0.name == name } }
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
    /// It lists where people or markets are reached: who enters one more market is taken to reach it like the others.
    package var isReach = false
    /// A number that grows with the business, which laws compare with thresholds: said so, or told by its unit.
    package var grows = false
    /// What a number may be at least and at most. What has a unit is counted, and never below 0 unless the fact says otherwise.
    package var least: Decimal?
    package var most: Decimal?
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
}

extension Vocabulary {
  package func kind(named name: String) -> Int? { kinds.firstIndex { $0.name == name } }
  package func kind(ofCollection name: String) -> Int? { kinds.firstIndex { $0.collection == name } }
  package func enumeration(named name: String) -> Int? { enumerations.firstIndex { $0.name == name } }

  /// The kinds and enumerations as FEEL sees them; functions and variables are for the caller to add.
  package var environment: Environment {
    Environment(
      kinds: kinds.map { kind in
        Environment.Kind(name: kind.name, facts: kind.facts.map { Type.Member($0.name, type(of: $0.type)) })
      },
      enumerations: enumerations.map {
        Environment.Enumeration(name: $0.name, values: $0.values.map(\.id), isOpen: $0.isOpen)
      })
  }

  package func type(of type: FactType) -> Type {
    switch type {
    case .boolean: .boolean
    case .number: .number
    case .string: .string
    case .date: .date
    case .money: .context([Type.Member("amount", .number), Type.Member("currency", .string)])
    case .enumeration(let index): .enumeration(index)
    case .reference(let kind), .record(let kind): .entity(kind)
    case .list(let member): .list(self.type(of: member))
    }
  }
}
