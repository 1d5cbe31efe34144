import Diagnostics
import Facts
import Rules
import Solver

/// What the conditions of one pack are found to say too much or too little.
struct ConditionReport {
  var findings: [LintFinding] = []
  /// Questions asked, and those that stayed open.
  var asked = 0
  var open = 0
}

extension ConditionReport {
  init(_ rulebook: Rulebook, _ pack: CompiledPack, solver: Z3?, _ memory: inout LintMemory) {
    let inquiries = Inquiries(rulebook, pack.pack)
    var opposition = Opposition(inquiries)
    let goals = inquiries.all.map { Goal($0.goal) }
    var decider = Decider(opposition.terms, goals, watched: opposition.met, solver: solver)
    decider.decide(&memory)
    asked = goals.count
    let method: LintFinding.Method = .solver(rows: Translator.rows)
    var told: [String: Set<LintRule>] = [:]
    for (inquiry, goal) in zip(inquiries.all, decider.goals) {
      switch goal.answer {
      case .possible: continue
      case .impossible: break
      case .open:
        open += 1
        continue
      }
      let known = told[inquiry.subject, default: []].union(
        inquiry.provision.map { told[pack.pack.provisions[$0].id, default: []] } ?? [])
      if !known.isDisjoint(with: inquiry.yielding) { continue }
      told[inquiry.subject, default: []].insert(inquiry.rule)
      findings.append(inquiry.finding(method))
    }
    let dead = Set(told.filter { !$0.value.isDisjoint(with: [.neverApplies, .neverSatisfied]) }.keys)
    findings += opposition.duplicates(inquiries)
    findings += opposition.contradictions(inquiries, &decider, &memory, rulebook, except: dead)
    if open > 0 {
      let reason =
        solver == nil
        ? "the solver `z3` is not installed: \(open) of \(asked) questions about the conditions stay open by search of \(Decider.plans) plans; install Debian's package `z3`"
        : "the solver left \(open) of \(asked) questions about the conditions open"
      findings.append(
        LintFinding(
          .undecided, in: pack.pack.id, "pack", at: Location(file: pack.pack.file, line: 1), reason,
          method: solver == nil ? .search(plans: Decider.plans) : method, severity: .note))
    }
    findings += inquiries.translator.nameFindings() + inquiries.translator.unitFindings()
  }
}
