/// A value of FEEL, with *unknown* beside null: a declared fact that the plan does not state.
package enum Value: Sendable, Hashable {
  case null
  case boolean(Bool)
  case number(Decimal)
  case string(String)
  indirect case date(CalendarDate)
  indirect case time(TimeOfDay)
  indirect case dateTime(DateTime)
  indirect case days(DayTimeDuration)
  case months(YearMonthDuration)
  case list(List)
  case context(Context)
  indirect case range(Range)
  indirect case function(Function)
  /// A row of the plan: an activity, a store, a record inside one.
  case entity(Entity)
  case unknown(Unknown)
}

/// A list; *open* when there may be more members than it shows.
package struct List: Sendable, Hashable {
  package var items: [Value]
  /// The facts that would close the list; nil for a closed list.
  package var open: Unknown?

  package init(_ items: [Value], open: Unknown? = nil) {
    self.items = items
    self.open = open
  }
}

/// Named entries in the order written.
package struct Context: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    package var name: String
    package var value: Value
    package init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }
  package var entries: [Entry]
  package init(_ entries: [Entry]) { self.entries = entries }
  package subscript(name: String) -> Value? { entries.first { $0.name.utf8.elementsEqual(name.utf8) }?.value }
}

/// An interval; a missing end is unbounded.
package struct Range: Sendable, Hashable {
  package var lower: Value?
  package var upper: Value?
  package var lowerClosed: Bool
  package var upperClosed: Bool
  package var form = Form.ends

  /// How it was written: ranges that were written differently differ.
  package enum Form: Sendable, Hashable, CaseIterable {
    case ends
    /// `(= 5)`: both ends are the point.
    case point
    /// `(!= 5)`: everything but the point, at which both ends are.
    case excluded
  }

  package init(_ point: Value, isExcluded: Bool) {
    self.init(lower: point, lowerClosed: !isExcluded, upper: point, upperClosed: !isExcluded)
    form = isExcluded ? .excluded : .point
  }

  package init(lower: Value?, lowerClosed: Bool, upper: Value?, upperClosed: Bool) {
    self.lower = lower
    self.upper = upper
    self.lowerClosed = lowerClosed
    self.upperClosed = upperClosed
  }
}

/// A row of the plan: its kind and its place among the rows of that kind.
package struct Entity: Sendable, Hashable {
  package var kind: Int
  package var row: Int
  package init(kind: Int, row: Int) {
    self.kind = kind
    self.row = row
  }
}

/// One cell of the plan: a fact of a row. `fact` -1 stands for the collection of the kind itself (row -1).
package struct Cell: Sendable, Hashable, Comparable {
  package var kind: Int
  package var row: Int
  package var fact: Int
  package init(kind: Int, row: Int, fact: Int) {
    self.kind = kind
    self.row = row
    self.fact = fact
  }
  package static func < (a: Cell, b: Cell) -> Bool { (a.kind, a.row, a.fact) < (b.kind, b.row, b.fact) }
}

/// The facts that would settle an unknown value: never empty, sorted, without repeats.
package struct Unknown: Sendable, Hashable {
  package let cells: [Cell]
  package init(_ cell: Cell) { cells = [cell] }
  package init(sorted cells: [Cell]) { self.cells = cells }

  /// The facts of both.
  package func union(_ other: Unknown) -> Unknown {
    if self == other { return self }
    var merged: [Cell] = []
    merged.reserveCapacity(cells.count + other.cells.count)
    var (a, b) = (0, 0)
    while a < cells.count, b < other.cells.count {
      let (one, two) = (cells[a], other.cells[b])
      merged.append(two < one ? two : one)
      if one <= two { a += 1 }
      if two <= one { b += 1 }
    }
    return Unknown(sorted: merged + cells[a...] + other.cells[b...])
  }
}
