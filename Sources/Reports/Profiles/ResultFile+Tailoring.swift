import Diagnostics
import Engine
import FEEL
package import Rules

extension ResultFile.Profile {
  /// With what came of a plan, if one was judged.
  init(_ tailoring: Tailoring, _ report: Report? = nil) {
    let findings = Dictionary(grouping: report?.assessment.tailoredOut ?? []) {
      "\($0.pack)/\($0.provision)"
    }
    stack = tailoring.profiles.map {
      Source(
        id: $0.id, title: $0.title, summary: $0.summary, file: $0.file, sha256: $0.sha256, extends: $0.bases)
    }
    selections = tailoring.selections.map {
      Selection(of: Selector($0.selector), provisions: $0.provisions, by: Decision($0.by))
    }
    tailoredOut = tailoring.leftOut.map { left in
      TailoredOut(
        pack: left.pack, provision: left.provision, title: left.title, modality: left.modality.rawValue,
        way: left.way.rawValue, isLaw: left.isLaw, by: Decision(left.by),
        findings: (findings["\(left.pack)/\(left.provision)"] ?? []).map(Outcome.init))
    }
    kept = tailoring.kept.map {
      Kept(pack: $0.pack, provision: $0.provision, droppedBy: $0.droppedBy, by: Decision($0.by))
    }
    weights = tailoring.weights.map {
      Weight(
        of: Selector($0.weight.selector), harm: $0.weight.harm?.rawValue,
        factor: $0.weight.factor.description,
        source: $0.weight.source, provisions: $0.provisions, by: Decision($0.by))
    }
    emphases = tailoring.emphases.map { Emphasis(text: $0.text, source: $0.source, profile: $0.profile) }
    readings = tailoring.readings.map {
      Reading(
        pack: $0.pack, provision: $0.provision, reading: $0.reading, title: $0.title, by: Decision($0.by))
    }
    parameters = tailoring.settings.map {
      Parameter(pack: $0.pack, parameter: $0.parameter, value: $0.text, by: Decision($0.by))
    }
    scoring = tailoring.scoring.map {
      Scoring(model: $0.model.rawValue, asserted: $0.asserted?.description, by: Decision($0.by))
    }
    choice = tailoring.choice.map { Choice(minimize: $0.objective.rawValue, by: Decision($0.by)) }
    let appetite = tailoring.appetite
    self.appetite = Appetite(
      block: appetite.block.map { Threshold(from: $0.from.rawValue, by: Decision($0.by)) },
      verify: appetite.verify.map { Threshold(below: $0.below.rawValue, by: Decision($0.by)) },
      limits: appetite.limits.map { limit in
        Limit(
          harm: limit.harm.rawValue, level: limit.level.rawValue,
          state: report.map { $0.state(of: limit).rawValue }, by: Decision(limit.by))
      })
  }
}

extension ResultFile.Profile.Decision {
  fileprivate init(_ decision: Tailoring.Decision) {
    self.init(
      profile: decision.profile, reason: decision.reason,
      location: .init(
        file: decision.location.file, line: decision.location.line, column: decision.location.column))
  }
}

extension ResultFile.Profile.Selector {
  fileprivate init(_ selector: Selector) {
    self.init(
      pack: selector.pack, provision: selector.provision, topic: selector.topic,
      jurisdiction: selector.jurisdiction)
  }
}

extension ResultFile.Profile.Outcome {
  fileprivate init(_ finding: Finding) {
    self.init(
      id: finding.id, verdict: finding.verdict.rawValue, severity: finding.severity.rawValue,
      outcomes: finding.outcomes.names, markets: finding.markets, blocksEntry: finding.blocksEntry)
  }
}

/// The resolved profile as JSON, as in a result, without a plan.
package func profileJSON(_ tailoring: Tailoring) -> String { json(of: ResultFile.Profile(tailoring)) }
