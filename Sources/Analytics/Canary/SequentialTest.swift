internal import Glibc

/// The sequential probability ratio test of Wald (1945) on failures: whether their rate is the usual one or a harmful one, looked at after
/// every outcome without more false alarms than stated.
package struct SequentialTest: Sendable {
  package var usual: Double
  package var harmful: Double
  /// The chance of rolling back what is as usual.
  package var falseAlarm: Double
  /// The chance of letting proceed what is harmful.
  package var miss: Double

  package init(usual: Double, harmful: Double, falseAlarm: Double, miss: Double) {
    precondition(0 < usual && usual < harmful && harmful < 1)
    precondition(falseAlarm > 0 && miss > 0 && falseAlarm + miss < 1)
    (self.usual, self.harmful, self.falseAlarm, self.miss) = (usual, harmful, falseAlarm, miss)
  }

  /// Roll back from here on.
  package var upper: Double { log((1 - miss) / falseAlarm) }
  /// Proceed from here down.
  package var lower: Double { log(miss / (1 - falseAlarm)) }
  package var byFailure: Double { log(harmful / usual) }
  package var bySuccess: Double { log((1 - harmful) / (1 - usual)) }

  package func ratio(failures: Int, successes: Int) -> Double {
    Double(failures) * byFailure + Double(successes) * bySuccess
  }

  /// How many outcomes the test takes on average if the rate is the usual one, after Wald.
  package var meanIfUsual: Double {
    ((1 - falseAlarm) * lower + falseAlarm * upper) / (usual * byFailure + (1 - usual) * bySuccess)
  }

  package var meanIfHarmful: Double {
    (miss * lower + (1 - miss) * upper) / (harmful * byFailure + (1 - harmful) * bySuccess)
  }

  /// After three times the greater mean the test ends without an answer.
  package var limit: Int {
    let most = 3 * max(meanIfUsual, meanIfHarmful)
    return most < 1e12 ? Int(most.rounded(.up)) : 1_000_000_000_000
  }

  package enum Decision: String, Sendable {
    case proceed, hold
    case rollBack = "roll back"
    case inconclusive
  }

  /// What the outcomes so far say.
  package struct State: Sendable {
    package var decision: Decision
    package var failures = 0
    package var successes = 0
    package var ratio: Double
    package var count: Int { failures + successes }
  }

  /// Takes the outcomes in their order and stops at the first decision.
  package func state(after outcomes: some Sequence<Bool>) -> State {
    var state = State(decision: .hold, ratio: 0)
    let limit = limit
    for isSuccess in outcomes {
      if isSuccess { state.successes += 1 } else { state.failures += 1 }
      // From the counts, not summed: a million small errors would show.
      state.ratio = ratio(failures: state.failures, successes: state.successes)
      if state.ratio >= upper { state.decision = .rollBack }
      if state.ratio <= lower { state.decision = .proceed }
      if state.decision == .hold, state.count >= limit { state.decision = .inconclusive }
      if state.decision != .hold { break }
    }
    return state
  }

  /// The fewest successes in a row, after what was seen, that let the canary proceed.
  package func successesToProceed(after state: State) -> Int {
    max(0, Int(((state.ratio - lower) / -bySuccess).rounded(.up)))
  }
}
