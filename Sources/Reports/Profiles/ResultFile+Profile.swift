extension ResultFile {
  /// How profiles tailored the packs: everything that they decided, each with profile and reason.
  package struct Profile: Codable, Sendable {
    /// From the first that counts to the last.
    package var stack: [Source]
    package var selections: [Selection]
    package var tailoredOut: [TailoredOut]
    package var kept: [Kept]
    package var weights: [Weight]
    package var emphases: [Emphasis]
    package var readings: [Reading]
    package var parameters: [Parameter]
    package var appetite: Appetite
    /// Since 1.4; absent: no profile says how scores are made.
    package var scoring: Scoring?
    /// Since 1.7; absent: no profile says what the choice of remedies keeps least.
    package var choice: Choice?

    package struct Source: Codable, Sendable {
      package var id, title, summary, file, sha256: String
      package var extends: [String]
    }
    package struct Decision: Codable, Sendable {
      package var profile, reason: String
      package var location: Location
    }
    package struct Selector: Codable, Sendable {
      package var pack, provision, topic, jurisdiction: String?
    }
    package struct Selection: Codable, Sendable {
      package var of: Selector
      package var provisions: Int
      package var by: Decision
    }
    package struct TailoredOut: Codable, Sendable {
      package var pack, provision, title, modality, way: String
      /// It still counts in the scores.
      package var isLaw: Bool
      package var by: Decision
      package var findings: [Outcome]
    }
    /// What would have come of a provision that is left out.
    package struct Outcome: Codable, Sendable {
      package var id, verdict, severity: String
      package var outcomes, markets: [String]
      package var blocksEntry: Bool
    }
    package struct Choice: Codable, Sendable {
      package var minimize: String
      package var by: Decision
    }
    package struct Kept: Codable, Sendable {
      package var pack, provision, droppedBy: String
      package var by: Decision
    }
    package struct Weight: Codable, Sendable {
      package var of: Selector
      package var harm: String?
      package var factor: String
      package var source: String?
      package var provisions: Int
      package var by: Decision
    }
    package struct Emphasis: Codable, Sendable {
      package var text: String
      package var source: String?
      package var profile: String
    }
    package struct Reading: Codable, Sendable {
      package var pack, provision, reading, title: String
      package var by: Decision
    }
    package struct Parameter: Codable, Sendable {
      package var pack, parameter, value: String
      package var by: Decision
    }
    package struct Scoring: Codable, Sendable {
      package var model: String
      package var asserted: String?
      package var by: Decision
    }
    package struct Appetite: Codable, Sendable {
      package var block: Threshold?
      package var verify: Threshold?
      package var limits: [Limit]
    }
    package struct Threshold: Codable, Sendable {
      package var from: String?
      package var below: String?
      package var by: Decision
    }
    package struct Limit: Codable, Sendable {
      package var harm, level: String
      /// `kept`, `exceeded` or, while facts are unknown, `possiblyExceeded`; absent where no plan was judged.
      package var state: String?
      package var by: Decision
    }
  }
}
