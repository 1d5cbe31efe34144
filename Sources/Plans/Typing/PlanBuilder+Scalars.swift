import Diagnostics
import FEEL
import Facts

extension PlanBuilder {
  func noun(_ type: Vocabulary.FactType) -> String {
    switch type {
    case .boolean: "true or false"
    case .number: "a number"
    case .string: "text"
    case .date: "a date"
    case .money: "money"
    case .enumeration(let index): "one of the values of \(vocabulary.enumerations[index].name)"
    case .reference(let kind):
      "the `\(vocabulary.kinds[kind].key ?? "id")` of a \(vocabulary.kinds[kind].name)"
    case .record: "a map"
    case .list: "a list"
    }
  }

  mutating func boolean(_ scalar: Node.Scalar, _ name: String) -> Value? {
    if !scalar.isText, scalar.text == "true" || scalar.text == "false" {
      return .boolean(scalar.text == "true")
    }
    let way =
      switch scalar.text.lowercased() {
      case "true", "false": scalar.isText ? "leave the quotes out" : "write `\(scalar.text.lowercased())`"
      case "yes", "y", "on", "1": "write `true`"
      case "no", "n", "off", "0": "write `false`"
      default: String?.none
      }
    report(.wrongType, scalar.location, "`\(name)` must be true or false, not `\(scalar.text)`", way)
    return nil
  }

  mutating func number(_ scalar: Node.Scalar, _ name: String) -> Value? {
    if !scalar.isText, isNumber(scalar.text), let number = Decimal(scalar.text) { return .number(number) }
    let plain = scalar.text.filter { !"_,' \u{A0}\u{202F}".contains($0) }
    let way = isNumber(plain) ? (plain == scalar.text ? "leave the quotes out" : "write `\(plain)`") : nil
    report(.wrongType, scalar.location, "`\(name)` must be a number, not `\(scalar.text)`", way)
    return nil
  }

  /// Whether a number is within the bounds of its fact.
  mutating func check(_ value: Value, _ scalar: Node.Scalar, _ name: String, _ fact: Vocabulary.Fact) {
    guard case .number(let number) = value else { return }
    let isBelow = fact.least.map { number < $0 } ?? false
    let isAbove = fact.most.map { $0 < number } ?? false
    guard isBelow || isAbove else { return }
    let bounds =
      switch (fact.least, fact.most) {
      case (let least?, let most?): "from \(least) to \(most)"
      case (let least?, nil): "at least \(least)"
      default: "at most \(fact.most.map(\.description) ?? "")"
      }
    // Whoever writes 92 for a share means per cent.
    let share = number.divided(by: Decimal(100))
    let isPercent = isAbove && fact.most == Decimal(1) && share.map { !(Decimal(1) < $0) } ?? false
    report(
      .wrongValue, scalar.location, "`\(name)` must be \(bounds), not `\(scalar.text)`",
      isPercent ? share.map { "it is a share: write `\($0)` for \(scalar.text) %" } : nil)
  }

