package import Diagnostics

extension Drift {
  /// At most so many categories are told apart; the rarer are one.
  static let mostCategories = 50

  /// How what is missing may be spelled in a column of numbers, beside an empty cell.
  static let spellingsOfMissing = ["na", "n/a", "nan", "null", "none"]

  /// Judges the columns that both tables have, or those asked for. A column is numeric if most of its values in the reference are, unless
  /// it is among `categorical`; what is no number there is a mistake, for one such cell must not hide a shift.
  package init(
    _ reference: CSVTable, _ current: CSVTable, columns names: [String] = [], categorical: Set<String> = [],
    terms: Terms
  ) throws(Mistakes) {
    let tables = [reference, current]
    var mistakes = tables.flatMap(\.mistakes)
    for name in names + categorical.subtracting(names).sorted() {
      mistakes += tables.compactMap { $0.missing([name]) }
    }
    for table in tables where table.rows.isEmpty && table.mistakes.isEmpty {
      mistakes.append(
        Diagnostic(.drift, at: Location(file: table.file, line: 1), "there is no row with values"))
    }
    var notes: [String] = []
    let shared = names.isEmpty ? reference.columns.filter(current.columns.contains) : names
    if shared.isEmpty {
      mistakes.append(
        Diagnostic(.drift, at: Location(file: current.file, line: 1), "no column is in \(reference.file) too")
      )
    }
    if names.isEmpty {
      for (table, other) in [(reference, current), (current, reference)] {
        let alone = table.columns.filter { !other.columns.contains($0) }
        if !alone.isEmpty { notes.append("only in \(table.file): \(alone.joined(separator: ", "))") }
      }
    }
    var drafts: [Draft] = []
    for name in shared where tables.allSatisfy({ $0.columns.contains(name) }) {
      let cells = tables.map { $0.cells(of: name) }
      var draft = Draft(name, cells[0], cells[1], isCategorical: categorical.contains(name))
      if draft.isNumeric {
        draft.spellOutMissing()
        mistakes += tables.flatMap { $0.faults(ofNumbers: name) }
      }
      drafts.append(draft)
    }
    guard mistakes.isEmpty else { throw Mistakes(first: mistakes) }
    let judged = drafts.filter { $0.isEnough(terms) }
    let tests = judged.reduce(0) { $0 + ($1.isNumeric ? 2 : 1) }
    (self.terms, self.tests, self.notes) = (terms, tests, notes)
    columns = []
    columns = drafts.map { $0.judged(terms, significance: significanceOfOne) }
  }

  /// A column before all are counted.
  private struct Draft {
    var name: String
    var reference: [String]
    var current: [String]
    var isNumeric: Bool

    init(_ name: String, _ reference: [String], _ current: [String], isCategorical: Bool) {
      (self.name, self.reference, self.current) = (name, reference, current)
      let values = reference.filter { !Drift.isMissing($0) }
      isNumeric = !isCategorical && 2 * values.count { numeral($0) != nil } > values.count
    }

    mutating func spellOutMissing() {
      reference = reference.map { Drift.isMissing($0) ? "" : $0 }
      current = current.map { Drift.isMissing($0) ? "" : $0 }
    }

    private func stated(_ cells: [String]) -> Int { cells.count { !$0.isEmpty } }

    func isEnough(_ terms: Terms) -> Bool { min(stated(reference), stated(current)) >= terms.fewest }

    func judged(_ terms: Terms, significance: Double) -> Column {
      let bins = isNumeric ? numericBins : categoryBins
      let stability = PopulationStability(
        bins.map(\.reference), bins.map(\.current), significance: significance)
      let numbers = (reference.compactMap(number), current.compactMap(number))
      let distance =
        isNumeric && !numbers.0.isEmpty && !numbers.1.isEmpty ? KolmogorovSmirnov(numbers.0, numbers.1) : nil
      let isMoved = stability.index > stability.critical
      let isFar = distance.map { $0.chance < significance && $0.distance >= terms.distance } ?? false
      let verdict: Verdict =
        !isEnough(terms)
        ? .undetermined
        : isMoved && stability.index >= terms.large
          ? .large
          : isMoved && stability.index >= terms.moderate || isFar ? .moderate : isMoved ? .small : .none
      return Column(
        name: name, isNumeric: isNumeric, reference: stated(reference), current: stated(current), bins: bins,
        stability: stability, distance: distance, verdict: verdict)
    }

