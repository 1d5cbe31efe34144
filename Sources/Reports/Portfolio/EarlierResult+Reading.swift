package import Diagnostics
import FEEL
import Rules

extension EarlierResult {
  /// Reads what is compared; the rest of the file is not looked at. Every mistake is told, up to a limit.
  package init(_ node: Node, file: String) throws(Mistakes) {
    var reader = ResultReader()
    let result = reader.read(node, file)
    guard reader.mistakes.isEmpty, let result else { throw Mistakes(reader.mistakes.inFileOrder) }
    self = result
  }
}

private struct ResultReader {
  private(set) var mistakes: [Diagnostic] = []
  private static let limit = 50

  mutating func read(_ node: Node, _ file: String) -> EarlierResult? {
    guard let version = node["schemaVersion"]?.text, node["risk"] != nil else {
      say(
        node.location, "this is no result file: `schemaVersion` or `risk` is missing",
        "`pratique assess PLAN --format json` writes one")
      return nil
    }
    let major = ResultFile.schemaVersion.prefix { $0 != "." }
    guard version == major || version.hasPrefix("\(major).") else {
      say(
        node["schemaVersion"]?.location ?? node.location,
        "results of version `\(oneLine(version))` cannot be read, only those of \(major).x")
      return nil
    }
    let day = required(text(node, "asOf"), node, "asOf")
    let asOf = day.flatMap { CalendarDate($0) }
    if day != nil, asOf == nil {
      say(node["asOf"]?.location ?? node.location, "`asOf` is a day, written YYYY-MM-DD")
    }
    let engine = required(text(node, "engine"), node, "engine")
    let plan = node["plan"]
    let planFile = required(plan.flatMap { text($0, "file") }, plan ?? node, "file")
    let packs = list(node, "packs").map { pack in
      let id = required(text(pack, "id"), pack, "id") ?? ""
      return "\(id) \(text(pack, "sha256") ?? "")"
    }
    let profiles = node["profile"].map { list($0, "stack") } ?? []
    let rows = rows(node, isCovered: !packs.isEmpty)
    guard let asOf, let engine, let planFile else { return nil }
    return EarlierResult(
      file: file, location: plan?.location ?? node.location, version: version, engine: engine, asOf: asOf,
      name: plan.flatMap { text($0, "organization") } ?? planFile, planFile: planFile, packs: packs.sorted(),
      profiles: profiles.compactMap { text($0, "id") }, rows: rows)
  }

  private mutating func rows(_ node: Node, isCovered: Bool) -> [EarlierResult.Row] {
    let markets = list(node, "markets")
    guard let risk = node["risk"] else { return [] }
    guard !markets.isEmpty else {
      guard let total = required(risk["total"], risk, "total") else { return [] }
      return [row(total, node, market: nil, name: "Whole plan", isCovered: isCovered)].compactMap(\.self)
    }
    var scores: [String: Node] = [:]
    for each in list(risk, "markets") {
      guard let market = required(text(each, "market"), each, "market") else { continue }
      if scores.updateValue(each, forKey: market) != nil {
        say(each.location, "the scores of `\(oneLine(market))` are given twice")
      }
    }
    var seen: Set<String> = []
    return markets.compactMap { market in
      guard let country = required(text(market, "country"), market, "country") else { return nil }
      guard seen.insert(country).inserted else {
        say(market.location, "the market `\(oneLine(country))` is given twice")
        return nil
      }
      guard let score = scores[country] else {
        say(market.location, "`risk.markets` has no scores of `\(oneLine(country))`")
        return nil
      }
      let name = text(market, "name") ?? country
      return row(
        score, market, market: country, name: name == country ? country : "\(name) (\(country))",
        isCovered: !list(market, "packs").isEmpty)
    }
  }

  /// `score`: the numbers; `place`: where the decision stands.
  private mutating func row(
    _ score: Node, _ place: Node, market: String?, name: String, isCovered: Bool
  ) -> EarlierResult.Row? {
    let word = required(text(place, "decision"), place, "decision")
    let decision = word.flatMap { Decision(rawValue: $0) }
    if let word, decision == nil {
      say(
        place["decision"]?.location ?? place.location, "`\(oneLine(word))` is no decision",
        didYouMean(word, among: Decision.allCases.map(\.rawValue)))
    }
    let (met, applicable) = (count(score, "met"), count(score, "applicable"))
    let percent = bounds(score, "percent")
    var categories: [Portfolio.Tenths?] = Harm.Category.allCases.map { _ in nil }
    for each in list(score, "categories") {
      guard let word = required(text(each, "category"), each, "category") else { continue }
      guard let index = Harm.Category.allCases.firstIndex(where: { $0.rawValue == word }) else {
        say(
          each["category"]?.location ?? each.location, "`\(oneLine(word))` is no category of risk",
          didYouMean(word, among: Harm.Category.allCases.map(\.rawValue)))
        continue
      }
      if categories[index] != nil { say(each.location, "`\(word)` is given twice") }
      categories[index] = bounds(each, "score")
    }
    guard let decision, let met, let applicable, let percent else { return nil }
    return EarlierResult.Row(
      market: market, marketName: name, decision: decision, isCovered: isCovered, met: met,
      applicable: applicable, readiness: percent, categories: categories)
  }
}

extension ResultReader {
  private func text(_ node: Node, _ key: String) -> String? {
    guard case .scalar(let scalar) = node[key], scalar.isText else { return nil }
    return scalar.text
  }

  private mutating func required<Value>(_ value: Value?, _ node: Node, _ key: String) -> Value? {
    if value == nil { say(node[key]?.location ?? node.location, "`\(key)` is missing or of another kind") }
    return value
  }

  /// Empty where there is none.
  private mutating func list(_ node: Node, _ key: String) -> [Node] {
    guard let list = node[key] else { return [] }
    return required(list.items, node, key) ?? []
  }

  /// A whole number that a result can hold.
  private mutating func count(_ node: Node, _ key: String) -> Int? {
    guard let number = node[key].flatMap(number), (0...1e9).contains(number) else {
      say(node[key]?.location ?? node.location, "`\(key)` is a number from 0")
      return nil
    }
    return Int(number.rounded())
  }

  private mutating func bounds(_ node: Node, _ key: String) -> Portfolio.Tenths? {
    let range = node[key]
    let (low, high) = (range?["low"].flatMap(number), range?["high"].flatMap(number))
    guard let low, let high, (0...100).contains(low), (0...100).contains(high), low <= high else {
      say(range?.location ?? node.location, "`\(key)` has `low` and `high`, from 0 to 100, the lower first")
      return nil
    }
    return Portfolio.Tenths(low: Int((low * 10).rounded()), high: Int((high * 10).rounded()))
  }

  private func number(_ node: Node) -> Double? {
    guard case .scalar(let scalar) = node, !scalar.isText else { return nil }
    return Double(scalar.text)
  }

  private mutating func say(_ place: Location, _ message: String, _ suggestion: String? = nil) {
    guard mistakes.count < Self.limit else { return }
    mistakes.append(Diagnostic(.result, at: place, message, suggestion: suggestion))
  }
}
