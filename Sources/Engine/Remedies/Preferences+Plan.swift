package import Diagnostics
import FEEL
import Facts
package import Plans
package import Rules

extension Preferences {
  /// The same with what the plan decides, where it is not decided here already. Ids that name nothing are mistakes of the plan.
  package func adding(decisionsOf plan: Plan, _ rulebook: Rulebook) throws(Mistakes) -> Preferences {
    let kinds = rulebook.vocabulary.kinds
    guard let kind = kinds.firstIndex(where: { $0.name == "decision" }), !plan.rows[kind].isEmpty,
      let fact = kinds[kind].facts.firstIndex(where: { $0.name == "decided" })
    else { return self }
    let names = RemedyNames(rulebook)
    var result = self
    var mistakes: [Diagnostic] = []
    for row in plan.rows[kind] {
      let name = names.name(inPlan: row.id)
      if !names.contains(name) {
        mistakes.append(
          Diagnostic(
            .decision, at: row.location, "`\(row.id)` is neither a control nor a remedy nor a change",
            suggestion: names.suggestion(for: row.id)))
      }
      guard !ruledOut.contains(name), !decided.contains(name) else { continue }
      switch row.statements[fact]?.value {
      case .string("use"): result.decided.insert(name)
      case .string("ruleOut"): result.ruledOut.insert(name)
      default: continue
      }
      result.locations[name] = row.location
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    return result
  }
}

extension Preferences {
  /// `--rule-out data-map`, `plan.yaml:12`: who takes a decision.
  package func origin(of name: String) -> String {
    if let location = locations[name] { return "\(location.file):\(location.line)" }
    return "\(ruledOut.contains(name) ? "--rule-out" : "--decide") \(name)"
  }
}

/// What a decision may name: a control of the catalogue, a remedy of a pack by its title, a change by its task.
package struct RemedyNames {
  private let rulebook: Rulebook
  private let titles: Set<String>
  /// `change-eu-gdpr-art-44`; with more changes of one provision also `…-2`.
  private let changes: Set<String>

  package init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
    var titles: Set<String> = []
    var changes: Set<String> = []
    for pack in rulebook.packs {
      for provision in pack.provisions {
        var number = 0
        for remedy in provision.rule.provision.remedies {
          titles.insert(remedy.title)
          guard remedy.change != nil else { continue }
          number += 1
          let id = RemedyMenu.changeId(provision.rule.pack, provision.rule.id)
          changes.insert(number == 1 ? id : "\(id)-\(number)")
        }
      }
    }
    self.titles = titles
    self.changes = changes
  }

  package func contains(_ name: String) -> Bool {
    rulebook.catalogue[name] != nil || titles.contains(name) || changes.contains(name)
  }

  /// Ids of a plan have no spaces: `have-it-audited` stands for the remedy "Have it audited".
  package func name(inPlan id: String) -> String {
    contains(id) ? id : titles.filter { Self.id(ofTitle: $0) == id }.min() ?? id
  }

  /// Small letters and digits, all else as one hyphen.
  private static func id(ofTitle title: String) -> String {
    title.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.joined(separator: "-")
  }

  /// "did you mean `x`?"
  package func suggestion(for name: String) -> String? {
    didYouMean(name, among: rulebook.catalogue.controls.map(\.id) + titles.sorted() + changes.sorted())
  }
}

extension Diagnostic.Code { package static let decision = Self(rawValue: "plan.decision") }
