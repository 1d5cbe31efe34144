package import Diagnostics
package import FEEL
import Facts
import Plans
import Rules

/// Where the law lets the data of each activity lie and be worked on: what a cloud can be told to enforce.
package struct Guardrails: Sendable {
  /// A provision that asks for a place, as one finding has it.
  package struct Source: Sendable {
    package var finding: Finding
    package var residencies: [ResidencyState]
    /// Where the plan speaks of its subject.
    package var location: Location
    /// The countries that it leaves for the use at hand; empty where that is not the question.
    package var countries: [String] = []
  }
  /// One use of the data, and where it may happen.
  package struct Limit: Sendable {
    package var use: DataUse
    /// By code; empty: what one law wants, another forbids.
    package var countries: [String]
    package var sources: [Source]
  }
  /// What may forbid places but is not enforced.
  package struct Open: Sendable {
    package var source: Source
    package var reason: Reason
    package enum Reason: Sendable {
      /// Whether it binds is not known; the facts that would settle it.
      case mayBind([String])
      /// It binds, but for these uses it is not known whether they may happen elsewhere.
      case mayAllow([DataUse], [String])
      /// It binds, and the plan takes another way to meet it, or what it forbids is permitted.
      case otherWay
      case waived
      /// From this day; nil: from a day that the pack does not say.
      case notYet(CalendarDate?)
      /// It looks at all stores of the organization.
      case ofTheWhole
      case failed
    }
  }
  /// Something that must be in a place, and forbids nothing elsewhere.
  package struct Need: Sendable {
    package var source: Source
    package var state: ResidencyState
  }
  package struct Category: Sendable {
    package var id: String
    package var title: String
  }
  package struct Activity: Sendable {
    package var subject: Subject
    package var location: Location
    /// Of its data; nil: not stated.
    package var categories: [Category]?
    package var limits: [Limit] = []
    package var open: [Open] = []
    package var needs: [Need] = []
  }

  /// All that were tried, in order.
  package var uses: [DataUse]
  package var activities: [Activity]
  /// The same of the organization as a whole.
  package var organization: Activity?
}
