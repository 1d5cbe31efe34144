import FEEL
import Rules

extension PackLint {
  /// Gaps, overlaps and periods outside the law.
  func dates() -> [LintFinding] {
    pack.parameters.flatMap { $0.isTable ? rows(of: $0) : gaps(of: $0) } + lateParameters() + versions()
      + periods()
  }

  private func gaps(of parameter: Parameter) -> [LintFinding] {
    gaps(between: parameter.entries.map(\.period)).map { gap in
      finding(
        .dateGap, "parameter \(parameter.name)", line: parameter.line,
        "the parameter `\(parameter.name)` has no value \(gap)")
    }
  }

  /// Rows that agree in all but their numbers speak of the same thing.
  private func rows(of parameter: Parameter) -> [LintFinding] {
    var findings: [LintFinding] = []
    var groups: [[Value]: [Parameter.Entry]] = [:]
    var order: [[Value]] = []
    for entry in parameter.entries {
      guard case .context(let context) = entry.value else { continue }
      let key = context.entries.map(\.value).filter { if case .number = $0 { false } else { true } }
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(entry)
    }
    for key in order {
      let rows = groups[key] ?? []
      let name = key.flatMap(\.words).joined(separator: ", ")
      for gap in gaps(between: rows.map(\.period)) {
        findings.append(
          finding(
            .dateGap, "parameter \(parameter.name)", line: rows.last?.line ?? parameter.line,
            "the parameter `\(parameter.name)` has no row for \(name) \(gap)"))
      }
      for (index, row) in rows.enumerated() {
        for other in rows.dropFirst(index + 1) where row.period.overlaps(other.period) {
          findings.append(
            finding(
              .dateOverlap, "parameter \(parameter.name)", line: other.line,
              "two rows of the parameter `\(parameter.name)` hold for \(name) at a time"))
        }
      }
    }
    return findings
  }

  private func gaps(between periods: [Period]) -> [String] {
    let sorted = periods.sorted { ($0.from?.dayNumber ?? .min) < ($1.from?.dayNumber ?? .min) }
    var gaps: [String] = []
    var end: CalendarDate?
    for (index, period) in sorted.enumerated() {
      if index > 0, let last = end, let next = period.from, let first = last.adding(days: 1), first < next,
        let before = next.adding(days: -1)
      {
        gaps.append(first == before ? "on \(first)" : "from \(first) to \(before)")
      }
      guard let until = period.until else { return gaps }
      end = end.map { max($0, until) } ?? until
    }
    return gaps
  }

  /// A value is needed on every day on which what reads it is in force.
  private func lateParameters() -> [LintFinding] {
    var findings: [LintFinding] = []
    let read = pack.provisions.map { usage.namesOnAllDays(of: $0, in: pack) }
    for parameter in pack.parameters where !parameter.isTable {
      let starts = parameter.entries.map(\.period.from)
      let ends = parameter.entries.map(\.period.until)
      for (provision, names) in zip(pack.provisions, read) where names.contains(parameter.name) {
        if !starts.contains(nil), let first = starts.compactMap(\.self).min(),
          let needed = provision.period.from,
          needed < first
        {
          findings.append(
            finding(
              .dateGap, "parameter \(parameter.name)", line: parameter.line,
              "the parameter `\(parameter.name)` has no value before \(first), and `\(provision.id)` needs it from \(needed)"
            ))
          break
        }
        if !ends.contains(nil), let last = ends.compactMap(\.self).max(),
          provision.period.until.map({ last < $0 }) ?? true
        {
          findings.append(
            finding(
              .dateGap, "parameter \(parameter.name)", line: parameter.line,
              "the parameter `\(parameter.name)` has no value after \(last), and `\(provision.id)` still needs it"
            ))
          break
        }
      }
    }
    return findings
  }

  private func versions() -> [LintFinding] {
    var seen: Set<String> = []
    var findings: [LintFinding] = []
    for provision in pack.provisions where seen.insert(provision.id).inserted {
      let versions = pack.provisions.filter { $0.id == provision.id }
      for gap in gaps(between: versions.map(\.period)) {
        findings.append(
          LintFinding(
            .dateGap, in: pack.id, provision.id, at: versions.last?.location ?? provision.location,
            "no version of `\(provision.id)` is in force \(gap)"))
      }
    }
    return findings
  }

  private func periods() -> [LintFinding] {
    var findings: [LintFinding] = []
    for provision in pack.provisions {
      for reading in provision.readings {
        guard let period = reading.period else { continue }
        let laws = reading.citations.compactMap { citation in
          pack.sources.first { $0.law == citation.law }?.period
        }
        if !period.overlaps(provision.period) || laws.contains(where: { !$0.overlaps(period) }) {
          findings.append(
            LintFinding(
              .deadPeriod, in: pack.id, "\(provision.id) reading \(reading.id)", at: provision.location,
              "the reading `\(reading.id)` of `\(provision.id)` is never in force: its law is not when it is")
          )
        }
      }
      let law = provision.citations.first.flatMap { citation in pack.sources.first { $0.law == citation.law }
      }
      if let law, pack.sources.filter({ $0.law == law.law }).count == 1,
        !law.period.overlaps(provision.period)
      {
        findings.append(
          LintFinding(
            .deadPeriod, in: pack.id, provision.id, at: provision.location,
            "`\(provision.id)` is in force only when \(law.law) is not"))
      }
    }
    return findings
  }
}
