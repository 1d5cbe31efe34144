import JSON
import Diagnostics
import Engine
import FEEL
import Rules

/// The assessment as attestations of CycloneDX 1.6 (ECMA-424): the packs as standards, a claim for each finding that applies, and for
/// each provision how far it is kept. What is not known has a reason but no score.
package func cyclonedx(_ report: Report) -> String { CycloneDX(report: report).document.text() + "\n" }

private struct CycloneDX {
  var report: Report
  var assessment: Assessment { report.assessment }
  var judged: [Finding] { assessment.findings.filter(\.isJudged) }

  var document: JSONValue {
    let judged = judged
    return .object([
      "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json", "bomFormat": "CycloneDX",
      "specVersion": "1.6", "version": .number(1),
      "serialNumber": .string("urn:uuid:\(report.uuid("\(report.about)\n\(assessment.asOf)\ncyclonedx"))"),
      "metadata": .object([
        "timestamp": .string("\(assessment.asOf)T00:00:00Z"),
        "tools": .object([
          "components": [
            .object([
              "type": "application", "name": "pratique", "version": .string(line(assessment.engineVersion)),
            ])
          ]
        ]),
        "properties": .array(
          assessment.tally.map { property("findings:\($0.verdict.rawValue)", String($0.count)) }
            + [property("asOf", assessment.asOf.description)]),
      ]), "definitions": .object(["standards": .array(standards(judged))]),
      "declarations": .object([
        "assessors": [
          .object([
            // It judges its own plan: nobody else looked.
            "bom-ref": "assessor", "thirdParty": .flag(false),
            "organization": .object(["name": .string(line(report.about))]),
          ])
        ], "targets": targets(judged), "claims": .array(judged.map(claim)),
        "evidence": .array(judged.map(evidence)), "attestations": .array(attestations(judged)),
      ]),
    ])
  }

  private func property(_ name: String, _ value: String) -> JSONValue {
    .object(["name": .string("pratique:\(name)"), "value": .string(line(value))])
  }

  private func standards(_ judged: [Finding]) -> [JSONValue] {
    assessment.packs.compactMap { pack in
      let rules = provisions(judged.filter { $0.pack == pack.id })
      guard !rules.isEmpty else { return nil }
      return .object([
        "bom-ref": .string("standard/\(line(pack.id))"), "name": .string(line(pack.title)),
        "version": .string(line(pack.edition)),
        "requirements": .array(
          rules.map { uses in
            let finding = uses[0]
            let link = finding.rule.provision.citations.lazy.compactMap(report.link).first
            return .object([
              "bom-ref": .string(requirement(finding)), "identifier": .string(line(finding.ruleID)),
              "title": .string(line(finding.title)), "text": .string(line(finding.summary)),
              "descriptions": .array(finding.rule.provision.citations.map { .string(line($0.text)) }),
              "externalReferences": .array(
                link.map { [.object(["type": "documentation", "url": .string($0)])] } ?? []),
            ])
          }),
      ])
    }
  }

  private func requirement(_ finding: Finding) -> String { "requirement/\(line(finding.ruleID))" }
  private func target(_ subject: Subject) -> String { "target/\(line(subject.kind))/\(line(subject.id))" }
  private func claimName(_ finding: Finding) -> String { "claim/\(line(finding.id))" }

  /// Findings by provision, never an empty list, in the order of the findings.
  private func provisions(_ findings: [Finding]) -> [[Finding]] {
    var places: [String: Int] = [:]
    var groups: [[Finding]] = []
    for finding in findings {
      if let place = places[finding.ruleID] {
        groups[place].append(finding)
      } else {
        places[finding.ruleID] = groups.count
        groups.append([finding])
      }
    }
    return groups
  }

  private func targets(_ judged: [Finding]) -> JSONValue {
    var seen: Set<Subject> = []
    let subjects = judged.map(\.subject).filter { seen.insert($0).inserted }
    func list(_ isOrganization: Bool) -> JSONValue {
      .array(
        subjects.filter { ($0.kind == "organization") == isOrganization }.map {
          .object(["bom-ref": .string(target($0)), "name": .string(line($0.title))])
        })
    }
    return .object(["organizations": list(true), "services": list(false)])
  }

  /// That the provision is kept for the subject; of a gap, that it is not.
  private func claim(_ finding: Finding) -> JSONValue {
    .object([
      "bom-ref": .string(claimName(finding)), "target": .string(target(finding.subject)),
      "predicate": .string("\(line(finding.title)): \(finding.verdict.word)"),
      "reasoning": .string(
        line(
          finding.isAlert
            ? finding.alertText
            : finding.because.map { "\($0.part.word): \($0.text) - \($0.result.word)" }.joined(
              separator: "; "))),
      "evidence": [.string("evidence/\(line(finding.id))")],
    ])
  }

  /// The lines of the plan that it rests on.
  private func evidence(_ finding: Finding) -> JSONValue {
    let facts = finding.because.flatMap(\.facts).compactMap { fact -> JSONValue? in
      guard let location = fact.location else { return nil }
      return .object([
        "name": .string(line("\(fact.fact): \(fact.value ?? "not stated")")),
        "contents": .object([
          "url": .string("\(reference(toFile: location.file))#L\(max(location.line, 1))")
        ]),
      ])
    }
    return .object([
      "bom-ref": .string("evidence/\(line(finding.id))"), "propertyName": .string(line(finding.id)),
      "data": .array(facts),
    ])
  }

  private func attestations(_ judged: [Finding]) -> [JSONValue] {
    assessment.packs.compactMap { pack in
      let groups = provisions(judged.filter { $0.pack == pack.id })
      guard !groups.isEmpty else { return nil }
      return .object([
        "summary": .string(line("\(pack.title), law of \(assessment.asOf). \(Report.disclaimer)")),
        "assessor": "assessor", "map": .array(groups.map(entry)),
      ])
    }
  }

  private func entry(_ findings: [Finding]) -> JSONValue {
    let isFailure = { (finding: Finding) in finding.verdict == .gap || finding.verdict == .waived }
    let met = findings.filter { $0.verdict == .satisfied }.count
    let failed = findings.filter(isFailure).count
    let isSettled = met + failed == findings.count
    var words: [String] = []
    for verdict in Verdict.byAttention {
      let number = findings.filter { $0.verdict == verdict }.count
      if number > 0 { words.append("\(number) \(verdict.word)") }
    }
    return .object([
      "requirement": .string(requirement(findings[0])),
      "claims": .array(findings.filter { !isFailure($0) }.map { .string(claimName($0)) }),
      "counterClaims": .array(findings.filter(isFailure).map { .string(claimName($0)) }),
      "conformance": .object([
        // Only what is settled for every subject is a number: the share of subjects for which it is met.
        "score": isSettled ? .number(score(met, of: findings.count)) : nil,
        "rationale": .string(words.joined(separator: ", ")),
      ]),
      "confidence": .object([
        "rationale": .string("confidence in the rule: \(findings[0].confidence.rawValue)")
      ]
      ),
    ])
  }
}

/// Two digits; what is not all is never 1, and what is not nothing never 0.
private func score(_ met: Int, of all: Int) -> Double {
  guard met > 0, met < all else { return met > 0 ? 1 : 0 }
  return min(max((Double(met) / Double(all) * 100).rounded(), 1), 99) / 100
}
