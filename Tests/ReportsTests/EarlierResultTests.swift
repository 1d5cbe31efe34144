import Diagnostics
import FEEL
import Foundation
import Testing

@testable import Engine
@testable import Reports

/// Reading what was written before; the files are changed in one place each.
@Suite struct EarlierResultTests {
  private let written: [String: Any] = [
    "schemaVersion": "1.4", "engine": "0.0.9", "asOf": "2026-05-01",
    "plan": ["file": "acme.yaml", "organization": "Acme"], "packs": [["id": "eu.gdpr", "sha256": "ab"]],
    "markets": [["country": "DE", "name": "Germany", "decision": "noGo", "packs": ["eu.gdpr"]]],
    "risk": [
      "markets": [
        [
          "market": "DE", "met": 2, "applicable": 8, "percent": ["low": 25, "high": 50.5],
          "categories": [["category": "compliance", "score": ["low": 41.7, "high": 66.7]]],
        ]
      ]
    ],
  ]

  private func read(_ value: Any) throws(Mistakes) -> EarlierResult {
    try EarlierResult(Self.node(value), file: "old.json")
  }

  private static let here = Location(file: "old.json", line: 3)

  private static func node(_ value: Any) -> Node {
    switch value {
    case let map as [String: Any]:
      .map(map.sorted { $0.key < $1.key }.map { Node.Entry($0.key, at: here, node($0.value)) }, here)
    case let list as [Any]: .list(list.map(node), here)
    case let text as String: .scalar(.init(text, isText: true, at: here))
    default: .scalar(.init("\(value)", isText: false, at: here))
    }
  }

  /// `path`: keys and places; nil removes.
  private func changed(_ path: [String], to new: Any?) -> Any { Self.changed(written, path[...], new) ?? [] }

  private static func changed(_ value: Any?, _ path: ArraySlice<String>, _ new: Any?) -> Any? {
    guard let key = path.first else { return new }
    if var list = value as? [Any], let place = Int(key) {
      list[place] = changed(list[place], path.dropFirst(), new) ?? []
      return list
    }
    var map = value as? [String: Any] ?? [:]
    map[key] = changed(map[key], path.dropFirst(), new)
    return map
  }

  @Test func `what is compared is read`() throws {
    let result = try read(written)
    #expect((result.name, result.planFile, result.engine) == ("Acme", "acme.yaml", "0.0.9"))
    #expect(result.packs == ["eu.gdpr ab"])
    let row = try #require(result.rows.first)
    #expect((row.market, row.marketName, row.decision) == ("DE", "Germany (DE)", .noGo))
    #expect(row.readiness == .init(low: 250, high: 505))
    #expect(row.categories == [nil, nil, .init(low: 417, high: 667), nil, nil, nil])
  }

  @Test func `without an organization the file is the name`() throws {
    #expect(try read(changed(["plan", "organization"], to: nil)).name == "acme.yaml")
  }

  @Test(
    arguments: [
      (["schemaVersion"], nil, "`schemaVersion` or `risk` is missing"),
      (["schemaVersion"], "2.0", "results of version `2.0` cannot be read"),
      (["schemaVersion"], "10.0", "results of version `10.0` cannot be read"),
      (["risk"], nil, "`schemaVersion` or `risk` is missing"),
      (["asOf"], "May", "`asOf` is a day"), (["asOf"], nil, "`asOf` is missing"),
      (["engine"], nil, "`engine` is missing"), (["plan"], nil, "`file` is missing"),
      (["packs"], "none", "`packs` is missing or of another kind"),
      (["markets", "0", "decision"], "noGoo", "`noGoo` is no decision"),
      (["markets", "0", "country"], nil, "`country` is missing"),
      (["markets", "0", "country"], "FR", "`risk.markets` has no scores of `FR`"),
      (["risk", "markets", "0", "percent", "low"], "25", "`percent` has `low` and `high`"),
      (["risk", "markets", "0", "percent", "low"], "#60", "`percent` has `low` and `high`"),
      (["risk", "markets", "0", "percent", "high"], "#1e999", "`percent` has `low` and `high`"),
      (["risk", "markets", "0", "percent", "low"], "#-1", "`percent` has `low` and `high`"),
      (["risk", "markets", "0", "met"], "#1e300", "`met` is a number from 0"),
      (
        ["risk", "markets", "0", "categories", "0", "category"], "complience",
        "`complience` is no category of risk"
      ),
      (["risk", "markets", "0", "categories", "0", "score"], nil, "`score` has `low` and `high`"),
    ] as [([String], String?, String)])
  func `what cannot be read is told`(_ path: [String], _ new: String?, _ message: String) throws {
    // `#` stands before what is no text.
    let value: Any? = new.map { $0.hasPrefix("#") ? Double($0.dropFirst()) ?? 0 as Any : $0 as Any }
    let mistakes = #expect(throws: Mistakes.self) { try read(changed(path, to: value)) }
    let all = try #require(mistakes).all
    #expect(all.contains { $0.message.contains(message) }, "\(all.map(\.message))")
    #expect(all.allSatisfy { $0.location.file == "old.json" && $0.location.line == 3 })
  }

  @Test func `the same market twice is told`() throws {
    let market = (written["markets"] as? [Any])?.first ?? [] as Any
    let mistakes = #expect(throws: Mistakes.self) { try read(changed(["markets"], to: [market, market])) }
    #expect(try #require(mistakes).all.map(\.message) == ["the market `DE` is given twice"])
  }

  @Test func `mistakes are told up to a limit`() throws {
    let mistakes = #expect(throws: Mistakes.self) {
      try read(changed(["packs"], to: [Any](repeating: "x", count: 500)))
    }
    #expect(try #require(mistakes).all.count == 50)
  }

  /// A plan that names no market has its numbers in the total.
  @Test func `a plan without markets is one row`() throws {
    var old = written
    let risk = (written["risk"] as? [String: Any])?["markets"] as? [Any]
    (old["markets"], old["decision"], old["risk"]) = (
      nil, "go", ["total": risk?.first ?? [], "markets": [Any]()]
    )
    let rows = try read(old).rows
    #expect(rows.map(\.market) == [nil])
    #expect(rows.first?.decision == .go)
  }
}
