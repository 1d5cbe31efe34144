import FEEL
import Facts
import Rules

extension Rulebook {
  /// The unknown facts behind undetermined findings, those first that would settle most: each finding shares its weight
  /// (by severity 1, 2, 4, 8) among the facts that it waits for.
  func questions(_ findings: [Finding]) -> [Question] {
    var askers: [String: (cell: Cell, findings: [Finding], weight: Double)] = [:]
    for finding in findings where finding.verdict == .undetermined || finding.verdict == .upcoming {
      let weight = Double(1 << finding.severity.rank)
      let unknown = finding.explanation.unknownFacts
      for fact in unknown {
        askers[fact.name, default: (fact.cell, [], 0)].findings.append(finding)
        askers[fact.name, default: (fact.cell, [], 0)].weight += weight / Double(unknown.count)
      }
    }
    return askers.sorted { a, b in
      a.value.weight != b.value.weight ? a.value.weight > b.value.weight : a.key < b.key
    }.map { name, asked in
      question(name, asked.cell, asked.findings)
    }
  }

  private func question(_ name: String, _ cell: Cell, _ findings: [Finding]) -> Question {
    let severity = findings.map(\.severity).max() ?? .low
    var question = Question(
      fact: name, ask: name, findings: findings.map(\.id), severity: severity, paste: "", values: [])
    let kind = vocabulary.kinds[cell.kind]
    if kind.repeats, cell.row < 0, cell.fact >= 0 {
      let control = catalogue.controls[cell.fact]
      question.ask = "How does the control stand: \(control.title) (\(control.description))?"
      question.paste = "controls: [{ id: \(control.id), status: inPlace }]"
      question.values = ["inPlace", "partial", "planned", "absent"]
    } else if cell.fact < 0 {
      question.ask = "Which \(kind.collection ?? kind.name) are there? (An empty list: none.)"
      question.paste = "\(kind.collection ?? kind.name): []"
    } else {
      let fact = kind.facts[cell.fact]
      question.ask = fact.ask
      question.help = fact.help
      question.values = values(of: fact.type)
      question.paste =
        "\(fact.planKey): \(sample(fact.type))   # in \(name.split(separator: ".").dropLast().joined(separator: "."))"
    }
    return question
  }

  private func values(of type: Vocabulary.FactType) -> [String] {
    switch type {
    case .boolean: ["true", "false"]
    case .list(let member): values(of: member)
    case .enumeration(let index) where vocabulary.enumerations[index].values.count <= 40:
      vocabulary.enumerations[index].values.map(\.id)
    default: []
    }
  }

  private func sample(_ type: Vocabulary.FactType) -> String {
    switch type {
    case .boolean: "true"
    case .number: "0"
    case .date: "2027-01-31"
    case .list: "[]"
    default: "…"
    }
  }
}
