import DMN
import Diagnostics
import FEEL
import Foundation
import Testing

struct FiringTests {
  @Test func `a run tells which rules gave the result, with their notes`() throws {
    let (decisions, mistakes) = try Decisions.read(
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="urn:m">
      <inputData id="x" name="x"/>
      <decision id="d" name="risk"><informationRequirement><requiredInput href="#x"/></informationRequirement>
      <decisionTable hitPolicy="FIRST"><input><inputExpression><text>x</text></inputExpression></input>
      <output/><annotation name="source"/>
      <rule id="r1"><inputEntry><text>"toy"</text></inputEntry><outputEntry><text>"low"</text></outputEntry></rule>
      <rule id="r2"><inputEntry><text>"lift"</text></inputEntry><outputEntry><text>"high"</text></outputEntry>
      <annotationEntry><text>Article 6(1)</text></annotationEntry></rule>
      </decisionTable></decision></definitions>
      """)
    #expect(mistakes.isEmpty)
    let input = try #require(decisions.element("x"))
    let decision = try #require(decisions.element("risk"))
    var run = Decisions.Run(decisions, inputs: [(input, .string("lift"))])
    _ = run.outcome(of: decision)
    let firings = run.firings(of: decision)
    #expect(firings.map(\.table) == ["risk"])
    let rule = try #require(firings.first?.rules.first)
    #expect((rule.number, rule.id) == (2, "r2"))
    #expect(rule.annotations == [RuleLabel.Annotation("source", "Article 6(1)")])
    #expect(decisions.location(of: rule).line == 7)
  }
}
