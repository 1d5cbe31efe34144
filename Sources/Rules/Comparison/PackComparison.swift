import FEEL

/// How one edition of a pack differs from another in meaning: part by part, not line by line.
package struct PackComparison: Sendable {
  /// What a change can alter.
  package enum Reach: String, Sendable, CaseIterable {
    /// Verdicts: when a rule binds and what it asks.
    case effect
    /// How heavily a finding weighs: harm, sanctions, confidence.
    case weight
    /// Only what is said about it.
    case words
  }

  /// One thing that a part says, before and after; nil: it said nothing.
  package struct Aspect: Sendable, Equatable {
    package var name: String
    package var before: String?
    package var after: String?
    package var reach: Reach
  }

  package struct Change: Sendable {
    package enum Kind: String, Sendable { case added, removed, changed, replaced }
    package var kind: Kind
    /// obligation, parameter, definition …
    package var part: String
    /// Its id or name; of a version, with its first day.
    package var name: String
    package var title: String?
    /// Of a changed part.
    package var aspects: [Aspect]
    /// Ids of what replaces it.
    package var successors: [String]
    /// Ids of the provisions whose conditions rest on a changed definition, decision, parameter or scope.
    package var affects: [String]
  }

  /// A shipped id that would silently vanish or change its meaning, with what depends on it: answers, waivers, profiles.
  package struct Refusal: Sendable, Equatable {
    package var id: String
    package var reason: String
    package var remedy: String
  }

  package var pack: String
  package var editions: (before: String, after: String)
  package var changes: [Change]
  package var refusals: [Refusal]

  /// What can alter verdicts.
  package var effects: Int {
    changes.count { $0.kind != .changed || $0.aspects.contains { $0.reach == .effect } }
  }

  package init(_ before: Pack, _ after: Pack) {
    pack = after.id
    editions = (before.edition, after.edition)
    let (old, new) = (Parts(before), Parts(after))
    let uses = (Uses(before), Uses(after))
    let affects = { (name: String) in
      Set(uses.0.provisions(restingOn: name) + uses.1.provisions(restingOn: name)).sorted()
    }
    var all = new.matched(with: old, successors: after.successors(of:), affects: affects)
    for law in after.earlier {
      // The law before the same day.
      guard let other = before.earlier.first(where: { $0.enacted.until == law.enacted.until }) else {
        continue
      }
      let now = all
      all += Parts(law).matched(with: Parts(other), successors: law.successors(of:), affects: affects)
        .filter { change in !now.contains { $0.isLike(change) } }.map { $0.before(law.enacted.until) }
    }
    changes = all
    refusals = before.refusals(in: after)
  }
}

extension PackComparison.Change {
  /// The same change of the same part: what no amendment touched changes in all states of the law.
  fileprivate func isLike(_ other: Self) -> Bool {
    kind == other.kind && part == other.part && name == other.name && aspects == other.aspects
  }

  fileprivate func before(_ last: CalendarDate?) -> Self {
    var change = self
    if let last { change.name += " (law until \(last))" }
    return change
  }
}
