import Diagnostics
package import Engine
package import Rules

/// A mapping with what came of the attack on its claims.
package struct MappingReport {
  package var mapping: Mapping
  package var attacks: [MappingAttack]
  package init(mapping: Mapping, attacks: [MappingAttack]) {
    self.mapping = mapping
    self.attacks = attacks
  }
  /// Claims for which a plan was found that contradicts them.
  package var disproved: Int {
    attacks.count { if case .disproved = $0.outcome { true } else { false } }
  }
}

/// One claim per line with its fate; a counterexample as a case below it.
package func text(_ reports: [MappingReport]) -> String {
  var lines: [String] = []
  for report in reports {
    let mapping = report.mapping
    lines.append(
      "\(mapping.id)  \(mapping.from) to \(mapping.to), reviewed \(mapping.review.on), confidence \(mapping.review.confidence.rawValue)"
    )
    for attack in report.attacks {
      let link = attack.link
      lines.append(
        "  \(link.from) \(link.relation.sign) \(link.to)  \(link.relation.rawValue): \(attack.fate)")
      guard case .disproved(let counterexample, _) = attack.outcome else { continue }
      lines.append(
        "    \(link.location.file):\(link.location.line): \(counterexample.met.text) is met for \(counterexample.subject), \(counterexample.unmet.text) is not; a plan, as a case of \(counterexample.file):"
      )
      lines += counterexample.yaml.split(separator: "\n").map { "      \($0)" }
    }
  }
  let claims = reports.flatMap(\.attacks)
  lines.append(
    "\(count(reports.count, "mapping")), \(count(claims.count, "claim")), \(reports.map(\.disproved).reduce(0, +)) disproved"
  )
  return lines.joined(separator: "\n") + "\n"
}

extension MappingAttack {
  fileprivate var fate: String {
    switch outcome {
    case .notAttacked: "promises nothing that a plan could disprove"
    case .stands(let tried, let tested):
      tested == 0
        ? "not tested: none of \(tried) plans decides both"
        : "stands after \(count(tried, "plan")), \(tested) of which decide both"
    case .disproved(_, let tried): "DISPROVED by plan \(tried)"
    }
  }
}

extension SetRelation {
  /// As in the theory of sets.
  var sign: String {
    switch self {
    case .equal: "="
    case .subset: "⊆"
    case .superset: "⊇"
    case .intersects: "∩"
    }
  }
}

/// What follows over several mappings for one provision.
package func text(_ paths: [MappingPaths.Path], from start: MappingPaths.Place) -> String {
  if paths.isEmpty { return "Nothing follows for \(start.text).\n" }
  var lines: [String] = []
  for path in paths {
    guard let end = path.steps.last?.to else { continue }
    lines.append(
      "\(start.text) \(path.relation.sign) \(end.text)  \(path.relation.rawValue), confidence \(path.confidence.rawValue)"
    )
    if path.steps.count > 1 {
      lines += path.steps.map {
        "  \($0.from.text) \($0.relation.sign) \($0.to.text), \($0.confidence.rawValue)"
      }
    }
  }
  return lines.joined(separator: "\n") + "\n"
}
