import Engine
import Rules

extension Report {
  /// Scores as tables, and what would lower them most.
  func riskSection() -> [String] {
    guard risk.total.applicable > 0 else { return [] }
    var lines = ["", "## Risk", "", escaped(risk.formula)]
    let parts = [risk.total] + risk.markets + risk.systems
    lines += table(
      ["Market or AI system", "Readiness", "Weighted (\(risk.scoring.model.rawValue))"],
      parts.map { part in
        [
          escaped(name(of: part)), isCovered(part) ? part.text : "not judged: no pack",
          part.applicable == 0 ? "" : part.weighted.text,
        ]
      })
    lines += table(
      ["Market or AI system", "Category", "Score of 100", "Level", "Inherent", "Appetite"],
      parts.flatMap { part in
        part.categories.map { each in
          [
            escaped(name(of: part)), each.category.rawValue, each.score.text, each.levels,
            "\(each.inherent.text), \(each.inherentLevels)", appetiteMark(each) ?? "",
          ]
        }
      })
    guard let reduction else { return lines }
    let most = 10
    lines += ["", "### What lowers the risk most", "", "In points, now \(rangeText(reduction.points))."]
    lines += table(
      ["Remedy", "Takes off", "Person days", "Days", "A person day", "A day", "How it is known"],
      reduction.steps.prefix(most).map { step in
        [
          escaped(step.title), rangeText(step.lowers), decimal(step.effort), decimal(step.days),
          decimal(step.perEffort), decimal(step.perDay), step.basisText,
        ]
      })
    if reduction.steps.count > most { lines += ["", "And \(reduction.steps.count - most) more remedies."] }
    lines += table(
      ["Unknown fact", "Settles", "How it is known"],
      reduction.facts.prefix(most).map { [code($0.fact), $0.settledText, escaped($0.triedText)] })
    if reduction.facts.count > most { lines += ["", "And \(reduction.facts.count - most) more facts."] }
    return lines
  }
}
