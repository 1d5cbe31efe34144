import Analytics
import Diagnostics
import Foundation
import Testing

/// Drift by numbers worked out with numpy and scipy, and its false alarms and detections by simulation.
@Suite struct DriftTests {
  @Test func `the population stability index`() {
    let before = [0.10, 0.20, 0.30, 0.25, 0.15]
    #expect(
      isClose(
        PopulationStability.index(shares: before, [0.08, 0.15, 0.32, 0.28, 0.17]), 0.026041, within: 5e-7))
    let even = [Double](repeating: 0.2, count: 5)
    #expect(isClose(PopulationStability.index(shares: even, [0.05, 0.15, 0.2, 0.25, 0.35]), 0.317428))
    #expect(isClose(PopulationStability.index([50, 30, 20, 0], [40, 30, 20, 10]), 0.320117))
  }

  @Test(arguments: [(10, 1000, 0.033838), (10, 200, 0.169190), (5, 100, 0.189755)])
  func `what chance gives`(_ bins: Int, _ count: Int, _ expected: Double) {
    let found = PopulationStability.critical(bins: bins, reference: count, current: count, significance: 0.05)
    #expect(isClose(found, expected))
  }

  @Test func `the distance of Kolmogorov and Smirnov`() {
    let found = KolmogorovSmirnov(
      [0.1, 0.4, 0.7, 1.1, 1.5, 2.0, 2.2, 3.1], [0.9, 1.3, 1.8, 2.1, 2.6, 2.9, 3.3, 3.8, 4.0, 4.4])
    #expect(isClose(found.distance, 0.475))
    #expect(isClose(found.chance, 0.191235))
    #expect(isClose(KolmogorovSmirnov.tail(40.0.squareRoot() / 3 * 0.475), 0.268515, within: 1e-2))
    #expect(KolmogorovSmirnov([1, 2], [1, 2]).chance == 1)
  }

  static let terms = Drift.Terms(moderate: 0.1, large: 0.25, distance: 0.1, significance: 0.05, fewest: 30)

  func table(_ columns: [(String, [String])], named name: String = "t.csv") throws -> CSVTable {
    let rows = columns[0].1.indices.map { row in columns.map { $0.1[row] }.joined(separator: ",") }
    let text = ([columns.map(\.0).joined(separator: ",")] + rows).joined(separator: "\n")
    return try CSVTable(Source(name: name, text: text))
  }

  func normals(_ count: Int, shift: Double, _ lot: inout Lot) -> [String] {
    (0..<count).map { _ in "\(shift + lot.normal())" }
  }

  /// One numeric column, 1,000 values each: both tests together raise false alarms of 5 % at most; a shift of 0.4 deviations is seen.
  @Test func `false alarms and detections`() throws {
    var lot = Lot(seed: 11)
    var found = (index: 0, distance: 0, either: 0, shifted: 0)
    let runs = ProcessInfo.processInfo.environment["PRATIQUE_SERIES"].flatMap { Int($0) } ?? 100
    for _ in 0..<runs {
      let before = try table([("x", normals(1000, shift: 0, &lot))])
      let after = try table([("x", normals(1000, shift: 0, &lot))])
      let moved = try table([("x", normals(1000, shift: 0.4, &lot))])
      let column = try Drift(before, after, terms: Self.terms).columns[0]
      let test = PopulationStability(
        column.bins.map(\.reference), column.bins.map(\.current), significance: 0.05)
      if test.index > test.critical { found.index += 1 }
      if let distance = column.distance, distance.chance < 0.05 { found.distance += 1 }
      if column.verdict != .none { found.either += 1 }
      if try Drift(before, moved, terms: Self.terms).columns[0].verdict.isFinding { found.shifted += 1 }
    }
    let rates = [found.index, found.distance, found.either, found.shifted].map { Double($0) / Double(runs) }
    print(
      "drift: false alarms at 5 %: index \(rates[0]), distance \(rates[1]), both at 2.5 % \(rates[2]); shift of 0.4 seen \(rates[3])"
    )
    // 100 runs at 5 % give more than 11 once in a hundred cases.
    #expect(rates[0] <= 0.11)
    #expect(rates[1] <= 0.11)
    #expect(rates[2] <= 0.11)
    #expect(rates[3] > 0.95)
  }

  @Test func `numbers, categories, what is missing and what is too little`() throws {
    let colours = (0..<100).map { $0 < 50 ? "red" : $0 < 80 ? "green" : "blue" }
    let later = (0..<100).map { $0 < 10 ? "red" : $0 < 80 ? "green" : "" }
    let numbers = (0..<100).map { "\($0)" }
    let few = (0..<100).map { $0 < 20 ? "1" : "" }
    let drift = try Drift(
      try table([("colour", colours), ("n", numbers), ("few", few), ("old", few)], named: "a.csv"),
      try table([("colour", later), ("n", numbers), ("few", few)], named: "b.csv"), terms: Self.terms)
    #expect(drift.columns.map(\.verdict) == [.large, .none, .undetermined])
    #expect(drift.columns.map(\.isNumeric) == [false, true, true])
    #expect(drift.columns[0].bins.map(\.name) == ["green", "red", "blue", "missing"])
    #expect(drift.columns[1].bins.map(\.reference) == Array(repeating: 10, count: 10))
    #expect(drift.notes == ["only in a.csv: old"])
    #expect(drift.tests == 3)
  }

  @Test func `a column of one value, and a new value beside it`() throws {
    let same = try table([("x", Array(repeating: "5", count: 50))])
    let other = try table([("x", Array(repeating: "5", count: 40) + Array(repeating: "6", count: 10))])
    #expect(try Drift(same, same, terms: Self.terms).columns[0].verdict == .none)
    #expect(isClose(try Drift(same, other, terms: Self.terms).columns[0].distance?.distance, 0.2))
  }

  /// A shift of all values by half of their range, beside one cell that is no number.
  @Test(arguments: ["", "NA", "nan", "NaN", "NULL", "none", "n/a"])
  func `what is missing among numbers hides no shift`(_ missing: String) throws {
    let rows = Array(repeating: "b", count: 100)
    let before = try table([("x", (0..<100).map { "\($0)" }), ("y", rows)], named: "a.csv")
    let after = try table(
      [("x", (0..<100).map { $0 == 7 ? missing : "\($0 + 50)" }), ("y", rows)], named: "b.csv")
    let column = try Drift(before, after, terms: Self.terms).columns[0]
    #expect(column.isNumeric && column.verdict == .large)
    #expect(column.current == 99)
    #expect(column.bins.last?.name == "missing")
  }

  @Test func `a text among numbers is a mistake`() throws {
    let before = try table([("x", (0..<100).map { $0 == 3 ? "abc" : "\($0)" })], named: "a.csv")
    let after = try table([("x", (0..<100).map { $0 == 7 ? "1e400" : "\($0 + 50)" })], named: "b.csv")
    let found = #expect(throws: Mistakes.self) { _ = try Drift(before, after, terms: Self.terms) }
    #expect(
      found?.all.map(\.text) == [
        "a.csv:5:1: error: `abc` is no number; most of `x` are numbers; leave it empty if it is missing, or name the column with --categorical",
        "b.csv:9:1: error: `1e400` is beyond 1e15, the largest number that is read; most of `x` are numbers",
      ])
    let asked = try Drift(before, after, categorical: ["x"], terms: Self.terms)
    #expect(!asked.columns[0].isNumeric)
  }

  @Test func `categories may be called as what is missing`() throws {
    let countries = try table([("x", (0..<100).map { $0 < 50 ? "NA" : "ZA" })])
    let column = try Drift(countries, countries, terms: Self.terms).columns[0]
    #expect(!column.isNumeric && column.current == 100)
    #expect(column.bins.map(\.name) == ["NA", "ZA"])
  }

  @Test func `columns that are not there`() throws {
    let one = try table([("a", ["1"])], named: "a.csv")
    let other = try table([("b", ["1"])], named: "b.csv")
    #expect(throws: Mistakes.self) { _ = try Drift(one, other, terms: Self.terms) }
    let found = #expect(throws: Mistakes.self) {
      _ = try Drift(one, one, columns: ["z"], categorical: ["y"], terms: Self.terms)
    }
    #expect(found?.all.first?.text == "a.csv:1:1: error: there is no column `z`; rename `a` to `z`")
    #expect(Set(found?.all.map(\.message) ?? []) == ["there is no column `z`", "there is no column `y`"])
  }
}
