import Diagnostics
import FoundationEssentials
import Plans
import Testing
import YAML

struct LimitTests {
  private func code(_ text: String, _ name: String) -> String? { code(Array(text.utf8), name) }

  private func code(_ bytes: [UInt8], _ name: String) -> String? {
    do {
      _ = try Node(reading: bytes, named: name)
      return nil
    } catch { return error.all.first?.code.rawValue }
  }

  @Test(arguments: ["yaml", "json"])
  func `a document has at most 4 MB`(_ format: String) {
    let bytes = [UInt8](repeating: 0x20, count: 4 << 20 + 1)
    #expect(code(bytes, "x.\(format)") == "\(format).too-long")
  }

  @Test(arguments: ["yaml", "json"])
  func `values are nested at most 64 deep`(_ format: String) {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(code(nested(64), "x.\(format)") == nil)
    #expect(code(nested(65), "x.\(format)") == "\(format).too-deep")
    #expect(code(String(repeating: "[", count: 100_000), "x.\(format)") == "\(format).too-deep")
  }

  @Test(arguments: ["yaml", "json"])
  func `a document has at most 200,000 values`(_ format: String) {
    func list(_ count: Int) -> String { "[" + String(repeating: "1,", count: count - 2) + "1]" }
    #expect(code(list(200_000), "x.\(format)") == nil)
    #expect(code(list(200_001), "x.\(format)") == "\(format).too-many-nodes")
  }

  @Test(arguments: ["yaml", "json"])
  func `a value has at most 64 KB`(_ format: String) {
    func text(_ count: Int) -> String { "\"\(String(repeating: "a", count: count))\"" }
    #expect(code(text(65_536), "x.\(format)") == nil)
    #expect(code(text(65_537), "x.\(format)") == "\(format).scalar-too-long")
  }

  @Test(arguments: ["yaml", "json"])
  func `only UTF-8 is read`(_ format: String) {
    #expect(code([0x22, 0xFF, 0x22], "x.\(format)") == "\(format).encoding")
    #expect(code([0xEF, 0xBB, 0xBF] + Array("{\"a\": 1}".utf8), "x.\(format)") == nil)
    #expect(code([0xFF, 0xFE, 0x61, 0x00], "x.\(format)") != nil)
    #expect(code([0x22, 0x00, 0x22], "x.\(format)") != nil)
  }

  /// Each took minutes or gigabytes when every mistake came with its line, every name was searched for among all before
  /// it, and every place was counted from the start of its line.
  @Test(arguments: [
    ("json", "{\"pratique\": 1" + (0..<30_000).map { ", \"unknownkey\($0)\": 1" }.joined() + "}", 50),
    ("yaml", "pratique: 1\ncomplete: [" + (0..<50_000).map { "x\($0)" }.joined(separator: ", ") + "]\n", 50),
    ("yaml", "pratique: 1\nactivities:\n" + String(repeating: "  - {id: a}\n", count: 20_000), 50),
    ("yaml", "pratique: 1\né: [" + String(repeating: "é, ", count: 100_000) + "é]\n", 1),
    (
      "xml",
      "<plan xmlns=\"urn:pratique:plan:1\" pratique=\"1\">" + (0..<50_000).map { "<a\($0)/>" }.joined()
        + "</plan>", 50
    ),
  ])
  func `mistakes are told up to 50, in time`(_ format: String, _ text: String, _ count: Int) throws {
    let fixtures = try Fixtures.standard.get()
    do {
      _ = try fixtures.plan(text, named: "x.\(format)")
      Issue.record("nothing was refused")
    } catch { #expect((error as? Mistakes)?.all.count == count) }
  }

  @Test func `scenarios cannot multiply a plan`() throws {
    let rows = (0..<3_000).map { "  - {id: a\($0)}\n" }.joined()
    let names = (0..<3_000).map { "  s\($0): {}\n" }.joined()
    do {
      _ = try Fixtures.standard.get().plan("pratique: 1\nactivities:\n\(rows)scenarios:\n\(names)")
      Issue.record("nothing was refused")
    } catch { #expect((error as? Mistakes)?.all.map(\.code.rawValue) == ["plan.too-many-scenarios"]) }
  }

  @Test func `aliases cannot multiply a document`() {
    var text = "a: &a [x, x]\n"
    for (old, new) in zip("abcdefgh", "bcdefghi") { text += "\(new): &\(new) [*\(old), *\(old), *\(old)]\n" }
    #expect(code(text, "x.yaml") == "yaml.anchor")
  }

  @Test(arguments: [
    "a: [", "a: 'b", "? ", "- - - :", "%YAML 9.9\n---\na: 1", "a: b: c", "\"\\xZZ\"", "a: !<x> 1", "\u{7}",
  ])
  func `a broken document is refused, not misread`(_ text: String) {
    #expect(code(text, "x.yaml") != nil)
  }
}
