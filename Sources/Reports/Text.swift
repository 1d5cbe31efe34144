import Engine
import FEEL
import Rules

/// The terminal report: the verdict first, what to do next, under 40 lines unless `verbose`.
package func text(_ report: Report, style: TextStyle = TextStyle()) -> String {
  var style = style
  var lines: [String] = []
  for density in TextStyle.Density.allCases {
    style.density = density
    lines = report.terminalLines(style)
    if lines.count < 40 || style.verbose { break }
  }
  return lines.joined(separator: "\n") + "\n"
}

extension Report {
  fileprivate func terminalLines(_ style: TextStyle) -> [String] {
    var lines = verdictLines(style)
    lines.append("")
    lines += gapLines(style)
    lines += conflictLines(style)
    lines += nearLines(style)
    lines += nextLines(style)
    lines += upcomingLines(style)
    lines += unknownLines(style)
    if style.verbose { lines += allFindings(style) }
    lines.append("")
    if let loss { lines.append(style.wrap(loss.headline, indent: 2)) }
    lines += closingLines(style)
    // An item may take several lines; what is counted is what is printed.
    return lines.flatMap { line in
      line.utf8.contains(UInt8(ascii: "\n"))
        ? line.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) : [line]
    }
  }

  fileprivate func verdictLines(_ style: TextStyle) -> [String] {
    let decisions = decisions
    let headline = decisions.map(\.decision).max() ?? .cannotTell
    let title = "\(headline.sign) \(headline.title)"
    var lines = [
      style.ink(title, .bold, headline.ink)
        + style.cut(
          "\(title)  \(oneLine(about)), law as of \(assessment.asOf), horizon \(assessment.horizon)"
        )
        .dropFirst(title.count)
    ]
    let shown = style.verbose ? decisions : Array(decisions.prefix(6))
    let rows = shown.map { each in
      [
        "  \(each.decision.sign) \(each.decision.title)", oneLine(each.name),
        each.market == nil
          ? "no market stated" : each.market?.entry.map { "entry \($0)" } ?? "entry not stated",
        [each.because, each.isCovered ? each.readinessText : nil, each.readyText].compactMap(\.self).joined(
          separator: "; "),
      ]
    }
    lines += zip(shown, columns(rows)).map { each, row in
      let title = "\(each.decision.sign) \(each.decision.title)"
      let rest = style.item(row, isMain: true).dropFirst(2 + title.count)
      return "  " + style.ink(title, each.decision.ink) + rest
    }
    if decisions.count > shown.count {
      lines.append("  and \(count(decisions.count - shown.count, "more market")) (-v)")
    }
    lines.append(style.wrap("Findings: \(countsText)", indent: 2))
    return lines + evidenceLines(style) + profileLines(style)
  }

  fileprivate func gapLines(_ style: TextStyle) -> [String] {
    let gaps = gaps
    guard !style.verbose, !gaps.isEmpty else { return [] }
    let top = gaps.prefix(5)
    var lines = [style.ink(gaps.count > 5 ? "Top 5 of \(gaps.count) gaps" : "Gaps", .bold)]
    for finding in top {
      let word = "\(finding.severity.sign) \(finding.severity.rawValue)"
      let pad = String(repeating: " ", count: max(0, 10 - word.count))
      let misplaced = finding.misplaced
      let parts: [String?] = [
        "\(finding.citationText): \(oneLine(finding.title))", oneLine(finding.subject.title),
        misplaced.isEmpty ? nil : misplaced.joined(separator: ", "), finding.appliesText,
        finding.blocksEntry ? "blocks entry" : nil, finding.verify ? "verify" : nil,
      ]
      let line = style.item(
        "  \(word)\(pad)  \(parts.compactMap(\.self).joined(separator: "; "))", indent: 14, isMain: true)
      lines.append(
        "  " + style.ink(word, finding.blocksEntry ? .red : .yellow) + line.dropFirst(2 + word.count))
    }
    return lines + [""]
  }

  fileprivate func conflictLines(_ style: TextStyle) -> [String] {
    let conflicts = assessment.conflicts.filter { style.verbose || $0.isCertain }
    guard !conflicts.isEmpty else { return [] }
    return [style.ink("Conflicts of laws", .bold) + style.cut(", options: pratique transfers")]
      + conflicts.prefix(style.verbose ? .max : 3).map { style.item("  \($0.sign) \($0.text)", indent: 4) }
      + [""]
  }

  fileprivate func nearLines(_ style: TextStyle) -> [String] {
    let near = assessment.nearness
    guard !near.isEmpty else { return [] }
    let shown = style.verbose ? near[...] : near.prefix(3)
    let rest = near.count > shown.count ? " (\(shown.count) of \(near.count))" : ""
    return [style.ink("Within a fifth of a threshold\(rest)", .bold)]
      + shown.map { style.item("  ~ \($0.text)", indent: 4) } + [""]
  }

  fileprivate func nextLines(_ style: TextStyle) -> [String] {
    var lines = [style.ink("Next steps", .bold)]
    let first = style.verbose ? firstActions[...] : firstActions.prefix(3)
    lines += columns(
      first.map {
        ["  \($0.start)", oneLine($0.owner), "\(oneLine($0.title)), done by \($0.latestFinish)"]
      }
    )
    .map { style.item($0) }
    lines.append(style.wrap("  \(fitText)", indent: 2))
    if !checklist.fits, !checklist.criticalPath.isEmpty {
      let chain = criticalPathTitles.map(oneLine)
      lines.append(style.item("  Chain: \(chain.joined(separator: " > "))"))
    }
    if !checklist.withoutRemedy.isEmpty {
      lines.append(
        style.cut("  \(count(checklist.withoutRemedy.count, "gap")) without a known remedy: change the plan"))
    }
    return lines
  }

  fileprivate func upcomingLines(_ style: TextStyle) -> [String] {
    let after =
      later.isEmpty
      ? []
      : [
        style.cut(
          "After \(assessment.horizon): \(count(later.count, "provision")), listed elsewhere, not judged"
        )
      ]
    let upcoming = upcoming
    guard !upcoming.isEmpty else { return after.isEmpty ? [] : [""] + after }
    let shown = style.verbose ? upcoming[...] : upcoming.prefix(2)
    let more = upcoming.count > shown.count ? ", \(shown.count) of \(upcoming.count)" : ""
    return ["", style.ink("Law that starts later\(more)", .bold)]
      + shown.map { finding in
        let from = finding.appliesFrom.map(\.description) ?? "date open"
        return style.item("  \(from)  \(oneLine(finding.title)) (\(finding.citationText))")
      } + after
  }

  fileprivate func unknownLines(_ style: TextStyle) -> [String] {
    let questions = assessment.questions
    guard !questions.isEmpty || unknownFactCount > 0 else { return [] }
    let shown = style.verbose ? questions[...] : questions.prefix(3)
    return ["", style.ink("Unknown: \(count(unknownFactCount, "fact is", "facts are")) not stated", .bold)]
      + shown.map { style.item("  ? \(oneLine($0.ask)) (\($0.fact); helps settle \($0.findings.count))") }
  }

  fileprivate func closingLines(_ style: TextStyle) -> [String] {
    var lines: [String] = []
    if !largestExposures.isEmpty {
      let ceilings = largestExposures.prefix(style.verbose ? 20 : 3)
        .map { "\($0.maximumText ?? ""), \(oneLine($0.formula)) (\($0.citation))" }
      lines.append(
        style.item(
          "Largest single ceiling, a maximum and not a forecast: \(ceilings.joined(separator: "; "))"))
    } else if openExposures > 0 {
      lines.append(
        style.cut(
          "Ceilings: \(count(openExposures, "amount needs", "amounts need")) facts that are not stated"))
    }
    lines.append(style.wrap(Report.disclaimer, indent: 2))
    let packs = assessment.packs.map { "\($0.id) \($0.edition)" }.joined(separator: ", ")
    let listed = assessment.packs.isEmpty ? "none" : style.verbose ? packs : "\(assessment.packs.count)"
    lines.append(
      style.item("Packs: \(listed) from \(oneLine(packsFrom)), engine \(assessment.engineVersion)"))
    return lines
  }
}
