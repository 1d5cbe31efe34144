import DMN
import Diagnostics
import FEEL

extension Guide {
  /// A decision table as the guide draws it: the hit policy in the corner, inputs, and one output in the last column.
  struct DecisionTable: Sendable {
    /// FEEL over the guide's plan.
    var inputs: [String]
    private var policy: (word: String, aggregation: String?)
    private var rules: [[String]]

    /// Nil: the corner says no hit policy.
    init?(_ rows: [[String]]) {
      guard let corner = rows[0].first, let policy = DecisionTable.policies[corner] else { return nil }
      self.policy = policy
      inputs = Array(rows[0].dropFirst().dropLast())
      rules = rows.dropFirst(2).map { Array($0.dropFirst()) }
    }

    private static let policies: [String: (word: String, aggregation: String?)] = [
      "U": ("UNIQUE", nil), "A": ("ANY", nil), "F": ("FIRST", nil), "R": ("RULE ORDER", nil),
      "C": ("COLLECT", nil), "C+": ("COLLECT", "SUM"), "C#": ("COLLECT", "COUNT"),
    ]

    /// What the reader of DMN files makes of it.
    func outcome(_ values: [Value]) throws(Mistakes) -> Outcome {
      let (model, mistakes) = try Model.read(Array(document.utf8), named: "table.dmn")
      guard mistakes.isEmpty else { throw Mistakes(mistakes) }
      let decisions = Decisions([model])
      guard decisions.mistakes.isEmpty else { throw Mistakes(decisions.mistakes) }
      func element(_ name: String) -> Int? { decisions.index(of: name) { _ in true } }
      let stated = values.enumerated().compactMap { index, value in
        element("input\(index)").map { (element: $0, value: value) }
      }
      guard let decision = element("table") else { throw Mistakes([]) }
      var run = Decisions.Run(decisions, inputs: stated)
      return run.outcome(of: decision)
    }

    private var document: String {
      let names = inputs.indices.map { "input\($0)" }
      return """
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="guide" namespace="guide">
        \(names.map { "<inputData id='\($0)' name='\($0)'/>" }.joined())
        <decision id="table" name="table">
        \(names.map { "<informationRequirement><requiredInput href='#\($0)'/></informationRequirement>" }.joined())
        <decisionTable hitPolicy="\(policy.word)"\(policy.aggregation.map { " aggregation='\($0)'" } ?? "")>
        \(names.map { "<input><inputExpression><text>\($0)</text></inputExpression></input>" }.joined())
        <output/>\(rules.map(rule).joined(separator: "\n"))
        </decisionTable></decision></definitions>
        """
    }

    private func rule(_ cells: [String]) -> String {
      let inputs = cells.dropLast().map { "<inputEntry><text>\(escaped($0))</text></inputEntry>" }
      let output = "<outputEntry><text>\(escaped(cells.last ?? ""))</text></outputEntry>"
      return "<rule>\(inputs.joined())\(output)</rule>"
    }

    private func escaped(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
  }
}
