import Diagnostics
import FEEL
import Facts
import Plans
import Testing

struct FormatTests {
  let rules: Fixtures

  init() throws { rules = try Fixtures.standard.get() }

  private func sound(_ name: String) throws -> Plan {
    try rules.plan(
      String(decoding: Fixtures.bytes("\(Fixtures.folder)/sound/\(name)"), as: UTF8.self), named: name,
      asOf: "2026-11-21")
  }

  @Test(arguments: ["plan.json", "plan.xml"])
  func `the same plan says the same in every format`(_ other: String) throws {
    let listing = try sound("plan.yaml").listing(rules.vocabulary)
    #expect(listing.count > 40)
    #expect(try sound(other).listing(rules.vocabulary) == listing)
  }

  @Test(arguments: [
    ("a/b.YML", Node.Format.yaml), ("x.json", .json), ("x.xml", .xml), ("a.json/plan", nil), ("-", nil),
  ])
  func `the name of a file tells its format`(_ name: String, _ format: Node.Format?) {
    #expect(Node.Format(ofFile: name) == format)
  }

  @Test(arguments: [
    "  <plan xmlns='urn:pratique:plan:1' name='x'/>", "\u{FEFF}{ \"name\": \"\\u0078\" }", "{ name: x }",
    "name: x",
  ])
  func `without a telling name the first characters decide`(_ text: String) throws {
    let node = try Node(reading: Array(text.utf8), named: "-", vocabulary: rules.vocabulary)
    #expect(node["name"]?.text == "x")
  }

  /// Bytes changed at random: mistakes or a plan, never a crash.
  @Test(arguments: ["plan.yaml", "plan.json", "plan.xml"])
  func `damage is survived`(_ name: String) throws {
    let bytes = try Fixtures.bytes("\(Fixtures.folder)/sound/\(name)")
    var random = Random(state: 11)
    for _ in 0..<1000 {
      var damaged = bytes
      for _ in 0...Int.random(in: 0...2, using: &random) {
        let index = damaged.indices.randomElement(using: &random) ?? 0
        switch Int.random(in: 0...2, using: &random) {
        case 0: damaged[index] = Array("{}[]<>\"':,- \n&*!#\\0".utf8).randomElement(using: &random) ?? 0
        case 1: damaged.remove(at: index)
        default: damaged.insert(contentsOf: bytes[min(index, bytes.count)...].prefix(12), at: index)
        }
      }
      do throws(Mistakes) {
        _ = try Plan(reading: damaged, named: name, vocabulary: rules.vocabulary, geography: rules.geography)
      } catch { #expect(!error.all.isEmpty) }
    }
  }

  @Test func `JSON escapes are read, also pairs of surrogates`() throws {
    let node = try Node(
      reading: Array(#"["\ud83d\ude00", "\u00e9\n\/\\\"", "é", 1e5, -0.5, true, null]"#.utf8), named: "x.json"
    )
    #expect(node.items?.map { $0.text ?? "null" } == ["😀", "é\n/\\\"", "é", "1e5", "-0.5", "true", "null"])
  }

  @Test func `YAML scalars stay as written`() throws {
    let text = "[no, 012, 2026-01-02, ~, \"~\", '', null, |\n  a\n]"
    let flow = try Node(
      reading: Array("[no, 012, 2026-01-02, ~, \"~\", '', null, 1_000]".utf8), named: "x.yaml")
    #expect(
      flow.items?.map { $0.text ?? "null" } == ["no", "012", "2026-01-02", "null", "~", "", "null", "1_000"])
    #expect(throws: Mistakes.self) { try Node(reading: Array(text.utf8), named: "x.yaml") }
    let block = try Node(reading: Array("a: |\n  null\nb:\n".utf8), named: "x.yaml")
    #expect(block["a"]?.text == "null\n")
    #expect(block["b"]?.isNull == true)
  }

  @Test func `marks say where a value stands`() throws {
    let yaml = try Node(reading: Array("a:\n  - { b: 1 }\n".utf8), named: "x.yaml")
    #expect(yaml["a"]?.items?[0]["b"]?.location == Location(file: "x.yaml", line: 2, column: 10))
    let umlaut = try Node(reading: Array("{ ä: 'öü', b: 1 }".utf8), named: "x.yaml")
    #expect(umlaut["b"]?.location.column == 18)
    let json = try Node(reading: Array("{\"a\":\n [{ \"b\": 1 }]}".utf8), named: "x.json")
    #expect(json["a"]?.items?[0]["b"]?.location == Location(file: "x.json", line: 2, column: 10))
  }
}
