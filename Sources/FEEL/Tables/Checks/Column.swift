import Diagnostics

/// An input column of a table, cut into the parts that its tests tell apart. Each part is stood for by one value:
/// what a test answers for it, it answers for the whole part.
struct Column {
  let samples: [Value]
  /// For each rule the parts that it matches.
  let matches: [Bits]
  /// The last part of a column of strings: any other string.
  let hasOther: Bool

  enum Reading {
    case column(Column)
    /// Why the column cannot be cut into parts.
    case opaque(String)
    case mistakes([Mistake])
  }

  /// More parts are not looked at, nor more tests of parts.
  private static let partLimit = 1_000
  private static let testLimit = 500_000

  static func read(_ index: Int, of table: Checked.Table, type: Type) -> Reading {
    var points: [Value] = []
    var mistakes: [Mistake] = []
    for rule in table.rules {
      guard let found = rule.tests[index].points else {
        return .opaque("the test of rule \(rule.label.number) depends on more than its input")
      }
      for point in found where !type.mayHold(point) {
        mistakes.append(
          Mistake(
            .tableType, at: rule.label.extent,
            "rule \(rule.label.number) tests for \(point), which is never \(type.description(in: nil))"))
      }
      points += found
    }
    guard mistakes.isEmpty else { return .mistakes(mistakes) }
    let limits = table.inputs[index].limits
    for limit in limits {
      guard let allowed = limit.points else {
        return .opaque("the values of the column depend on more than the input")
      }
      points += allowed
    }
    guard points.count <= partLimit else { return .opaque("more than \(partLimit) values are told apart") }
    guard let kind = Parts.kind(of: points, type) else {
      return .opaque("its values have no common type with an order")
    }
    var parts = Parts.samples(around: points, kind)
    let hasOther = kind == .string && limits.isEmpty
    parts = parts.filter { part in limits.allSatisfy { Column.passes($0, part) } }
    guard parts.count * table.rules.count <= testLimit else {
      return .opaque("it has too many rules and values")
    }
    let matches = table.rules.map { rule in
      var bits = Bits(count: parts.count)
      for (place, sample) in parts.enumerated() where Column.passes(rule.tests[index], sample) {
        bits.insert(place)
      }
      return bits
    }
    return .column(Column(samples: parts, matches: matches, hasOther: hasOther))
  }

  private static func passes(_ tests: Checked.Tests, _ value: Value) -> Bool {
    var evaluation = Evaluation(frame: [], in: Surroundings())
    var host = NoHost()
    return evaluation.truth(of: tests, for: value, 0..<0, &host) == .yes
  }

  /// A value of the part, as a reader understands it.
  func description(_ place: Int) -> String {
    hasOther && place == samples.count - 1 ? "another value" : samples[place].description
  }
}

extension Checked.Table.Input {
  /// All that bounds the values of the column.
  fileprivate var limits: [Checked.Tests] { [values].compactMap(\.self) + allowed }
}

extension Type {
  /// Can a column of this type hold the value.
  fileprivate func mayHold(_ value: Value) -> Bool {
    switch (self, value) {
    case (_, .null), (.null, _), (.list, _), (.context, _), (.range, _): true
    default: value.fits(self)
    }
  }
}

extension Checked.Tests {
  /// The values at which its answers change; nil if they depend on more than the input.
  var points: [Value]? {
    var result: [Value] = []
    for test in tests {
      let node: Checked
      switch test {
      case .compare(_, let operand), .member(let operand): node = operand
      case .answer: return nil
      }
      guard node.isClosed else { return nil }
      var evaluation = Evaluation(frame: [], in: Surroundings())
      var host = NoHost()
      let value = evaluation.value(node, &host)
      guard evaluation.failures.isEmpty else { return nil }
      result += value.points
    }
    return result
  }
}

extension Value {
  fileprivate var points: [Value] {
    switch self {
    case .list(let list): list.items.flatMap(\.points)
    case .range(let range): [range.lower, range.upper].compactMap(\.self)
    case .null: []
    default: [self]
    }
  }
}

extension Checked {
  /// Does its value depend on nothing but what is written in it.
  fileprivate var isClosed: Bool {
    switch self {
    case .constant: true
    case .list(let items): items.allSatisfy(\.isClosed)
    case .range(let lower, _, let upper, _): (lower?.isClosed ?? true) && (upper?.isClosed ?? true)
    case .negated(let operand, _): operand.isClosed
    case .arithmetic(_, let left, let right, _): left.isClosed && right.isClosed
    case .builtin(_, let arguments, _): arguments.allSatisfy(\.isClosed)
    default: false
    }
  }
}
