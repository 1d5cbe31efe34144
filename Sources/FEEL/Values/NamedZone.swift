/// A time zone by name, with its offsets from UTC and when they change. Two of one name are the same.
package struct NamedZone: Sendable, Hashable {
  /// From an instant on, in seconds after 1970-01-01T00:00:00Z, another offset holds.
  package struct Change: Sendable {
    package let instant: Int
    package let offset: Int
    package init(at instant: Int, to offset: Int) {
      self.instant = instant
      self.offset = offset
    }
  }

  package let name: String
  /// Seconds east of UTC before the first change.
  private let first: Int
  /// In the order of time.
  private let changes: [Change]
  /// What holds after the last change.
  private let rule: ZoneRule?

  package init(_ name: String, offset: Int, changes: [Change] = [], rule: ZoneRule? = nil) {
    precondition(zip(changes, changes.dropFirst()).allSatisfy { $0.instant < $1.instant }, "in order of time")
    self.name = name
    self.first = offset
    self.changes = changes
    self.rule = rule
  }

  package static func == (a: NamedZone, b: NamedZone) -> Bool { a.name == b.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// The offset of a zone that has never had another.
  var fixedOffset: Int? { changes.isEmpty && rule == nil ? first : nil }

  func offset(at instant: Int) -> Int {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].instant <= instant { low = middle + 1 } else { high = middle }
    }
    if low == changes.count, let rule { return rule.offset(at: instant) }
    return low == 0 ? first : changes[low - 1].offset
  }

  /// The day that its clocks show at an instant, in seconds after 1970-01-01T00:00:00Z.
  package func date(at instant: Int) -> CalendarDate? {
    CalendarDate(dayNumber: Int(((Double(instant) + Double(offset(at: instant))) / 86_400).rounded(.down)))
  }

  /// What the clocks of the zone mean when they show a time, in seconds after 1970-01-01T00:00:00.
  enum Reading {
    case once(offset: Int)
    /// The clocks went back: they show it twice.
    case twice(first: Int, second: Int)
    /// The clocks went forward: they never show it; with the seconds that were left out.
    case never(offset: Int, skipped: Int)
  }

  func reading(of wallClock: Int) -> Reading {
    let day = 86_400
    // The offsets before and after a change that may be near; no zone changes twice in two days.
    let before = offset(at: wallClock - day)
    let after = offset(at: wallClock + day)
    let holds = (offset(at: wallClock - before) == before, offset(at: wallClock - after) == after)
    switch holds {
    case (true, true): return before == after ? .once(offset: before) : .twice(first: before, second: after)
    case (true, false): return .once(offset: before)
    case (false, true): return .once(offset: after)
    case (false, false): return .never(offset: after, skipped: after - before)
    }
  }
}

/// Where named zones come from: the evaluation is given them, because they change with every release of the
/// time zone database.
package struct Zones: Sendable {
  private let find: @Sendable (String) -> NamedZone?

  /// `find` answers for exact names; nil for a name that is none.
  package init(_ find: @escaping @Sendable (String) -> NamedZone?) { self.find = find }

  /// UTC only.
  package static let none = Zones { _ in nil }

  package subscript(name: String) -> NamedZone? {
    name == "UTC" || name == "Etc/UTC" ? NamedZone(name, offset: 0) : find(name)
  }
}
