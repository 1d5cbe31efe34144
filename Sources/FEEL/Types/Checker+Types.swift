extension Checker {
  /// A type as written.
  mutating func type(named name: Expression.TypeName) -> Type? {
    switch name {
    case .list(let item): return type(named: item).map(Type.list)
    case .range(let end): return type(named: end).map(Type.range)
    case .context(let members):
      var result: [Type.Member] = []
      for member in members {
        guard let type = member.type.map({ type(named: $0) }) ?? .any else { return nil }
        result.append(Type.Member(member.name, type))
      }
      return .context(result)
    case .function(let parameters, let result):
      let types = parameters.compactMap { type(named: $0) }
      guard types.count == parameters.count, let result = type(named: result) else { return nil }
      return .function(types, result)
    case .named(let name, let extent):
      if let type = Type(named: name, in: environment) { return type }
      if let type = environment.types.first(where: { $0.name == name })?.type { return type }
      // Outside packs the expression that needs it fails when it is reached.
      _ = refuse(
        Mistake(
          .unknownName, at: extent, "`\(name)` is not a type",
          suggestion: self.suggestion(for: name, among: Type.names)))
      return nil
    }
  }
}

extension Type {
  fileprivate static let names = [
    "Any", "Null", "boolean", "number", "string", "date", "time", "date and time", "days and time duration",
    "years and months duration", "list", "range", "context",
  ]

  fileprivate init?(named name: String, in environment: Environment) {
    switch name {
    case "Any": self = .any
    case "Null": self = .null
    case "boolean": self = .boolean
    case "number": self = .number
    case "string": self = .string
    case "date": self = .date
    case "time": self = .time
    case "date and time": self = .dateTime
    case "days and time duration", "day and time duration": self = .days
    case "years and months duration", "year and month duration": self = .months
    case "list": self = .list(.any)
    case "range": self = .range(.any)
    case "context": self = .context([])
    default:
      if let index = environment.kinds.firstIndex(where: { $0.name == name }) {
        self = .entity(index)
      } else if let index = environment.enumerations.firstIndex(where: { $0.name == name }) {
        self = .enumeration(index)
      } else {
        return nil
      }
    }
  }
}

extension Expression.TypeName {
  /// `list` alone is no type by the standard (DMN 1.5 §10.3.2.13, table 61); packs may leave out what it is
  /// a list of.
  var lacksParameters: Bool {
    guard case .named(let name, _) = self else { return false }
    return ["list", "range", "context", "function"].contains(name)
  }
}
