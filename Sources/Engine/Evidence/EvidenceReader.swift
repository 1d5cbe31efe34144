import Diagnostics
import FEEL
import Facts
import Plans

/// Reads the pieces of evidence in a plan. An item counts if it is complete and fresh: a mere title is a statement like any other.
struct EvidenceReader {
  private let kind: Int
  private let facts: [String: Int]
  let plan: Plan
  let day: CalendarDate

  /// nil if the vocabulary knows no evidence.
  init?(_ vocabulary: Vocabulary, _ plan: Plan, on day: CalendarDate) {
    guard let kind = vocabulary.kinds.firstIndex(where: { $0.name == "evidenceItem" }) else { return nil }
    self.kind = kind
    facts = Dictionary(
      vocabulary.kinds[kind].facts.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { a, _ in a })
    self.plan = plan
    self.day = day
  }

  /// `freshDays`: days after which evidence for the control should be renewed.
  func items(_ value: Value, freshDays: Int?) -> [EvidenceItem] {
    guard case .list(let list) = value else { return [] }
    return list.items.compactMap { item in
      guard case .entity(let entity) = item, entity.kind == kind else { return nil }
      return self.item(entity.row, freshDays)
    }
  }

  func location(of fact: String, row: Int) -> Location? {
    facts[fact].flatMap { plan.rows[kind][row].statements[$0]?.location }
  }

  var rowCount: Int { plan.rows[kind].count }

  func item(_ row: Int, _ freshDays: Int?) -> EvidenceItem {
    let (file, link) = (text("file", row), text("link", row))
    let (statement, measured) = (text("statement", row), text("measured", row))
    let kind =
      text("kind", row).flatMap(EvidenceItem.Kind.init)
      ?? (link != nil ? .link : statement != nil ? .statement : measured != nil ? .measurement : .file)
    let collected = date("collected", row)
    // Nothing shows how things were after it was collected.
    let last = [date("to", row), collected].compactMap(\.self).min()
    var item = EvidenceItem(
      title: text("title", row), kind: kind, file: file, sha256: text("sha256", row), link: link,
      statement: statement, measured: measured, method: text("method", row), role: text("role", row),
      collected: collected, validUntil: date("validUntil", row), state: .counts,
      location: plan.rows[self.kind][row].location)
    if let first = date("from", row), let last, first <= last { item.covers = EvidenceItem.Days(first, last) }
    item.lastDay =
      item.validUntil ?? freshDays.flatMap { days in collected.flatMap { $0.adding(days: days) } }
    item.state = state(of: item, row)
    return item
  }

  private func state(of item: EvidenceItem, _ row: Int) -> EvidenceItem.State {
    let lacks = EvidenceItem.needs(of: item.kind).filter { !isStated($0, row) }
    if !lacks.isEmpty { return .incomplete(lacks: lacks) }
    if let collected = item.collected, collected > day { return .notYet }
    if let last = item.lastDay, last < day { return .stale(since: last.adding(days: 1) ?? last) }
    return .counts
  }

  private func isStated(_ fact: String, _ row: Int) -> Bool {
    switch value(fact, row) {
    case .unknown, .null, nil: false
    case .string(let text): text.unicodeScalars.contains(where: isSaying)
    default: true
    }
  }

  /// A letter, a digit or a sign, not a blank or something that nobody sees.
  private func isSaying(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || [.mathSymbol, .currencySymbol].contains(scalar.properties.generalCategory)
  }

  private func value(_ fact: String, _ row: Int) -> Value? {
    facts[fact].map { plan.value(Cell(kind: kind, row: row, fact: $0)) }
  }

  private func text(_ fact: String, _ row: Int) -> String? {
    guard case .string(let text) = value(fact, row), !text.isEmpty else { return nil }
    return text
  }

  func date(_ fact: String, _ row: Int) -> CalendarDate? {
    guard case .date(let date) = value(fact, row) else { return nil }
    return date
  }
}
