package import Diagnostics

/// Rates of an outcome by group, each held against that of one group.
package struct Bias: Sendable {
  package enum Verdict: String, Sendable {
    case reference, gap, watch
    case none = "no gap"
    case undetermined = "too few"
    /// Nobody of the reference had the outcome.
    case noRatio = "no ratio"
  }

  package struct Group: Sendable {
    package var name: String
    package var selected: Proportion
    package var interval: ClosedRange<Double>
    package var difference: (value: Double, interval: ClosedRange<Double>)
    /// nil where no one was selected in one of the groups.
    package var ratio: (value: Double, interval: ClosedRange<Double>)?
    package var verdict: Verdict
  }

  /// By name.
  package var groups: [Group]
  package var reference: String
  package var level: Double
  /// Below this ratio there is a gap.
  package var least: Double
  package var fewest: Int

  /// `reference` is the group that the others are held against; else the one with the highest rate among those that are large enough.
  package init(
    _ counts: [(name: String, selected: Proportion)], reference asked: String?, level: Double, least: Double,
    fewest: Int
  ) {
    precondition(!counts.isEmpty)
    let z = Distribution.normalReach(level)
    let large = counts.filter { $0.selected.total >= fewest }
    let base =
      counts.first { $0.name == asked }
      ?? (large.isEmpty ? counts : large).max { ($0.selected.rate, $1.name) < ($1.selected.rate, $0.name) }
      ?? counts[0]
    (reference, self.level, self.least, self.fewest) = (base.name, level, least, fewest)
    groups = counts.map { name, selected in
      let ratio = selected.ratio(to: base.selected, reach: z)
      // No one selected is a ratio of 0, without an interval.
      let value = ratio?.value ?? (base.selected.count > 0 ? 0 : .nan)
      let verdict: Verdict =
        name == base.name
        ? .reference
        : min(selected.total, base.selected.total) < fewest
          ? .undetermined
          : base.selected.count == 0
            ? .noRatio
            : value >= least
              ? .none
              : (ratio?.interval.upperBound ?? 1) < 1 || isBelow(selected, base.selected, z) ? .gap : .watch
      return Group(
        name: name, selected: selected, interval: selected.interval(reach: z),
        difference: selected.difference(from: base.selected, reach: z), ratio: ratio, verdict: verdict)
    }
  }

  /// Why there are no ratios, if there are none.
  package var note: String? {
    guard let base = groups.first(where: { $0.name == reference }), base.selected.count == 0 else {
      return nil
    }
    return groups.allSatisfy { $0.selected.count == 0 }
      ? "no group had the outcome, so that there is no ratio"
      : "nobody in `\(reference)` had the outcome, so that there is no ratio to it"
  }

  /// The table has the columns `group` and `selected` (1 or 0, true or false, yes or no), one row for each person; or `group`,
  /// `selected` and `total`, one row of counts for each group.
  package static func counts(_ table: CSVTable) throws(Mistakes) -> [(name: String, selected: Proportion)] {
    let places = try table.places(of: ["group"], ["selected"])
    let (group, selected) = (places[0], places[1])
    let total = table.columns.firstIndex(of: "total")
    var counts: [String: (selected: Int, total: Int)] = [:]
    var lines: [String: Int] = [:]
    var mistakes = table.mistakes
    for row in table.rows {
      let name = row.cells[group]
      func complain(_ message: String) {
        mistakes.append(Diagnostic(.bias, at: table.location(row), message))
      }
      if name.isEmpty { complain("`group` is empty") }
      guard let total else {
        guard let isSelected = outcome(row.cells[selected]) else {
          complain(outcomeComplaint("selected", row.cells[selected]))
          continue
        }
        counts[name, default: (0, 0)].selected += isSelected ? 1 : 0
        counts[name, default: (0, 0)].total += 1
        continue
      }
      if !name.isEmpty, let line = lines.updateValue(row.line, forKey: name) {
        complain("the group `\(name)` stands on line \(line) too")
      }
      let numbers = [("selected", selected), ("total", total)].map { column, place in
        let number = Int(row.cells[place]).flatMap { 0...1_000_000_000_000 ~= $0 ? $0 : nil }
        if number == nil {
          complain(cellComplaint(column, row.cells[place], "no whole number from 0 to 1000000000000"))
        }
        return number
      }
      guard let some = numbers[0], let all = numbers[1] else { continue }
      if some > all { complain("`selected`, \(some), is above `total`, \(all)") }
      counts[name] = (some, all)
    }
    let groups = counts.filter { $0.value.total > 0 }
    if mistakes.isEmpty, groups.count < 2 {
      mistakes.append(
        Diagnostic(
          .bias, at: Location(file: table.file, line: 1), "fewer than two groups have anyone in them"))
    }
    guard mistakes.isEmpty else { throw Mistakes(first: mistakes) }
    return groups.sorted { $0.key < $1.key }.map {
      ($0.key, Proportion($0.value.selected, of: $0.value.total))
    }
  }
}

/// Whether a rate is surely below another: for where no ratio has an interval.
private func isBelow(_ selected: Proportion, _ base: Proportion, _ z: Double) -> Bool {
  selected.count == 0 && selected.difference(from: base, reach: z).interval.upperBound < 0
}

func outcomeComplaint(_ column: String, _ text: String) -> String {
  cellComplaint(column, text, "not 1 or 0 (true or false, yes or no)")
}

/// 1 or 0, true or false, yes or no.
func outcome(_ text: String) -> Bool? {
  switch text.lowercased() {
  case "1", "true", "yes": true
  case "0", "false", "no": false
  default: nil
  }
}

extension Diagnostic.Code { fileprivate static let bias = Self(rawValue: "bias.form") }
