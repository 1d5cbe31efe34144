import DMN
import Diagnostics
import FEEL
import Testing

/// Tables over facts that are not stated.
struct UnknownTests {
  private static let fact = Unknown(Cell(kind: 0, row: 0, fact: 0))

  private func decisions(_ path: String) throws -> Decisions {
    try Decisions.read(String(decoding: try Files.bytes(path), as: UTF8.self)).0
  }

  /// A result on an unknown input that is definite is the result for every value of that input.
  @Test(arguments: ["Cases/tables/hit-policies.dmn", "Cases/tables/cells.dmn"])
  func `what is decided without a fact is decided so with it`(_ path: String) throws {
    let decisions = try decisions(path)
    let input = try #require(decisions.element("n"))
    for index in decisions.elements.indices {
      guard case .decision = decisions.elements[index].node.kind else { continue }
      var run = Decisions.Run(decisions, inputs: [(input, .unknown(Self.fact))])
      let unstated = run.outcome(of: index)
      if case .unknown = unstated.value { continue }
      if case .list(let list) = unstated.value, list.open != nil { continue }
      for number in -3...30 {
        var run = Decisions.Run(decisions, inputs: [(input, .number(Decimal(number)))])
        let stated = run.outcome(of: index)
        let name = decisions.elements[index].node.name
        #expect(stated.value == unstated.value, "\(name) for \(number)")
      }
    }
  }

  @Test(arguments: [
    ("unique", "unknown"), ("any", "unknown"), ("first", "unknown"), ("priority", "unknown"),
    ("collect", "unknown"), ("collect sum", "unknown"), ("default", "unknown"), ("no inputs", "\"always\""),
    ("no rules", "null"), ("two outputs by priority", "unknown"),
  ])
  func `a table of which nothing is known`(_ name: String, _ expected: String) throws {
    let decisions = try decisions("Cases/tables/hit-policies.dmn")
    let input = try #require(decisions.element("n"))
    var run = Decisions.Run(decisions, inputs: [(input, .unknown(Self.fact))])
    let outcome = run.outcome(of: try #require(decisions.element(name)))
    #expect(outcome.value.description == expected)
    #expect(outcome.errors.isEmpty)
    if case .unknown(let facts) = outcome.value { #expect(facts == Self.fact) }
  }

  /// Two columns, of which the second is not stated: what the first leaves decides.
  @Test(arguments: [
    // Only rule 1 can match, and it does not ask.
    ("UNIQUE", "1", "\"a\""),
    // Rules 2 and 3 hang on the fact.
    ("UNIQUE", "2", "unknown"),
    // They agree.
    ("FIRST", "3", "unknown"), ("FIRST", "4", "\"c\""), ("ANY", "4", "\"c\""), ("PRIORITY", "4", "\"c\""),
    // At least what is certain to match.
    ("COLLECT", "4", "[\"c\", …]"), ("RULE ORDER", "4", "[\"c\", …]"),
  ])
  func `a fact that may not matter`(_ policy: String, _ first: String, _ expected: String) throws {
    func rule(_ a: String, _ b: String, _ output: String) -> String {
      "<rule><inputEntry><text>\(a)</text></inputEntry><inputEntry><text>\(b)</text></inputEntry><outputEntry><text>\"\(output)\"</text></outputEntry></rule>"
    }
    func input(_ name: String) -> String {
      "<input><inputExpression><text>\(name)</text></inputExpression></input>"
    }
    let (decisions, _) = try Decisions.read(
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">
      <inputData id="x" name="x"/>
      <decision id="d" name="d"><informationRequirement><requiredInput href="#x"/></informationRequirement>
      <decisionTable hitPolicy="\(policy)">\(input(first))\(input("x"))
      <output><outputValues><text>"a", "b", "c"</text></outputValues></output>
      \(rule("1", "-", "a"))\(rule("2", "&lt; 5", "a"))\(rule("2", "&gt;= 5", "b"))
      \(rule("3", "&gt; 5", "b"))\(rule("3", "-", "c"))\(rule("4", "&gt; 5", "c"))\(rule("4", "-", "c"))
      </decisionTable></decision></definitions>
      """)
    let element = try #require(decisions.element("x"))
    var run = Decisions.Run(decisions, inputs: [(element, .unknown(Self.fact))])
    #expect(run.outcome(of: try #require(decisions.element("d"))).value.description == expected)
  }
}
