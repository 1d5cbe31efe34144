import FEEL
import Facts
import Rules

/// What the product's own functions say of single strings, where their other argument is a constant.
struct FunctionLowering: Sendable {
  let rulebook: Rulebook
  let day: CalendarDate

  func lower(_ function: Int, _ arguments: [Value?]) -> Program.Lowering? {
    switch (rulebook.functions[function], arguments.last ?? nil) {
    case (.memberOf, .string(let group)?):
      return .value(argument: 0) { country in
        switch rulebook.geography.isMember(country, of: group, on: day) {
        case true?: .yes
        case false?: .no
        case nil: .null
        }
      }
    case (.hasKind(let enumeration), .string(let wider)?):
      return .members(argument: 0) { isKind($0, wider, enumeration) }
    case (.isKind(let enumeration), .string(let wider)?):
      return .value(argument: 0) { isKind($0, wider, enumeration) }
    case (.overlaps, .list(let list)?):
      guard let words = list.words else { return nil }
      return .members(argument: 0) { words.contains($0) ? .yes : .no }
    case (.within, .list(let list)?):
      guard let words = list.words else { return nil }
      return .allMembers(argument: 0) { words.contains($0) ? .yes : .no }
    default: return nil
    }
  }

  /// As `Hearing` does: not known if only the wider value was stated.
  private func isKind(_ value: String, _ wider: String, _ enumeration: Int) -> Program.Answer {
    let values = rulebook.vocabulary.enumerations[enumeration]
    if values.isSame(value, orNarrowerThan: wider) { return .yes }
    return value != wider && values.isSame(wider, orNarrowerThan: value) ? .unknown : .no
  }
}

extension List {
  /// The strings of a closed list of nothing else.
  fileprivate var words: Set<String>? {
    guard open == nil else { return nil }
    var words: Set<String> = []
    for item in items {
      guard case .string(let word) = item else { return nil }
      words.insert(word)
    }
    return words
  }
}
