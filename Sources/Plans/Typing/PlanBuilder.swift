import Diagnostics
import FEEL
import Facts

/// Turns a tree into rows of typed facts and collects every mistake on the way.
struct PlanBuilder {
  let file: String
  let vocabulary: Vocabulary
  let geography: Geography
  let asOf: CalendarDate?
  private(set) var mistakes: [Diagnostic] = []
  /// Mistakes told; after them the rest of the plan is not looked at.
  static let mistakesLimit = 50
  var isSated: Bool { mistakes.count >= PlanBuilder.mistakesLimit }
  /// By kind, from key to row: references are resolved against all rows of the plan.
  private(set) var ids: [[String: Int]]
  private var plan: Plan
  /// By kind: a row that states nothing, shared until something is.
  private let nothing: [[Plan.Statement?]]

  init(file: String, vocabulary: Vocabulary, geography: Geography, asOf: CalendarDate?) {
    self.file = file
    self.vocabulary = vocabulary
    self.geography = geography
    self.asOf = asOf
    let count = vocabulary.kinds.count
    ids = [[String: Int]](repeating: [:], count: count)
    nothing = vocabulary.kinds.map { [Plan.Statement?](repeating: nil, count: $0.facts.count) }
    plan = Plan(
      file: file, rows: [[Plan.Row]](repeating: [], count: count),
      collections: [Plan.Collection](repeating: Plan.Collection(extent: .unstated), count: count))
  }

