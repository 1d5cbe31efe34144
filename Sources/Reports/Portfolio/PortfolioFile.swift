import Engine
import Rules

/// The overview as JSON: keys sorted, the same bytes for the same plans and results.
package func portfolioJSON(_ portfolio: Portfolio) -> String { json(of: PortfolioFile(portfolio)) }

/// The overview as a file; additions raise the minor version, anything else the major one.
struct PortfolioFile: Encodable {
  var schemaVersion = "1.0"
  var asOf, engine, formula: String
  var plans: [Plan]
  var rows: [Row]
  var heatMap: [Cell]
  /// Absent: there is no earlier result.
  var earlier: [Comparison]?
  var gone: [Gone]?

  struct Plan: Encodable {
    var name, file: String
    var profiles: [String]
  }
  struct Row: Encodable {
    var rank: Int
    var plan, file: String
    /// Absent: the plan names no market.
    var market: String?
    var marketName, decision, because: String
    var blockers: [String]
    var unknown: Int
    var isCovered: Bool
    var met, applicable: Int
    var readiness: ResultFile.Bounds
    var categories: [Score]
    var points: ResultFile.Bounds
    /// The largest known one of each currency; never a sum.
    var ceilings: [Ceiling]
    var ceilingsWithoutAmount: Int
    var entry, ready: String?
    var isInTime: Bool?
    var blockedWithoutTask: Int
    var trend: Trend?
  }
  struct Score: Encodable {
    var category: String
    var score: ResultFile.Bounds
    var low, high: String
    var points: ResultFile.Bounds
    var aboveAppetite: Breach?
  }
  struct Breach: Encodable {
    var limit: String
    var isCertain: Bool
  }
  struct Ceiling: Encodable {
    var finding, citation: String
    var amount: Double?
    var currency, maximum: String?
  }
  struct Cell: Encodable {
    var market: String?
    var marketName, category: String
    /// Absent: no pack looked at the market.
    var worst: Worst?
  }
  struct Worst: Encodable {
    var rank: Int
    var plan, file: String
    var of: Int
    var score: ResultFile.Bounds
    var low, high: String
  }
  struct Trend: Encodable {
    /// `since`, or why there are no numbers.
    var state: String
    var asOf, decision: String?
    var readiness: Shift?
    var categories: [CategoryShift]?
  }
  struct Shift: Encodable {
    var before, change: ResultFile.Bounds
  }
  struct CategoryShift: Encodable {
    var category: String
    /// Absent: the earlier result does not have it.
    var shift: Shift?
  }
  struct Comparison: Encodable {
    var file, plan, planFile, asOf, engine: String
    var remarks: [String]
  }
  struct Gone: Encodable {
    var plan, file: String
    var market: String?
    var marketName, reason, decision: String
    var met, applicable: Int
    var readiness: ResultFile.Bounds
  }
}
