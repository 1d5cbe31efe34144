import Diagnostics
package import Engine

/// What the proof found, pack by pack: mistakes that no case finds, each with a case that would; verdicts that no plan gives.
/// `isWhole`: also the plans found for verdicts, and the borders of numbers and dates.
package func text(_ proofs: [Proof], isWhole: Bool) -> String {
  var lines: [String] = []
  for proof in proofs {
    for survivor in proof.survivors { lines += describe(survivor) }
    for provision in proof.verdicts { lines += describe(provision, isWhole: isWhole) }
    if isWhole { lines += proof.boundaries.map(describe) }
  }
  lines += proofs.map(summary)
  lines += total(proofs)
  return lines.joined(separator: "\n") + "\n"
}

/// Only the scores: one line for each pack, one for all.
package func scores(_ proofs: [Proof]) -> String {
  let lines = proofs.map { "\($0.pack): killed \(flooredShare($0.killed, $0.mutants)) mutants" }
  return (lines + total(proofs)).joined(separator: "\n") + "\n"
}

private func summary(_ proof: Proof) -> String {
  let open = proof.survivors.count { if case .notFound = $0.killer { true } else { false } }
  let verdicts = proof.verdicts.flatMap(\.verdicts)
  let reached = verdicts.count { if case .notFound = $0.witness { false } else { true } }
  return "\(proof.pack): killed \(flooredShare(proof.killed, proof.mutants)) mutants, "
    + "\(proof.survivors.count) survive (\(open) without a separating plan), "
    + "\(reached) of \(verdicts.count) verdicts reached, \(proof.boundaries.count) borders"
}

private func total(_ proofs: [Proof]) -> [String] {
  if proofs.count == 1 { return [] }
  let share = flooredShare(proofs.reduce(0) { $0 + $1.killed }, proofs.reduce(0) { $0 + $1.mutants })
  return ["all: killed \(share) mutants"]
}

private func describe(_ survivor: Proof.Survivor) -> [String] {
  let place = survivor.location
  let head = "\(place.file):\(place.line):\(place.column): survives: \(survivor.words)"
  switch survivor.killer {
  case .proposed(let found):
    return [
      head,
      "  \(found.provision) is \(found.verdict), with the mistake \(found.otherwise); a case for \(found.file):",
    ] + indented(found.yaml)
  case .notFound(let tried): return [head, "  no separating plan found among \(tried)"]
  }
}

private func describe(_ provision: ProvisionVerdicts, isWhole: Bool) -> [String] {
  let place = "\(provision.location.file):\(provision.location.line)"
  return provision.verdicts.flatMap { verdict, witness -> [String] in
    switch witness {
    case .expected: return []
    case .found(let found):
      guard isWhole else { return [] }
      return ["\(place): \(provision.provision) can be \(verdict), which no case expects:"]
        + indented(found.yaml)
    case .notFound(let tried, let reason):
      return ["\(place): \(provision.provision) is never \(verdict): \(reason) (\(tried) plans tried)"]
    }
  }
}

private func describe(_ boundary: Boundary) -> String {
  let points = boundary.points.map { "\($0.value) \($0.verdict)" }.joined(separator: "; ")
  return
    "\(boundary.location.file):\(boundary.location.line): \(boundary.provision) by \(boundary.fact) "
    + "(case \"\(boundary.seed)\"): \(points)"
}

private func indented(_ text: String) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
}
