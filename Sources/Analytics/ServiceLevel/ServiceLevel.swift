package import Diagnostics

/// What a customer is promised, and gets back if it is not kept.
package struct ServiceLevel: Sendable {
  /// Below this share of good events in a month so much of the fee is given back.
  package struct Tier: Sendable {
    package var below: Share
    package var credit: Share
  }

  /// How a customer is looked after.
  package struct SuccessTier: Sendable {
    package var name: String
    /// For whom it is.
    package var criteria: String?
    package var services: String
    package var contact: String?
  }

  package var service: String
  package var customer: String?
  package var indicator: String
  package var objective: Share
  /// Days over which the error budget is counted.
  package var days: Int
  /// Of a month; nil leaves amounts out.
  package var fee: Double?
  package var currency: String
  /// The highest bound first.
  package var tiers: [Tier]
  package var exclusions: [String]
  /// What is done where the objective was missed, step by step.
  package var remediation: [String]
  package var success: [SuccessTier]
}

extension ServiceLevel {
  /// From a definition in YAML or JSON; all mistakes at once.
  package init(_ node: Node) throws(Mistakes) {
    var reader = DefinitionReader(node, .serviceLevel)
    let keys = [
      "service", "customer", "indicator", "objective", "days", "fee", "currency", "credits", "exclusions",
      "remediation", "success",
    ]
    reader.expect(keys, in: node)
    service = reader.text("service") ?? reader.missing("service", "")
    customer = reader.text("customer")
    indicator = reader.text("indicator") ?? "good events of all events"
    objective = reader.share(node["objective"], "objective") ?? Share(billionths: 999_000_000)
    if objective.billionths >= 1_000_000_000 || objective.billionths == 0 {
      reader.complain(
        node["objective"], "an objective of \(objective.text) leaves no error budget, or no service")
    }
    days = reader.whole("days", in: 1...366) ?? 30
    let amount = reader.text("fee").flatMap(number)
    if node["fee"] != nil, amount.map({ $0 < 0 }) ?? true {
      reader.complain(node["fee"], "a fee is a number from 0 on")
    }
    fee = amount
    currency = reader.text("currency") ?? ""
    if let place = node["currency"], !ServiceLevel.isCurrency(currency) {
      reader.complain(place, "`currency` is three capital letters, such as EUR")
    }
    tiers = []
    for item in node["credits"]?.items ?? [] {
      reader.expect(["below", "credit"], in: item)
      if let below = reader.share(item["below"] ?? item, "below"),
        let credit = reader.share(item["credit"] ?? item, "credit")
      {
        if let last = tiers.last, below >= last.below || credit <= last.credit {
          reader.complain(item, "credits go down in `below` and up in `credit`")
        }
        tiers.append(Tier(below: below, credit: credit))
      }
    }
    if node["credits"] != nil, node["credits"]?.items == nil {
      reader.complain(node["credits"], "credits are a list of `below` and `credit`")
    }
    exclusions = reader.texts(node["exclusions"], "exclusions")
    remediation = reader.texts(node["remediation"], "remediation")
    success = reader.successTiers(node["success"])
    guard reader.mistakes.isEmpty else { throw Mistakes(reader.mistakes.inFileOrder) }
  }

  /// Whether a text has the form of a code of ISO 4217.
  package static func isCurrency(_ text: String) -> Bool {
    text.utf8.count == 3 && text.utf8.allSatisfy { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }
  }

  /// The credit of a month; nil if no tier is reached.
  package func tier(good: Count, total: Count) -> Tier? {
    tiers.last { $0.below.exceeds(good, of: total) }
  }
}

extension Diagnostic.Code { package static let serviceLevel = Self(rawValue: "sla.form") }

extension DefinitionReader {
  /// A list of texts, such as the steps of a remediation.
  fileprivate mutating func texts(_ place: Node?, _ key: String) -> [String] {
    guard let place else { return [] }
    guard let items = place.items else {
      complain(place, "`\(key)` is a list of texts")
      return []
    }
    return items.compactMap { item in
      if let text = item.text, !text.isEmpty { return text }
      complain(item, "an entry of `\(key)` is a text")
      return nil
    }
  }

  fileprivate mutating func successTiers(_ place: Node?) -> [ServiceLevel.SuccessTier] {
    guard let place else { return [] }
    let keys = ["name", "criteria", "services", "contact"]
    guard let items = place.items else {
      complain(place, "`success` is a list of tiers with \(keys.map { "`\($0)`" }.joined(separator: ", "))")
      return []
    }
    var tiers: [ServiceLevel.SuccessTier] = []
    for item in items {
      expect(keys, in: item)
      guard item.entries != nil else { continue }
      for key in keys where item[key] != nil || ["name", "services"].contains(key) {
        guard item[key]?.text?.isEmpty ?? true else { continue }
        complain(
          item[key] ?? item, item[key] == nil ? "a tier of success has no `\(key)`" : "`\(key)` is a text")
      }
      let tier = ServiceLevel.SuccessTier(
        name: item["name"]?.text ?? "", criteria: item["criteria"]?.text,
        services: item["services"]?.text ?? "", contact: item["contact"]?.text)
      if !tier.name.isEmpty, tiers.contains(where: { $0.name == tier.name }) {
        complain(item["name"], "the tier `\(tier.name)` stands here twice")
      }
      tiers.append(tier)
    }
    return tiers
  }
}
