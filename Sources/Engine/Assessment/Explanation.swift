package import Diagnostics
package import FEEL
import Plans
package import Rules

/// Why a finding came out as it did.
package struct Explanation: Sendable {
  /// What was asked, in order, and what the answer was.
  package var because: [Reason]
  package var exceptions: [ExceptionConsidered]
  /// Facts whose statement would settle it: their cells, and in plan notation.
  package var unknownFacts: [(name: String, cell: Cell)]
  /// Where the plan speaks of the subject or the deciding fact.
  package var location: Location
  /// Conditions and controls that would have to turn.
  package var failing: [String]
  /// Law that the failing conditions cite themselves.
  package var citations: [Citation]
  /// Why there is no verdict at all.
  package var errors: [String]

  package init(
    because: [Reason] = [], exceptions: [ExceptionConsidered] = [],
    unknownFacts: [(name: String, cell: Cell)] = [], location: Location, failing: [String] = [],
    citations: [Citation] = [], errors: [String] = []
  ) {
    self.because = because
    self.exceptions = exceptions
    self.unknownFacts = unknownFacts
    self.location = location
    self.failing = failing
    self.citations = citations
    self.errors = errors
  }
}

extension Explanation {
  init(_ judgement: Judgement, _ provision: Provision, _ subject: Entity, _ rulebook: Rulebook, _ world: Plan)
  {
    self.init(
      because: judgement.reasons.map { Reason($0, rulebook, world) },
      exceptions: judgement.exceptions.map { index, truth in
        let exception = provision.exceptions[index]
        return ExceptionConsidered(
          title: exception.title ?? "exception", citations: exception.citations, result: truth)
      },
      unknownFacts: (judgement.unknown?.cells ?? []).map { (rulebook.name(of: $0, in: world), $0) },
      location: world.location(deciding: judgement, subject), failing: judgement.failing,
      citations: judgement.citations, errors: judgement.errors)
  }
}

extension Reason {
  fileprivate init(_ reasoned: Judgement.Reasoned, _ rulebook: Rulebook, _ world: Plan) {
    self.init(
      part: reasoned.part, text: reasoned.text, expression: reasoned.expression,
      result: reasoned.answer.truth,
      facts: reasoned.answer.facts.map { cell in
        let statement = world.statement(cell)
        return Reason.FactUsed(
          fact: rulebook.name(of: cell, in: world),
          value: statement.flatMap { $0.value.text(in: world) }, location: statement?.location,
          isEstimate: statement?.origin == "estimated")
      },
      rows: reasoned.answer.firings.flatMap { firing in
        firing.rules.map {
          Reason.RowFired(table: firing.table, row: $0.number, notes: $0.annotations.map(\.text))
        }
      })
  }
}

extension Plan {
  fileprivate func statement(_ cell: Cell) -> Statement? {
    cell.row >= 0 && cell.fact >= 0 ? rows[cell.kind][cell.row].statements[cell.fact] : nil
  }

  /// Where the plan states the deciding fact, else where it speaks of the subject.
  fileprivate func location(deciding judgement: Judgement, _ subject: Entity) -> Location {
    let deciding = judgement.reasons.last { $0.answer.truth != .unknown && !$0.answer.facts.isEmpty }
    for cell in deciding?.answer.facts ?? [] {
      if let statement = statement(cell) { return statement.location }
    }
    return rows[subject.kind][subject.row].location
  }
}
