import Diagnostics
package import Engine

/// Which remedies are not proven and why; `all`: also those that are. The last line counts.
package func text(_ run: RemedyRun, all: Bool) -> String {
  var lines: [String] = []
  for trial in run.trials {
    guard let line = line(trial, all: all) else { continue }
    lines.append(
      "\(trial.location.file):\(trial.location.line): \(trial.provision) \"\(trial.title)\" \(line)")
    guard trial.outcome == .notProven else { continue }
    // Those that nothing else closes come first: they are what is wrong.
    let failures = trial.failures.filter { !$0.isCovered } + trial.failures.filter(\.isCovered)
    for failure in failures.prefix(5) { lines.append("    \(text(failure))") }
    if failures.count > 5 { lines.append("    and \(failures.count - 5) more") }
  }
  for failure in run.broken {
    lines.append("\(failure.location.file):\(failure.location.line): \(failure.text)")
  }
  func count(_ outcome: RemedyRun.Trial.Outcome) -> Int { run.trials.count { $0.outcome == outcome } }
  lines.append(
    "\(run.pack): \(run.trials.count) remedies: \(count(.proven)) proven, \(count(.notProven)) not proven, "
      + "\(count(.inWords)) in words only, \(count(.withoutCase)) without a case")
  if !run.withoutRemedy.isEmpty {
    lines.append("    no remedy for a gap: \(run.withoutRemedy.joined(separator: ", "))")
  }
  return lines.joined(separator: "\n")
}

private func line(_ trial: RemedyRun.Trial, all: Bool) -> String? {
  let tried = trial.closed + trial.failures.count
  switch trial.outcome {
  case .notProven:
    return trial.closed == 0
      ? "does not close the gap" : "closes the gap in \(trial.closed) of \(tried) cases"
  case .proven where all:
    return trial.failures.isEmpty
      ? "is proven in \(tried) cases"
      : "is proven in \(trial.closed) of \(tried) cases; another remedy closes the rest"
  case .inWords where all: return "is in words only"
  case .withoutCase where all: return "has no case: it changes nothing in any gap, or there is no gap"
  default: return nil
  }
}

private func text(_ failure: RemedyRun.Failure) -> String {
  let verdict = failure.verdict == "gap" ? "still a gap" : "then \(failure.verdict)"
  let rest = failure.isCovered ? " (another remedy closes it)" : ""
  return "\(failure.location.file):\(failure.location.line) (\(failure.name)), \(failure.subject): "
    + "\(verdict): \(failure.why.joined(separator: "; "))\(rest)"
}
