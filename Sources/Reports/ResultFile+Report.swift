import Diagnostics
import Engine
import FEEL
import Facts
import Rules

extension ResultFile {
  package init(_ report: Report) {
    let assessment = report.assessment
    schemaVersion = Self.schemaVersion
    asOf = assessment.asOf.description
    horizon = assessment.horizon.description
    engine = assessment.engineVersion
    commandLine = report.commandLine
    plan = Plan(file: assessment.planFile, organization: assessment.organization)
    profile = assessment.tailoring.map { Profile($0, report) }
    packs = assessment.packs.map(Pack.init)
    markets = report.decisions.compactMap { each in
      each.market.map { Market($0, decision: each.decision) }
    }
    decision = report.decision.rawValue
    findings = assessment.findings.map { Finding($0, report) }
    transfers = assessment.transfers.map(Transfer.init)
    conflicts = assessment.conflicts.map(Conflict.init)
    nearness = assessment.nearness.map(Nearness.init)
    questions = assessment.questions.map(Question.init)
    later = assessment.later.map {
      LaterLaw(
        pack: $0.pack, provision: $0.provision, title: $0.title, citations: $0.citations.map(Citation.init),
        from: $0.from.description)
    }
    evidence = assessment.evidence.isEmpty ? nil : assessment.evidence.map(Evidence.init)
    waivers = assessment.waivers.isEmpty ? nil : assessment.waivers.map(Waiver.init)
    accepting = report.accepting.map(Accepting.init)
    checklist = Checklist(report)
    risk = Risk(report.risk, report.reduction)
    metrics = report.metrics.isEmpty ? nil : report.metrics.map(MetricFile.init)
    loss = report.loss.map { LossFile($0) }
  }
}

extension ResultFile.Pack {
  fileprivate init(_ pack: Assessment.PackUsed) {
    self.init(
      id: pack.id, title: pack.title, jurisdiction: pack.jurisdiction, topic: pack.topic,
      edition: pack.edition,
      sha256: pack.sha256,
      review: .init(on: pack.review.on, confidence: pack.review.confidence.rawValue, note: pack.review.note),
      boundary: pack.boundary,
      sources: pack.sources.map {
        .init(
          id: $0.id, law: $0.law, title: $0.title, href: $0.href, textRead: $0.textRead,
          from: $0.period.from?.description, until: $0.period.until?.description)
      }, provisions: pack.provisionCount,
      tables: pack.tables.isEmpty ? nil : pack.tables.map { .init(file: $0.file, sha256: $0.sha256) })
  }
}

extension ResultFile.Market {
  fileprivate init(_ market: Assessment.Market, decision: Decision) {
    self.init(
      country: market.country, name: market.name, entry: market.entry?.description, packs: market.packs,
      decision: decision.rawValue)
  }
}

extension ResultFile.Finding {
  fileprivate init(_ finding: Finding, _ report: Report) {
    self.init(
      id: finding.id, pack: finding.pack, provision: finding.provision, modality: finding.modality.rawValue,
      title: finding.title, summary: finding.summary, topic: finding.topic,
      subject: .init(kind: finding.subject.kind, id: finding.subject.id, title: finding.subject.title),
      markets: finding.markets, actor: finding.actor, outcomes: finding.outcomes.names,
      verdict: finding.verdict.rawValue, severity: finding.severity.rawValue,
      blocksEntry: finding.blocksEntry,
      verify: finding.verify, confidence: finding.confidence.rawValue,
      citations: finding.citations.map(ResultFile.Citation.init),
      quotes: finding.quotes.map(ResultFile.Quote.init),
      appliesFrom: finding.appliesFrom?.description, appliesUntil: finding.appliesUntil?.description,
      because: finding.because.map(ResultFile.Reason.init),
      exceptions: finding.exceptions.map {
        .init(
          title: $0.title, citations: $0.citations.map(ResultFile.Citation.init), result: $0.result.rawValue)
      },
      unknownFacts: finding.unknownFacts, location: .init(finding.location), flips: finding.flips,
      remedies: finding.remedies.map {
        .init(
          title: $0.title, controls: $0.controls, change: $0.change, days: $0.days, effort: $0.effort,
          cost: $0.cost, when: $0.when.map { oneLine(String(decoding: $0.bytes, as: UTF8.self)) },
          edits: $0.edits.map {
            .init(operation: $0.operation.rawValue, fact: $0.fact, value: $0.value.description)
          }, surrenders: $0.surrenders)
      },
      readings: finding.otherReadings.map {
        .init(
          id: $0.id, title: $0.title, verdict: $0.verdict.rawValue, appliesFrom: $0.appliesFrom?.description)
      },
      harms: finding.harms.map {
        .init(
          category: $0.category.rawValue, likelihood: $0.likelihood.rawValue, impact: $0.impact.rawValue,
          score: $0.score)
      },
      sanctions: finding.sanctions.map(ResultFile.Sanction.init),
      controls: finding.controls.map {
        .init(control: $0.control, title: report.controlTitle($0.control), assurance: $0.assurance.rawValue)
      })
    let places = finding.residencies
    residencies = places.isEmpty ? nil : places.map(ResultFile.Residency.init)
  }
}

