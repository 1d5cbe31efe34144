package import Diagnostics
package import FEEL

/// A gap that somebody accepts for a time: the law is not met any better by it, and every score says so.
package struct Waiver: Sendable, Hashable {
  /// `eu.gdpr/art-27`
  package var provision: String
  /// Id of the subject, `organization` for the organization itself.
  package var subject: String
  package var reason: String
  /// The role that answers for the gap, and the other role that accepted it.
  package var owner: String
  package var approver: String
  /// First day; nil: from the start.
  package var from: CalendarDate?
  /// It ends with the end of this day in its time zone.
  package var until: CalendarDate
  /// A name of the IANA database.
  package var timeZone: String
  package var location: Location

  /// `eu.gdpr/art-27@organization`, as the finding is called.
  package var scope: String { "\(provision)@\(subject)" }
}

/// A waiver with what it does in one assessment.
package struct WaiverState: Sendable, Hashable {
  package enum Standing: Sendable, Hashable {
    case inForce
    case notYet
    case expired
    /// It is for nothing that was judged, and why: a provision or a subject that is not there.
    case orphaned(String)
    /// The verdict is no gap, so there is nothing to accept.
    case unneeded(Verdict)
  }

  package var waiver: Waiver
  package var standing: Standing
  /// Days left until its last day, that day not counted; negative once it is over.
  package var daysLeft: Int

  /// Somebody has to renew it, mend it or take it out.
  package var isFinding: Bool {
    switch standing {
    case .expired, .orphaned: true
    case .inForce, .notYet, .unneeded: false
    }
  }
}
