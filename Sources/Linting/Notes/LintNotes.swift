package import Diagnostics

/// What stands in `lint.yaml` beside a pack: what is to be left out, each with its reason, and which articles each sanction covers.
package struct LintNotes: Sendable {
  package struct Suppression: Sendable {
    package let rule: String
    package let subject: String
    package let reason: String
    package let location: Location
  }
  package struct Coverage: Sendable {
    package let sanction: String
    package let places: [CitedPlace]
    package let location: Location
  }
  package let file: String
  package private(set) var suppressions: [Suppression] = []
  package private(set) var coverage: [Coverage] = []

  package init(reading node: Node, file: String) throws(Mistakes) {
    self.file = file
    var mistakes: [Diagnostic] = []
    func refuse(_ location: Location, _ message: String, _ suggestion: String? = nil) {
      mistakes.append(Diagnostic(.lintNotes, at: location, message, suggestion: suggestion))
    }
    let known = ["suppress", "covers"]
    for entry in node.entries ?? [] where !known.contains(entry.key) {
      refuse(entry.location, "unknown key `\(entry.key)`", didYouMean(entry.key, among: known))
    }
    for item in node["suppress"]?.items ?? [] {
      guard let rule = item["rule"]?.text, let subject = item["at"]?.text, let reason = item["reason"]?.text,
        !reason.isEmpty
      else {
        refuse(item.location, "a suppression has a `rule`, an `at` and a `reason`")
        continue
      }
      if LintRule(rawValue: rule) == nil {
        refuse(
          item.location, "there is no rule `\(rule)`",
          didYouMean(rule, among: LintRule.allCases.map(\.rawValue)))
      }
      suppressions.append(Suppression(rule: rule, subject: subject, reason: reason, location: item.location))
    }
    for entry in node["covers"]?.entries ?? [] {
      guard let text = entry.value.text, let places = CitedPlace.list(text) else {
        refuse(entry.location, "what a sanction covers is written like `GDPR 8; GDPR 25-39`")
        continue
      }
      coverage.append(Coverage(sanction: entry.key, places: places, location: entry.location))
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
  }
}

extension Diagnostic.Code {
  static let lintNotes = Self(rawValue: "lint.notes")
}
