import Diagnostics
import Facts
import Foundation
import Rules
import Testing

@testable import Reports

/// The outlines of the map: which countries they have, and when they are read.
@Suite struct MapCommandTests {
  @Test func `every country but Antarctica is on the map`() throws {
    let rulebook = try KnowledgeTests.rulebook.get()
    let bytes = try Data(contentsOf: Tool.checkout.appending(path: "rules/world.csv"))
    #expect(bytes.count < 80_000)
    let atlas = try Atlas(
      Source(name: "rules/world.csv", bytes: [UInt8](bytes)), geography: rulebook.geography)
    let missing = rulebook.geography.countries.map(\.code).filter { atlas.place($0)?.mark == nil }
    #expect(missing == ["AQ"])
    let small = Set(atlas.places.filter(\.rings.isEmpty).map(\.code))
    #expect(
      small.isSuperset(of: ["SG", "MT", "HK", "BH", "LI"]) && small.isDisjoint(with: ["DE", "US", "LU"]))
  }

  /// Singapore and its outlines as given; nil: the library has none.
  private func assess(_ outlines: String?, _ format: String) throws -> Tool.Result {
    let library = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: library) }
    let files = FileManager.default
    try files.copyItem(at: Tool.checkout.appending(path: "rules"), to: library.appending(path: "rules"))
    try files.createDirectory(at: library.appending(path: "jurisdictions"), withIntermediateDirectories: true)
    try files.copyItem(
      at: Tool.checkout.appending(path: "jurisdictions/sg"), to: library.appending(path: "jurisdictions/sg"))
    let file = library.appending(path: "rules/world.csv")
    try files.removeItem(at: file)
    try outlines?.write(to: file, atomically: true, encoding: .utf8)
    return try Tool.run(
      [
        "assess", "-", "--packs", library.path, "--as-of", "2026-11-21", "--fail-on", "never", "--format",
        format,
      ],
      input: "markets: [{ country: SG }]\n")
  }

  @Test func `only a page reads the outlines`() throws {
    let broken = "place,x,y,outline\nSG,9999,1,\n"
    for format in ["text", "json", "markdown", "csv"] { #expect(try assess(broken, format).status == 0) }
    let page = try assess(broken, "html")
    #expect(page.status == 2 && page.errors.contains("rules/world.csv:2"), "\(page.errors)")
  }

  @Test func `a library without outlines gives a page without a map`() throws {
    let page = try assess(nil, "html")
    #expect(page.status == 0 && page.output.contains("</html>") && !page.output.contains("id=\"map\""))
    let whole = try assess("place,x,y,outline\nSG,10,10,\n", "html")
    #expect(whole.output.contains("id=\"map\"") && whole.output.contains("Singapore (SG): "))
  }
}
