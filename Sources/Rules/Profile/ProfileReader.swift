package import Diagnostics
import FEEL
package import XML

extension Profile {
  /// Reads a profile that the schema has accepted. Adds what the schema cannot see of one file: entries that name
  /// nothing, and pairs of entries that cannot both hold.
  package init(reading element: Element, file: String, sha256: String, mistakes: inout [Diagnostic]) {
    var reader = ProfileReader(file: file)
    self.init(
      id: element["id"] ?? "", title: words(element["title"] ?? ""),
      summary: element.first("summary")?.words ?? "", file: file, sha256: sha256,
      bases: element.all("extends").map {
        Base(id: $0["ref"] ?? "", location: $0.location(in: file))
      }, entries: element.children.flatMap { reader.entries($0) })
    reader.check(self)
    mistakes += reader.mistakes
  }
}

/// Walks the document and collects mistakes.
private struct ProfileReader {
  let file: String
  var mistakes: [Diagnostic] = []

  init(file: String) { self.file = file }

  mutating func entries(_ element: Element) -> [Profile.Entry] {
    if element.name == "appetite" { return element.children.flatMap { entries($0) } }
    guard let instruction = instruction(element) else { return [] }
    return [
      Profile.Entry(
        instruction: instruction, reason: words(element["reason"] ?? ""), location: element.location(in: file)
      )
    ]
  }

  private mutating func instruction(_ element: Element) -> Profile.Instruction? {
    switch element.name {
    case "select": return .select(selector(element))
    case "drop": return .drop(selector(element))
    case "keep": return .keep(selector(element))
    case "weight": return weight(element).map { .weight($0) }
    case "emphasis": return .emphasis(element.words, source: element["source"].map { words($0) })
    case "reading": return .reading(provision: element["provision"] ?? "", use: element["use"] ?? "")
    case "set":
      return .set(
        pack: element["pack"] ?? "", parameter: element["parameter"] ?? "", value: element["value"] ?? "")
    case "block": return element["from"].flatMap(Severity.init).map { .block(from: $0) }
    case "verify": return element["below"].flatMap(Confidence.init).map { .verify(below: $0) }
    case "limit":
      guard let harm = element["harm"].flatMap(Harm.Category.init),
        let level = element["level"].flatMap(Severity.init)
      else { return nil }
      return .limit(harm, level)
    case "scoring":
      guard let model = element["model"].flatMap(ScoringModel.init) else { return nil }
      return .scoring(model, asserted: element["asserted"].flatMap { Decimal(words($0)) })
    case "choice": return element["minimize"].flatMap(ChoiceObjective.init).map { .choice($0) }
    default: return nil
    }
  }

  private mutating func selector(_ element: Element, hasMore: Bool = false) -> Selector {
    let selector = Selector(
      pack: element["pack"], provision: element["provision"], topic: element["topic"],
      jurisdiction: element["jurisdiction"])
    if selector.isEmpty, !hasMore {
      report(
        .selector, element, "<\(element.name)> does not say which provisions",
        "give `pack`, `provision`, `topic` or `jurisdiction`")
    }
    return selector
  }

  private mutating func weight(_ element: Element) -> Profile.Weight? {
    let harm = element["harm"].flatMap(Harm.Category.init)
    let selector = selector(element, hasMore: harm != nil)
    guard let factor = element["factor"].flatMap({ Decimal(words($0)) }), factor > .zero else {
      report(.value, element, "`factor` must be a number above 0", nil)
      return nil
    }
    return Profile.Weight(
      selector: selector, harm: harm, factor: factor, source: element["source"].map { words($0) })
  }

  private mutating func report(
    _ code: Diagnostic.Code, _ element: Element, _ message: String, _ suggestion: String?
  ) {
    mistakes.append(Diagnostic(code, at: element.location(in: file), message, suggestion: suggestion))
  }

  /// Two entries of one profile never decide the same thing: nothing says which of them is meant.
  mutating func check(_ profile: Profile) {
    var first: [String: Profile.Entry] = [:]
    for entry in profile.entries {
      guard let subject = entry.instruction.subject else { continue }
      guard let other = first[subject.key] else {
        first[subject.key] = entry
        continue
      }
      mistakes.append(
        Diagnostic(
          .conflict, at: entry.location,
          "\(subject.words) is decided twice; first on line \(other.location.line)",
          suggestion: "leave one of them out"))
    }
  }
}

extension Profile.Instruction {
  /// What it decides, if only one entry of a profile may.
  fileprivate var subject: (key: String, words: String)? {
    switch self {
    case .select(let selector): ("select \(selector.text)", "what to select by \(selector.text)")
    // To drop and to keep the same cannot both be meant.
    case .drop(let selector), .keep(let selector):
      ("drop \(selector.text)", "whether to drop \(selector.text)")
    case .weight(let weight):
      (
        "weight \(weight.selector.text) \(weight.harm?.rawValue ?? "")",
        "the weight of \([weight.selector.text, weight.harm.map { "harm \($0.rawValue)" } ?? ""].filter { !$0.isEmpty }.joined(separator: ", "))"
      )
    case .emphasis: nil
    case .reading(let provision, _): ("reading \(provision)", "the reading of `\(provision)`")
    case .set(let pack, let parameter, _): ("set \(pack) \(parameter)", "`\(parameter)` of `\(pack)`")
    case .block: ("block", "what blocks entry")
    case .verify: ("verify", "what is to be verified")
    case .limit(let harm, _): ("limit \(harm.rawValue)", "the limit of \(harm.rawValue) risk")
    case .scoring: ("scoring", "how scores are weighted")
    case .choice: ("choice", "what the choice of remedies keeps least")
    }
  }
}

extension Diagnostic.Code {
  static let selector = Self(rawValue: "profile.selector")
  static let conflict = Self(rawValue: "profile.conflict")
  static let noMatch = Self(rawValue: "profile.no-match")
  static let unused = Self(rawValue: "profile.unused")
  static let unknown = Self(rawValue: "profile.unknown")
  static let fixed = Self(rawValue: "profile.fixed")
  static let nothingLeft = Self(rawValue: "profile.nothing-left")
}
