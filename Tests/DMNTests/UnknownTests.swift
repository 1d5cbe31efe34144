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
        #expect(agrees(stated.value, with: unstated.value), "\(name) for \(number)")
      }
    }
  }

  /// A column that is not known may hold anything.
  private func agrees(_ stated: Value, with unstated: Value) -> Bool {
    switch (stated, unstated) {
    case (_, .unknown): true
    case (.context(let a), .context(let b)):
      a.entries.count == b.entries.count
        && zip(a.entries, b.entries).allSatisfy { $0.name == $1.name && agrees($0.value, with: $1.value) }
    default: stated == unstated
    }
  }

  /// Columns in which all rows that may match agree are known; the others are not.
  @Test(arguments: [
    // Rule 1 may match, rule 2 does.
    ("FIRST", "&lt; 5", "-", "true", "unknown"), ("PRIORITY", "&lt; 5", "-", "true", "unknown"),
    // Nothing has to match.
    ("FIRST", "&lt; 5", "&lt; 7", "unknown", "unknown"),
    // Both may match at once, which would be an error.
    ("UNIQUE", "&lt; 5", "&gt;= 5", "unknown", "unknown"),
    // Rule 1 cannot match anything.
    ("FIRST", "null", "-", "true", "unknown"), ("FIRST", "-", "&lt; 5", "true", "1"),
  ])
  func `a column that is known`(
    _ policy: String, _ one: String, _ two: String, _ first: String, _ second: String
  ) throws {
    func rule(_ test: String, _ output: String) -> String {
      "<rule><inputEntry><text>\(test)</text></inputEntry><outputEntry><text>true</text></outputEntry><outputEntry><text>\(output)</text></outputEntry></rule>"
    }
    let (decisions, _) = try Decisions.read(
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">
      <inputData id="x" name="x"/>
      <decision id="d" name="d"><informationRequirement><requiredInput href="#x"/></informationRequirement>
      <decisionTable hitPolicy="\(policy)"><input><inputExpression><text>x</text></inputExpression></input>
      <output name="a"><outputValues><text>true, false</text></outputValues></output>
      <output name="b"><outputValues><text>1, 2</text></outputValues></output>
      \(rule(one, "1"))\(rule(two, "2"))</decisionTable></decision></definitions>
      """)
    let element = try #require(decisions.element("x"))
    var run = Decisions.Run(decisions, inputs: [(element, .unknown(Self.fact))])
    let outcome = run.outcome(of: try #require(decisions.element("d")))
    #expect(outcome.errors.isEmpty)
    guard case .context(let context) = outcome.value else {
      #expect(outcome.value == .unknown(Self.fact))
      #expect(first == "unknown" && second == "unknown")
      return
    }
    #expect(context.entries.map(\.value.description) == [first, second])
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
