import Diagnostics
import Engine
import Facts
import FEEL
import Rules

/// The gap report as Markdown, for a pull request or a wiki.
package func markdown(_ report: Report) -> String {
  var lines = ["# \(report.decision.title): \(escaped(report.about))", ""]
  lines.append(
    "Law as of \(report.assessment.asOf), horizon \(report.assessment.horizon). \(report.countsText).")
  lines += table(
    ["Market", "Verdict", "Entry", "Because", "Readiness"],
    report.decisions.map { each in
      [
        escaped(each.name), "\(each.decision.sign) \(each.decision.title)",
        each.market?.entry?.description ?? "not stated", each.because, each.readinessText,
      ]
    })
  lines += report.gapSections()
  lines += ["", "## Schedule", "", report.fitText]
  lines += table(
    ["Start", "Finish", "Task", "Owner", "Working days", "Critical"],
    report.tasks.map { task in
      [
        task.start.description, task.finish.description, escaped(task.title),
        escaped(task.owner),
        "\(task.duration.min)–\(task.duration.max)", task.isCritical ? "yes" : "no",
      ]
    })
  lines += report.otherSections()
  lines += report.collisionSections()
  lines += report.riskSection()
  lines += report.lossSection()
  lines += report.evidenceSection()
  lines += report.profileSection()
  lines += ["", "## Basis", "", escaped(Report.disclaimer)]
  lines += table(
    ["Pack", "Title", "Edition", "Reviewed", "SHA-256"],
    report.assessment.packs.map { pack in
      [code(pack.id), escaped(pack.title), escaped(pack.edition), escaped(pack.review.on), code(pack.sha256)]
    })
  lines += ["", "Engine \(escaped(report.assessment.engineVersion)), command \(code(report.commandLine))"]
  return lines.joined(separator: "\n") + "\n"
}

extension Report {
  /// Where laws collide, and which thresholds are near.
  fileprivate func collisionSections() -> [String] {
    var lines: [String] = []
    if !assessment.conflicts.isEmpty {
      lines += ["", "## Conflicts of laws (\(assessment.conflicts.count))", ""]
      for conflict in assessment.conflicts {
        lines.append("- \(conflict.sign) \(escaped(conflict.text)); \(escaped(conflict.activitiesText))")
        lines += conflict.kind.options.map { "  - \(escaped($0.title)): \(escaped($0.text))" }
      }
    }
    if !assessment.nearness.isEmpty {
      lines += ["", "## Within a fifth of a threshold (\(assessment.nearness.count))", ""]
      lines += assessment.nearness.map { "- \(escaped($0.text))" }
    }
    return lines
  }

  fileprivate func gapSections() -> [String] {
    guard !gaps.isEmpty else { return [] }
    var lines = ["", "## Gaps (\(gaps.count))"]
    for finding in gaps {
      let flags = (finding.blocksEntry ? ", blocks entry" : "") + (finding.verify ? ", verify" : "")
      lines += [
        "", "### \(finding.severity.sign) \(finding.severity.rawValue): \(escaped(finding.title))", "",
      ]
      lines.append(
        "\(code(finding.id)), \(escaped(finding.subject.title)), markets \(finding.marketsText)\(flags)")
      lines += [
        "", "- **Law**: \(finding.citations.map(linked).joined(separator: "; ")), \(finding.appliesText)",
      ]
      for reason in finding.because {
        lines.append("- **Because**: \(reason.part.word): \(escaped(reason.text)) - \(reason.result.word)")
      }
      for fact in finding.because.flatMap(\.facts) { lines.append("- **Fact**: \(code(fact.text))") }
      for row in finding.tableRows { lines.append("- **Table row**: \(escaped(row))") }
      for remedy in finding.remedies { lines.append("- **Remedy**: \(escaped(remedy.title))") }
      lines.append("- **Owner**: \(escaped(due(finding).text))")
    }
    return lines
  }

  fileprivate func otherSections() -> [String] {
    var lines: [String] = []
    for verdict in [Verdict.error, .undetermined, .upcoming, .waived] {
      let group =
        verdict == .upcoming ? upcoming : findings(verdict).filter { $0.modality != .permission }
      guard !group.isEmpty else { continue }
      lines += ["", "## \(capitalized(verdict.word)) (\(group.count))"]
      lines += table(
        ["Finding", "Severity", "Title", "Law", verdict == .upcoming ? "From" : "Unknown facts"],
        group.map { finding in
          [
            code(finding.id), finding.severity.rawValue, escaped(finding.title),
            finding.citations.map(linked).joined(separator: "; "),
            verdict == .upcoming
              ? finding.appliesFrom?.description ?? "open"
              : finding.unknownFacts.map(code).joined(separator: ", "),
          ]
        })
    }
    if !later.isEmpty { lines += ["", "## Law after \(assessment.horizon), not judged (\(later.count))"] }
    lines += table(
      ["From", "Title", "Law"],
      later.map { law in
        [law.from.description, escaped(law.title), law.citations.map(linked).joined(separator: "; ")]
      })
    let met = findings(.satisfied).count
    let outside = findings(.notApplicable).count
    lines += ["", "Not listed: \(met) met, \(outside) that do not apply."]
    guard !risk.exposures.isEmpty else { return lines }
    lines += ["", "## Statutory maxima", "", "Each a ceiling, not a forecast; they are never added up."]
    return lines
      + table(
        ["Finding", "Maximum", "Formula", "Law"],
        risk.exposures.map { each in
          [
            code(each.finding), escaped(each.maximumText ?? "cannot be computed"), escaped(each.formula),
            escaped(each.citation),
          ]
        })
  }

  private func linked(_ citation: Citation) -> String {
    link(citation).map { "[\(escaped(citation.text))](<\($0)>)" } ?? escaped(citation.text)
  }
}

func table(_ header: [String], _ rows: [[String]]) -> [String] {
  guard !rows.isEmpty else { return [] }
  func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
  return ["", line(header), line(header.map { _ in "---" })] + rows.map(line)
}

/// Text that Markdown and its HTML leave alone, on one line.
func escaped(_ text: String) -> String {
  var result = ""
  for scalar in oneLine(text).unicodeScalars {
    if "\\`*_[]<>|~&#@".unicodeScalars.contains(scalar) { result += scalar == "@" ? "@\u{200B}" : "\\" }
    if scalar != "@" { result.unicodeScalars.append(scalar) }
  }
  return result
}

/// A code span on one line, safe inside a table.
func code(_ text: String) -> String {
  var result = ""
  for scalar in oneLine(text).unicodeScalars {
    switch scalar {
    case "`": result += "'"
    case "|": result += "\\|"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result.isEmpty ? "" : "`\(result)`"
}
