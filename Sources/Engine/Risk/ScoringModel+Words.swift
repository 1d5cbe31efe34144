package import Rules

extension ScoringModel {
  /// What a duty weighs, in words.
  package func formula(_ scoring: Scoring) -> String {
    switch self {
    case .flat: "every duty weighs 1, so it is the same as unweighted"
    case .severity: "a duty weighs its highest points over the categories"
    case .exposure:
      "a duty weighs 1 to 5 by the highest statutory maximum behind it in EUR (from "
        + (2...5).map { "\(short(scoring.value("exposure.step.\($0)"))): \($0)" }.joined(separator: ", ")
        + "), anything from 1 to 5 while facts are missing for it"
    }
  }
}

/// `0.2`, `100000`.
func short(_ value: Double) -> String {
  value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : String(value)
}
