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
