package import Diagnostics
package import FEEL

/// A stack of profiles, resolved against the packs: everything that they change, each with profile and reason.
package struct Tailoring: Sendable {
  /// From the first that counts to the last.
  package internal(set) var profiles: [Source]
  package internal(set) var selections: [Selection] = []
  /// Provisions that are left out, by pack and in its order.
  package internal(set) var leftOut: [LeftOut] = []
  package internal(set) var kept: [Kept] = []
  package internal(set) var weights: [Weight] = []
  package internal(set) var emphases: [Emphasis] = []
  package internal(set) var readings: [ReadingChoice] = []
  package internal(set) var settings: [Setting] = []
  package internal(set) var appetite = Appetite()
  package internal(set) var scoring: Scoring?
  package internal(set) var choice: Choice?
  /// The greatest factor with which a harm of a provision is weighed, where that is not 1, by `pack/provision`.
  package internal(set) var emphasized: [String: Decimal] = [:]
  /// Places among those left out, by `pack/provision`.
  var places: [String: Int] = [:]

  /// A profile that took part.
  package struct Source: Sendable, Hashable {
    package var id: String
    package var title: String
    package var summary: String
    package var file: String
    package var sha256: String
    /// Ids of the profiles that it builds on.
    package var bases: [String]
  }

  /// Who decided something, and why.
  package struct Decision: Sendable, Hashable {
    package var profile: String
    package var reason: String
    package var location: Location
  }

  package struct Selection: Sendable {
    package var selector: Selector
    package var provisions: Int
    package var by: Decision
  }

  package struct LeftOut: Sendable {
    package enum Way: String, Sendable { case dropped, notSelected }
    package var pack: String
    package var provision: String
    package var title: String
    package var modality: Provision.Modality
    /// Of a pack of law: it still counts in the scores.
    package var isLaw: Bool
    package var way: Way
    package var by: Decision
  }

  /// A drop that a later profile took back.
  package struct Kept: Sendable {
    package var pack: String
    package var provision: String
    package var droppedBy: String
    package var by: Decision
  }

  package struct Weight: Sendable {
    package var weight: Profile.Weight
    package var provisions: Int
    package var by: Decision
  }

  package struct Emphasis: Sendable {
    package var text: String
    package var source: String?
    package var profile: String
  }

  package struct ReadingChoice: Sendable {
    package var pack: String
    package var provision: String
    package var reading: String
    package var title: String
    package var by: Decision
  }

  package struct Setting: Sendable {
    package var pack: String
    package var parameter: String
    /// As written.
    package var text: String
    var value: Value
    package var by: Decision
  }

  /// The model of the weighted readiness, and the share that remains where a control is only asserted.
  package struct Scoring: Sendable {
    package var model: ScoringModel
    package var asserted: Decimal?
    package var by: Decision
  }

  /// What the choice of remedies keeps least, unless the command line says otherwise.
  package struct Choice: Sendable {
    package var objective: ChoiceObjective
    package var by: Decision
  }

  /// How much risk is accepted; it never makes an assessment milder.
  package struct Appetite: Sendable {
    package struct Limit: Sendable {
      package var harm: Harm.Category
      package var level: Severity
      package var by: Decision
    }
    package internal(set) var block: (from: Severity, by: Decision)?
    package internal(set) var verify: (below: Confidence, by: Decision)?
    /// In the order of the categories.
    package internal(set) var limits: [Limit] = []
  }
}

extension Tailoring {
  package func leftOut(_ provision: String, of pack: String) -> LeftOut? {
    places["\(pack)/\(provision)"].map { leftOut[$0] }
  }

  /// How much harm of a kind weighs in a provision: the last weight that speaks of both, else 1.
  package func factor(of provision: Provision, in pack: Pack, harm: Harm.Category) -> Decimal {
    let last = weights.last { weight in
      (weight.weight.harm.map { $0 == harm } ?? true) && weight.weight.selector.fits(provision, of: pack)
    }
    return last?.weight.factor ?? .one
  }
}
