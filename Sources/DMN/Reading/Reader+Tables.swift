import Diagnostics
import FEEL
import XML

extension Reader {
  mutating func decisionTable(_ element: Element) -> DecisionTable {
    DecisionTable(
      hitPolicy: hitPolicy(element),
      inputs: element.all("input").map { input($0) },
      outputs: element.all("output").map { output($0) },
      annotations: element.all("annotation").map { $0["name"] ?? "" },
      rules: element.all("rule").map { rule($0) })
  }

  private mutating func hitPolicy(_ element: Element) -> HitPolicy {
    let word = element["hitPolicy"] ?? "UNIQUE"
    guard let policy = HitPolicy.words.first(where: { $0.word == word })?.policy else {
      complain(
        .choice, at: element, "`\(word)` is not a hit policy",
        didYouMean(word, among: HitPolicy.words.map(\.word)))
      return .unique
    }
    guard let name = element["aggregation"] else { return policy }
    guard policy == .collect(nil) else {
      complain(.choice, at: element, "only the hit policy `COLLECT` has an aggregation")
      return policy
    }
    guard let aggregation = HitPolicy.Aggregation(rawValue: name) else {
      complain(
        .choice, at: element, "`\(name)` is not an aggregation",
        didYouMean(name, among: HitPolicy.Aggregation.allCases.map(\.rawValue)))
      return policy
    }
    return .collect(aggregation)
  }

  private mutating func input(_ element: Element) -> DecisionTable.Input {
    let expression = element.first("inputExpression")
    if expression == nil { complain(.missing, at: element, "<input> needs an <inputExpression>") }
    return DecisionTable.Input(
      expression: text(of: expression ?? element), type: expression.flatMap { type(of: $0) },
      values: element.first("inputValues").map { text(of: $0) }, label: element["label"],
      location: element.location(in: file))
  }

  private mutating func output(_ element: Element) -> DecisionTable.Output {
    DecisionTable.Output(
      name: element["name"].map(Reader.name), type: type(of: element),
      values: element.first("outputValues").map { text(of: $0) },
      defaultEntry: element.first("defaultOutputEntry").map { text(of: $0) },
      location: element.location(in: file))
  }

  private mutating func rule(_ element: Element) -> DecisionTable.Rule {
    DecisionTable.Rule(
      id: element["id"], inputs: element.all("inputEntry").map { text(of: $0) },
      outputs: element.all("outputEntry").map { text(of: $0) },
      annotations: element.all("annotationEntry").map { $0.first("text")?.text ?? "" },
      location: element.location(in: file))
  }
}
