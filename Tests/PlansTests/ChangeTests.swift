import Diagnostics
import FEEL
import Plans
import Testing

struct ChangeTests {
  private func node(_ text: String) throws -> Node { try Node(reading: Array(text.utf8), named: "x.yaml") }

  @Test(arguments: [
    ("{ a: 1, b: { c: 2, d: 3 } }", "{ b: { c: 4 }, e: 5 }", "{ a: 1, b: { c: 4, d: 3 }, e: 5 }"),
    (
      "stores: [{ id: a, x: 1 }, { id: b }]", "stores: [{ id: b, y: 2 }, { id: c }]",
      "stores: [{ id: a, x: 1 }, { id: b, y: 2 }, { id: c }]"
    ),
    (
      "markets: [{ country: DE, users: 1 }]", "markets: [{ country: DE, users: 2 }]",
      "markets: [{ country: DE, users: 2 }]"
    ),
    ("stores: [{ id: a }]", "stores: []", "stores: []"),
    ("complete: [stores]", "complete: [recipients]", "complete: [recipients]"),
    (
      "organization: { turnover: [{ year: 1 }] }", "organization: { turnover: [{ year: 2 }] }",
      "organization: { turnover: [{ year: 2 }] }"
    ),
    (
      "activities: [{ id: a, counts: [{ country: DE, persons: 1 }] }]",
      "activities: [{ id: a, counts: [{ country: DE, sensitive: 2 }] }]",
      "activities: [{ id: a, counts: [{ country: DE, sensitive: 2 }] }]"
    ),
    (
      "organization: { employees: { value: 4, source: target } }",
      "organization: { employees: { value: 5 } }",
      "organization: { employees: { value: 5 } }"
    ),
    (
      "controls: [{ id: d, covers: [a] }, { id: d, covers: [b] }]", "controls: [{ id: d, status: absent }]",
      "controls: [{ id: d, status: absent }]"
    ),
    (
      "controls: [{ id: d, status: planned }]", "controls: [{ id: d, covers: [a] }, { id: d, covers: [b] }]",
      "controls: [{ id: d, covers: [a] }, { id: d, covers: [b] }]"
    ),
  ])
  func `changes are merged`(_ base: String, _ changes: String, _ expected: String) throws {
    #expect(try node(base).merged(with: node(changes)).written == node(expected).written)
  }

  @Test(arguments: [
    ("organization.name", "{ organization: { employees: 2 }, stores: [{ id: a.b, region: x }, { id: c }] }"),
    ("stores.a.b.region", "{ organization: { name: n, employees: 2 }, stores: [{ id: a.b }, { id: c }] }"),
    ("stores.c", "{ organization: { name: n, employees: 2 }, stores: [{ id: a.b, region: x }] }"),
    ("stores", "{ organization: { name: n, employees: 2 } }"),
    ("stores.zz", "{ organization: { name: n, employees: 2 }, stores: [{ id: a.b, region: x }, { id: c }] }"),
  ])
  func `facts are removed by path`(_ path: String, _ expected: String) throws {
    let base = try node(
      "{ organization: { name: n, employees: 2 }, stores: [{ id: a.b, region: x }, { id: c }] }")
    #expect(base.removing(path).written == (try node(expected).written))
  }

  @Test func `random trees survive JSON and YAML`() throws {
    var random = Random(state: 7)
    for _ in 0..<300 {
      let tree = Node.random(&random, depth: 4)
      let text = tree.written
      #expect(try Node(reading: Array(text.utf8), named: "x.json").written == text)
      #expect(try Node(reading: Array(tree.block.utf8), named: "x.yaml").written == text)
    }
  }
}

/// A fixed sequence, so that a failure can be seen again.
struct Random: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 33)
  }
}

extension Node {
  /// As JSON, so that two trees can be compared without their places.
  var written: String {
    switch self {
    case .scalar(let scalar):
      scalar.isText ? Node.quoted(scalar.text) : scalar.isNull ? "null" : Node.plain(scalar.text)
    case .list(let items, _): "[" + items.map(\.written).joined(separator: ",") + "]"
    case .map(let entries, _):
      "{" + entries.map { "\(Node.quoted($0.key)):\($0.value.written)" }.joined(separator: ",") + "}"
    }
  }

  /// As YAML in block style.
  var block: String { lines().joined(separator: "\n") + "\n" }

  private func lines() -> [String] {
    switch self {
    case .list(let items, _) where !items.isEmpty:
      items.flatMap { item in ["-"] + item.lines().map { "  " + $0 } }
    case .map(let entries, _) where !entries.isEmpty:
      entries.flatMap { entry in ["\(Node.quoted(entry.key)):"] + entry.value.lines().map { "  " + $0 } }
    default: [written]
    }
  }

  private static func plain(_ text: String) -> String {
    ["true", "false"].contains(text) || Double(text) != nil ? text : quoted(text)
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _
      where scalar.value < 0x20 || scalar.value == 0x7F || (0x80..<0xA0).contains(scalar.value)
        || scalar.value == 0xFEFF:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  static func random(_ random: inout Random, depth: Int) -> Node {
    let place = Location(file: "x", line: 1)
    let texts = [
      "", "no", "null", "a: b", "# c", "é 😀", "\"quoted\"", "back\\slash", "line\nbreak", "tab\t", "- x", "'",
      "\u{1}", " ",
    ]
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &random) {
    case 0: return .scalar(Scalar("", isText: false, isNull: true, at: place))
    case 1: return .scalar(Scalar(Bool.random(using: &random) ? "true" : "false", isText: false, at: place))
    case 2:
      return .scalar(Scalar("\(Int.random(in: -1000...1000, using: &random))", isText: false, at: place))
    case 3, 4: return .scalar(Scalar(texts.randomElement(using: &random) ?? "", isText: true, at: place))
    case 5:
      let count = Int.random(in: 0...4, using: &random)
      return .list((0..<count).map { _ in Node.random(&random, depth: depth - 1) }, place)
    default:
      let count = Int.random(in: 0...4, using: &random)
      return .map(
        (0..<count).map {
          Entry(
            "\(texts.randomElement(using: &random) ?? "")\($0)", at: place,
            Node.random(&random, depth: depth - 1))
        },
        place)
    }
  }
}
