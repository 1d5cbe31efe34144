/// What remains to be decided once everything that follows without search has been taken; every step keeps the one best set.
struct RemedyReduction {
  /// The options of one gap: what each still adds to the measures that are needed.
  typealias Row = [PlaceSet]

  private let instance: RemedyInstance
  private(set) var needed: PlaceSet
  private(set) var rows: [Row]

  init(_ instance: RemedyInstance, needed: PlaceSet, rows: [Row]) {
    self.instance = instance
    self.needed = needed
    self.rows = rows
    while step() {}
  }

  private mutating func step() -> Bool {
    takeWhatIsNeeded()
    return dropRows() || dropDearOptions()
  }

  /// A gap with one option left needs it; what is needed costs nothing more; an option that holds another one is never better.
  private mutating func takeWhatIsNeeded() {
    var isChanged = true
    while isChanged {
      isChanged = false
      var rest: [Row] = []
      for row in rows {
        let options = Self.leastSets(row.map { $0.subtracting(needed) })
        if options.count == 1 {
          if !options[0].isEmpty { isChanged = true }
          needed.formUnion(options[0])
        } else {
          rest.append(options)
        }
      }
      rows = rest
    }
  }

  /// The sets that hold no other of them, each once.
  private static func leastSets(_ sets: [PlaceSet]) -> [PlaceSet] {
    sets.indices.filter { index in
      !sets.indices.contains { other in
        other != index && sets[other].isSubset(of: sets[index])
          && (sets[other] != sets[index] || other < index)
      }
    }.map { sets[$0] }
  }

  /// A gap each of whose options is closed by every option of another one needs no decision of its own.
  private mutating func dropRows() -> Bool {
    // Beyond this size the comparison of all pairs costs more than it saves.
    guard rows.count > 1, rows.count <= 1_000 else { return false }
    var isKept = [Bool](repeating: true, count: rows.count)
    for (place, row) in rows.enumerated() {
      isKept[place] = !rows.indices.contains { other in
        other != place && isKept[other]
          && rows[other].allSatisfy { wide in row.contains { $0.isSubset(of: wide) } }
      }
    }
    guard isKept.contains(false) else { return false }
    rows = rows.indices.filter { isKept[$0] }.map { rows[$0] }
    return true
  }

  /// An option is out if another one of its gap costs less, all of it, than what this one takes for this gap alone.
  private mutating func dropDearOptions() -> Bool {
    guard !rows.isEmpty else { return false }
    var uses = [Int](repeating: 0, count: instance.measures.count)
    let unions = rows.map { row in row.dropFirst().reduce(row[0]) { $0.union($1) } }
    for union in unions { union.forEach { uses[$0] += 1 } }
    var isChanged = false
    for place in rows.indices {
      let full = rows[place].map { instance.price($0) }
      let own = rows[place].map { option in
        var sum = RemedyPrice.zero
        option.forEach { if uses[$0] == 1 { sum += instance.prices[$0] } }
        return sum
      }
      guard let cheapest = full.indices.min(by: { full[$0] < full[$1] }) else { continue }
      let kept = full.indices.filter { $0 == cheapest || !(full[cheapest] < own[$0]) }
      guard kept.count < full.count else { continue }
      rows[place] = kept.map { rows[place][$0] }
      isChanged = true
    }
    return isChanged
  }

  /// Rows that share no measure are decided apart.
  var parts: [[Row]] {
    var parts: [(union: PlaceSet, rows: [Row])] = []
    for row in rows {
      var part = (union: row.dropFirst().reduce(row[0]) { $0.union($1) }, rows: [row])
      var apart: [(union: PlaceSet, rows: [Row])] = []
      for other in parts {
        if other.union.isDisjoint(with: part.union) {
          apart.append(other)
        } else {
          part.union.formUnion(other.union)
          part.rows = other.rows + part.rows
        }
      }
      parts = apart + [part]
    }
    return parts.map(\.rows)
  }
}
