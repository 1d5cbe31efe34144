package import Engine
package import Rules

/// What changed between editions of packs, and what that changes for sample plans.
package struct PackDifference {
  package struct Sample {
    package var plan: String
    package var comparison: AssessmentComparison
    package init(plan: String, comparison: AssessmentComparison) {
      self.plan = plan
      self.comparison = comparison
    }
  }
  package var packs: [PackComparison]
  /// Whole packs that came or went.
  package var added: [String]
  package var removed: [String]
  package var samples: [Sample]

  package init(packs: [PackComparison], added: [String], removed: [String], samples: [Sample]) {
    self.packs = packs
    self.added = added
    self.removed = removed
    self.samples = samples
  }
}

/// One change per line, signed `+`, `-`, `~`, with what was and what is below.
package func text(_ difference: PackDifference) -> String {
  var lines = difference.added.map { "+ pack \($0)" } + difference.removed.map { "- pack \($0)" }
  for pack in difference.packs where !pack.changes.isEmpty || !pack.refusals.isEmpty {
    let (before, after) = pack.editions
    lines.append("\(pack.pack)  edition \(before)\(before == after ? "" : " to \(after)")")
    for change in pack.changes { lines += change.lines.map { "  " + $0 } }
    lines += pack.refusals.map { "  ! \($0.id) \($0.reason); \($0.remedy)" }
  }
  if lines.isEmpty { lines.append("The packs mean the same.") }
  for sample in difference.samples {
    let changes = sample.comparison.changes
    lines.append(
      "\(sample.plan): \(changes.isEmpty ? "no finding changes" : count(changes.count, "finding changes", "findings change"))"
    )
    lines += changes.map {
      "  \($0.id): \($0.before.map(\.word) ?? "none") to \($0.after.map(\.word) ?? "none")"
    }
  }
  let effects = difference.packs.map(\.effects).reduce(0, +)
  let refusals = difference.packs.map(\.refusals.count).reduce(0, +)
  let changes = difference.packs.map(\.changes.count).reduce(0, +)
  lines.append(
    "\(count(changes, "change")), \(effects) may change verdicts, \(count(refusals, "id")) dropped or reused silently"
  )
  return lines.joined(separator: "\n") + "\n"
}

extension PackComparison.Change {
  fileprivate var lines: [String] {
    let heading = "\(part) \(name)" + (title.map { ": \(oneLine($0))" } ?? "")
    var lines: [String]
    switch kind {
    case .added: lines = ["+ \(heading)"]
    case .removed: lines = ["- \(heading)"]
    case .replaced: lines = ["> \(heading); replaced by \(successors.joined(separator: ", "))"]
    case .changed: lines = ["~ \(heading)"]
    }
    for aspect in aspects {
      lines.append("    \(aspect.name)\(aspect.reach == .words ? " (only words)" : "")")
      lines.append("      was \(aspect.before.map(oneLine) ?? "nothing")")
      lines.append("      is  \(aspect.after.map(oneLine) ?? "nothing")")
    }
    if !affects.isEmpty {
      let more = affects.count > 12 ? " and \(affects.count - 12) more" : ""
      lines.append("    rests on it: \(affects.prefix(12).joined(separator: ", "))\(more)")
    }
    return lines
  }
}

/// The same as JSON, keys sorted.
package func json(_ difference: PackDifference) -> String {
  json(
    of: DifferenceFile(
      version: "1.0", added: difference.added, removed: difference.removed,
      packs: difference.packs.map { pack in
        DifferenceFile.Pack(
          pack: pack.pack, before: pack.editions.before, after: pack.editions.after,
          changes: pack.changes.map { change in
            DifferenceFile.Change(
              kind: change.kind.rawValue, part: change.part, name: change.name, title: change.title,
              aspects: change.aspects.map {
                .init(name: $0.name, before: $0.before, after: $0.after, reach: $0.reach.rawValue)
              }, successors: change.successors, affects: change.affects)
          }, refusals: pack.refusals.map { .init(id: $0.id, reason: $0.reason, remedy: $0.remedy) })
      },
      plans: difference.samples.map { sample in
        DifferenceFile.Plan(
          plan: sample.plan,
          findings: sample.comparison.changes.map {
            .init(id: $0.id, title: $0.title, before: $0.before?.rawValue, after: $0.after?.rawValue)
          })
      }))
}

private struct DifferenceFile: Encodable {
  struct Aspect: Encodable { var name: String, before: String?, after: String?, reach: String }
  struct Change: Encodable {
    var kind, part, name: String
    var title: String?
    var aspects: [Aspect]
    var successors, affects: [String]
  }
  struct Refusal: Encodable { var id, reason, remedy: String }
  struct Pack: Encodable {
    var pack, before, after: String
    var changes: [Change]
    var refusals: [Refusal]
  }
  struct Finding: Encodable { var id, title: String, before, after: String? }
  struct Plan: Encodable {
    var plan: String
    var findings: [Finding]
  }
  var version: String
  var added, removed: [String]
  var packs: [Pack]
  var plans: [Plan]
}
