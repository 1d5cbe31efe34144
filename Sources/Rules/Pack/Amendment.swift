package import FEEL

/// An act that changed the law of a pack from one day on. The pack holds the law before it and after it, each as a whole.
package struct Amendment: Sendable, Hashable {
  package var id: String
  package var title: String
  /// The first day on which the amended text is the law; what it then says may apply later.
  package var from: CalendarDate
  package var citations: [Citation]
  package var line: Int
}

extension Provision {
  /// What an amendment did to a provision.
  package struct Amended: Sendable, Hashable {
    package enum Way: String, Sendable, Hashable, CaseIterable {
      /// Only the days of its application are others.
      case moved
      case amended
      /// It was not there before.
      case inserted
    }
    package var way: Way
    /// Title of the amendment.
    package var by: String
    package var from: CalendarDate
    package var citations: [Citation]

    /// `amended by the Digital Omnibus on AI from 2026-07-27 (AI-Omnibus Article 1)`
    package var words: String {
      let verb =
        switch way {
        case .moved: "other dates by"
        case .amended: "amended by"
        case .inserted: "inserted by"
        }
      return "\(verb) \(by) from \(from)" + (citations.isEmpty ? "" : " (\(cited(citations)))")
    }
  }
}

extension Pack {
  /// The law of the pack before each of its amendments and after the last, in the order of time.
  package var states: [Pack] { earlier + [self] }
}
