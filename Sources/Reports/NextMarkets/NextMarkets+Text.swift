package import Engine
import FEEL

/// NextMarket markets ranked, for the terminal.
package func nextMarketsText(_ candidates: [NextMarket], head: String) -> String {
  var lines = [head, NextMarket.formula]
  var place = 0
  for candidate in candidates {
    if candidate.isCovered { place += 1 }
    lines += ["", "\(candidate.isCovered ? "\(place)." : "–") \(candidate.name)"] + candidate.lines
  }
  return (lines + ["", NextMarket.assumption]).joined(separator: "\n") + "\n"
}

extension NextMarket {
  /// How candidates are ranked, in words.
  static let formula = """
    Ranked by the earliest lawful entry if every unknown turns out a gap (no such date: last), then by the earliest lawful entry as far as \
    known, then by new person days, then by unknown duties, then by code. A market that no pack covers has no rank.
    """
  static let assumption =
    "Assumed: what is offered, marketed or collected in a market of the plan would be in the candidate too; nothing else changes."

  var name: String { "\(oneLine(market.name)) (\(market.country))" }

  fileprivate var lines: [String] {
    guard isCovered else { return ["   no pack covers it: nothing is known of its law here"] }
    var lines = [
      "   earliest lawful entry: \(lawfulText); if every unknown is a gap: \(lawfulAtWorst?.description ?? "none")",
      "   \(count(blockers.count, "gap blocks", "gaps block")) entry, \(count(otherGaps.count, "other gap")), \(unknown.count) unknown, \(met) of \(count(applicable, "duty", "duties")) met",
      "   work: \(controls.inPlace) of \(count(controlCount, "control")) in place, \(controls.planned) in the schedule of the plan anyway; new: \(count(newTasks.count, "task")), \(decimal(newEffort)) person days",
    ]
    for blocker in blockers.prefix(Self.shown) {
      lines.append("   ■ \(blocker.citationText): \(oneLine(blocker.title))")
    }
    if blockers.count > Self.shown { lines.append("   and \(blockers.count - Self.shown) more") }
    return lines
  }

  /// Blockers of a market that are named.
  private static let shown = 3
  private var controlCount: Int { controls.inPlace + controls.planned + controls.new }

  private var lawfulText: String {
    lawful?.description ?? "none, \(count(withoutTask.count, "blocking gap")) without a task"
  }
}
