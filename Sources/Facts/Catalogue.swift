package import Diagnostics

/// The catalogue of controls: measures that satisfy provisions of many packs at once.
package struct Catalogue: Sendable {
  package let controls: [Control]
  private let indexes: [String: Int]

  package struct Control: Sendable {
    package var id: String
    package var title: String
    package var description: String
    /// What must be true for it to be ticked off; nil: nobody has written it yet.
    package var done: String?
    /// Role that carries it out.
    package var owner: String
    /// Work stream: regulatory, infrastructure, team, operations.
    package var stream: String
    /// Somebody outside who takes part: an authority, a supplier.
    package var external: String?
    /// Ids of controls that come first.
    package var requires: [String]
    /// Person days.
    package var effort: ThreePoint
    /// Calendar days from start to usable.
    package var lead: ThreePoint
    /// Days of it in which somebody else has it, one after the other, after the own work.
    package var waits: [Wait] = []
    /// By when it must be done after another control.
    package var windows: [Window] = []
    /// Cost in `currency` without own staff.
    package var cost: ThreePoint
    package var currency: String
    package var evidence: String
    /// Age in days at which evidence should be renewed.
    package var freshDays: Int?
    package var basis: String
    package var confidence: String
    package var location: Location
  }

  /// Which days a number counts.
  package enum Unit: String, Sendable, Hashable, CaseIterable { case calendar, working }

  /// Days in which somebody outside has the work.
  package struct Wait: Sendable, Hashable {
    package enum Party: String, Sendable, Hashable, CaseIterable {
      case authority, notifiedBody, worksCouncil, translator, auditor, supplier, representative, counsel,
        other
    }
    /// Whose working days count.
    package enum Place: String, Sendable, Hashable, CaseIterable { case market, home }
    package var party: Party
    package var place: Place
    package var unit: Unit
    /// In the days of `unit`.
    package var days: ThreePoint
    /// Answer of the authority.
    package var title: String
    /// Where the law fixes the days; nil: an estimate.
    package var cite: String?
    package var href: String?
    package init(
      party: Party, place: Place, unit: Unit, days: ThreePoint, title: String, cite: String? = nil,
      href: String? = nil
    ) {
      self.party = party
      self.place = place
      self.unit = unit
      self.days = days
      self.title = title
      self.cite = cite
      self.href = href
    }
  }

  /// The days after another control within which this one must be done.
  package struct Window: Sendable, Hashable {
    /// Id of the other control.
    package var after: String
    package var within: Int
    package var unit: Unit
    package var cite: String
    package init(after: String, within: Int, unit: Unit, cite: String) {
      self.after = after
      self.within = within
      self.unit = unit
      self.cite = cite
    }
  }

  /// Minimum, likely and maximum of an estimate.
  package struct ThreePoint: Sendable, Hashable {
    package var min: Double
    package var likely: Double
    package var max: Double
    package init(min: Double, likely: Double, max: Double) {
      self.min = min
      self.likely = likely
      self.max = max
    }
  }

  package init(controls: [Control]) {
    self.controls = controls
    indexes = Dictionary(controls.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package func place(of id: String) -> Int? { indexes[id] }
  package subscript(id: String) -> Control? { indexes[id].map { controls[$0] } }
}
