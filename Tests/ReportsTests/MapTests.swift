@testable import Engine
import Diagnostics
@testable import Facts
import Foundation
@testable import Rules
import Testing

@testable import Reports

/// The map of the HTML report, on the outlines that are shipped.
@Suite struct MapTests {
  /// Every country of the outlines is called by its code with a hostile name around it.
  static let atlas: Result<Atlas, any Error> = Result {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "rules/world.csv")
    let text = try String(contentsOf: file, encoding: .utf8)
    let codes = text.split(separator: "\n").dropFirst().map { String($0.prefix { $0 != "," }) }
    return try Atlas(
      Source(name: "world.csv", text: text),
      geography: Geography(
        countries: codes.map { .init(code: $0, name: "\(Fixture.hostile) \($0)") }, regions: [], groups: []))
  }

  static func report(
    _ markets: [String], _ transfers: [(from: [String], to: String?)] = [], homes: [String] = [],
    stores: [String] = [], recipients: [String] = []
  ) throws -> Report {
    var report = Fixture.report
    report.assessment.markets = markets.map { .init(country: $0, name: $0, entry: nil, packs: ["eu.gdpr"]) }
    let gap = report.assessment.findings.first { $0.verdict == .gap && $0.blocksEntry }?.id ?? ""
    report.assessment.transfers = transfers.enumerated().map { index, each in
      Transfer(
        id: "lane-\(index)", activity: Fixture.hostile, origin: each.from.count == 1 ? each.from[0] : "EEA",
        originCountries: each.from, destination: each.to, via: "store", recipient: nil, store: nil,
        mechanisms: [], findings: index == 0 ? [gap] : [], laws: [])
    }
    report.map = MapBase(
      atlas: try atlas.get(), homes: homes,
      stores: stores.map { .init(name: Fixture.hostile, country: $0) },
      recipients: recipients.map { .init(name: Fixture.hostile, country: $0) })
    return report
  }

  static let twelve = ["DE", "FR", "NL", "BE", "LU", "AT", "IT", "ES", "GB", "IN", "SG", "BR"]

  static func twelveMarkets() throws -> Report {
    try report(
      twelve, twelve.flatMap { from in ["US", "IE", "SG", "IN"].map { ([from], $0) } }, homes: ["US"],
      stores: ["US", "IE", "SG", "IN"], recipients: ["US", "HK"])
  }

  static func drawing(_ report: Report) throws -> String {
    try #require(WorldMap(report)).drawing(id: "map-title", title: "World map")
  }

  @Test(arguments: try Case.all(in: "outlines.txt"))
  func `outlines are read or refused`(_ each: Case) {
    let source = Source(name: "world.csv", text: "place,x,y,outline\nDE,1,2,\(each.input)\n")
    let atlas = try? Atlas(
      source, geography: Geography(countries: [.init(code: "DE", name: "Germany")], regions: [], groups: []))
    let told = atlas?.places.first?.rings.map { ring in
      ring.map { "\($0.x),\($0.y)" }.joined(separator: " ")
    }.joined(separator: "; ")
    #expect((told ?? "wrong") == each.expected)
  }

  @Test func `every market has its verdict and hatching, every lane an arrow`() throws {
    let report = try Self.twelveMarkets()
    let svg = try Self.drawing(report)
    for each in report.decisions {
      #expect(svg.contains("(\(each.market?.country ?? "")): \(each.decision.title)</title>"))
    }
    for decision in Set(report.decisions.map(\.decision)) {
      #expect(svg.components(separatedBy: #"<g class="market \#(decision.rawValue)">"#).count == 2)
    }
    #expect(
      svg.components(separatedBy: #"<path class="hatch" d="M"#).count == Set(report.decisions.map(\.decision))
        .count + 1)
    // From each of twelve to four, less the two from Singapore and India to themselves.
    #expect(svg.components(separatedBy: #"class="head""#).count == 12 * 4 - 2 + 1)
    #expect(svg.components(separatedBy: #"class="lane blocking""#).count == 2)
    #expect(svg.components(separatedBy: #"class="store""#).count == 5)
    #expect(svg.components(separatedBy: #"class="recipient""#).count == 3)
  }

  @Test func `a drawing of twelve markets is small and the same each time`() throws {
    let svg = try Self.drawing(Self.twelveMarkets())
    let enlarged = try #require(WorldMap(Self.twelveMarkets())?.closeUpDrawing(id: "enlarged"))
    #expect(svg.utf8.count + enlarged.utf8.count < 120_000)
    #expect(svg == (try Self.drawing(Self.twelveMarkets())))
  }

  @Test(arguments: [60, 249])
  func `many markets with thousands of lanes stay under 120 KB`(_ number: Int) throws {
    let codes = Array(try Self.atlas.get().places.map(\.code).filter { !$0.isEmpty }.prefix(number))
    let lanes = codes.flatMap { from in codes.prefix(20).map { (from: [from], to: Optional($0)) } }
    var report = try Self.report(codes, lanes, stores: codes + codes, recipients: codes.suffix(40) + codes)
    report.map?.atlas = try Atlas(places: Self.atlas.get().places.map { $0.named("A name of usual length") })
    let map = try #require(WorldMap(report))
    #expect(map.lanes.count == WorldMap.mostLanes && map.lanesLeftOut > number * 10)
    let size = map.drawing(id: "map-title", title: map.title).utf8.count
    #expect(size + (map.closeUpDrawing(id: "enlarged") ?? "").utf8.count < 120_000)
  }

  @Test func `names cannot become markup, and the page stays sound`() throws {
    let page = html(try Self.twelveMarkets())
    #expect(!page.contains("<script>alert") && page.contains("&lt;script&gt;alert(1)"))
    let names = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
    #expect(Set(names).count == names.count)
    let targets = Set(
      page.matches(of: /href="#([^"]*)"|aria-describedby="([^"]*)"/).map {
        String($0.1 ?? $0.2 ?? "")
      })
    #expect(targets.contains("map-drawing") && targets.contains("map-enlarged"))
    #expect(targets.subtracting(names) == [])
  }

  @Test func `without outlines or without a country there is no map`() throws {
    #expect(!html(Fixture.report).contains("id=\"map\""))
    #expect(WorldMap(try Self.report([])) == nil)
    #expect(WorldMap(try Self.report(["XX"])) == nil)
    #expect(try #require(WorldMap(Self.report(["XX", "DE"]))).elsewhere == ["XX"])
  }

  @Test(arguments: [
    (["US", "IE"], ["FR"], ["DE", "FR", "IE"], "IE"), ([], ["JP", "FR"], ["DE", "FR"], "FR"),
    ([], ["JP"], ["DE", "FR"], "DE"), (["DE"], [], ["FR"], "FR"),
  ])
  func `a lane from an area starts where the organization is, else in a market, else in the first country`(
    _ homes: [String], _ markets: [String], _ countries: [String], _ start: String
  ) throws {
    let map = try #require(WorldMap(Self.report(markets, [(countries, "US")], homes: homes)))
    #expect(map.lanes.map(\.from.code) == [start])
    #expect(map.areaNames == (countries.count > 1 ? ["EEA"] : []))
  }

  @Test func `a lane without a known end is counted, not drawn`() throws {
    let map = try #require(WorldMap(Self.report(["DE"], [(["DE"], nil), ([], "US"), (["DE"], "US")])))
    #expect(map.lanes.count == 1 && map.lanesWithoutEnds == 2)
  }

  @Test func `the way there and the way back are two curves`() throws {
    let map = try #require(WorldMap(Self.report([], [(["DE"], "US"), (["US"], "DE")])))
    let curves = map.lanes.compactMap { WorldMap.Curve($0, map.view)?.line }
    let bends = curves.compactMap { $0.firstMatch(of: /Q(\d+ \d+)/)?.1 }
    #expect(bends.count == 2 && bends[0] != bends[1])
  }

  @Test func `labels of twelve markets keep apart`() throws {
    let map = try #require(WorldMap(Self.twelveMarkets()))
    let labels = map.labels(map.view)
    #expect(labels.count == 12 + 3)
    for (index, a) in labels.enumerated() {
      for b in labels[..<index] {
        #expect(
          abs(a.middle.x - b.middle.x) > 40 || abs(a.middle.y - b.middle.y) >= 30, "\(a.text) \(b.text)")
      }
    }
  }

  /// A square of 40 with a hole of 20: a line at the upper end of an edge is that of the next edge.
  @Test(arguments: [
    (WorldMap.Hatching.level, "M0 0h40M0 12h10M30 12h10M0 24h10M30 24h10M0 36h40"),
    (
      .rising,
      "M0 12l12-12M0 24l10-10M14 10l10-10M0 36l10-10M26 10l10-10M8 40l10-10M30 18l10-10M20 40l20-20M32 40l8-8"
    ),
  ])
  func `hatching is cut at the border and at holes`(_ hatching: WorldMap.Hatching, _ expected: String) {
    func square(_ from: Int, _ to: Int) -> [Atlas.Point] {
      [(from, from), (to, from), (to, to), (from, to)].map { .init(x: $0.0, y: $0.1) }
    }
    let view = WorldMap.View(around: [], margin: 0, least: 0, width: 2000)
    let made = hatching.path(over: [square(0, 40), square(10, 30)], in: view, spacing: 12)
    #expect(made == expected)
  }

  @Test func `Europe is enlarged where several of its countries stand on a map of far more`() throws {
    let map = try #require(WorldMap(Self.twelveMarkets()))
    let enlarged = try #require(map.closeUp(of: map.view))
    let named = map.labels(map.view, closeUp: enlarged).map(\.text)
    #expect(named.contains { $0.hasSuffix(" BR") } && !named.contains { $0.hasSuffix(" DE") })
    let there = map.labels(enlarged).map(\.text)
    #expect(there.contains { $0.hasSuffix(" DE") } && !there.contains { $0.hasSuffix(" BR") })
    for codes in [Self.twelve.prefix(9).map(\.self), ["DE", "FR", "IN", "BR"]] {
      let other = try #require(WorldMap(Self.report(codes)))
      #expect(other.closeUp(of: other.view) == nil)
    }
  }

  @Test func `the view holds every place named, and lies on the grid`() throws {
    for codes in [["SG"], ["NZ", "US"], ["FJ"], ["AR", "GL"], ["DE"]] {
      let view = try #require(WorldMap(Self.report(codes))).view
      #expect(view.x >= 0 && view.x + view.span <= Atlas.width && view.y >= 0)
      for code in codes {
        let mark = view(try #require(Self.atlas.get().place(code)?.mark))
        #expect((0...view.width).contains(mark.x) && (0...view.height).contains(mark.y))
      }
    }
  }
}

extension Atlas.Place {
  fileprivate func named(_ name: String) -> Atlas.Place {
    var place = self
    place.name = name
    return place
  }
}