  /// As JSON writes numbers: no leading zero, which YAML tools would read as octal.
  private func isNumber(_ text: String) -> Bool {
    var rest = text.utf8[...]
    func digits() -> Int {
      let start = rest.count
      rest = rest.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      return start - rest.count
    }
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let startsWithZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    guard whole == 1 || (whole > 1 && !startsWithZero) else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      if digits() == 0 { return false }
    }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest.removeFirst() }
      if digits() == 0 { return false }
    }
    return rest.isEmpty
  }

  mutating func date(_ node: Node, _ name: String) -> CalendarDate? {
    let text = node.text ?? ""
    if text.utf8.count == 10, let date = CalendarDate(text) { return date }
    report(.wrongType, node.location, "`\(name)` must be a date like 2026-01-31, not `\(text)`")
    return nil
  }

  mutating func reference(_ scalar: Node.Scalar, _ kind: Int) -> Value? {
    if let row = ids[kind][scalar.text] { return .entity(Entity(kind: kind, row: row)) }
    let name = vocabulary.kinds[kind].name
    let elsewhere = vocabulary.kinds.indices.first { ids[$0][scalar.text] != nil }.flatMap {
      vocabulary.kinds[$0].collection
    }
    let way =
      didYouMean(scalar.text, among: ids[kind].keys.sorted()) ?? elsewhere.map { "that is one of `\($0)`" }
      ?? "add it to `\(vocabulary.kinds[kind].collection ?? name)`"
    report(.unknownID, scalar.location, "there is no \(name) `\(scalar.text)`", way)
    return nil
  }

  /// A control covers rows of the plan, or countries.
  mutating func checkCovered(_ scalar: Node.Scalar, _ cell: Cell) {
    let kind = vocabulary.kinds[cell.kind]
    guard kind.name == "control", kind.facts[cell.fact].name == "covers" else { return }
    let controls = cell.kind
    let others = vocabulary.kinds.indices.filter { $0 != controls }
    if geography.name(ofCountry: scalar.text) != nil
      || others.contains(where: { ids[$0][scalar.text] != nil })
    {
      return
    }
    let known = others.flatMap { ids[$0].keys }.sorted()
    let country = nearestCountry(scalar.text).map { "did you mean `\($0)`?" }
    report(
      .unknownID, scalar.location, "nothing in the plan is called `\(scalar.text)`, and no country",
      didYouMean(scalar.text, among: known) ?? country)
  }

  mutating func word(_ scalar: Node.Scalar, _ enumeration: Vocabulary.Enumeration, _ name: String) -> Value? {
    let text = scalar.text
    if enumeration.index(of: text) != nil { return .string(text) }
    if enumeration.isOpen, enumeration.name != "language" || isLanguage(text), !text.isEmpty {
      return .string(text)
    }
    let noun = nouns[enumeration.name] ?? "value of `\(name)`"
    let way = meant(text, enumeration) ?? (enumeration.values.count <= 12 ? choice(enumeration) : nil)
    report(.wrongValue, scalar.location, "`\(text)` is no \(noun)", way)
    return nil
  }

  /// BCP 47: `de`, `pt-BR`, `zh-Hant`.
  private func isLanguage(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.utf8.count) else { return false }
    guard first.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) else {
      return false
    }
    return parts.dropFirst().allSatisfy { part in
      (2...8).contains(part.utf8.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
  }

  private func choice(_ enumeration: Vocabulary.Enumeration) -> String? {
    let ids = enumeration.values.map(\.id)
    guard let last = ids.last else { return nil }
    return "use " + (ids.count == 1 ? last : ids.dropLast().joined(separator: ", ") + " or \(last)")
  }

  private func meant(_ text: String, _ enumeration: Vocabulary.Enumeration) -> String? {
    let lower = text.lowercased()
    let same = enumeration.values.first { $0.id.lowercased() == lower || $0.title?.lowercased() == lower }
    if let same { return "did you mean `\(same.id)`?" }
    switch enumeration.name {
    case "language":
      return isLanguage(lower) ? "did you mean `\(lower)`?" : "use a language code, like de or pt-BR"
    case "country":
      if geography.groups.contains(where: { $0.id == text }) { return "that is a group; name its countries" }
      return nearestCountry(text).map { "did you mean `\($0)`?" }
    case "region":
      let parts = enumeration.values.filter { $0.id.hasSuffix("/" + lower) }
      if let first = parts.first { return "did you mean `\(first.id)`?" }
      let name = lower.contains("/") ? nearest(to: lower, among: enumeration.values.map(\.id)) : nil
      return name.map { "did you mean `\($0)`?" } ?? "name provider and region, like aws/eu-central-1"
    default:
      if let id = nearest(to: text, among: enumeration.values.map(\.id)) { return "did you mean `\(id)`?" }
      let title = nearest(to: text, among: enumeration.values.compactMap(\.title))
      return enumeration.values.first { $0.title == title && title != nil }.map { "did you mean `\($0.id)`?" }
    }
  }

  /// By another code or by name; a short code that is no country is too easily near to a wrong one.
  private func nearestCountry(_ text: String) -> String? {
    let others = ["UK": "GB", "EL": "GR", "USA": "US", "UAE": "AE", "PRC": "CN", "ROK": "KR", "KSA": "SA"]
    let upper = text.uppercased()
    if let code = others[upper] { return code }
    if geography.name(ofCountry: upper) != nil { return upper }
    guard text.utf8.count > 3 else { return nil }
    let name = nearest(to: text, among: geography.countries.map(\.name))
    return geography.countries.first { $0.name == name }?.code
  }
}

private let nouns = [
  "country": "country (two letters, ISO 3166)", "region": "cloud region",
  "control": "control of the catalogue",
  "language": "language",
]

extension Diagnostic.Code {
  fileprivate static let unknownID = Self(rawValue: "plan.unknown-id")
}
