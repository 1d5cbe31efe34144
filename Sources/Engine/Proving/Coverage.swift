package import Diagnostics
import FEEL
package import Rules

/// Which answers the operands of a pack's conditions gave while its cases ran. Only what an expectation asked for counts: what is
/// worked out beside it proves nothing.
package struct Coverage: Sendable {
  /// A branch that no case takes.
  package struct Missing: Sendable, Hashable {
    package let location: Location
    /// The condition, in words.
    package let title: String
    /// The operand, as written.
    package let text: String
    /// Never true; else never false.
    package let isTrue: Bool
  }

  package let pack: String
  /// Each operand has two branches, true and false; so has each row of a decision table: it gave the result or another did.
  package let branches: Int
  package let missing: [Missing]
  package let failures: [CaseRun.Failure]
  package var covered: Int { branches - missing.count }

  /// What amendments left as it was is covered by a case of any day.
  package init(of pack: CompiledPack, _ rulebook: Rulebook, _ files: [CaseFile]) {
    var failures: [CaseRun.Failure] = []
    var order: [Missing] = []
    var taken: [Missing: Bool] = [:]
    for law in pack.states {
      let docked = Docked(law, of: rulebook, files)
      failures += docked.failures
      for branch in Coverage.branches(docked) {
        if taken[branch.at] == nil { order.append(branch.at) }
        taken[branch.at] = branch.isTaken || taken[branch.at] ?? false
      }
    }
    self.pack = pack.pack.id
    branches = order.count
    missing = order.filter { taken[$0] == false }.enumerated().sorted {
      ($0.element.location.file, $0.element.location.line, $0.element.location.column, $0.offset)
        < ($1.element.location.file, $1.element.location.line, $1.element.location.column, $1.offset)
    }.map(\.element)
    self.failures = failures
  }

  /// All branches of the law of some days, in the order of its parts.
  private static func branches(_ docked: Docked) -> [(at: Missing, isTaken: Bool)] {
    let watch = Watch(docked.pack, docked.rulebook.vocabulary)
    let watched = watch.rulebook(docked.rulebook)
    var rows = TableRows(docked.pack)
    var controls = ControlUses(docked)
    for exhibit in docked.exhibits {
      let places = Set(exhibit.expectations.flatMap(\.places)).sorted()
      let findings = exhibit.findings(watched, of: places)
      for finding in findings {
        if !rows.isEmpty { rows.note(finding.because.flatMap(\.rows)) }
        controls.note(finding)
      }
    }
    let operands = zip(watch.places, watch.observer.answers).flatMap { place, answers in
      [(true, Observer.Answers.yes), (false, .no)].map { isTrue, wanted in
        (
          at: Missing(location: place.location, title: place.title, text: place.text, isTrue: isTrue),
          isTaken: answers.contains(wanted)
        )
      }
    }
    return operands + rows.branches + controls.branches
  }
}
