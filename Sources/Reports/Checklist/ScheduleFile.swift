import Engine
import FEEL

/// The parts of a schedule that the result and the file of the checklist share, as they are written.
package enum ScheduleFile {
  package struct Span: Codable, Sendable {
    package var start, finish: String
  }
  package struct Wait: Codable, Sendable {
    package var title, party, start, finish: String
    package var citation: String?
  }
  package struct Progress: Codable, Sendable {
    package var state: String
    package var since: String?
    package var remaining: Int?
    package var on: String?
    package var percent: Int?
  }
  package struct Choice: Codable, Sendable {
    package var objective: String
    package var effortDays, cost, value, bound: Double
    package var isProven: Bool
    package var gaps, measures: Int
    package var alternatives: [Alternative]
    package var ruledOut, followUps, failed: [String]
    package var isSettled: Bool
    package var proof: Proof?
  }
  package struct Alternative: Codable, Sendable {
    package var gaps: [String]
    package var instead, use: String
    package var drops, adds: [String]
    package var effortDays, cost: Double
    package var days: Int
    package var standing: String
  }
  package struct Proof: Codable, Sendable {
    package var closed, stillOpen, opened, inWords: [String]
  }
  package struct Bound: Codable, Sendable {
    package var finish, reason: String
  }
  package struct Clock: Codable, Sendable {
    package var event, within: String
    package var to: String?
    package var citation, finding: String
  }
  package struct Likelihood: Codable, Sendable {
    package var draws: Int
    package var seed: String
    package var inTime: Int
    package var quantiles: [Quantile]
    package var markets: [MarketLikelihood]
  }
  package struct Quantile: Codable, Sendable {
    package var percent: Int
    package var finish: String
  }
  package struct MarketLikelihood: Codable, Sendable {
    package var country: String
    package var inTime: Int?
  }
  package struct Lever: Codable, Sendable {
    package var kind, title, finish: String
    package var daysSaved: Int
  }
}

extension ScheduleFile.Span {
  init(_ span: Checklist.Span) { self.init(start: span.start.description, finish: span.finish.description) }
}

extension ScheduleFile.Wait {
  init(_ wait: Checklist.Wait) {
    self.init(
      title: wait.title, party: wait.party, start: wait.span.start.description,
      finish: wait.span.finish.description,
      citation: wait.citation)
  }
}

extension ScheduleFile.Progress {
  init(_ task: Checklist.Task) {
    self.init(state: task.state, percent: task.percentDone)
    switch task.progress {
    case .open: break
    case .underWay(let day, let days): (since, remaining) = (day.description, days)
    case .done(let day): on = day.description
    }
  }
}

extension ScheduleFile.Choice {
  init(_ choice: Checklist.Choice) {
    self.init(
      objective: choice.objective, effortDays: tenth(choice.effortDays), cost: tenth(choice.cost),
      value: tenth(choice.value), bound: tenth(choice.bound), isProven: choice.isProven, gaps: choice.gaps,
      measures: choice.measures, alternatives: choice.alternatives.map(ScheduleFile.Alternative.init),
      ruledOut: choice.ruledOut, followUps: choice.followUps, failed: choice.failed,
      isSettled: choice.isSettled,
      proof: choice.proof.map {
        .init(closed: $0.closed, stillOpen: $0.stillOpen, opened: $0.opened, inWords: $0.inWords)
      })
  }
}

extension ScheduleFile.Alternative {
  init(_ each: Checklist.Alternative) {
    self.init(
      gaps: each.gaps, instead: each.instead, use: each.use, drops: each.drops, adds: each.adds,
      effortDays: tenth(each.effortDays), cost: tenth(each.cost), days: each.days,
      standing: "\(each.standing)")
  }
}

extension ScheduleFile.Bound {
  init(_ bound: Checklist.Bound) { self.init(finish: bound.finish.description, reason: bound.reason) }
}

extension ScheduleFile.Clock {
  init(_ clock: Checklist.Clock) {
    self.init(
      event: clock.event, within: clock.within, to: clock.to, citation: clock.citation, finding: clock.finding
    )
  }
}

extension ScheduleFile.Likelihood {
  init(_ likelihood: Checklist.Likelihood) {
    self.init(
      // A number of 64 bits does not survive readers that know only doubles.
      draws: likelihood.draws, seed: String(likelihood.seed), inTime: likelihood.inTime,
      quantiles: likelihood.quantiles.map { .init(percent: $0.percent, finish: $0.finish.description) },
      markets: likelihood.markets.map { .init(country: $0.country, inTime: $0.inTime) })
  }
}

extension ScheduleFile.Lever {
  init(_ lever: Checklist.Lever) {
    self.init(
      kind: lever.kind.rawValue, title: lever.title, finish: lever.finish.description,
      daysSaved: lever.daysSaved)
  }
}

/// To one decimal, as every other format shows it.
func tenth(_ value: Double) -> Double { (value * 10).rounded() / 10 }
