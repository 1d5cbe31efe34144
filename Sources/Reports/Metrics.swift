import Engine

// The success metrics of the expansion, in words.

extension SuccessMetric {
  /// `met`, `missed`, `unknown`
  var verdictText: String { verdict.rawValue }

  func text(_ bounds: Bounds) -> String {
    let suffix = unit == "percent" ? " %" : " \(unit)"
    switch (bounds.low, bounds.high) {
    case (let low?, let high?):
      return Risk.Range(low: low, high: high).text + suffix
    case (let low?, nil): return "at least \(decimal(low))\(suffix)"
    case (nil, let high?): return "at most \(decimal(high))\(suffix)"
    case (nil, nil): return "unknown"
    }
  }

  /// `at most 90 days`, `at least 85 %`
  var targetText: String {
    unit == "percent" ? "at least \(decimal(target)) %" : "at most \(decimal(target)) \(unit)"
  }

  var projectedText: String? { projected.map { "\(text($0)) once every task is done" } }

  /// `Market entry speed: days to operational readiness: missed, 163 days (target at most 90 days); Germany 163 days`
  var line: String {
    var parts = ["\(verdictText), \(text(value)) (target \(targetText))"]
    if let projectedText { parts.append(projectedText) }
    if markets.count > 1 {
      parts.append(markets.map { "\(oneLine($0.name)) \(text($0.value))" }.joined(separator: ", "))
    }
    if verdict == .unknown, !missing.isEmpty {
      parts.append("needs \(missing.map(oneLine).joined(separator: ", "))")
    }
    return "\(oneLine(title)): \(parts.joined(separator: "; "))"
  }
}

extension Page {
  /// The metrics with their targets as a table; nothing without targets.
  var metrics: String {
    guard !report.metrics.isEmpty else { return "" }
    return metricsTemplate([
      "metrics": .list(
        report.metrics.map { metric in
          [
            "title": .text(oneLine(metric.title)), "target": .text(metric.targetText),
            "value": .text(metric.text(metric.value)), "verdict": .text(metric.verdictText),
            "projected": .text(metric.projectedText), "formula": .text(metric.formula),
            "markets": .text(
              metric.markets.isEmpty
                ? "–"
                : metric.markets.map { "\(oneLine($0.name)): \(metric.text($0.value))" }.joined(
                  separator: "; ")),
            "missing": .text(
              metric.verdict == .unknown && !metric.missing.isEmpty
                ? metric.missing.map(oneLine).joined(separator: ", ") : nil),
          ]
        })
    ])
  }
}

private let metricsTemplate = Template(
  #"""
  <section id="metrics" aria-labelledby="metrics-h">
  <h2 id="metrics-h">Success metrics</h2>
  <div class="scroll" role="group" tabindex="0" aria-label="Success metrics">
  <table>
  <caption>The expansion against its targets</caption>
  <thead><tr><th scope="col">Metric</th><th scope="col">Target</th><th scope="col">Value</th>
  <th scope="col">Verdict</th><th scope="col">By market</th><th scope="col">Formula</th></tr></thead>
  <tbody>
  {{#metrics}}<tr><th scope="row">{{title}}</th><td>{{target}}</td>
  <td>{{value}}{{#projected}} <span class="muted">{{.}}</span>{{/projected}}</td>
  <td>{{verdict}}{{#missing}} <span class="muted">needs {{.}}</span>{{/missing}}</td>
  <td>{{markets}}</td><td>{{formula}}</td></tr>
  {{/metrics}}</tbody>
  </table>
  </div>
  </section>

  """#)
