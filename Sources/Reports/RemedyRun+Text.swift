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
    for failure in trial.failures.prefix(5) { lines.append("    \(text(failure))") }
    if trial.failures.count > 5 { lines.append("    and \(trial.failures.count - 5) more") }
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
  case .proven where all: return "is proven in \(tried) cases"
  case .inWords where all: return "is in words only"
  case .withoutCase where all:
    return "has no case: it is never offered, it changes nothing, or there is no gap"
  default: return nil
  }
}

private func text(_ failure: RemedyRun.Failure) -> String {
  let verdict = failure.verdict == "gap" ? "still a gap" : "then \(failure.verdict)"
  return "\(failure.location.file):\(failure.location.line) (\(failure.name)), \(failure.subject): "
    + "\(verdict): \(failure.why.joined(separator: "; "))"
}
