/// A plan that was judged before, judged again under other law.
package struct Replay: Sendable {
  let plan: String
  let entry: Int
  let time: String
  package let difference: ResultDifference
  let before: Snapshot.Summary
  let after: Snapshot.Summary

  package init(
    plan: String, entry: Int, time: String, difference: ResultDifference, before: Snapshot.Summary,
    after: Snapshot.Summary
  ) {
    self.plan = plan
    self.entry = entry
    self.time = time
    self.difference = difference
    self.before = before
    self.after = after
  }

  /// A line for each plan, then what changed in each.
  package static func text(_ replays: [Replay], style: TextStyle = TextStyle()) -> String {
    func cells(_ summary: Snapshot.Summary) -> [String] {
      [
        "\(summary.gaps)", "\(summary.critical)", "\(summary.unknown)",
        "\(summary.readiness.low)–\(summary.readiness.high) %",
      ]
    }
    let head = [
      "plan", "entry", "as of", "gaps", "critical", "unknown", "readiness", "as of", "gaps", "critical",
      "unknown", "readiness",
    ]
    let rows = replays.map { each in
      [oneLine(each.plan), "\(each.entry)", each.before.asOf] + cells(each.before) + [each.after.asOf]
        + cells(each.after)
    }
    var lines = columns([head] + rows)
    for each in replays where !each.difference.isEmpty {
      lines += [
        "", style.ink("\(oneLine(each.plan)), entry \(each.entry)", .bold),
        each.difference.text(style: style, most: 10),
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  package static func json(_ replays: [Replay]) -> String {
    struct File: Encodable {
      var schemaVersion = "1.0"
      var replays: [Each]
      struct Each: Encodable {
        var plan: String
        var entry: Int
        var time: String
        var before, after: Snapshot.Summary
        var difference: ResultDifference.File
      }
    }
    return Reports.json(
      of: File(
        replays: replays.map {
          .init(
            plan: $0.plan, entry: $0.entry, time: $0.time, before: $0.before, after: $0.after,
            difference: ResultDifference.File($0.difference))
        }))
  }
}
