package import Engine
package import FEEL
import Rules

extension Portfolio {
  /// A range in tenths, as results are written: so a difference is exact.
  package struct Tenths: Sendable, Hashable {
    package var low: Int
    package var high: Int
    package init(low: Int, high: Int) {
      self.low = low
      self.high = high
    }
    package init(_ range: Risk.Range) {
      self.init(low: Int((range.low * 10).rounded()), high: Int((range.high * 10).rounded()))
    }
  }

  /// A range before and now.
  package struct Shift: Sendable, Hashable {
    package var before: Tenths
    package var now: Tenths
    /// What each end gained, in tenths.
    package var low: Int { now.low - before.low }
    package var high: Int { now.high - before.high }
  }

  /// A row against the earlier result of its plan.
  package enum Trend: Sendable {
    case newPlan, newMarket
    /// Several plans, or several earlier results, bear the name, and no file decides.
    case unclear
    /// No pack took in the market, now or before.
    case notJudged
    case since(Change)
  }

  package struct Change: Sendable {
    /// Law of the earlier result.
    package var asOf: CalendarDate
    package var decision: Decision
    package var readiness: Shift
    /// In the order of the categories; nil: the earlier result does not have it.
    package var categories: [Shift?]
  }

  /// An earlier result with what makes it another one, besides the plan.
  package struct Comparison: Sendable {
    package var file: String
    package var name: String
    package var planFile: String
    package var asOf: CalendarDate
    package var engine: String
    package var remarks: [String]
  }

  /// A row of an earlier result that has no row here.
  package struct Gone: Sendable {
    package enum Reason: String, Sendable { case plan, market, unclear }
    package var name: String
    package var planFile: String
    package var row: EarlierResult.Row
    package var reason: Reason
  }

  /// Fills in trend, comparisons and what is gone.
  mutating func compare(with results: [EarlierResult]) {
    guard !results.isEmpty else { return }
    let results = results.sorted { ($0.name, $0.planFile, $0.file) < ($1.name, $1.planFile, $1.file) }
    let matches = plans.map { plan in match(plan, results) }
    for index in rows.indices { rows[index].trend = trend(rows[index], matches[rows[index].plan], results) }
    for (place, result) in results.enumerated() {
      let plan = matches.firstIndex { $0 == .one(place) }
      earlier.append(
        Comparison(
          file: result.file, name: result.name, planFile: result.planFile, asOf: result.asOf,
          engine: result.engine, remarks: plan.map { remarks(on: result, plans[$0]) } ?? []))
      let isUnclear = plan == nil && plans.contains { $0.name == result.name }
      let kept = plan.map { plan in rows.filter { $0.plan == plan }.map(\.market) } ?? []
      for row in result.rows where plan == nil || !kept.contains(row.market) {
        gone.append(
          Gone(
            name: result.name, planFile: result.planFile, row: row,
            reason: plan != nil ? .market : isUnclear ? .unclear : .plan))
      }
    }
  }

  private enum Match: Equatable { case none, several, one(Int) }

  /// By name; where it is not the only one here and there, by name and file.
  private func match(_ plan: Plan, _ results: [EarlierResult]) -> Match {
    let named = results.indices.filter { results[$0].name == plan.name }
    guard let first = named.first else { return .none }
    if named.count == 1, plans.count(where: { $0.name == plan.name }) == 1 { return .one(first) }
    let exact = named.filter { results[$0].planFile == plan.file }
    return exact.count == 1 ? .one(exact[0]) : .several
  }

  private func trend(_ row: Row, _ match: Match, _ results: [EarlierResult]) -> Trend {
    guard case .one(let place) = match else { return match == .none ? .newPlan : .unclear }
    guard let before = results[place].rows.first(where: { $0.market == row.market }) else {
      return .newMarket
    }
    guard row.isCovered, before.isCovered else { return .notJudged }
    return .since(
      Change(
        asOf: results[place].asOf, decision: before.decision,
        readiness: Shift(before: before.readiness, now: Tenths(row.readiness)),
        categories: Harm.Category.allCases.enumerated().map { index, category in
          guard let now = row.scores.first(where: { $0.category == category }),
            let old = before.categories[index]
          else { return nil }
          return Shift(before: old, now: Tenths(now.score))
        }))
  }

  /// What besides the plan may have changed the numbers.
  private func remarks(on result: EarlierResult, _ plan: Plan) -> [String] {
    var remarks: [String] = []
    if result.engine != engine { remarks.append("engine \(oneLine(result.engine)), here \(engine)") }
    if result.version != ResultFile.schemaVersion {
      remarks.append("result of version \(oneLine(result.version)), here \(ResultFile.schemaVersion)")
    }
    if result.asOf != asOf { remarks.append("law as of \(result.asOf), here \(asOf)") }
    let differing = Set(result.packs).symmetricDifference(plan.packs)
    let packs = Set(differing.map { $0.prefix { $0 != " " } })
    if !packs.isEmpty { remarks.append("\(count(packs.count, "pack")) changed, added or left out") }
    if result.profiles != plan.profiles {
      remarks.append("profiles \(names(result.profiles)), here \(names(plan.profiles))")
    }
    return remarks
  }

  private func names(_ profiles: [String]) -> String {
    profiles.isEmpty ? "none" : profiles.map(oneLine).joined(separator: ", ")
  }
}
