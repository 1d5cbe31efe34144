import Diagnostics
import FEEL
import XML

extension PackReader {
  /// A requirement of place, noted, with the condition that it makes.
  mutating func residency(_ element: Element) -> Requirement? {
    guard let rule = element["rule"].flatMap(Residency.Rule.init) else { return nil }
    let residency = Residency(
      rule: rule, title: element["title"] ?? "", countries: element.list("in"),
      groups: element.list("members"), stores: element.list("stores"), with: element["with"],
      data: element["data"],
      permits: element.all("permit").map {
        Residency.Permit(
          title: $0["title"] ?? "", condition: $0.words, needsApproval: $0["approval"] == "yes",
          citations: citations(of: $0))
      },
      isAlternative: choices > 0, condition: conditionCount, line: element.line)
    check(residency)
    guard let path = path(to: residency) else { return nil }
    residencies.append(residency)
    conditionCount += 1
    return .condition(
      Source(name: file, text: residency.expression(over: path), firstLine: element.line),
      title: residency.title, citations: citations(of: element))
  }

  private mutating func check(_ residency: Residency) {
    let line = residency.line
    if residency.countries.isEmpty, residency.groups.isEmpty {
      report(
        .missing, line, "the residency names no place", suggestion: "add in=\"IN\" or members=\"EEA\"")
    }
    let rule = residency.rule
    if rule.member != "store" || rule == .primaryStore || rule == .firstStore, !residency.stores.isEmpty {
      report(.value, line, "`stores` means nothing with the rule \(rule.rawValue)")
    }
    if residency.with != nil, rule.member != "store" || rule == .noStoreElsewhere {
      report(.value, line, "`with` means nothing with the rule \(rule.rawValue)")
    }
    if !rule.forbidsElsewhere, !residency.permits.isEmpty {
      report(
        .value, line,
        "the rule \(rule.rawValue) forbids nothing elsewhere, so that there is nothing to permit")
    }
  }

  /// How conditions of the provision at hand get to what the rule looks at.
  private mutating func path(to residency: Residency) -> String? {
    let rule = residency.rule
    if residency.data != nil, subject != "organization" || rule != .copy {
      report(
        .value, residency.line, "`data` is for the rule copy in provisions judged per organization",
        suggestion: "say in `applies` which data the provision is about")
      return nil
    }
    switch subject {
    case "activity": return "activity.\(rule.fact)"
    case "transfer": return "transfer.activity.\(rule.fact)"
    case "organization" where residency.data != nil: return "activity.stores"
    case "organization" where rule.member == "store": return "stores"
    default:
      report(
        .value, residency.line,
        "a residency with the rule \(rule.rawValue) cannot be judged per \(subject)",
        suggestion: "judge the provision per activity")
      return nil
    }
  }
}
