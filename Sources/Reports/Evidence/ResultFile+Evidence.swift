import Diagnostics
import Engine
import FEEL
import Rules

extension ResultFile {
  /// The evidence for one control.
  package struct Evidence: Codable, Sendable {
    package var control, assurance: String
    /// Absent: for all.
    package var covers: [String]?
    package var items: [Item]
    package var uncovered: [Days]
    package var location: Location

    package struct Item: Codable, Sendable {
      package var kind, state: String
      package var title, file, sha256, link, statement, measured, method, role: String?
      package var collected, validUntil, lastDay: String?
      package var covers: Days?
      package var lacks: [String]?
      package var location: Location
    }
    package struct Days: Codable, Sendable {
      package var from, to: String
    }
  }

  /// A gap that somebody accepts for a time.
  package struct Waiver: Codable, Sendable {
    package var provision, subject, reason, owner, approver: String
    package var from: String?
    package var until, timeZone, standing, text: String
    package var daysLeft: Int
    package var location: Location
  }

  /// Readiness and scores without the gaps that are waived, beside those of `risk`.
  package struct Accepting: Codable, Sendable {
    package var readiness: Bounds
    package var categories: [Score]
    package struct Score: Codable, Sendable {
      package var category: String
      package var score: Bounds
    }
  }
}

extension ResultFile.Evidence {
  init(_ evidence: ControlEvidence) {
    self.init(
      control: evidence.control, assurance: evidence.assurance.rawValue, covers: evidence.covers,
      items: evidence.items.map(Item.init), uncovered: evidence.uncovered.map(Days.init),
      location: .init(evidence.location))
  }
}

extension ResultFile.Evidence.Days {
  fileprivate init(_ days: EvidenceItem.Days) {
    self.init(from: days.first.description, to: days.last.description)
  }
}

extension ResultFile.Evidence.Item {
  fileprivate init(_ item: EvidenceItem) {
    var lacks: [String]?
    if case .incomplete(let missing) = item.state { lacks = missing }
    self.init(
      kind: item.kind.rawValue, state: item.stateName, title: item.title, file: item.file,
      sha256: item.sha256, link: item.link, statement: item.statement, measured: item.measured,
      method: item.method, role: item.role, collected: item.collected?.description,
      validUntil: item.validUntil?.description, lastDay: item.lastDay?.description,
      covers: item.covers.map(ResultFile.Evidence.Days.init), lacks: lacks, location: .init(item.location))
  }
}

extension ResultFile.Waiver {
  init(_ state: WaiverState) {
    let waiver = state.waiver
    self.init(
      provision: waiver.provision, subject: waiver.subject, reason: waiver.reason, owner: waiver.owner,
      approver: waiver.approver, from: waiver.from?.description, until: waiver.until.description,
      timeZone: waiver.timeZone, standing: state.standingName, text: state.standingText,
      daysLeft: state.daysLeft, location: .init(waiver.location))
  }
}

extension ResultFile.Accepting {
  init(_ risk: Risk) {
    self.init(
      readiness: .init(risk.total.percent),
      categories: risk.total.categories.map { .init(category: $0.category.rawValue, score: .init($0.score)) })
  }
}
