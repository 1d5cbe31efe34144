import DMN
import Diagnostics
import FEEL
import Testing

/// Models that want to take too long, too deep or too much; each must end, and say why.
struct HostileTests {
  private func model(_ body: String) -> String {
    """
    <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="hostile" namespace="urn:hostile">
    \(body)</definitions>
    """
  }

  private func decision(_ name: String, _ text: String, after required: [String] = []) -> String {
    let requirements = required.map {
      "<informationRequirement><requiredDecision href=\"#\($0)\"/></informationRequirement>"
    }
    return
      "<decision id=\"\(name)\" name=\"\(name)\">\(requirements.joined())<literalExpression><text>\(text)</text></literalExpression></decision>\n"
  }

  private func outcome(_ name: String, _ text: String) throws -> Outcome {
    let (decisions, _) = try Decisions.read(text)
    var run = Decisions.Run(decisions, inputs: [])
    return run.outcome(of: try #require(decisions.element(name)))
  }

  @Test func `a chain of thousands of decisions`() throws {
    var body = decision("d0", "0")
    for index in 1...5_000 { body += decision("d\(index)", "d\(index - 1) + 1", after: ["d\(index - 1)"]) }
    #expect(try outcome("d5000", model(body)).value == .number(Decimal(5_000)))
  }

  @Test func `values that double with every decision`() throws {
    var body = decision("d0", "[1, 2]")
    for index in 1...40 {
      body += decision("d\(index)", "{a: d\(index - 1), b: d\(index - 1)}", after: ["d\(index - 1)"])
    }
    let outcome = try outcome("d40", model(body))
    #expect(outcome.errors.contains { $0.code == .limit })
  }

  @Test func `types that double with every definition`() throws {
    var body = "<itemDefinition name=\"t0\"><typeRef>number</typeRef></itemDefinition>"
    for index in 1...60 {
      let part = "<typeRef>t\(index - 1)</typeRef></itemComponent>"
      body +=
        "<itemDefinition name=\"t\(index)\"><itemComponent name=\"a\">\(part)<itemComponent name=\"b\">\(part)</itemDefinition>"
    }
    let (_, mistakes) = try Decisions.read(model(body + decision("d", "1")))
    #expect(mistakes.contains { $0.code == .limit })
  }

  @Test func `decisions that take as long as they may, one after another`() throws {
    let long = "count(for a in 1..1000 return a)"
    let names = (0..<60).map { "d\($0)" }
    let all = decision("all", names.joined(separator: " + "), after: names)
    let (decisions, _) = try Decisions.read(model(names.map { decision($0, long) }.joined() + all))
    let last = try #require(decisions.element("all"))
    var patient = Decisions.Run(decisions, inputs: [])
    #expect(patient.outcome(of: last).value == .number(Decimal(60_000)))
    var hurried = Decisions.Run(decisions, inputs: [], work: 50_000)
    let outcome = hurried.outcome(of: last)
    #expect(outcome.value == .null)
    #expect(outcome.errors.contains { $0.code == .limit })
  }

  @Test func `more decisions than a model may have`() throws {
    let body = (0...10_000).map { "<decision id=\"d\($0)\" name=\"d\($0)\"/>" }.joined()
    let (decisions, mistakes) = try Decisions.read(model(body))
    #expect(decisions.elements.count == 10_000)
    #expect(mistakes.map(\.code) == [.limit])
  }

  @Test func `more mistakes than help anybody`() throws {
    let (_, mistakes) = try Decisions.read(model(String(repeating: "<desision/>", count: 5_000)))
    #expect(mistakes.count == 100)
  }

  @Test func `types that rest on one another without end`() throws {
    var body = ""
    for index in 0..<2_000 {
      body += "<itemDefinition name=\"t\(index)\"><typeRef>t\(index + 1)</typeRef></itemDefinition>"
    }
    let (_, mistakes) = try Decisions.read(model(body))
    #expect(mistakes.contains { $0.code == .limit })
  }

  @Test func `a function that calls itself for ever`() throws {
    let text = model(
      """
      <businessKnowledgeModel id="f" name="f"><encapsulatedLogic><formalParameter name="x"/>
      <literalExpression><text>f(x) + 1</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
      <decision id="d" name="d"><knowledgeRequirement><requiredKnowledge href="#f"/></knowledgeRequirement>
      <literalExpression><text>f(1)</text></literalExpression></decision>
      """)
    let outcome = try outcome("d", text)
    #expect(outcome.value == .null)
    #expect(outcome.errors.map(\.code) == [.limit])
  }

  @Test func `a table of many rules`() throws {
    let rules = (0..<20_000).map {
      "<rule><inputEntry><text>\($0)</text></inputEntry><outputEntry><text>\($0)</text></outputEntry></rule>"
    }
    let text = model(
      """
      <decision id="d" name="d"><decisionTable><input><inputExpression><text>19999</text></inputExpression></input>
      <output/>\(rules.joined())</decisionTable></decision>
      """)
    #expect(try outcome("d", text).value == .number(Decimal(19_999)))
    let (decisions, _) = try Decisions.read(text)
    #expect(decisions.tableFindings.map(\.code) == [.tableNotChecked])
  }

  @Test func `a table of many columns`() throws {
    let columns = (0..<30).map { _ in
      "<input><inputExpression typeRef=\"boolean\"><text>true</text></inputExpression></input>"
    }
    let rules = (0..<30).map { rule in
      "<rule>"
        + (0..<30).map { "<inputEntry><text>\($0 == rule ? "true" : "-")</text></inputEntry>" }.joined()
        + "<outputEntry><text>1</text></outputEntry></rule>"
    }
    let text = model(
      """
      <decision id="d" name="d"><decisionTable hitPolicy="FIRST">\(columns.joined())<output/>
      \(rules.joined())</decisionTable></decision>
      """)
    let (decisions, _) = try Decisions.read(text)
    #expect(decisions.tableFindings.count <= 10)
  }

  @Test func `boxes inside boxes`() throws {
    let depth = 25
    let text =
      String(repeating: "<list><context><contextEntry><variable name=\"x\"/>", count: depth / 2)
      + "<literalExpression><text>1</text></literalExpression>"
      + String(repeating: "</contextEntry></context></list>", count: depth / 2)
    let outcome = try outcome("d", model("<decision id=\"d\" name=\"d\">\(text)</decision>"))
    #expect(outcome.errors.isEmpty)
    let deep = "(" + String(repeating: "[", count: 190) + String(repeating: "]", count: 190) + ")"
    let nested = text.replacing("<text>1</text>", with: "<text>\(deep)</text>")
    _ = try self.outcome("d", model("<decision id=\"d\" name=\"d\">\(nested)</decision>"))
    let boxes = String(repeating: "<list>", count: 80) + String(repeating: "</list>", count: 80)
    #expect(throws: Mistakes.self) {
      try Decisions.read(model("<decision id=\"d\" name=\"d\">\(boxes)</decision>"))
    }
  }
}
