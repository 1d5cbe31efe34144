import JSON
import Ledger

/// Entries as the rows of a table, with the trend of each plan.
struct History {
  private let plan: String?
  private var rows: [[String]] = []
  private var latest: [String: Score] = [:]

  private static let head = [
    "no", "time", "kind", "plan", "as of", "gaps", "critical", "unknown", "waived", "readiness", "", "what",
  ]

  /// Only what concerns a plan, if one is named.
  init(plan: String?) { self.plan = plan }

  mutating func add(_ entry: Entry) {
    let summary = entry.body["summary"]
    let name = (summary?["plan"] ?? entry.body["plan"])?.string
    if let plan, name != plan { return }
    var row = ["\(entry.number)", entry.time, entry.kind.rawValue, name ?? ""]
    row.append(summary?["asOf"]?.string ?? "")
    for member in ["gaps", "critical", "unknown", "waived"] {
      row.append(summary?[member].map(Self.cell) ?? "")
    }
    row.append(readiness(summary?["readiness"]))
    row.append(trend(summary, of: name, Score(summary)))
    row.append(what(entry.body))
    rows.append(row.map(printable))
  }

  /// Columns that nobody fills are left out.
  var text: String {
    guard !rows.isEmpty else { return plan.map { "Nothing about `\($0)`." } ?? "No entries." }
    let used = Self.head.indices.filter { column in column == 0 || rows.contains { !$0[column].isEmpty } }
    let cells = ([Self.head] + rows).map { row in used.map { row[$0] } }
    let widths = used.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    return cells.map { row in
      let padded = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      return padded.joined(separator: "  ").trimmingEnd
    }.joined(separator: "\n")
  }

  private mutating func trend(_ summary: JSONValue?, of name: String?, _ score: Score?) -> String {
    guard let name, let score else { return "" }
    let before = latest.updateValue(score, forKey: name)
    guard let before else { return "" }
    return score.isBetter(than: before) ? "↗" : before.isBetter(than: score) ? "↘" : "→"
  }

  private func readiness(_ value: JSONValue?) -> String {
    guard let low = value?["low"].map(Self.cell), let high = value?["high"].map(Self.cell) else {
      return value.map(Self.cell) ?? ""
    }
    return low == high ? low : "\(low)–\(high)"
  }

  private func what(_ body: JSONValue) -> String {
    let role = body["role"]?.string.map { "\($0): " } ?? ""
    let text = ["text", "what", "reason"].lazy.compactMap { body[$0]?.string }.first ?? ""
    return role + text
  }

  private static func cell(_ value: JSONValue) -> String {
    switch value {
    case .string(let text), .literal(let text): text
    default: ""
    }
  }
}

/// What of an assessment tells better from worse; smaller is better.
private struct Score {
  private let numbers: [Double]

  /// Nil for what has no number of gaps.
  init?(_ summary: JSONValue?) {
    func number(_ value: JSONValue?) -> Double {
      guard case .literal(let text) = value else { return 0 }
      return Double(text) ?? 0
    }
    guard let summary, summary["gaps"] != nil else { return nil }
    let readiness = summary["readiness"]
    numbers = [
      number(summary["critical"]), number(summary["gaps"]), number(summary["unknown"]),
      -number(readiness?["low"]), -number(readiness?["high"]),
    ]
  }

  func isBetter(than other: Score) -> Bool { numbers.lexicographicallyPrecedes(other.numbers) }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
