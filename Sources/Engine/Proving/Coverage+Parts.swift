import DMN
import Diagnostics
import FEEL
import Facts
import Rules

/// The rows of the decision tables that a pack asks.
struct TableRows {
  private struct Row {
    let table: String
    let number: Int
    let location: Location
    var isHit = false
    var isPassed = false
  }
  private var rows: [Row] = []

  var isEmpty: Bool { rows.isEmpty }

  init(_ pack: CompiledPack) {
    for case .decision(let decision) in pack.planDefinitions + pack.definitions.flatMap(\.self) {
      for table in decision.decisions.tables(behind: decision.element) {
        for rule in table.rules where !rows.contains(where: { $0.location == rule.location }) {
          rows.append(Row(table: table.table, number: rule.label.number, location: rule.location))
        }
      }
    }
  }

  mutating func note(_ fired: [Reason.RowFired]) {
    for row in fired {
      for index in rows.indices where rows[index].table == row.table {
        if rows[index].number == row.row { rows[index].isHit = true } else { rows[index].isPassed = true }
      }
    }
  }

  var branches: [Coverage.Branch] {
    rows.flatMap { row in
      [(true, row.isHit), (false, row.isPassed)].map { isTrue, isTaken in
        Coverage.Branch(
          at: Coverage.Missing(
            location: row.location, title: "the table `\(row.table)`", text: "row \(row.number)",
            isTrue: isTrue), of: "\(row.location)", isTaken: isTaken)
      }
    }
  }
}

/// The controls that requirements ask for: in place, and not.
struct ControlUses {
  private struct Use {
    let place: Int
    let provision: String
    let id: String
    let words: String
    let location: Location
    var isMet = false
    var isMissed = false
  }
  private var uses: [Use] = []
  private let ids: [String: [Int]]

  init(_ docked: Docked) {
    let provisions = docked.pack.provisions
    for place in provisions.indices {
      for id in provisions[place].requirement.controls
      where !uses.contains(where: { $0.place == place && $0.id == id }) {
        let title = docked.rulebook.catalogue[id]?.title ?? id
        uses.append(
          Use(
            place: place, provision: provisions[place].rule.id, id: id, words: "control in place: \(title)",
            location: provisions[place].provision.location))
      }
    }
    let places = uses.map(\.place)
    ids = Dictionary(grouping: uses.indices) { provisions[places[$0]].rule.id }
  }

  mutating func note(_ finding: Finding) {
    guard let candidates = ids[finding.provision] else { return }
    for reason in finding.because {
      for index in candidates where uses[index].words == reason.text {
        if reason.result == .yes { uses[index].isMet = true }
        if reason.result == .no { uses[index].isMissed = true }
      }
    }
  }

  var branches: [Coverage.Branch] {
    uses.flatMap { use in
      [(true, use.isMet), (false, use.isMissed)].map { isTrue, isTaken in
        Coverage.Branch(
          at: Coverage.Missing(
            location: use.location, title: "the requirement", text: "control `\(use.id)`", isTrue: isTrue),
          of: "requirement of \(use.provision)", isTaken: isTaken)
      }
    }
  }
}
