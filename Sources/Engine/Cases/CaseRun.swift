package import Diagnostics
import Plans
package import Rules

/// What came of the cases of one file.
package struct CaseRun: Sendable {
  package struct Failure: Sendable {
    package var location: Location
    package var text: String
  }
  package var passed = 0
  package var failures: [Failure] = []

  /// Judges every case against the pack that the file names. A plan that does not read fails its case.
  package init(_ file: CaseFile, _ rulebook: Rulebook) {
    guard rulebook.packs.contains(where: { $0.pack.id == file.pack }) else {
      let known = rulebook.packs.map(\.pack.id)
      let hint = didYouMean(file.pack, among: known).map { "; \($0)" } ?? ""
      failures = [
        Failure(location: Location(file: file.file, line: 1), text: "there is no pack `\(file.pack)`\(hint)")
      ]
      return
    }
    for each in file.cases { run(each, file.pack, rulebook) }
  }

  private mutating func run(_ each: CaseFile.Case, _ pack: String, _ rulebook: Rulebook) {
    let plan: Plan
    do throws(Mistakes) {
      plan = try Plan(
        each.plan, file: each.location.file, vocabulary: rulebook.vocabulary, geography: rulebook.geography,
        asOf: each.asOf)
    } catch {
      failures += error.all.map {
        Failure(
          location: $0.location, text: "\(each.name): \($0.message)\($0.suggestion.map { "; \($0)" } ?? "")")
      }
      return
    }
    let assessment = rulebook.assess(plan, asOf: each.asOf, options: Rulebook.Options(only: [pack]))
    var failed = false
    for expectation in each.expectations {
      guard let text = mismatch(expectation, assessment, rulebook, pack) else { continue }
      failed = true
      failures.append(Failure(location: expectation.location, text: "\(each.name): \(text)"))
    }
    if !failed { passed += 1 }
  }

  /// nil if every finding of the provision (and subject) has the verdict expected.
  private func mismatch(
    _ expected: CaseFile.Expectation, _ assessment: Assessment, _ rulebook: Rulebook, _ pack: String
  ) -> String? {
    let findings = expected.relevant(among: assessment.findings)
    if findings.isEmpty {
      let known = rulebook.packs.filter { $0.pack.id == pack }.flatMap(\.states).flatMap(\.pack.provisions)
        .map(\.id)
      guard known.contains(expected.provision) else {
        let hint = didYouMean(expected.provision, among: Set(known)).map { "; \($0)" } ?? ""
        return "there is no provision `\(expected.provision)`\(hint)"
      }
      if expected.isMet(by: findings) { return nil }
      if let subject = expected.subject { return "\(expected.provision) is not judged for `\(subject)`" }
      return "\(expected.provision) is not in force on \(assessment.asOf) or has no subject; "
        + "expected \(expected.verdict)"
    }
    guard !expected.isMet(by: findings),
      let wrong = findings.first(where: { $0.verdict.rawValue != expected.verdict })
    else { return nil }
    let unknown =
      wrong.unknownFacts.isEmpty ? "" : " (unknown: \(wrong.unknownFacts.joined(separator: ", ")))"
    let error = wrong.verdict == .error ? " (\(wrong.flips.joined(separator: ", ")))" : ""
    return
      "\(expected.provision)@\(wrong.subject.id) is \(wrong.verdict.rawValue)\(unknown)\(error), expected \(expected.verdict)"
  }
}

extension CaseFile.Expectation {
  /// The findings that it speaks of.
  func relevant(among findings: [Finding]) -> [Finding] {
    findings.filter {
      $0.provision == provision && (subject == nil || $0.subject.id == subject) && !$0.isVersionToCome
    }
  }

  /// Does every finding that it speaks of have the verdict. None at all: not in force, or nobody to judge.
  func isMet(by relevant: [Finding]) -> Bool {
    guard relevant.isEmpty else { return relevant.allSatisfy { $0.verdict.rawValue == verdict } }
    return subject == nil && ["notInForce", "notApplicable"].contains(verdict)
  }
}
