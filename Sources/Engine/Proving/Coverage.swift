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

  /// One branch, with what it belongs to: the same part in another state of the law is the same.
  struct Branch {
    var at: Missing
    var of: String
    var isTaken: Bool

    struct Key: Hashable {
      var of: String
      var text: String
      var isTrue: Bool
      /// The same operand may stand twice.
      var number = 0
    }
  }

  package let pack: String
  /// Each operand has two branches, true and false; so has each row of a decision table: it gave the result or another did.
  package let branches: Int
  package let missing: [Missing]
  package let failures: [CaseRun.Failure]
  package var covered: Int { branches - missing.count }

  /// What amendments left as it was, or said again, is covered by a case of any day.
  package init(of pack: CompiledPack, _ rulebook: Rulebook, _ files: [CaseFile]) {
    var failures: [CaseRun.Failure] = []
    var all: [Branch] = []
    var places: [Branch.Key: Int] = [:]
    for law in pack.states {
      let docked = Docked(law, of: rulebook, files)
      failures += docked.failures
      var counts: [Branch.Key: Int] = [:]
      for branch in Coverage.branches(docked) {
        var key = Branch.Key(of: branch.of, text: branch.at.text, isTrue: branch.at.isTrue)
        counts[key, default: 0] += 1
        key.number = counts[key, default: 0]
        if let place = places[key] {
          all[place].isTaken = all[place].isTaken || branch.isTaken
        } else {
          places[key] = all.count
          all.append(branch)
        }
      }
    }
    self.pack = pack.pack.id
    branches = all.count
    missing = all.filter { !$0.isTaken }.map(\.at).enumerated().sorted {
      ($0.element.location.file, $0.element.location.line, $0.element.location.column, $0.offset)
        < ($1.element.location.file, $1.element.location.line, $1.element.location.column, $1.offset)
    }.map(\.element)
    self.failures = failures
  }

  /// All branches of the law of some days, in the order of its parts.
  private static func branches(_ docked: Docked) -> [Branch] {
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
        Branch(
          at: Missing(location: place.location, title: place.title, text: place.text, isTrue: isTrue),
          of: place.title, isTaken: answers.contains(wanted))
      }
    }
    return operands + rows.branches + controls.branches
  }
}
