/// The answers of one run, while the machine holds them still.
@safe
package struct Answers {
  let lanes: Lanes
  let roots: UnsafePointer<Tape.Root>
  let conditionCount: Int
  /// Answers that only the reference could give.
  let exceptions: [Int: Program.Answer]

  /// Of a condition for a row of its kind (any row, if it speaks of the plan as a whole).
  package subscript(condition: Int, row: Int) -> Program.Answer {
    precondition(condition >= 0 && condition < conditionCount)
    // There are so many roots.
    let root = unsafe roots[condition]
    let lane = root.domain == ProgramBuilder.plan ? 0 : row
    precondition(lane >= 0 && lane < lanes.count(root.domain))
    if !exceptions.isEmpty, let exception = exceptions[condition << 32 | lane] { return exception }
    return answer(root, lane)
  }

  /// Of a condition for 64 rows of its kind, from `64 * word` on: where it may hold, where it may fail (neither: null),
  /// and where it has no answer, as far as `lanes` asks. All alike, if it speaks of the plan as a whole.
  package func words(of condition: Int, word: Int, lanes wanted: UInt64) -> (
    holds: UInt64, fails: UInt64, errors: UInt64
  ) {
    precondition(condition >= 0 && condition < conditionCount)
    // There are so many roots.
    let root = unsafe roots[condition]
    guard exceptions.isEmpty else { return oneByOne(condition, word, wanted) }
    if root.domain == ProgramBuilder.plan {
      let (holds, fails) = lanes[root.domain].lane(root.code, 0)
      return (0 &- holds, 0 &- fails, 0)
    }
    precondition(word >= 0 && word < lanes.width(root.domain))
    let (holds, fails) = lanes[root.domain].words(root.code, word)
    return (holds, fails, 0)
  }

  /// The same where some answers are exceptions.
  private func oneByOne(_ condition: Int, _ word: Int, _ wanted: UInt64) -> (
    holds: UInt64, fails: UInt64, errors: UInt64
  ) {
    var (holds, fails, errors): (UInt64, UInt64, UInt64) = (0, 0, 0)
    var rest = wanted
    while rest != 0 {
      let lane = rest.trailingZeroBitCount
      rest &= rest - 1
      let answer = self[condition, 64 * word + lane]
      let bits = LaneBits(answer == .error ? .unknown : answer)
      holds |= (bits.holds ? 1 : 0) << UInt64(lane)
      fails |= (bits.fails ? 1 : 0) << UInt64(lane)
      errors |= (answer == .error ? 1 : 0) << UInt64(lane)
    }
    return (holds, fails, errors)
  }

  @inline(__always)
  private func answer(_ root: Tape.Root, _ lane: Int) -> Program.Answer {
    let (holds, fails) = lanes[root.domain].lane(root.code, lane)
    // Null 00, no 01, yes 10, unknown 11: one more, in the order of the cases.
    return Answers.byBits[Int(holds << 1 | fails)]
  }

  private static let byBits: [Program.Answer] = [.null, .no, .yes, .unknown]

  /// Those of all conditions for a row, in order.
  package func write(row: Int, to answers: inout [Program.Answer]) {
    if answers.count != conditionCount { answers = [Program.Answer](repeating: .null, count: conditionCount) }
    for condition in 0..<conditionCount { answers[condition] = self[condition, row] }
  }
}
