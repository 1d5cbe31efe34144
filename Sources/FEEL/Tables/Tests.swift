extension Checked {
  /// The tests of one cell; their `?` is the slot above those of the scope in which they were checked.
  package struct Tests: Sendable, Hashable {
    let tests: [Test]
    let isNegated: Bool
    /// `-`: everything passes, and the input need not even be known.
    var isAny: Bool { tests.isEmpty }
  }
}

extension Checker {
  mutating func tests(_ tests: UnaryTests, of type: Type) -> Checked.Tests {
    scoped { checker in
      let outer = checker.input
      checker.input = (checker.slots, type)
      checker.slots += 1
      defer { checker.input = outer }
      return switch tests {
      case .any: Checked.Tests(tests: [], isNegated: true)
      case .some(let tests):
        Checked.Tests(tests: tests.map { checker.test($0, of: type, nil) }, isNegated: false)
      case .none(let tests):
        Checked.Tests(tests: tests.map { checker.test($0, of: type, nil) }, isNegated: true)
      }
    }
  }
}

extension Evaluation {
  mutating func truth(of tests: Checked.Tests, for input: Value, _ extent: Extent, _ host: inout some Host)
    -> Truth
  {
    if tests.isAny { return .yes }
    let answer = with(input) { $0.membership(of: input, tests.tests, extent, &host) }
    return tests.isNegated ? !answer : answer
  }
}