    /// Ten bins between quantiles of the reference, fewer where they coincide, and one for what is missing.
    private var numericBins: [Bin] {
      let sorted = reference.compactMap(number).sorted()
      guard let first = sorted.first, let last = sorted.last else { return [] }
      var edges: [Double] = []
      for part in 1..<10 {
        // The least value that a tenth more of the reference is at or below.
        let edge = sorted[min(sorted.count - 1, (sorted.count * part + 9) / 10 - 1)]
        if edge > edges.last ?? -.infinity, edge < last || edges.isEmpty && first < last {
          edges.append(edge)
        }
      }
      func counts(_ cells: [String]) -> [Int] {
        var counts = [Int](repeating: 0, count: edges.count + 1)
        for value in cells.lazy.compactMap(number) {
          counts[edges.firstIndex { value <= $0 } ?? edges.count] += 1
        }
        return counts
      }
      let (before, after) = (counts(reference), counts(current))
      let bins = before.indices.map { index in
        Bin(
          name: index < edges.count ? "to \(shown(edges[index]))" : edges.isEmpty ? "all" : "above",
          reference: before[index], current: after[index])
      }
      return bins + missingBin
    }

    /// The most frequent categories of the reference and the current table, the rest together, and what is missing.
    private var categoryBins: [Bin] {
      var counts: [String: (Int, Int)] = [:]
      for cell in reference where !cell.isEmpty { counts[cell, default: (0, 0)].0 += 1 }
      for cell in current where !cell.isEmpty { counts[cell, default: (0, 0)].1 += 1 }
      let sorted = counts.sorted { ($1.value.0 + $1.value.1, $0.key) < ($0.value.0 + $0.value.1, $1.key) }
      var bins = sorted.prefix(Drift.mostCategories).map {
        Bin(name: $0.key, reference: $0.value.0, current: $0.value.1)
      }
      let rest = sorted.dropFirst(Drift.mostCategories)
      if !rest.isEmpty {
        bins.append(
          Bin(
            name: "\(rest.count) others", reference: rest.reduce(0) { $0 + $1.value.0 },
            current: rest.reduce(0) { $0 + $1.value.1 }))
      }
      return bins + missingBin
    }

    private var missingBin: [Bin] {
      let (before, after) = (reference.count - stated(reference), current.count - stated(current))
      return before + after > 0 ? [Bin(name: "missing", reference: before, current: after)] : []
    }
  }
}

extension Drift {
  /// Among numbers; a category may well be called `none`, or `NA` for Namibia.
  fileprivate static func isMissing(_ cell: String) -> Bool {
    cell.isEmpty || cell.utf8.count <= 4 && spellingsOfMissing.contains(cell.lowercased())
  }
}

extension CSVTable {
  /// All cells of a column that it has.
  fileprivate func cells(of name: String) -> [String] {
    columns.firstIndex(of: name).map { place in rows.map { $0.cells[place] } } ?? []
  }

  /// Cells of a column that are neither numbers nor missing.
  fileprivate func faults(ofNumbers name: String) -> [Diagnostic] {
    zip(rows, cells(of: name)).filter { number($1) == nil && !Drift.isMissing($1) }.map { row, cell in
      Diagnostic(
        .drift, at: location(row), "\(numberComplaint(cell)); most of `\(name)` are numbers",
        suggestion: numeral(cell) == nil
          ? "leave it empty if it is missing, or name the column with --categorical" : nil)
    }
  }
}

extension Diagnostic.Code { fileprivate static let drift = Self(rawValue: "drift.form") }