  mutating func plan(_ node: Node) throws(Mistakes) -> Plan {
    guard case .map(let entries, _) = node else {
      throw Mistakes([
        Diagnostic(.wrongType, at: node.location, "a plan is a map of keys such as `organization`")
      ])
    }
    let byKey = Dictionary(entries.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    for entry in entries where !isSated { frame(entry) }
    for kind in vocabulary.kinds.indices { declareRows(of: kind, byKey) }
    for kind in vocabulary.kinds.indices { fillRows(of: kind, byKey) }
    if let complete = byKey["complete"]?.value { close(complete) }
    guard mistakes.isEmpty else {
      throw Mistakes(mistakes.inFileOrder)
    }
    return plan
  }

  private mutating func frame(_ entry: Node.Entry) {
    switch entry.key {
    case "pratique":
      if entry.value.text != "1" {
        report(.version, entry.value.location, "this version reads plans of format 1", "write `pratique: 1`")
      }
    case "name":
      plan.name = entry.value.text
      if plan.name == nil { report(.wrongType, entry.value.location, "`name` must be text") }
    case "complete", "scenarios": checkShape(of: entry)
    case "profiles": name(profiles: entry.value)
    default:
      let known = vocabulary.kinds.first {
        $0.collection == entry.key || ($0.isSingleton && $0.name == entry.key)
      }
      if known?.isDerived == true {
        report(
          .derived, entry.location, "`\(entry.key)` follow from the rest of the plan and cannot be stated")
      } else if known == nil {
        let keys = vocabulary.kinds.filter { !$0.isDerived }.compactMap {
          $0.isSingleton ? $0.name : $0.collection
        }
        let suggestion = didYouMean(
          entry.key, among: keys + ["pratique", "name", "profiles", "complete", "scenarios"])
        report(.unknownKey, entry.location, "a plan has no key `\(entry.key)`", suggestion)
      }
    }
  }

  private mutating func name(profiles node: Node) {
    guard let items = node.items else {
      return report(.wrongType, node.location, "`profiles` must be a list of ids, like [healthcare, small]")
    }
    for item in items where !isSated {
      if let id = item.text, !id.isEmpty {
        plan.profiles.append((id, item.location))
      } else {
        report(.wrongType, item.location, "an entry of `profiles` must be the id of a profile")
      }
    }
  }

  private mutating func checkShape(of entry: Node.Entry) {
    if entry.key == "complete", entry.value.items == nil {
      report(
        .wrongType, entry.value.location,
        "`complete` must be a list of collections, like [stores, recipients]")
    }
    if entry.key == "scenarios" {
      let areMaps = entry.value.entries?.allSatisfy { $0.value.entries != nil } ?? false
      if !areMaps {
        report(
          .wrongType, entry.value.location, "`scenarios` must be a map from names to changes of the plan")
      }
    }
  }

  private mutating func close(_ complete: Node) {
    for item in complete.items ?? [] where !isSated {
      let name = item.text ?? ""
      let stated = vocabulary.kinds.filter { $0.collection != nil && !$0.isDerived }
      if let kind = vocabulary.kind(ofCollection: name), !vocabulary.kinds[kind].isDerived {
        plan.collections[kind] = Plan.Collection(
          extent: .closed, location: plan.collections[kind].location ?? item.location)
      } else {
        let suggestion = didYouMean(name, among: stated.compactMap(\.collection))
        report(.unknownCollection, item.location, "there is no collection `\(name)`", suggestion)
      }
    }
  }

  private mutating func declareRows(of kind: Int, _ byKey: [String: Node.Entry]) {
    let declared = vocabulary.kinds[kind]
    if declared.isSingleton {
      let location = byKey[declared.name]?.value.location ?? Location(file: file, line: 1)
      _ = appendRow(of: kind, id: "", at: location, parent: nil)
      return
    }
    guard let collection = declared.collection, !declared.isDerived, let entry = byKey[collection] else {
      return
    }
    guard case .list(let items, _) = entry.value else {
      let way = entry.value.isNull ? "write `[]` for none, or leave the key out" : "start each with `-`"
      report(.wrongType, entry.value.location, "`\(collection)` must be a list", way)
      return
    }
    plan.collections[kind] = Plan.Collection(
      extent: items.isEmpty ? .closed : .open, location: entry.location)
    let keyName = declared.key.flatMap { declared.fact(named: $0) }.map { declared.facts[$0].planKey }
    for item in items where !isSated {
      let id = identify(item, kind, keyName)
      _ = appendRow(of: kind, id: id ?? "", at: item.location, parent: nil)
    }
  }

  /// The row's key, which no other row of the collection has.
  private mutating func identify(_ item: Node, _ kind: Int, _ keyName: String?) -> String? {
    let declared = vocabulary.kinds[kind]
    let collection = declared.collection ?? declared.name
    guard item.entries != nil else {
      report(
        .wrongType, item.location, "an entry of `\(collection)` must be a map with `\(keyName ?? "id")`"
      )
      return nil
    }
    guard let keyName else { return nil }
    guard let id = item[keyName]?.text, !id.isEmpty else {
      report(.missingKey, item.location, "an entry of `\(collection)` has no `\(keyName)`")
      return nil
    }
    let place = item[keyName]?.location ?? item.location
    // Roles are called as the catalogue calls them: AI lead.
    let words = declared.name == "role" ? id.split(separator: " ").joined() : id
    if words.contains(where: { $0.isWhitespace || "@[]{},;?\"'".contains($0) }) {
      report(.id, place, "`\(id)` is no good as `\(keyName)`", "use letters, digits and - _ . / :")
    }
    if let first = ids[kind][id], !declared.repeats {
      let line = plan.rows[kind][first].location.line
      report(.duplicateID, place, "there are two \(collection) `\(id)`; the first is on line \(line)")
    } else if ids[kind][id] == nil {
      ids[kind][id] = plan.rows[kind].count
    }
    return id
  }

  private mutating func fillRows(of kind: Int, _ byKey: [String: Node.Entry]) {
    let declared = vocabulary.kinds[kind]
    if declared.isSingleton {
      fill(row: 0, of: kind, from: byKey[declared.name]?.value)
    } else if let collection = declared.collection, !declared.isDerived {
      for (row, item) in (byKey[collection]?.value.items ?? []).enumerated() where !isSated {
        fill(row: row, of: kind, from: item)
      }
    }
  }

  private mutating func appendRow(of kind: Int, id: String, at location: Location, parent: Cell?) -> Int {
    plan.rows[kind].append(Plan.Row(id: id, parent: parent, statements: nothing[kind], location: location))
    return plan.rows[kind].count - 1
  }

  /// Facts are taken in the order of the vocabulary: rows of records do not depend on the order of keys.
  private mutating func fill(row: Int, of kind: Int, from node: Node?) {
    let declared = vocabulary.kinds[kind]
    var stated: [Int: Node.Entry] = [:]
    switch node {
    case .map(let entries, _)?:
      for entry in entries where !isSated {
        if let fact = declared.fact(planKey: entry.key) {
          stated[fact] = entry
        } else {
          unknownKey(entry, declared)
        }
      }
    case nil: break
    case .some(let other):
      // A wrong entry of a collection was reported when its key was looked for.
      if declared.collection == nil {
        report(.wrongType, other.location, "`\(declared.shortName)` must be a map")
      }
    }
    for (index, entry) in stated.sorted(by: { $0.key < $1.key }) {
      let statement = statement(entry.value, declared.facts[index], Cell(kind: kind, row: row, fact: index))
      plan.rows[kind][row].statements[index] = statement
    }
    for (index, record) in declared.records where stated[index] == nil {
      let location = plan.rows[kind][row].location
      let value = self.record(nil, record, in: Cell(kind: kind, row: row, fact: index), at: location)
      plan.rows[kind][row].statements[index] = Plan.Statement(value: value, location: location)
    }
    checkRegion(row, declared, stated)
  }

  /// A row for a record written in place, or for one that is not written.
  mutating func record(_ node: Node?, _ kind: Int, in cell: Cell, at location: Location) -> Value {
    let row = appendRow(of: kind, id: "", at: location, parent: cell)
    fill(row: row, of: kind, from: node)
    return .entity(Entity(kind: kind, row: row))
  }

  private mutating func unknownKey(_ entry: Node.Entry, _ kind: Vocabulary.Kind) {
    let keys = kind.facts.filter { $0.derivation == nil }.map(\.planKey)
    var suggestion = didYouMean(entry.key, among: keys)
    if suggestion == nil {
      // Perhaps a key of a record inside, or one of the plan's own.
      let inner = kind.facts.first { fact in
        guard case .record(let record) = fact.type else { return false }
        return vocabulary.kinds[record].fact(planKey: entry.key) != nil
      }
      suggestion = inner.map { "it belongs into `\($0.planKey)`" }
      if vocabulary.kind(ofCollection: entry.key) != nil {
        suggestion = "it belongs to the plan itself, not into `\(kind.shortName)`"
      }
    }
    report(.unknownKey, entry.location, "`\(kind.shortName)` has no key `\(entry.key)`", suggestion)
  }

  /// A region says in which country it stands; a country stated beside it must agree.
  private mutating func checkRegion(_ row: Int, _ kind: Vocabulary.Kind, _ stated: [Int: Node.Entry]) {
    guard let regions = vocabulary.enumeration(named: "region"), let country = kind.fact(planKey: "country"),
      let region = kind.facts.firstIndex(where: { $0.type == .enumeration(regions) }),
      let regionText = stated[region]?.value.plainText, let countryNode = stated[country]?.value,
      let countryText = countryNode.plainText, let actual = geography.country(ofRegion: regionText),
      geography.name(ofCountry: countryText) != nil, actual != countryText
    else { return }
    report(
      .regionCountry, countryNode.location, "region `\(regionText)` is in \(actual), not in \(countryText)")
  }

  mutating func report(
    _ code: Diagnostic.Code, _ location: Location, _ message: String, _ suggestion: String? = nil
  ) {
    if !isSated { mistakes.append(Diagnostic(code, at: location, message, suggestion: suggestion)) }
  }
}

extension Vocabulary.Kind {
  /// The last part of a dotted name.
  var shortName: String { name.split(separator: ".").last.map(String.init) ?? name }
}

extension Node {
  /// The text of a scalar, also of one written with its origin.
  fileprivate var plainText: String? { text ?? self["value"]?.text }
}

extension Diagnostic.Code {
  static let wrongType = Self(rawValue: "plan.wrong-type")
  static let unknownKey = Self(rawValue: "plan.unknown-key")
  static let missingKey = Self(rawValue: "plan.missing-key")
  fileprivate static let version = Self(rawValue: "plan.version")
  fileprivate static let derived = Self(rawValue: "plan.derived")
  fileprivate static let unknownCollection = Self(rawValue: "plan.unknown-collection")
  fileprivate static let id = Self(rawValue: "plan.bad-id")
  fileprivate static let duplicateID = Self(rawValue: "plan.duplicate-id")
  fileprivate static let regionCountry = Self(rawValue: "plan.region-country")
}
