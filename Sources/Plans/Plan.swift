package import Diagnostics
package import FEEL
package import Facts

/// What an organization intends: typed facts, each with the place where it was stated.
package struct Plan: Sendable {
  /// Path as given, or `-`.
  package var file: String
  /// What the plan calls itself.
  package var name: String?
  /// By kind, in the order of the vocabulary. The singleton has one row; every inline record
  /// of a row has one, stated or not.
  package var rows: [[Row]]
  /// By kind: what the plan says of the collection as a whole.
  package var collections: [Collection]
  /// Named changes, in the order written.
  package var scenarios: [Scenario] = []
  /// Ids of the profiles that are to tailor the packs, in the order written.
  package var profiles: [(id: String, location: Location)] = []

  package enum Extent: Sendable, Hashable {
    /// The plan says nothing of this collection.
    case unstated
    /// There may be more than the plan shows.
    case open
    /// `complete` names it, or it is an explicit empty list.
    case closed
  }

  package struct Collection: Sendable {
    package var extent: Extent
    package var location: Location?
    package init(extent: Extent, location: Location? = nil) {
      self.extent = extent
      self.location = location
    }
  }

  package struct Row: Sendable {
    /// Value of the kind's key; empty for the singleton and for records.
    package var id: String
    /// The cell in which this record is written; nil for rows of collections.
    package var parent: Cell?
    /// By fact of the kind; nil: not stated.
    package var statements: [Statement?]
    package var location: Location
    package init(id: String, parent: Cell? = nil, statements: [Statement?], location: Location) {
      self.id = id
      self.parent = parent
      self.statements = statements
      self.location = location
    }
  }

  /// One stated fact.
  package struct Statement: Sendable {
    package var value: Value
    package var location: Location
    /// measured, estimated …, if the plan says so.
    package var origin: String?
    package init(value: Value, location: Location, origin: String? = nil) {
      self.value = value
      self.location = location
      self.origin = origin
    }
  }

  /// A named set of changes ("host in Frankfurt") and the plan with them, which is known to be sound.
  package struct Scenario: Sendable {
    package var name: String
    package var changes: Node
    package var plan: Node
    package var location: Location
  }

  package init(file: String, rows: [[Row]], collections: [Collection]) {
    self.file = file
    self.rows = rows
    self.collections = collections
  }
}

extension Plan {
  /// The stated value of a cell, or unknown because of it.
  package func value(_ cell: Cell) -> Value {
    rows[cell.kind][cell.row].statements[cell.fact]?.value ?? .unknown(Unknown(cell))
  }

  /// `activities[ranking].consent.affirmative`, as a reader of the plan would write it.
  package func name(of cell: Cell, in vocabulary: Vocabulary) -> String {
    let kind = vocabulary.kinds[cell.kind]
    guard cell.row >= 0 else { return kind.collection ?? kind.name }
    let prefix = name(ofRow: cell.row, of: cell.kind, in: vocabulary)
    return cell.fact < 0 ? prefix : "\(prefix).\(kind.facts[cell.fact].planKey)"
  }

  package func name(ofRow row: Int, of kind: Int, in vocabulary: Vocabulary) -> String {
    let declared = vocabulary.kinds[kind]
    if let parent = rows[kind][row].parent { return name(of: parent, in: vocabulary) }
    if declared.isSingleton { return declared.name }
    return "\(declared.collection ?? declared.name)[\(rows[kind][row].id)]"
  }
}
