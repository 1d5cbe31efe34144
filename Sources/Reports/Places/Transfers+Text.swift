import Engine
import Facts
import Rules

/// The lanes of data that the engine derived with what the law says of each and which ways are open; then where data must
/// stay, what the law of the organization's own country says, and where laws collide. For the terminal.
/// `isPair`: of a lane without a plan, whose stores and computing nobody stated.
package func transfersText(_ report: Report, isPair: Bool = false) -> String {
  let sections =
    isPair
    ? [report.laneLines, report.ownPlaceLines]
    : [report.laneLines, report.placeLines, report.homeLines, report.conflictLines]
  return sections.map { $0.joined(separator: "\n") + "\n" }.filter { $0 != "\n" }.joined(separator: "\n")
}

extension Report {
  fileprivate var laneLines: [String] {
    let lanes = assessment.transfers
    guard !lanes.isEmpty else { return ["No transfer across a border follows from the plan."] }
    return ["\(count(lanes.count, "transfer")) derived from collection, storage, access and recipients"]
      + lanes.flatMap { [""] + lines(of: $0) }
  }

  private func lines(of lane: Transfer) -> [String] {
    var lines = ["\(lane.name)  \(oneLine(lane.activity)), \(lane.via)"]
    let origins = lane.originCountries.joined(separator: ", ")
    lines.append("  origin countries: \(origins.isEmpty ? "not stated" : origins)")
    let to = [lane.recipient.map { "recipient \(oneLine($0))" }, lane.store.map { "store \(oneLine($0))" }]
      .compactMap(\.self)
    if !to.isEmpty { lines.append("  to: \(to.joined(separator: ", "))") }
    lines.append("  mechanism stated: \(lane.mechanismText)")
    lines.append(
      "  laws: \(lane.laws.isEmpty ? "none of the packs governs it" : lane.laws.joined(separator: ", "))")
    let judged = judgements(lane)
    for finding in judged where finding.modality != .permission {
      lines.append(
        "  \(finding.verdict.sign) \(finding.verdict.word): \(finding.id)  \(oneLine(finding.title))")
      lines += finding.wanting.map { "      \($0)" }
    }
    let ways = judged.filter { $0.modality == .permission }
    for (word, verdict) in [("open", Verdict.allowed), ("possible, facts are missing", .undetermined)] {
      let group = ways.filter { $0.verdict == verdict }
      guard !group.isEmpty else { continue }
      lines.append("  ways \(word):")
      lines += group.map { "      \(oneLine($0.title)) (\($0.citationText))" }
    }
    return lines
  }

  /// Rules of place that bind the plan, or may.
  fileprivate var placeLines: [String] {
    let bound = placeFindings
    guard !bound.isEmpty else { return [] }
    return ["Where data must stay"]
      + bound.flatMap { finding in
        ["  \(finding.verdict.sign) \(finding.verdict.word): \(finding.id)  \(oneLine(finding.title))"]
          + finding.residencies.map { "      \(oneLine($0.text))" }
      }
  }

  /// Provisions with rules of place in the packs of the country that data leave, by name: no plan says whether they bind.
  var ownPlaceLines: [String] {
    let homes = Set(assessment.homePacks)
    var lines: [String] = []
    for finding in assessment.findings
    where homes.contains(finding.pack) && !finding.rule.provision.residencies.isEmpty {
      let line = "  \(oneLine(finding.title)) (\(finding.citationText))"
      if !lines.contains(line) { lines.append(line) }
    }
    return lines.isEmpty ? [] : ["Rules of place there; whether they bind hangs on the plan"] + lines
  }

  /// Law of the countries where the organization is at home that stands against a market or a lane out of them.
  fileprivate var homeLines: [String] {
    let findings = homeFindings
    guard !findings.isEmpty else { return [] }
    return ["Home law: what the law of the organization's own countries says against a lane or a market"]
      + findings.map { finding in
        "  \(finding.verdict.sign) \(finding.verdict.word): \(finding.id)  \(oneLine(finding.title))"
          + (finding.verify ? "; verify" : "")
      }
  }

  fileprivate var conflictLines: [String] {
    let conflicts = assessment.conflicts
    guard !conflicts.isEmpty else { return [] }
    return ["Conflicts of laws: for people to decide, nothing is chosen"]
      + conflicts.flatMap { conflict in
        ["  \(conflict.sign) \(conflict.text)", "      activities: \(conflict.activitiesText)"]
          + conflict.kind.options.map { option in
            "      option: \(option.title). \(option.text)" + (option.basis.map { " (\($0))" } ?? "")
          }
      }
  }
}

extension Transfer {
  /// `EEA > US`
  var name: String { "\(origin) > \(destination ?? "not known")" }

  var mechanismText: String {
    guard let mechanisms else { return "not stated" }
    return mechanisms.isEmpty ? "none" : mechanisms.map(oneLine).joined(separator: ", ")
  }
}

extension Report {
  /// The findings that judge a lane.
  func judgements(_ lane: Transfer) -> [Finding] {
    ranked(assessment.findings.filter { lane.findings.contains($0.id) })
  }

  /// Findings with rules of place that bind the plan, or may and are not kept.
  var placeFindings: [Finding] {
    ranked(
      assessment.findings.filter { finding in
        !(finding.verdict == .satisfied && finding.outcomes.contains(.notApplicable))
          && !finding.residencies.isEmpty
      })
  }

  /// Open findings on lanes and markets by the law of countries where the organization is established.
  var homeFindings: [Finding] {
    let homes = Set(assessment.homePacks)
    return ranked(
      assessment.findings.filter { finding in
        homes.contains(finding.pack) && ["transfer", "market"].contains(finding.subject.kind)
          && finding.modality != .permission && (finding.verdict == .gap || finding.verdict == .undetermined)
      })
  }
}

extension Finding {
  /// What of its requirement is not met, or not known to be: `not known: a copy of the record`.
  var wanting: [String] {
    guard verdict == .gap || verdict == .undetermined else { return [] }
    return because.filter { [.requires, .release, .allows].contains($0.part) && $0.result != .yes }.map {
      "\($0.result == .no ? "missing" : "not known"): \(oneLine($0.text))"
    }
  }
}
