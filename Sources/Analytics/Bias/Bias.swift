package import Diagnostics

/// Rates of an outcome by group, each held against that of one group.
package struct Bias: Sendable {
  package enum Verdict: String, Sendable {
    case reference, gap, watch
    case none = "no gap"
    case undetermined = "too few"
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
        : min(selected.total, base.selected.total) < fewest || base.selected.count == 0
          ? .undetermined
          : value >= least
            ? .none
            : (ratio?.interval.upperBound ?? 1) < 1 || isBelow(selected, base.selected, z) ? .gap : .watch
      return Group(
        name: name, selected: selected, interval: selected.interval(reach: z),
        difference: selected.difference(from: base.selected, reach: z), ratio: ratio, verdict: verdict)
    }
  }

  /// The table has the columns `group` and `selected` (1 or 0, true or false, yes or no), one row for each person; or `group`,
  /// `selected` and `total`, one row of counts for each group.
  package static func counts(_ table: CSVTable) throws(Mistakes) -> [(name: String, selected: Proportion)] {
    let group = try table.place(of: "group")
    let selected = try table.place(of: "selected")
    let total = table.columns.firstIndex(of: "total")
    var counts: [String: (selected: Int, total: Int)] = [:]
    var mistakes: [Diagnostic] = []
    for row in table.rows {
      let name = row.cells[group]
      let found: (Int, Int)?
      if let total {
        found = Int(row.cells[selected]).flatMap { one in Int(row.cells[total]).map { (one, $0) } }
      } else {
        found = outcome(row.cells[selected]).map { ($0 ? 1 : 0, 1) }
      }
      guard let found, 0...1_000_000_000_000 ~= found.1, 0...found.1 ~= found.0, !name.isEmpty,
        total == nil || counts[name] == nil
      else {
        let wanted =
          total == nil
          ? "a group, and 1 or 0 (true or false, yes or no)"
          : "a group that has no other row, and counts of which `selected` is not above `total`"
        mistakes.append(Diagnostic(.bias, at: table.location(row), "a row has \(wanted)"))
        continue
      }
      counts[name, default: (0, 0)].selected += found.0
      counts[name, default: (0, 0)].total += found.1
    }
    let groups = counts.filter { $0.value.total > 0 }
    if mistakes.isEmpty, groups.count < 2 {
      mistakes.append(
        Diagnostic(
          .bias, at: Location(file: table.file, line: 1), "fewer than two groups have anyone in them"))
    }
    guard mistakes.isEmpty else { throw Mistakes(Array(mistakes.prefix(CSVTable.mostMistakes))) }
    return groups.sorted { $0.key < $1.key }.map {
      ($0.key, Proportion($0.value.selected, of: $0.value.total))
    }
  }
}

/// Whether a rate is surely below another: for where no ratio has an interval.
private func isBelow(_ selected: Proportion, _ base: Proportion, _ z: Double) -> Bool {
  selected.count == 0 && selected.difference(from: base, reach: z).interval.upperBound < 0
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
