package import Diagnostics
package import FEEL

/// One piece of evidence that a plan names for a control, and whether it counts on the day of the assessment.
package struct EvidenceItem: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable { case file, link, statement, measurement }

  /// What it is worth on a day.
  package enum State: Sendable, Hashable {
    case counts
    /// Facts that it needs before an auditor could check it, by their names in a plan.
    case incomplete(lacks: [String])
    /// Too old, or no longer valid: since this day.
    case stale(since: CalendarDate)
    /// Collected after the day of the assessment.
    case notYet
  }

  package var title: String?
  package var kind: Kind
  /// Path from the folder of the plan; of a link the copy that was retrieved.
  package var file: String?
  package var sha256: String?
  package var link: String?
  package var statement: String?
  package var measured: String?
  package var method: String?
  /// Who collected or stated it: a role, not a name.
  package var role: String?
  package var collected: CalendarDate?
  /// The days for which it shows that the control worked.
  package var covers: Days?
  /// As the plan states it.
  package var validUntil: CalendarDate?
  /// The last day on which it counts: as stated, else by the age that the catalogue allows; nil: it does not grow old.
  package var lastDay: CalendarDate?
  package var state: State
  package var location: Location

  /// From the first to the last of some days.
  package struct Days: Sendable, Hashable {
    package var first: CalendarDate
    package var last: CalendarDate
    package init(_ first: CalendarDate, _ last: CalendarDate) {
      self.first = first
      self.last = last
    }
  }
}

extension EvidenceItem {
  /// What an auditor needs to check an item of this kind alone.
  static func needs(of kind: Kind) -> [String] {
    switch kind {
    case .file: ["file", "sha256", "collected"]
    case .link: ["link", "file", "sha256", "collected"]
    case .statement: ["statement", "role", "collected"]
    case .measurement: ["measured", "method", "collected"]
    }
  }
}

extension EvidenceItem {
  /// Where its file lies in a bundle: by content, so that no name of the plan's leads anywhere. nil: it has no file that is known by
  /// its hash.
  package var bundlePath: String? {
    guard let file, let sha256 else { return nil }
    let name = file.utf8.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? []
    let ending = name.lastIndex(of: UInt8(ascii: ".")).map { name[($0 + 1)...] } ?? []
    let isPlain =
      (1...8).contains(ending.count)
      && ending.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
      }
    return "evidence/\(sha256)" + (isPlain ? "." + String(decoding: ending, as: UTF8.self) : "")
  }
}
