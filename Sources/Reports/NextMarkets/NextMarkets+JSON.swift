package import Engine
package import FEEL

/// NextMarket markets as JSON: keys sorted, the same bytes for the same plan.
package func nextMarketsJSON(_ candidates: [NextMarket], plan: String, asOf: CalendarDate, engine: String)
  -> String
{
  json(
    of: NextMarketsFile(
      plan: plan, asOf: asOf.description, engine: engine, formula: NextMarket.formula,
      assumption: NextMarket.assumption, candidates: candidates.enumerated().map { .init($1, rank: $0 + 1) }))
}

private struct NextMarketsFile: Encodable {
  var schemaVersion = "1.0"
  var plan, asOf, engine, formula, assumption: String
  var candidates: [Row]

  struct Row: Encodable {
    /// Absent: no pack covers the market.
    var rank: Int?
    var market, name: String
    var blockers, otherGaps, unknown, withoutTask, newTasks: [String]
    var met, applicable: Int
    var controlsInPlace, controlsInSchedule, controlsNew: Int
    var newEffortDays: Double
    var earliestLawfulEntry, earliestLawfulEntryAtWorst: String?

    init(_ candidate: NextMarket, rank: Int) {
      self.rank = candidate.isCovered ? rank : nil
      market = candidate.market.country
      name = candidate.market.name
      blockers = candidate.blockers.map(\.id)
      otherGaps = candidate.otherGaps.map(\.id)
      unknown = candidate.unknown.map(\.id)
      withoutTask = candidate.withoutTask
      newTasks = candidate.newTasks
      (met, applicable) = (candidate.met, candidate.applicable)
      (controlsInPlace, controlsInSchedule, controlsNew) = candidate.controls
      newEffortDays = candidate.newEffort
      earliestLawfulEntry = candidate.lawful?.description
      earliestLawfulEntryAtWorst = candidate.lawfulAtWorst?.description
    }
  }
}
