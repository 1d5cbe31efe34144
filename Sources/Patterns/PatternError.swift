/// Why a regular expression cannot be used.
package enum PatternError: Error, Sendable, Hashable {
  /// It, its flags or its replacement breaks a rule; the message says which.
  case invalid(String)
  /// Matching takes more work than allowed.
  case limit

  package var message: String {
    switch self {
    case .invalid(let message): message
    case .limit: "the pattern takes too much work on this text"
    }
  }
}
