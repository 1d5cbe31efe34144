/// Tries plans at random, always the same ones: what they show to be possible needs no solver.
struct Search {
  private let terms: Terms
  private let days: [Int]
  private let numbers: [Double]
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// The value of each term in the plan at hand; 1 is true.
  private(set) var values: [Double]

  init(_ terms: Terms) {
    self.terms = terms
    values = [Double](repeating: 0, count: terms.forms.count)
    var days: Set<Int> = []
    var numbers: Set<Double> = [0, 1]
    for form in terms.forms {
      switch form {
      case .whole(let number): days.formUnion([number - 1, number, number + 1])
      case .decimal(let text):
        if let number = Double(text) { numbers.formUnion([number - 1, number, number + 1]) }
      default: break
      }
    }
    self.days = days.sorted()
    self.numbers = numbers.sorted()
  }

  /// Works out all terms for another plan.
  mutating func next() {
    let likelihood = [0.15, 0.5, 0.85][Int(random() % 3)]
    let variables = terms.variables.map { value($0.domain, likelihood) }
    for index in terms.forms.indices { values[index] = value(terms.forms[index], variables) }
  }

  private mutating func value(_ domain: Variable.Domain, _ likelihood: Double) -> Double {
    switch domain {
    case .truth: return unit() < likelihood ? 1 : 0
    case .stated: return unit() < 0.97 ? 1 : 0
    case .words(let words): return words.isEmpty ? -1 : Double(words[Int(random() % UInt64(words.count))])
    case .anyWord: return Double(random() % UInt64(terms.wordList.count + 2))
    case .days(let range):
      let within = days.filter { range.contains($0) }
      let day = within.isEmpty ? range.lowerBound : within[Int(random() % UInt64(within.count))]
      return Double(day)
    case .number: return numbers[Int(random() % UInt64(numbers.count))]
    }
  }

  private func value(_ form: TermForm, _ variables: [Double]) -> Double {
    switch form {
    case .constant(let truth): return truth ? 1 : 0
    case .whole(let number): return Double(number)
    case .decimal(let text): return Double(text) ?? 0
    case .variable(let index): return variables[index]
    case .not(let inner): return 1 - values[inner.index]
    case .and(let parts):
      for part in parts where values[part.index] == 0 { return 0 }
      return 1
    case .or(let parts):
      for part in parts where values[part.index] == 1 { return 1 }
      return 0
    case .choice(let a, let b, let c): return values[a.index] == 1 ? values[b.index] : values[c.index]
    case .equal(let a, let b): return values[a.index] == values[b.index] ? 1 : 0
    case .less(let a, let b): return values[a.index] < values[b.index] ? 1 : 0
    case .sum(let parts): return parts.reduce(0) { $0 + values[$1.index] }
    case .product(let a, let b): return values[a.index] * values[b.index]
    }
  }

  private mutating func unit() -> Double { Double(random() >> 11) / 9_007_199_254_740_992 }

  /// SplitMix64.
  private mutating func random() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
