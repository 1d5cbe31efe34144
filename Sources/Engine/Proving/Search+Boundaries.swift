import Diagnostics
import FEEL
import Rules

extension Search {
  /// What happens just below, at and above each number and date of conditions, parameters and periods.
  mutating func boundaries() -> [Boundary] {
    var result: [Boundary] = []
    for border in borders() {
      guard let found = boundary(border) else { continue }
      if !result.contains(where: {
        $0.location == found.location && $0.points.map(\.value) == found.points.map(\.value)
      }) {
        result.append(found)
      }
    }
    return result
  }

  private struct Border {
    let location: Location
    let value: Value
    let places: [Int]
  }

  private func borders() -> [Border] {
    var borders: [Border] = []
    for site in docked.pack.sites(bench.vocabulary) {
      let places = bench.dependence.affected(by: site.owner)
      for (value, extent) in site.expression.syntax?.placedLiterals ?? [] {
        borders.append(Border(location: site.location(of: extent), value: value, places: places))
      }
    }
    for parameter in docked.pack.pack.parameters where !parameter.isTable {
      let places = bench.dependence.affected(byName: parameter.name)
      let location = Location(file: docked.pack.pack.file, line: parameter.line)
      for entry in parameter.entries {
        borders.append(Border(location: location, value: entry.value, places: places))
      }
    }
    for group in docked.pack.periodGroups {
      let location = docked.pack.provisions[group.places[0]].provision.location
      borders.append(Border(location: location, value: .date(group.day), places: group.places))
    }
    return borders.sorted { ($0.location.line, $0.location.column) < ($1.location.line, $1.location.column) }
  }

  /// The first plan of a case in which the value makes a difference, else the first in which it can be varied.
  private func boundary(_ border: Border) -> Boundary? {
    var indifferent: Boundary?
    for place in border.places.sorted(by: { docked.expecting[$0].count > docked.expecting[$1].count }).prefix(
      4)
    {
      for seed in docked.seeds(of: place) {
        let exhibit = docked.exhibits[seed]
        var rows: [(String, [(String, Variation)])] = []
        if case .date(let day) = border.value {
          let days = [-1, 0, 1].compactMap { day.adding(days: $0) }
          rows.append(
            ("asOf", days.map { ($0.description, Variation(seed: seed).with(.day($0))) }))
        }
        let alphabet = Alphabet([border.value])
        for cell in bench.asked(exhibit, place) {
          let edits = bench.edits(cell, exhibit.plan, alphabet).filter { $0.isScalar(like: border.value) }
          if edits.isEmpty { continue }
          let name = docked.rulebook.name(of: cell, in: exhibit.world.plan)
          rows.append((name, edits.map { ($0.shown, Variation(seed: seed).with($0)) }))
        }
        for (fact, variations) in rows {
          let points = variations.map { Boundary.Point(value: $0.0, verdict: verdict($0.1, place)) }
          let found = Boundary(
            provision: docked.pack.provisions[place].rule.id, location: border.location, fact: fact,
            points: points, seed: exhibit.each.name)
          if Set(points.map(\.verdict)).count > 1 { return found }
          if indifferent == nil { indifferent = found }
        }
      }
    }
    return indifferent
  }

  private func verdict(_ variation: Variation, _ place: Int) -> String {
    let seed = docked.exhibits[variation.seed]
    let exhibit = Exhibit(
      seed.each, variation.plan(seed, bench.vocabulary), on: variation.day(seed), docked.rulebook)
    let id = docked.pack.provisions[place].rule.id
    let places = docked.pack.provisions.indices.filter { docked.pack.provisions[$0].rule.id == id }
    let findings = exhibit.findings(docked.rulebook, of: places).filter { !$0.isVersionToCome }
    if findings.isEmpty { return "notInForce" }
    return findings.map(\.verdict.rawValue).uniqued.joined(separator: ", ")
  }
}

extension Variation.Edit {
  fileprivate func isScalar(like border: Value) -> Bool {
    guard case .fact(_, let value?) = self else { return false }
    switch (value, border) {
    case (.number(let a), .number(let b)):
      return [b.adding(b.unit.negated), b, b.adding(b.unit)].contains(a)
    case (.date, .date): return true
    default: return false
    }
  }

  fileprivate var shown: String {
    switch self {
    case .fact(_, let value): value?.shown ?? "unknown"
    case .control(_, let status): status ?? "unknown"
    case .day(let day): day.description
    }
  }
}

extension Expression {
  /// Numbers and dates written out in it, with their places.
  fileprivate var placedLiterals: [(Value, Extent)] {
    switch literal {
    case .number, .date: literal.map { [($0, extent)] } ?? []
    default: parts.flatMap(\.placedLiterals)
    }
  }
}
