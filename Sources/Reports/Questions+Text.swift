import Engine
import Rules

/// The unknown facts as commented YAML, most useful first: fill in and paste into the plan.
package func questionsText(_ report: Report) -> String {
  let questions = report.assessment.questions
  guard !questions.isEmpty else { return "# Nothing is unknown that would change a verdict.\n" }
  var lines = [
    "# \(count(questions.count, "question")) for \(oneLine(report.assessment.planFile)), most useful first.",
    "# Fill in and paste into the plan; lines that begin alike belong under one key.",
  ]
  for question in questions {
    lines += ["", "# \(oneLine(question.ask))"]
    if let help = question.help { lines.append("#   \(oneLine(help))") }
    let number = count(question.findings.count, "finding")
    lines.append("#   helps settle \(number), highest severity \(question.severity.rawValue)")
    if !question.values.isEmpty {
      lines.append("#   one of: \(question.values.map(oneLine).joined(separator: ", "))")
    }
    lines.append("#   fact: \(oneLine(question.fact))")
    lines.append(question.paste)
  }
  return lines.joined(separator: "\n") + "\n"
}
