import Diagnostics
import FEEL
import Facts
import Rules

/// Which names of a pack its provisions reach, directly or through conclusions.
struct Usage {
  /// Names that something in force reads.
  let live: Set<String>
  private let undated: [String: Set<String>]

  init(_ pack: Pack) {
    var byDefinition: [String: Set<String>] = [:]
    var undated: [String: Set<String>] = [:]
    for definition in pack.definitions {
      byDefinition[definition.name, default: []].formUnion(Usage.names(in: definition.expressions))
      undated[definition.name, default: []].formUnion(Usage.undatedNames(in: definition.expressions))
    }
    self.undated = undated
    let roots = Usage.names(in: pack.scopes.map(\.expression) + pack.provisions.flatMap(\.expressions))
    live = Usage.reached(from: roots, byDefinition)
  }

  /// Names that a provision reads on every day, its scope included: an expression that looks at the date chooses its days itself.
  func namesOnAllDays(of provision: Provision, in pack: Pack) -> Set<String> {
    let scopes = pack.scopes.filter { $0.per == provision.per }.map(\.expression)
    return Usage.reached(from: Usage.undatedNames(in: scopes + provision.expressions), undated)
  }

  private static func undatedNames(in sources: [Source]) -> Set<String> {
    var result: Set<String> = []
    for source in sources {
      let names = names(in: [source])
      if !names.contains("asOf") { result.formUnion(names) }
    }
    return result
  }

  private static func reached(from roots: Set<String>, _ definitions: [String: Set<String>]) -> Set<String> {
    var result = roots
    var waiting = Array(roots)
    while let name = waiting.popLast() {
      for more in definitions[name] ?? [] where result.insert(more).inserted { waiting.append(more) }
    }
    return result
  }

  /// The words of expressions, without texts in quotes.
  static func names(in sources: [Source]) -> Set<String> {
    var names: Set<String> = []
    for source in sources {
      let parts = String(decoding: source.bytes, as: UTF8.self).split(
        separator: "\"", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() where index % 2 == 0 {
        for word in part.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "_") }) {
          names.insert(String(word))
        }
      }
    }
    return names
  }
}

extension PackLint {
  /// Parameters, facts, conclusions and sanction tiers that nothing uses.
  func unused() -> [LintFinding] {
    var findings: [LintFinding] = []
    for parameter in pack.parameters where !usage.live.contains(parameter.name) {
      findings.append(
        finding(
          .unused, "parameter \(parameter.name)", line: parameter.line,
          "the parameter `\(parameter.name)` is never used"))
    }
    for definition in pack.definitions where !usage.live.contains(definition.name) {
      findings.append(
        LintFinding(
          .unused, in: pack.id, definition.subject, at: definition.location,
          "`\(definition.name)` is never used, or only by what is itself unused"))
    }
    let tiers = Set(pack.provisions.flatMap(\.sanctions))
    for tier in pack.sanctions.map(\.id) where !tiers.contains(tier) {
      findings.append(finding(.unused, "sanction \(tier)", line: 1, "the sanction `\(tier)` is never used"))
    }
    return findings + unusedFacts()
  }

  /// Facts that the pack adds to plans, and no pack reads.
  private func unusedFacts() -> [LintFinding] {
    var findings: [LintFinding] = []
    for kind in rulebook.vocabulary.kinds {
      for fact in kind.facts where fact.location.file == pack.file && !factNames.contains(fact.name) {
        findings.append(
          LintFinding(
            .unused, in: pack.id, "fact \(kind.name).\(fact.name)", at: fact.location,
            "the fact `\(kind.name).\(fact.name)` is asked of plans and read by nothing"))
      }
    }
    return findings
  }
}
