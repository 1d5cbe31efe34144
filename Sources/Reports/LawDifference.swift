package import Engine
import FEEL
package import Rules

/// What changes in the law from one day to another, and what that changes for plans.
package struct LawDifference {
  package struct Sample {
    package var plan: String
    /// That a rule which binds nobody came, went or moved is no news to a plan.
    package var changes: [AssessmentComparison.Change]
    package init(plan: String, comparison: AssessmentComparison) {
      self.plan = plan
      changes = comparison.changes.filter { change in
        [change.before, change.after].contains { $0 != nil && $0 != .notApplicable }
      }
    }
  }
  package var packs: [LawComparison]
  package var samples: [Sample]

  package init(packs: [LawComparison], samples: [Sample]) {
    self.packs = packs
    self.samples = samples
  }

  /// `2 provisions begin to apply` …, or that nothing changes.
  var summary: String {
    let changes = packs.reduce(0) { $0 + $1.changes.count }
    if changes == 0 { return "The law of \(count(packs.count, "pack")) is the same on both days." }
    let changed = packs.filter { !$0.changes.isEmpty }.count
    return "\(count(changes, "change")) in \(changed) of \(count(packs.count, "pack"))"
  }
}

/// One kind of change with all of its kind, in words.
struct LawSection {
  struct Entry {
    var text: String
    var details: [String] = []
  }
  var heading: String
  var entries: [Entry]
}

extension LawComparison {
  /// In the order in which they matter; none is empty.
  var sections: [LawSection] {
    let provisions = changes.filter(\.isProvision)
    let all: [LawSection] = [
      .init(heading: "Amended by", entries: amendments.map { .init(text: $0.words) }),
      .init(
        heading: "New law",
        entries: changes.filter { $0.kind == .inserted }.map {
          .init(text: $0.label + ($0.application.map { ", \($0.words)" } ?? ""), details: $0.reliance)
        }),
      .init(
        heading: "No law any more",
        entries: changes.filter { $0.kind == .repealed }.map {
          .init(text: $0.label + ($0.application.map { ", \($0.words)" } ?? ""))
        }),
      .init(heading: "Applies now", entries: changes.dated { if case .begins = $0 { true } else { false } }),
      .init(
        heading: "Does not apply any more",
        entries: changes.dated { if case .ends = $0 { true } else { false } }),
      .init(heading: "Applies on other days", entries: changes.moved),
      .init(
        heading: "Says something else",
        entries: provisions.filter { $0.kind == .changed && !$0.aspects.isEmpty }.map(\.entry)),
      .init(
        heading: "Values, conclusions and sanctions",
        entries: changes.filter {
          !$0.isProvision && $0.kind == .changed && ($0.values != nil || !$0.aspects.isEmpty)
        }.map(\.entry)),
    ]
    return all.filter { !$0.entries.isEmpty }
  }
}

extension Amendment {
  var words: String {
    "\(oneLine(title)), law from \(from)"
      + (citations.isEmpty ? "" : " (\(citations.map(\.text).joined(separator: "; ")))")
  }
}

extension [LawComparison.Change] {
  fileprivate func dated(_ isWanted: (LawComparison.Application) -> Bool) -> [LawSection.Entry] {
    filter { $0.kind == .changed && ($0.application.map(isWanted) ?? false) }.map {
      LawSection.Entry(text: $0.label + ($0.application.map { ", \($0.words)" } ?? ""))
    }
  }

  /// One entry for all that move together.
  fileprivate var moved: [LawSection.Entry] {
    var entries: [LawSection.Entry] = []
    for change in self {
      switch change.application {
      case .starts, .lasts: break
      default: continue
      }
      let words = change.application?.words ?? ""
      if let place = entries.firstIndex(where: { $0.text == words }) {
        entries[place].details.append(change.label)
      } else {
        entries.append(.init(text: words, details: [change.label]))
      }
    }
    return entries
  }
}

extension LawComparison.Change {
  fileprivate var isProvision: Bool { Provision.Modality(rawValue: part) != nil }

  /// `obligation art-4: Support AI literacy`
  fileprivate var label: String { "\(part) \(name)" + (title.map { ": \(oneLine($0))" } ?? "") }

  fileprivate var reliance: [String] {
    guard !affects.isEmpty else { return [] }
    let more = affects.count > 12 ? " and \(affects.count - 12) more" : ""
    return ["rests on it: \(affects.prefix(12).joined(separator: ", "))\(more)"]
  }

  fileprivate var entry: LawSection.Entry {
    var details = values.map(\.words) ?? []
    for aspect in aspects {
      details.append("\(aspect.name)\(aspect.reach == .words ? " (only words)" : "")")
      details.append("  was \(aspect.before.map(oneLine) ?? "nothing")")
      details.append("  is  \(aspect.after.map(oneLine) ?? "nothing")")
    }
    return .init(text: label, details: details + reliance)
  }
}

extension LawComparison.Application {
  var words: String {
    func day(_ day: CalendarDate?, _ otherwise: String) -> String { day?.description ?? otherwise }
    return switch self {
    case .begins(let from): "since \(day(from, "ever"))"
    case .ends(let until): until.map { "last on \($0)" } ?? "repealed"
    case .starts(let was, let now): "from \(day(now, "ever")) instead of \(day(was, "ever"))"
    case .lasts(let was, let now):
      "until \(day(now, "further notice")) instead of \(day(was, "further notice"))"
    case .from(let from): from.map { "applies from \($0)" } ?? "applies at once"
    }
  }
}

extension LawComparison.Values {
  /// Of lists only what differs.
  fileprivate var words: [String] {
    guard case .list(let old)? = before, case .list(let new)? = after else {
      return ["was \(LawComparison.Values.text(before))", "is  \(LawComparison.Values.text(after))"]
    }
    let gone = old.items.filter { !new.items.contains($0) }
    let come = new.items.filter { !old.items.contains($0) }
    return LawComparison.Values.line("with", come) + LawComparison.Values.line("without", gone)
  }

  private static func line(_ word: String, _ values: [Value]) -> [String] {
    if values.isEmpty { return [] }
    let more = values.count > 12 ? " and \(values.count - 12) more" : ""
    return ["\(word) \(values.prefix(12).map { text($0) }.joined(separator: ", "))\(more)"]
  }

  static func text(_ value: Value?) -> String {
    guard let value else { return "nothing" }
    if case .string(let text) = value { return oneLine(text) }
    return oneLine(value.description)
  }
}

extension AssessmentComparison.Change {
  /// `gap`, `starts later (2026-08-02)`, `listed, not judged (2027-12-02)`.
  var standings: (before: String, after: String) {
    func words(_ verdict: Verdict?, _ day: CalendarDate?) -> String {
      let word = verdict?.word ?? (day == nil ? "none" : "listed as later law")
      return word + (day.map { " (\($0))" } ?? "")
    }
    return (words(before, appliesFrom.before), words(after, appliesFrom.after))
  }
}
