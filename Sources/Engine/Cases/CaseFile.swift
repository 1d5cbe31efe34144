package import Diagnostics
package import FEEL
import Plans

/// Cases of a pack: plans, or changes to a base plan, with the verdicts expected of them on a date.
package struct CaseFile: Sendable {
  package struct Case: Sendable {
    package var name: String
    package var asOf: CalendarDate
    package var plan: Node
    package var expectations: [Expectation]
    package var location: Location
    /// What the plan was made of: the file's base, what the case takes out of it, what it changes.
    package var base: Node
    package var without: [String]
    package var changes: Node?
    /// The case names its date itself; else the file does.
    package var hasOwnDay: Bool
  }
  /// `art-27: gap` or, for one subject, `art-27@organization: gap`.
  package struct Expectation: Sendable {
    package var provision: String
    package var subject: String?
    package var verdict: String
    package var location: Location
  }
  package var pack: String
  package var file: String
  package var cases: [Case]

  /// Reads a case file; all mistakes at once.
  package init(reading node: Node, file: String) throws(Mistakes) {
    var reader = CaseReader(file: file)
    self = reader.read(node)
    guard reader.mistakes.isEmpty else { throw Mistakes(reader.mistakes) }
  }

  fileprivate init(pack: String, file: String, cases: [Case]) {
    self.pack = pack
    self.file = file
    self.cases = cases
  }
}

extension CaseFile {
  /// The plan of a case.
  static func plan(_ base: Node, without: [String], changes: Node?) -> Node {
    let plan = without.reduce(base) { $0.removing($1) }
    return changes.map { plan.merged(with: $0) } ?? plan
  }
}

private struct CaseReader {
  let file: String
  var mistakes: [Diagnostic] = []

  static let verdicts = Verdict.allCases.map(\.rawValue) + ["notInForce"]

  mutating func read(_ node: Node) -> CaseFile {
    var fields = Fields(node, known: ["pack", "asOf", "base", "cases"])
    let base = fields["base"] ?? .map([], node.location)
    let asOf = fields["asOf"].flatMap { date($0) }
    var cases: [CaseFile.Case] = []
    switch fields["cases"] {
    case .list(let items, _): cases = items.compactMap { read($0, base, asOf) }
    default:
      fields.mistakes.append(Diagnostic(.caseFile, at: node.location, "the file has no list of `cases`"))
    }
    let pack = fields.text("pack")
    if pack == nil {
      fields.mistakes.append(Diagnostic(.caseFile, at: node.location, "the file does not name its `pack`"))
    }
    mistakes += fields.mistakes
    return CaseFile(pack: pack ?? "", file: file, cases: cases)
  }

  private mutating func read(_ node: Node, _ base: Node, _ asOf: CalendarDate?) -> CaseFile.Case? {
    var fields = Fields(node, known: ["name", "asOf", "plan", "without", "expect"])
    defer { mistakes += fields.mistakes }
    guard let day = fields["asOf"].flatMap({ date($0) }) ?? asOf else {
      fields.mistakes.append(
        Diagnostic(.caseFile, at: node.location, "neither the case nor the file has an `asOf` date"))
      return nil
    }
    let without = fields.texts("without")
    let changes = fields["plan"]
    let plan = CaseFile.plan(base, without: without, changes: changes)
    guard case .map(let entries, _)? = fields["expect"], !entries.isEmpty else {
      fields.mistakes.append(Diagnostic(.caseFile, at: node.location, "the case expects nothing"))
      return nil
    }
    return CaseFile.Case(
      name: fields.text("name") ?? "line \(node.location.line)", asOf: day, plan: plan,
      expectations: entries.compactMap { expectation($0) }, location: node.location, base: base,
      without: without, changes: changes, hasOwnDay: fields["asOf"] != nil)
  }

  private mutating func expectation(_ entry: Node.Entry) -> CaseFile.Expectation? {
    let parts = entry.key.split(separator: "@", maxSplits: 1)
    guard case .scalar(let scalar) = entry.value, Self.verdicts.contains(scalar.text) else {
      let text = if case .scalar(let scalar) = entry.value { scalar.text } else { "…" }
      mistakes.append(
        Diagnostic(
          .caseFile, at: entry.value.location, "`\(text)` is not a verdict",
          suggestion: didYouMean(text, among: Self.verdicts)))
      return nil
    }
    return CaseFile.Expectation(
      provision: String(parts.first ?? ""), subject: parts.count > 1 ? String(parts[1]) : nil,
      verdict: scalar.text,
      location: entry.location)
  }

  private mutating func date(_ node: Node) -> CalendarDate? {
    guard case .scalar(let scalar) = node, let date = CalendarDate(scalar.text) else {
      mistakes.append(Diagnostic(.caseFile, at: node.location, "a date is written YYYY-MM-DD"))
      return nil
    }
    return date
  }
}

/// The entries of a mapping, with mistakes for keys that nobody knows.
struct Fields {
  private let entries: [Node.Entry]
  var mistakes: [Diagnostic] = []

  init(_ node: Node, known: [String]) {
    guard case .map(let entries, _) = node else {
      self.entries = []
      mistakes = [
        Diagnostic(
          .caseFile, at: node.location,
          "a mapping with the keys \(known.joined(separator: ", ")) belongs here")
      ]
      return
    }
    self.entries = entries
    for entry in entries where !known.contains(entry.key) {
      mistakes.append(
        Diagnostic(
          .caseFile, at: entry.location, "unknown key `\(entry.key)`",
          suggestion: didYouMean(entry.key, among: known)))
    }
  }

  subscript(key: String) -> Node? { entries.first { $0.key == key }?.value }

  func text(_ key: String) -> String? {
    guard case .scalar(let scalar)? = self[key], !scalar.isNull else { return nil }
    return scalar.text
  }

  func texts(_ key: String) -> [String] {
    guard case .list(let items, _)? = self[key] else { return [] }
    return items.compactMap { if case .scalar(let scalar) = $0 { scalar.text } else { nil } }
  }
}

extension Diagnostic.Code {
  static let caseFile = Self(rawValue: "case.format")
}
