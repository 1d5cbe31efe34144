import Solver
import Testing

/// The process that decides conditions: more answers than a pipe holds must not stop both sides.
@Suite struct SolverTests {
  @Test(.enabled(if: Z3.program != nil, "z3 is not installed"))
  func `answers are taken while questions are written`() throws {
    let solver = try #require(Z3.program.flatMap { Z3(program: $0) })
    // Some 400 KB each way; a pipe holds 64 KB.
    let line = String(repeating: "x", count: 100)
    let answer = try #require(solver.ask(String(repeating: "(echo \"\(line)\")\n", count: 4_000)))
    #expect(answer.utf8.count == 4_000 * 101 - 1)
    #expect(solver.ask("(declare-const a Bool)(assert a)(check-sat)") == "sat")
  }

  @Test func `a solver that ends at once is no solver`() {
    #expect(Z3(program: "/bin/false") == nil)
  }
}
