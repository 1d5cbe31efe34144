import FEEL
import Rules

extension Checklist {
  /// Law that starts to apply in the window, one entry per day and pack; other readings of the start too.
  static func legalDates(_ findings: [Finding], from start: CalendarDate, to horizon: CalendarDate)
    -> [LegalDate]
  {
    guard start <= horizon else { return [] }
    var groups: [Key: [Finding]] = [:]
    for finding in findings where finding.verdict != .notApplicable && finding.verdict != .error {
      if let date = finding.appliesFrom, (start...horizon).contains(date) {
        groups[Key(date: date, pack: finding.pack), default: []].append(finding)
      }
      for reading in finding.otherReadings {
        guard let date = reading.appliesFrom, date != finding.appliesFrom, (start...horizon).contains(date)
        else {
          continue
        }
        groups[Key(date: date, pack: finding.pack, reading: reading.title), default: []].append(finding)
      }
    }
    return groups.sorted { $0.key < $1.key }.map { key, findings in
      LegalDate(
        date: key.date, title: title(findings, key.reading), findings: Set(findings.map(\.id)).sorted())
    }
  }

  /// `AI-Act Article 26: Duties of deployers`, or `AI-Act: 3 provisions start to apply`.
  private static func title(_ findings: [Finding], _ reading: String?) -> String {
    let suffix = reading.map { " (reading: \($0))" } ?? ""
    guard let first = findings.min(by: { $0.id < $1.id }) else { return "" }
    let count = Set(findings.map(\.provision)).count
    let law = first.citations.first?.law ?? first.pack
    if count == 1 { return "\(first.citations.first?.text ?? first.pack): \(first.title)\(suffix)" }
    return "\(law): \(count) provisions start to apply\(suffix)"
  }

  private struct Key: Hashable, Comparable {
    var date: CalendarDate
    var pack: String
    var reading: String?
    static func < (a: Key, b: Key) -> Bool {
      (a.date, a.pack, a.reading ?? "") < (b.date, b.pack, b.reading ?? "")
    }
  }
}
