import Engine

/// A success metric as the JSON files hold it; an end of a value that nothing bounds is absent.
package struct MetricFile: Codable, Sendable {
  package struct Bounds: Codable, Sendable {
    package var low, high: Double?
  }
  package struct Market: Codable, Sendable {
    package var country, name, verdict: String
    package var value: Bounds
  }
  package var metric, title, unit, formula, source, verdict: String
  package var target: Double
  package var value: Bounds
  package var projected: Bounds?
  package var markets: [Market]
  package var missing: [String]
}

extension MetricFile {
  init(_ metric: SuccessMetric) {
    self.init(
      metric: metric.metric.rawValue, title: metric.title, unit: metric.unit, formula: metric.formula,
      source: metric.source, verdict: metric.verdict.rawValue, target: metric.target,
      value: Bounds(metric.value),
      projected: metric.projected.map(Bounds.init),
      markets: metric.markets.map {
        Market(country: $0.country, name: $0.name, verdict: $0.verdict.rawValue, value: Bounds($0.value))
      }, missing: metric.missing)
  }

  /// The definition that the schemas of results and of checklists share.
  static let schema = #"""
        "bounds": {
          "description": "What a value can be; an end that nothing bounds is absent.",
          "type": "object",
          "properties": {
            "low": {"description": "The least that it can be.", "type": "number"},
            "high": {"description": "The most that it can be.", "type": "number"}
          }
        },
        "metric": {
          "description": "A success metric of the expansion against its target.",
          "type": "object",
          "required": [
            "metric", "title", "unit", "formula", "source", "verdict", "target", "value", "markets", "missing"
          ],
          "properties": {
            "metric": {"description": "Which metric.", "enum": ["readiness", "obligations", "efficiency", "satisfaction"]},
            "title": {"description": "Its name.", "type": "string"},
            "unit": {"description": "days (at most the target) or percent (at least the target).", "enum": ["days", "percent"]},
            "formula": {"description": "How the value follows from those of the markets.", "type": "string"},
            "source": {"description": "Where the target comes from.", "type": "string"},
            "verdict": {"description": "Whether the target is met.", "enum": ["met", "missed", "unknown"]},
            "target": {"description": "The target.", "type": "number"},
            "value": {"description": "Of all markets together.", "$ref": "#/$defs/bounds"},
            "projected": {"description": "Once every task is done.", "$ref": "#/$defs/bounds"},
            "markets": {
              "description": "By market.", "type": "array",
              "items": {
                "description": "The value of one market.",
                "type": "object",
                "required": ["country", "name", "verdict", "value"],
                "properties": {
                  "country": {"description": "Code of the country.", "type": "string"},
                  "name": {"description": "Its name.", "type": "string"},
                  "verdict": {"description": "Whether this market meets the target.", "enum": ["met", "missed", "unknown"]},
                  "value": {"description": "Its value.", "$ref": "#/$defs/bounds"}
                }
              }
            },
            "missing": {
              "description": "Facts of the plan that would settle it.", "type": "array", "items": {"type": "string"}
            }
          }
        },

    """#
}

extension MetricFile.Bounds {
  init(_ bounds: SuccessMetric.Bounds) {
    self.init(low: bounds.low.map(tenth), high: bounds.high.map(tenth))
  }
}
