import Engine

/// The loss-exceedance curve as inline SVG: how likely a year costs more than an amount, on logarithmic scales, as a band from the low to
/// the high end with the likely line in it.
struct LossChart {
  private let points: [Loss.Point]
  /// Powers of ten: of the least chance shown, and of the most.
  private let floor: Int
  private let top: Int

  /// The draws tell chances from 1 in `draws` up.
  init(_ loss: Loss) {
    points = loss.curve
    let least = 1 / Double(loss.terms.draws)
    floor = Int(log10(least).rounded())
    let most = points.map(\.chance.high).max() ?? 1
    top = max(floor + 1, Int(log10(max(most, least)).rounded(.up)))
  }

  var drawing: String {
    var svg = #"<svg class="curve" role="img" aria-labelledby="loss-t" viewBox="0 0 480 220">"#
    svg +=
      #"<title id="loss-t">Chance that a year costs more than an amount, from low to high; the table beside it holds the same</title>"#
    let upper = line(\.high)
    let lower = points.indices.map { ($0, points[$0].chance.low) }.map { "\(position($0)),\(height($1))" }
    svg += #"<polygon class="band" points="\#((upper + lower.reversed()).joined(separator: " "))"/>"#
    for power in floor...top {
      let y = height(power: Double(power))
      svg += #"<line class="month" x1="64" x2="470" y1="\#(y)" y2="\#(y)"/>"#
      svg += #"<text x="58" y="\#(y + 4)" text-anchor="end">\#(chanceText(tenTo(power)))</text>"#
    }
    // Every second point is a power of ten; of many every other bears its name.
    let powers = points.indices.filter { $0.isMultiple(of: 2) }
    for index in powers where powers.count <= 5 || index.isMultiple(of: 4) {
      svg += #"<text x="\#(position(index))" y="212" text-anchor="middle">\#(amountText(index / 2))</text>"#
    }
    svg += #"<polyline class="line" points="\#(line(\.likely).joined(separator: " "))"/>"#
    for index in points.indices where points[index].chance.likely > 0 {
      let y = height(points[index].chance.likely)
      svg += #"<circle class="point" cx="\#(position(index))" cy="\#(y)" r="3"/>"#
    }
    return svg + "</svg>"
  }

  /// Up to the first amount that no year exceeds.
  private func line(_ end: KeyPath<Loss.Ends<Double>, Double>) -> [String] {
    let last = points.firstIndex { $0.chance[keyPath: end] <= 0 } ?? points.count - 1
    return points.indices.prefix(last + 1).map {
      "\(position($0)),\(height(points[$0].chance[keyPath: end]))"
    }
  }

  private func height(_ chance: Double) -> Int {
    chance > 0 ? height(power: max(Double(floor), log10(chance))) : height(power: Double(floor))
  }

  private func height(power: Double) -> Int {
    Int((190 - (power - Double(floor)) / Double(top - floor) * 175).rounded())
  }

  /// 3 lies close to the middle of a power of ten.
  private func position(_ index: Int) -> Int {
    let place = Double(index / 2) + (index.isMultiple(of: 2) ? 0 : log10(3))
    return 64 + Int((place / max(1, Double(points.count - 1) / 2) * 385).rounded())
  }

  private func amountText(_ thousandfold: Int) -> String {
    let number = ["1", "10", "100"][thousandfold % 3]
    let names = [",000", " million", " billion", " trillion", " × 10^15"]
    return number + names[min(thousandfold / 3, names.count - 1)]
  }

  private func tenTo(_ power: Int) -> Double {
    power < 0 ? 1 / (0..<(-power)).reduce(1) { value, _ in value * 10 } : 1
  }
}

/// The same digits on every machine.
private func log10(_ number: Double) -> Double { LossMath.logarithm(number) / LossMath.logarithmOf10 }

extension Page {
  /// The likely loss: the year, the curve with its table, one fine for each law; nothing if it was not asked for.
  var loss: String {
    guard let loss = report.loss else { return "" }
    func rows(_ rows: [[String]]) -> Field {
      .list(
        rows.map { row in
          ["name": .text(row[0]), "cells": .list(row.dropFirst().map { ["cell": .text($0)] })]
        })
    }
    return lossTemplate([
      "isEmpty": .flag(loss.cases.isEmpty), "nothing": .text(Loss.nothing), "draws": .text(loss.drawsText),
      "method": .text(Loss.method), "page": .text(Loss.page), "link": .text(Loss.pageLink),
      "assumed": .text(loss.assumptionText), "ends": .text(Loss.endsText), "year": rows(loss.yearRows),
      "hasCurve": .flag(!loss.curve.isEmpty),
      "drawing": .markup(loss.curve.isEmpty ? "" : LossChart(loss).drawing), "curve": rows(loss.curveRows),
      "heads": .list(Loss.caseHeads.map { ["head": .text($0)] }), "cases": rows(loss.caseRows),
      "rest": .text(loss.withoutFineText),
    ])
  }
}

private let lossTemplate = Template(
  #"""
  <section id="loss" aria-labelledby="loss-h">
  <h2 id="loss-h">Likely loss</h2>
  {{#isEmpty}}<p>{{nothing}}</p>{{/isEmpty}}
  {{^isEmpty}}
  <p>A rough model, no forecast. {{method}} More in <a href="{{link}}">{{page}}</a>.</p>
  {{#assumed}}<p>{{.}}</p>{{/assumed}}
  <div class="scroll" role="group" tabindex="0" aria-label="Loss of a year">
  <table>
  <caption>Loss of a year from fines</caption>
  <thead><tr><th scope="col">Year</th><th scope="col" class="n">Low</th><th scope="col" class="n">Likely</th>
  <th scope="col" class="n">High</th></tr></thead>
  <tbody>
  {{#year}}<tr><th scope="row">{{name}}</th>{{#cells}}<td class="n">{{cell}}</td>{{/cells}}</tr>
  {{/year}}</tbody>
  </table>
  </div>
  <p class="muted">{{ends}} {{draws}}.</p>
  {{#hasCurve}}<div class="columns">
  <div>{{drawing}}<p class="muted">Band: low to high; line: likely. Both scales are logarithmic; at the foot lies one year drawn at most.</p></div>
  <table>
  <caption>Chance that a year costs more</caption>
  <thead><tr><th scope="col">More than, EUR</th><th scope="col" class="n">Low</th><th scope="col" class="n">Likely</th>
  <th scope="col" class="n">High</th></tr></thead>
  <tbody>
  {{#curve}}<tr><th scope="row">{{name}}</th>{{#cells}}<td class="n">{{cell}}</td>{{/cells}}</tr>
  {{/curve}}</tbody>
  </table>
  </div>{{/hasCurve}}
  <div class="scroll" role="group" tabindex="0" aria-label="One fine, if the case comes">
  <table>
  <caption>One fine, if the case comes, in EUR: likely (low–high)</caption>
  <thead><tr>{{#heads}}<th scope="col">{{head}}</th>{{/heads}}</tr></thead>
  <tbody>
  {{#cases}}<tr><th scope="row">{{name}}</th>{{#cells}}<td>{{cell}}</td>{{/cells}}</tr>
  {{/cases}}</tbody>
  </table>
  </div>
  {{#rest}}<p class="muted">{{.}}</p>{{/rest}}
  {{/isEmpty}}
  </section>

  """#)
