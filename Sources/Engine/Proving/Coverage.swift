package import Diagnostics
import FEEL
package import Rules

/// Which answers the operands of a pack's conditions gave while its cases ran. Only what an expectation asked for counts: what is
/// worked out beside it proves nothing.
package struct Coverage: Sendable {
  /// A branch that no case takes.
  package struct Missing: Sendable {
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

  package init(of pack: CompiledPack, _ rulebook: Rulebook, _ files: [CaseFile]) {
    self.init(Docked(pack, of: rulebook, files))
  }

  init(_ docked: Docked) {
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
    var missing: [Missing] = []
    for (place, answers) in zip(watch.places, watch.observer.answers) {
      for (isTrue, wanted) in [(true, Observer.Answers.yes), (false, .no)] where !answers.contains(wanted) {
        missing.append(
          Missing(location: place.location, title: place.title, text: place.text, isTrue: isTrue))
      }
    }
    missing += rows.missing + controls.missing
    pack = docked.pack.pack.id
    branches = 2 * (watch.places.count + rows.count + controls.count)
    self.missing = missing.enumerated().sorted {
      ($0.element.location.file, $0.element.location.line, $0.element.location.column, $0.offset)
        < ($1.element.location.file, $1.element.location.line, $1.element.location.column, $1.offset)
    }.map(\.element)
    failures = docked.failures
  }
}
