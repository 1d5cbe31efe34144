import FEEL
import Facts
import Plans
import Rules

extension Rulebook {
  /// The unknown facts behind undetermined findings, those first that would settle most: each finding shares its weight
  /// (by severity 1, 2, 4, 8) among the facts that it waits for.
  func questions(_ findings: [Finding], in world: Plan) -> [Question] {
    var askers: [Cell: Askers] = [:]
    for finding in findings where finding.verdict == .undetermined || finding.verdict == .upcoming {
      let weight = Double(1 << finding.severity.rank)
      let cells = finding.unknownCells
      guard !cells.isEmpty else { continue }
      let id = finding.id
      for cell in cells {
        askers[cell, default: Askers()].add(id, finding.severity, weight / Double(cells.count))
      }
    }
    return askers.map { cell, askers in (name: name(of: cell, in: world), cell: cell, askers: askers) }
      .sorted { a, b in
        a.askers.weight != b.askers.weight ? a.askers.weight > b.askers.weight : a.name < b.name
      }.map { question($0.name, $0.cell, $0.askers) }
  }

  /// The findings that wait for one fact.
  private struct Askers {
    var findings: [String] = []
    var severity = Severity.low
    var weight = 0.0

    mutating func add(_ finding: String, _ severity: Severity, _ weight: Double) {
      findings.append(finding)
      self.severity = max(self.severity, severity)
      self.weight += weight
    }
  }

  private func question(_ name: String, _ cell: Cell, _ askers: Askers) -> Question {
    var question = Question(
      fact: name, ask: name, findings: askers.findings, severity: askers.severity, paste: "", values: [])
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
        "\(fact.planKey): \(sample(fact.type))   # in \(name[..<(name.utf8.lastIndex(of: UInt8(ascii: ".")) ?? name.startIndex)])"
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
