import FEEL

extension StatedValue {
  /// The value, with texts explained by the declared type; a text without one is a string.
  func value(of type: Type) -> Value {
    switch self {
    case .value(let value): value
    case .list(let items): .list(List(items.map { $0.value(of: type.memberOfList) }))
    case .context(let entries):
      .context(Context(entries.map { Context.Entry($0.name, $0.value.value(of: type.member($0.name))) }))
    case .text(let text): StatedValue.value(text, of: type)
    }
  }

  private static func value(_ text: String, of type: Type) -> Value {
    let trimmed = TestReader.trimmed(text)
    // `<value/>` states nothing.
    if text.isEmpty { return .null }
    return switch type {
    case .number: Decimal(trimmed).map(Value.number) ?? .string(text)
    case .boolean: trimmed == "true" ? .boolean(true) : trimmed == "false" ? .boolean(false) : .string(text)
    case .date, .time, .dateTime, .days, .months: Value(literal: trimmed, in: Surroundings()) ?? .string(text)
    default: .string(text)
    }
  }
}

extension Type {
  fileprivate var memberOfList: Type { if case .list(let item) = self { item } else { .any } }

  fileprivate func member(_ name: String) -> Type {
    guard case .context(let members) = self else { return .any }
    return members.first { $0.name == name }?.type ?? .any
  }
}
