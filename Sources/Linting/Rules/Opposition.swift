import Diagnostics
import FEEL
import Facts
import Plans
import Rules

/// Provisions compared with one another: those that ask the same, and those that cannot be met together.
struct Opposition {
  private(set) var terms: Terms
  private let provisions: [Provision]
  /// By provision: it applies; it applies and is met.
  private var applies: [Term] = []
  private(set) var met: [Term] = []

  init(_ inquiries: Inquiries) {
    terms = inquiries.translator.terms
    provisions = inquiries.pack.provisions
    for judgement in inquiries.judged {
      guard let judgement else {
        applies.append(.no)
        met.append(.no)
        continue
      }
      let applied = terms.and(judgement.base, judgement.applies.yes)
      applies.append(applied)
      met.append(terms.and(applied, judgement.met.yes))
    }
  }

  /// Pairs whose conditions come to the same terms.
  func duplicates(_ inquiries: Inquiries) -> [LintFinding] {
    var findings: [LintFinding] = []
    for (index, provision) in provisions.enumerated() {
      guard let mine = inquiries.judged[index], provision.requirement?.conditions.isEmpty == false else {
        continue
      }
      for other in provisions.indices.dropFirst(index + 1) {
        let second = provisions[other]
        guard second.id != provision.id, second.per == provision.per, second.modality == provision.modality,
          provision.period.overlaps(second.period), let theirs = inquiries.judged[other],
          mine.applies.yes == theirs.applies.yes, mine.applies.no == theirs.applies.no,
          mine.met.yes == theirs.met.yes, mine.met.no == theirs.met.no
        else { continue }
        findings.append(
          LintFinding(
            .duplicate, in: inquiries.pack.id, second.id, at: second.location,
            "`\(second.id)` applies when `\(provision.id)` does and asks the same",
            suggestion: "leave one out, or ask what its law asks"))
      }
    }
    return findings + inquiries.translator.duplicateConclusions()
  }

  /// Pairs that can apply together, each of which can be met while the other applies, but not both.
  mutating func contradictions(
    _ inquiries: Inquiries, _ decider: inout Decider, _ memory: inout LintMemory, _ rulebook: Rulebook,
    except dead: Set<String>
  ) -> [LintFinding] {
    let asked = asks(inquiries)
    let applied = applies.map { terms.variables(of: $0) }
    var findings: [LintFinding] = []
    for index in provisions.indices {
      for other in provisions.indices.dropFirst(index + 1) {
        let (first, second) = (provisions[index], provisions[other])
        guard first.per == second.per, first.id != second.id, first.modality != .permission,
          second.modality != .permission, first.period.overlaps(second.period), met[index] != .no,
          met[other] != .no,
          !dead.contains(first.id), !dead.contains(second.id)
        else { continue }
        let key = Terms.mixed(13, [met[index], met[other]].map { decider.digests[$0.index] })
        if memory.peaceful.contains(key) { continue }
        // What one asks is nothing that the other speaks of.
        let isApart =
          asked[index].isDisjoint(with: asked[other]) && asked[index].isDisjoint(with: applied[other])
          && asked[other].isDisjoint(with: applied[index])
        guard !isApart, !decider.together.contains(where: { $0[index] && $0[other] }),
          let plan = clash(index, other, &decider)
        else {
          memory.peaceful.insert(key)
          continue
        }
        let maker = PlanMaker(inquiries.translator)
        let shown = maker.plan(plan, first, second, rulebook, &decider)
        findings.append(finding(first, second, inquiries.pack.id, shown))
      }
    }
    return findings
  }

  private func asks(_ inquiries: Inquiries) -> [Set<Int>] {
    inquiries.judged.map { judgement in
      guard let judgement else { return [] }
      return terms.variables(of: judgement.met.yes)
    }
  }

  /// The terms that a plan to show must make true; nil if there is no clash.
  private func clash(_ index: Int, _ other: Int, _ decider: inout Decider) -> [Term]? {
    guard let both = decider.ask([met[index], met[other]], met) else { return nil }
    if let values = both.values {
      decider.note(values)
      return nil
    }
    guard let meet = decider.ask([applies[index], applies[other]], []), meet.values != nil,
      let one = decider.ask([met[index], applies[other]], []), one.values != nil,
      let two = decider.ask([applies[index], met[other]], []), two.values != nil
    else { return nil }
    return [met[index], applies[other]]
  }

  private func finding(
    _ first: Provision, _ second: Provision, _ pack: String, _ shown: PlanMaker.Shown
  ) -> LintFinding {
    LintFinding(
      .contradiction, in: pack, "\(first.id) \(second.id)", at: second.location,
      "`\(first.id)` and `\(second.id)` can apply together, and no plan meets both; \(shown.text)",
      suggestion: "let one of them give way: an exception, or a narrower applicability",
      method: .solver(rows: Translator.rows), plan: shown.plan)
  }
}