extension ResultFile.Nearness {
  fileprivate init(_ near: Nearness) {
    self.init(
      pack: near.pack, provision: near.provision, title: near.title,
      citations: near.citations.map(ResultFile.Citation.init),
      subject: .init(kind: near.subject.kind, id: near.subject.id, title: near.subject.title),
      now: near.now.rawValue, then: near.then.rawValue, above: near.isAbove,
      figures: near.figures.map {
        .init(
          fact: $0.fact, value: $0.value, border: $0.border,
          location: $0.location.map(ResultFile.Location.init))
      })
  }
}

extension ResultFile.Conflict {
  fileprivate init(_ conflict: Conflict) {
    self.init(
      id: conflict.id, kind: conflict.kind.id, title: conflict.kind.title, certain: conflict.isCertain,
      activities: conflict.activities.map(\.id),
      sides: conflict.sides.map {
        .init(
          demand: $0.demand, jurisdictions: $0.jurisdictions, findings: $0.findings, citations: $0.citations)
      }, options: conflict.kind.options.map { .init(title: $0.title, text: $0.text, basis: $0.basis) })
  }
}

extension ResultFile.Residency {
  fileprivate init(_ state: ResidencyState) {
    let residency = state.residency
    self.init(
      rule: residency.rule.rawValue, title: residency.title, holds: state.holds.rawValue,
      countries: residency.countries, groups: residency.groups, stores: residency.stores,
      members: state.members.map {
        .init(
          kind: $0.kind.rawValue, id: $0.id, country: $0.country, region: $0.region, holds: $0.holds.rawValue)
      },
      permits: residency.permits.map {
        .init(
          title: $0.title, needsApproval: $0.needsApproval,
          citations: $0.citations.map(ResultFile.Citation.init))
      })
  }
}

extension Outcomes {
  /// In a fixed order.
  var names: [String] {
    let all: [(Outcomes, String)] = [
      (.satisfied, "satisfied"), (.gap, "gap"), (.notApplicable, "notApplicable"), (.error, "error"),
    ]
    return all.filter { contains($0.0) }.map(\.1)
  }
}

extension ResultFile.Citation {
  fileprivate init(_ citation: Citation) {
    self.init(
      law: citation.law, article: citation.article, paragraph: citation.paragraph, href: citation.href,
      text: citation.text)
  }
}

extension ResultFile.Quote {
  fileprivate init(_ quote: Quote) {
    self.init(
      text: quote.text, citation: quote.citation.map(ResultFile.Citation.init), href: quote.href,
      language: quote.language)
  }
}

extension ResultFile.Reason {
  fileprivate init(_ reason: Reason) {
    self.init(
      part: reason.part.rawValue, text: reason.text, expression: reason.expression,
      result: reason.result.rawValue,
      facts: reason.facts.map {
        .init(fact: $0.fact, value: $0.value, location: $0.location.map(ResultFile.Location.init))
      },
      rows: reason.rows.isEmpty
        ? nil : reason.rows.map { .init(table: $0.table, row: $0.row, notes: $0.notes) })
  }
}

extension ResultFile.Location {
  init(_ location: Location) {
    self.init(file: location.file, line: location.line, column: location.column)
  }
}

extension ResultFile.Sanction {
  fileprivate init(_ sanction: Sanction) {
    self.init(
      id: sanction.id, rule: sanction.rule.rawValue,
      citations: sanction.citations.map(ResultFile.Citation.init),
      fixed: sanction.fixed?.description, currency: sanction.currency, percent: sanction.percent?.description,
      of: sanction.of, floor: sanction.floor?.description, cap: sanction.cap?.description,
      sizes: sanction.sizes.map {
        .init(
          of: $0.of.rawValue, rule: $0.rule.rawValue, citation: $0.citation.map(ResultFile.Citation.init),
          from: $0.period.from?.description, until: $0.period.until?.description)
      },
      consequences: sanction.consequences, confidence: sanction.confidence.rawValue,
      from: sanction.period.from?.description, until: sanction.period.until?.description)
  }
}
