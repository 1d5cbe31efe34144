package import Diagnostics

/// The catalogue of controls: measures that satisfy provisions of many packs at once.
package struct Catalogue: Sendable {
  package let controls: [Control]
  private let indexes: [String: Int]

  package struct Control: Sendable {
    package var id: String
    package var title: String
    package var description: String
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
