import FEEL

/// What came of one result of one test case.
package struct Verdict: Sendable {
  package let folder: String
  /// The test file.
  package let file: String
  package let caseID: String
  package let result: String
  /// The value is the expected one.
  package let isPassed: Bool
  /// An error was reported exactly where one is expected.
  package let agreesOnError: Bool
  package let reason: String
  package let expected: String
  package let actual: String
}

extension Value {
  /// As the public runners compare: numbers within 10⁻⁸, contexts in any order, lists in order.
  func passes(as expected: Value) -> Bool {
    switch (self, expected) {
    case (.number(let a), .number(let b)):
      guard let difference = a.subtracting(b) else { return false }
      return difference < Value.tolerance && difference > Value.tolerance.negated
    case (.list(let a), .list(let b)):
      return a.open == nil && a.items.count == b.items.count
        && zip(a.items, b.items).allSatisfy { $0.passes(as: $1) }
    case (.context(let a), .context(let b)):
      return a.entries.count == b.entries.count
        && b.entries.allSatisfy { entry in a[entry.name]?.passes(as: entry.value) ?? false }
    case (.null, .null): return true
    default: return self == expected || isEqual(to: expected)
    }
  }

  private static let tolerance = Decimal("0.00000001") ?? Decimal(0)
}
