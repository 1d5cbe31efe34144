import Diagnostics
import FEEL
import Glibc

/// How often the reference evaluates expressions of each kind in a second, for `make bench`.
enum BenchExpressions {
  private static let kinds = [
    ("comparison", "n * 12 > 30000 and n + 5 >= 23"),
    ("membership", "s in (\"DE\", \"FR\", \"IT\") or n in [1..10]"),
    ("list", "list contains(words, \"health\") and count(words) > 2"),
    ("quantifier", "some x in numbers satisfies x > 90"),
    ("filter", "count(numbers[item > 50]) = 50"),
    ("loop", "sum(for x in numbers return x * 2) > 0"),
    ("conditional", "if n > 10 then s = \"DE\" else s = \"FR\""),
    ("date", "d + duration(\"P1Y2M\") > date(\"2026-01-01\")"),
    ("text", "starts with(upper case(s), \"D\") and string length(s) = 2"),
    ("pattern", "matches(s, \"^[A-Z]{2}$\")"),
    ("context", "{ a: n, b: a + 1 }.b > n"),
    ("unknown", "u and n > 5 or s = \"DE\""),
  ]

  static func run() throws {
    let environment = Environment(variables: [
      .init("n", .number), .init("s", .string), .init("words", .list(.string)),
      .init("numbers", .list(.number)), .init("d", .date), .init("u", .boolean),
    ])
    let words = ["identity", "contact", "health"].map { Value.string($0) }
    let numbers = (1...100).map { Value.number(Decimal($0)) }
    guard let day = CalendarDate("2026-11-21") else { return }
    var frame: [Value] = [
      .number(Decimal(3_000)), .string("DE"), .list(List(words)), .list(List(numbers)), .date(day),
      .unknown(Unknown(Cell(kind: 0, row: 0, fact: 0))),
    ]
    for (kind, text) in kinds {
      let expression = try CheckedExpression(
        Source(name: kind, text: text), in: environment, expecting: nil)
      var host = NoHost()
      var done = 0
      let start = clock()
      repeat {
        for _ in 0..<1_000 { _ = expression.outcome(in: &frame, &host) }
        done += 1_000
      } while clock() - start < 200_000
      let seconds = Double(clock() - start) / 1_000_000
      Output.say("\(Int(Double(done) / seconds)) a second  \(kind): \(text)")
    }
  }
}
