import Diagnostics

/// Holds the rules of a table against one another: gaps, overlaps, rules that never count.
struct TableCheck {
  let table: Checked.Table
  let columns: [Column]
  /// How the author calls the columns.
  let titles: [String]
  let extent: Extent
  private(set) var found: [Mistake] = []
  private var work = 0
  /// For each rule the column from which on it matches everything.
  private let openFrom: [Int]

  /// Steps of the search through one table.
  private static let workLimit = 300_000
  /// More examples of one kind do not help an author.
  private static let exampleLimit = 5

  init(_ table: Checked.Table, _ columns: [Column], titles: [String], at extent: Extent) {
    self.table = table
    self.columns = columns
    self.titles = titles
    self.extent = extent
    openFrom = table.rules.indices.map { rule in
      let last = columns.lastIndex { column in
        !column.samples.indices.allSatisfy { column.matches[rule].contains($0) }
      }
      return last.map { $0 + 1 } ?? 0
    }
  }

  mutating func run() {
    let unreachable = emptyRules()
    overlaps(without: unreachable)
    if table.hitPolicy == .first || table.hitPolicy == .priority { hiddenRules(without: unreachable) }
    if table.needsComplete { gaps() }
  }

  /// Rules that no input matches.
  private mutating func emptyRules() -> Set<Int> {
    var result: Set<Int> = []
    for index in table.rules.indices {
      guard let column = columns.indices.first(where: { columns[$0].matches[index].isEmpty }) else {
        continue
      }
      result.insert(index)
      tell(
        .tableUnreachable, rule: index,
        "rule \(number(index)) never matches: no value of `\(titles[column])` passes its test")
    }
    return result
  }

  private mutating func overlaps(without unreachable: Set<Int>) {
    guard table.hitPolicy == .unique || table.hitPolicy == .any else { return }
    let rules = table.rules.indices.filter { !unreachable.contains($0) }
    var examples = 0
    for (place, a) in rules.enumerated() {
      for b in rules[(place + 1)...] where examples < TableCheck.exampleLimit {
        guard pay() else { return tooLarge("overlaps") }
        guard let example = common(a, b), table.contradict(a, b) else { continue }
        examples += 1
        tell(
          .tableOverlap, rule: b,
          "the rules \(number(a)) and \(number(b)) both match, for example \(description(example)); the table is `\(table.hitPolicy == .any ? "ANY" : "UNIQUE")`"
        )
      }
    }
  }

  /// A part of each column that both rules match.
  private func common(_ a: Int, _ b: Int) -> [Int]? {
    var places: [Int] = []
    for column in columns {
      guard let place = column.matches[a].firstCommon(with: column.matches[b]) else { return nil }
      places.append(place)
    }
    return places
  }

  /// Rules that match only where another goes before them.
  private mutating func hiddenRules(without unreachable: Set<Int>) {
    for index in table.rules.indices where !unreachable.contains(index) {
      let before = table.rules.indices.filter { table.goes($0, before: index) }
      guard !before.isEmpty else { continue }
      switch uncovered(by: before, within: index) {
      case .none:
        tell(
          .tableUnreachable, rule: index,
          "rule \(number(index)) never counts: wherever it matches, another rule goes before it")
      case .example: continue
      case .tooLarge: return tooLarge("rules that never count")
      }
    }
  }

  private mutating func gaps() {
    var examples: [[Int?]] = []
    guard search(Array(table.rules.indices), within: nil, 0, [], &examples) else { return tooLarge("gaps") }
    for example in examples {
      found.append(
        Mistake(.tableGap, at: extent, "no rule matches, for example \(description(example))"))
    }
  }

  private enum Coverage { case none, example, tooLarge }

  private mutating func uncovered(by rules: [Int], within rule: Int) -> Coverage {
    var examples: [[Int?]] = []
    guard search(rules, within: rule, 0, [], &examples, most: 1) else { return .tooLarge }
    return examples.isEmpty ? .none : .example
  }

  /// Looks for combinations of parts that none of the rules matches. Parts of a column that leave the same rules
  /// are looked at once. False: it takes too long.
  private mutating func search(
    _ rules: [Int], within region: Int?, _ column: Int, _ chosen: [Int?], _ examples: inout [[Int?]],
    most limit: Int = exampleLimit
  ) -> Bool {
    if examples.count >= limit { return true }
    guard pay() else { return false }
    if rules.isEmpty {
      examples.append(chosen + columns[column...].map { part(of: $0, region) })
      return true
    }
    if rules.contains(where: { openFrom[$0] <= column }) { return true }
    var seen: Set<[Int]> = []
    for place in columns[column].samples.indices {
      if let region, !columns[column].matches[region].contains(place) { continue }
      guard pay(rules.count) else { return false }
      let left = rules.filter { columns[column].matches[$0].contains(place) }
      guard seen.insert(left).inserted else { continue }
      guard search(left, within: region, column + 1, chosen + [place], &examples, most: limit) else {
        return false
      }
    }
    return true
  }

  /// Where the column no longer matters, nothing is said of it, unless only a region is looked at.
  private func part(of column: Column, _ region: Int?) -> Int? {
    region.flatMap { column.matches[$0].firstCommon(with: column.matches[$0]) }
  }

  private mutating func pay(_ amount: Int = 1) -> Bool {
    work += 1 + amount / 16
    return work <= TableCheck.workLimit
  }

  private mutating func tooLarge(_ what: String) {
    found.append(
      Mistake(.tableNotChecked, at: extent, "the table is too large to be searched for \(what)"))
  }

  private mutating func tell(_ code: Diagnostic.Code, rule index: Int, _ message: String) {
    found.append(Mistake(code, at: table.rules[index].label.extent, message))
  }

  private func number(_ rule: Int) -> Int { table.rules[rule].label.number }

  private func description(_ places: [Int?]) -> String {
    let parts = zip(zip(titles, columns), places).compactMap { column, place in
      place.map { "\(column.0) = \(column.1.description($0))" }
    }
    return parts.isEmpty ? "whatever the input" : parts.joined(separator: ", ")
  }
}

extension Checked.Table {
  /// Does it matter that some rule matches.
  fileprivate var needsComplete: Bool {
    if outputs.contains(where: { $0.defaultEntry != nil }) { return false }
    if case .collect = hitPolicy { return false }
    return true
  }

  /// Is it wrong that both rules match.
  fileprivate func contradict(_ a: Int, _ b: Int) -> Bool {
    if hitPolicy == .unique { return true }
    // Outputs that are not written as values may still agree.
    return zip(rules[a].outputs, rules[b].outputs).contains { x, y in
      guard case .constant(let x) = x, case .constant(let y) = y else { return false }
      return x.equals(y) != .yes
    }
  }

  /// Where both match, does the first hide the second.
  fileprivate func goes(_ a: Int, before b: Int) -> Bool {
    if hitPolicy == .first { return a < b }
    guard a != b, let x = ranks(of: a), let y = ranks(of: b) else { return false }
    return x.lexicographicallyPrecedes(y)
  }

  private func ranks(of rule: Int) -> [Int]? {
    var evaluation = Evaluation(frame: [], in: Surroundings())
    var host = NoHost()
    var result: [Int] = []
    for (node, output) in zip(rules[rule].outputs, outputs) {
      guard case .constant(let value) = node else { return nil }
      result.append(evaluation.rank(of: value, in: output.ranking, &host))
    }
    return result
  }
}
