/// A meeting that collects what a plan does not say yet. Which facts it asks for follows from the provisions that its parts name.
package struct Workshop: Sendable {
  /// One topic of the meeting: what is known at its end, how to get there, and what is decided.
  package struct Part: Sendable {
    package var title: String
    package var minutes: Int
    package var aim: String
    package var steps: [String]
    package var provisions: [Reference]
    package var sheets: [Sheet]
    package var decisions: [String]
    /// Whether what the guides say of the markets of the plan is shown.
    package var showsGuides: Bool
  }

  /// A provision by pack and id: `frameworks.infrastructure/audit`.
  package struct Reference: Sendable, Hashable {
    package var pack: String
    package var provision: String
    package var text: String { "\(pack)/\(provision)" }
  }

  /// An empty table for what the room collects; no fact of the plan, but it may be kept as evidence.
  package struct Sheet: Sendable {
    package var title: String
    package var columns: [String]
    package var rows: Int
  }

  package var id: String
  package var title: String
  /// Where it comes from; nil: it is our own.
  package var citation: String?
  package var summary: String
  /// Whose knowledge is needed, by role.
  package var invited: [String]
  /// What has to be at hand.
  package var brought: [String]
  package var parts: [Part]

  package var minutes: Int { parts.reduce(0) { $0 + $1.minutes } }
  /// The packs whose provisions it is about, each once.
  package var packs: [String] {
    var packs: [String] = []
    for part in parts {
      for each in part.provisions where !packs.contains(each.pack) { packs.append(each.pack) }
    }
    return packs
  }
}
