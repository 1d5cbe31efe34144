package import Diagnostics
package import FEEL
import Plans
package import Rules

/// A real decision: the plan as it was, and what the authority found.
package struct Precedent: Sendable {
  package struct Entry: Sendable {
    package var law: String
    package var article: String
    package var paragraph: String?
    package var reason: String?
  }
  package var name: String
  package var asOf: CalendarDate
  package var plan: Node
  package var infringed: [Entry]
  package var clear: [Entry]
  /// Not counted, with the reason: not expressible in a plan, limited to a period or party, no article named.
  package var leftOut: [Entry]
  package var file: String

  /// Reads one back-test file; all mistakes at once.
  package init(reading node: Node, file: String) throws(Mistakes) {
    var fields = Fields(
      node, known: ["case", "asOf", "plan", "infringed", "clear", "leftOut", "source", "note"])
    let text = fields.text("asOf") ?? ""
    let day = CalendarDate(text)
    if day == nil {
      fields.mistakes.append(
        Diagnostic(.caseFile, at: fields["asOf"]?.location ?? node.location, "`asOf` is a date, YYYY-MM-DD"))
    }
    if fields["plan"] == nil {
      fields.mistakes.append(Diagnostic(.caseFile, at: node.location, "the file has no `plan`"))
    }
    var lists: [[Entry]] = []
    for key in ["infringed", "clear", "leftOut"] { lists.append(Self.entries(&fields, key)) }
    guard fields.mistakes.isEmpty, let day, let plan = fields["plan"] else { throw Mistakes(fields.mistakes) }
    self.name = fields.text("case") ?? file
    self.asOf = day
    self.plan = plan
    self.file = file
    let unspecified = lists[0].filter { $0.article == "unspecified" }
    infringed = lists[0].filter { $0.article != "unspecified" }
    clear = lists[1].filter { $0.article != "unspecified" }
    leftOut = lists[2] + unspecified
  }

  private static func entries(_ fields: inout Fields, _ key: String) -> [Entry] {
    guard let node = fields[key] else { return [] }
    guard case .list(let items, _) = node else {
      fields.mistakes.append(
        Diagnostic(.caseFile, at: node.location, "`\(key)` is a list of {law, article, paragraph}"))
      return []
    }
    return items.compactMap { item in
      let entry = Fields(item, known: ["law", "article", "paragraph", "reason"])
      fields.mistakes += entry.mistakes
      guard let law = entry.text("law"), let article = entry.text("article") else {
        fields.mistakes.append(Diagnostic(.caseFile, at: item.location, "an entry names `law` and `article`"))
        return nil
      }
      return Entry(
        law: law, article: article, paragraph: entry.text("paragraph"), reason: entry.text("reason"))
    }
  }
}

/// How the findings compare with what authorities found.
package struct Backtest: Sendable {
  /// Counts over provisions that authorities found infringed, or clear.
  package struct Tally: Sendable {
    package var decisions = 0
    package var infringed = 0
    package var found = 0
    package var paragraphFound = 0
    package var undetermined = 0
    package var clear = 0
    package var falseAlarms = 0
  }
  package struct Result: Sendable {
    package var name: String
    package var tally: Tally
    package var missed: [String]
    package var alarms: [String]
    package var leftOut: [String]
  }
  package var total = Tally()
  package var laws: [(law: String, tally: Tally)] = []
  package var decisions: [Result] = []

  package init() {}

  /// Assesses one decision's plan under the law of its date and counts. An undetermined finding never counts as found.
  package mutating func add(_ decision: Precedent, _ rulebook: Rulebook) throws(Mistakes) {
    let plan = try Plan(
      decision.plan, file: decision.file, vocabulary: rulebook.vocabulary, geography: rulebook.geography,
      asOf: decision.asOf)
    let findings = rulebook.assess(plan, asOf: decision.asOf).findings
    let gaps = findings.filter { $0.verdict == .gap }.flatMap(\.citations)
    let open = findings.filter { $0.verdict == .undetermined }.flatMap(\.citations)
    var result = Result(
      name: decision.name, tally: Tally(), missed: [], alarms: [],
      leftOut: decision.leftOut.map { "\($0.text)\($0.reason.map { " (\($0))" } ?? "")" })
    result.tally.decisions = 1
    for entry in decision.infringed {
      let hits = gaps.filter { $0.isIn(entry) }
      let isOpen = hits.isEmpty && open.contains { $0.isIn(entry) }
      count(entry, &result) { tally in
        tally.infringed += 1
        tally.found += hits.isEmpty ? 0 : 1
        tally.paragraphFound += hits.contains { $0.meets(entry) } ? 1 : 0
        tally.undetermined += isOpen ? 1 : 0
      }
      if hits.isEmpty { result.missed.append(entry.text + (isOpen ? " (undetermined)" : "")) }
    }
    for entry in decision.clear {
      let isAlarm = gaps.contains { $0.isIn(entry) && $0.touches(entry) }
      count(entry, &result) { tally in
        tally.clear += 1
        tally.falseAlarms += isAlarm ? 1 : 0
      }
      if isAlarm { result.alarms.append(entry.text) }
    }
    for law in Set((decision.infringed + decision.clear).map(\.law)).sorted() { self[law].decisions += 1 }
    total.decisions += 1
    decisions.append(result)
  }

  private mutating func count(
    _ entry: Precedent.Entry, _ result: inout Result, _ change: (inout Tally) -> Void
  ) {
    change(&result.tally)
    change(&total)
    change(&self[entry.law])
  }

  private subscript(law: String) -> Tally {
    get { laws.first { $0.law == law }?.tally ?? Tally() }
    set {
      if let index = laws.firstIndex(where: { $0.law == law }) {
        laws[index].tally = newValue
      } else {
        laws.append((law, newValue))
        laws.sort { $0.law < $1.law }
      }
    }
  }
}

extension Precedent.Entry {
  package var text: String { Citation(law: law, article: article, paragraph: paragraph).text }
}

extension Citation {
  fileprivate func isIn(_ entry: Precedent.Entry) -> Bool { law == entry.law && article == entry.article }

  /// As precise as the decision: the same paragraph, or a point of it.
  fileprivate func meets(_ entry: Precedent.Entry) -> Bool {
    guard let wanted = entry.paragraph else { return true }
    return paragraph.map { $0 == wanted || $0.hasPrefix(wanted + "(") } ?? false
  }

  /// The same paragraph, a part of it, or the whole that it is part of.
  fileprivate func touches(_ entry: Precedent.Entry) -> Bool {
    guard let wanted = entry.paragraph, let paragraph else { return true }
    return paragraph == wanted || paragraph.hasPrefix(wanted + "(") || wanted.hasPrefix(paragraph + "(")
  }
}
