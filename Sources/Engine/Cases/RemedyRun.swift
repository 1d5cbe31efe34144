package import Diagnostics
import FEEL
import Plans
package import Rules

/// Which remedies of a pack close the gaps of its cases.
package struct RemedyRun: Sendable {
  /// A remedy with what became of it.
  package struct Trial: Sendable {
    package enum Outcome: Sendable, Hashable, CaseIterable { case proven, notProven, inWords, withoutCase }
    package var provision: String
    package var title: String
    package var location: Location
    /// Not written: the controls of the requirement that are not in place.
    package var isImplied = false
    package var isInWords = false
    /// Gaps that it closes.
    package var closed = 0
    package var failures: [Failure] = []

    package var outcome: Outcome {
      if isInWords { return .inWords }
      if closed == 0, failures.isEmpty { return .withoutCase }
      return failures.isEmpty ? .proven : .notProven
    }
  }

  /// A gap that a remedy does not close.
  package struct Failure: Sendable {
    package var name: String
    package var location: Location
    package var subject: String
    package var verdict: String
    /// Conditions and controls that still fail, or the facts that are not known.
    package var why: [String]
  }

  package var pack: String
  package var trials: [Trial] = []
  /// Provisions with a gap for which there is no remedy at all.
  package var withoutRemedy: [String] = []
  /// Cases that could not be tried.
  package var broken: [CaseRun.Failure] = []

  /// `only`: ids of provisions; empty: all.
  package init(of pack: CompiledPack, _ rulebook: Rulebook, _ files: [CaseFile], only: Set<String> = []) {
    self.pack = pack.pack.id
    var rulebook = rulebook
    rulebook.packs = [pack]
    let places = pack.provisions.indices.filter { place in
      let rule = pack.provisions[place].rule
      return rule.modality != .permission && (only.isEmpty || only.contains(rule.id))
    }
    var shelf = Shelf(pack, places)
    for file in files where file.pack == pack.pack.id {
      for each in file.cases {
        do throws(Mistakes) {
          let exhibit = try Exhibit(each, rulebook)
          for place in places {
            for finding in exhibit.findings(rulebook, of: [place])
            where finding.verdict == .gap && !finding.isVersionToCome {
              shelf.tryOut(finding, place, exhibit, rulebook)
            }
          }
        } catch {
          broken += error.all.map {
            CaseRun.Failure(location: $0.location, text: "\(each.name): \($0.message)")
          }
        }
      }
    }
    trials = shelf.trials.flatMap { $0 }
    withoutRemedy = places.filter { shelf.isBare[$0] == true }.map { pack.provisions[$0].rule.id }
  }
}

/// The remedies of all provisions, by place.
private struct Shelf {
  var trials: [[RemedyRun.Trial]]
  /// Provisions with a gap that has no remedy.
  var isBare: [Int: Bool] = [:]

  init(_ pack: CompiledPack, _ places: [Int]) {
    trials = [[RemedyRun.Trial]](repeating: [], count: pack.provisions.count)
    for place in places {
      let provision = pack.provisions[place].provision
      trials[place] = provision.remedies.map { remedy in
        RemedyRun.Trial(
          provision: provision.id, title: remedy.title,
          location: Location(file: provision.location.file, line: remedy.line), isInWords: remedy.isInWords)
      }
      if provision.remedies.isEmpty, !pack.provisions[place].requirement.controls.isEmpty {
        trials[place] = [.implied(provision)]
      }
    }
  }

  /// Carries out each remedy of a gap by itself and judges again.
  mutating func tryOut(_ finding: Finding, _ place: Int, _ exhibit: Exhibit, _ rulebook: Rulebook) {
    let remedies = finding.remedies
    if remedies.isEmpty { isBare[place] = true }
    for remedy in remedies where !remedy.isInWords {
      var application = RemedyApplication(
        to: exhibit.plan, rulebook, on: exhibit.day, world: exhibit.world.plan)
      application.apply(remedy, for: finding.subject)
      // Controls that are in place already are no remedy for this gap.
      if application.changes == 0, remedy.change == nil { continue }
      let changed = Exhibit(exhibit.each, application.plan, on: exhibit.day, rulebook)
      let after = changed.findings(rulebook, of: [place]).first { $0.subject.id == finding.subject.id }
      let trial = trial(of: remedy, finding, place)
      if let after, !after.isClosed {
        trials[place][trial].failures.append(failure(after, exhibit))
      } else {
        trials[place][trial].closed += 1
      }
    }
  }

  /// The place of its trial. Where none of the written remedies is offered, there are still the controls of the requirement.
  private mutating func trial(of remedy: Remedy, _ finding: Finding, _ place: Int) -> Int {
    let provision = finding.rule.provision
    if let index = provision.remedies.firstIndex(of: remedy) { return index }
    if let index = trials[place].firstIndex(where: \.isImplied) { return index }
    trials[place].append(.implied(provision))
    return trials[place].count - 1
  }

  private func failure(_ after: Finding, _ exhibit: Exhibit) -> RemedyRun.Failure {
    let failing = after.flips
    let written = after.because.filter { failing.contains($0.text) }
    let conditions = failing.map { title in
      written.first { $0.text == title }?.expression.map { "\(title) [\($0)]" } ?? title
    }
    let unknown = after.verdict == .gap ? [] : after.unknownFacts.map { "\($0) is not stated" }
    return RemedyRun.Failure(
      name: exhibit.each.name, location: exhibit.each.location, subject: after.subject.id,
      verdict: after.verdict.rawValue, why: unknown.isEmpty ? conditions : unknown)
  }
}

extension RemedyRun.Trial {
  fileprivate static func implied(_ provision: Provision) -> Self {
    Self(
      provision: provision.id, title: "the controls that it requires", location: provision.location,
      isImplied: true)
  }
}
