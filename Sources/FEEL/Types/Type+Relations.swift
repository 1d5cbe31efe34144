extension Type {
  /// The type of something that is one or the other.
  func joined(with other: Type) -> Type {
    switch (self, other) {
    case _ where self == other: self
    case (.null, let type), (let type, .null): type
    case (.enumeration, .enumeration), (.enumeration, .string), (.string, .enumeration): .string
    case (.list(let a), .list(let b)): .list(a == .any ? b : b == .any ? a : a.joined(with: b))
    case (.range(let a), .range(let b)): .range(a.joined(with: b))
    default: .any
    }
  }

  /// Can a value of this type stand where `other` is expected. Where nothing is known, it can.
  func conforms(to other: Type) -> Bool {
    switch (self, other) {
    case (.any, _), (_, .any), (.null, _): true
    case (.enumeration(let a), .enumeration(let b)): a == b
    case (.enumeration, .string), (.string, .enumeration): true
    case (.list(let a), .list(let b)), (.range(let a), .range(let b)): a.conforms(to: b)
    case (.context(let a), .context(let b)):
      b.allSatisfy { member in
        a.isEmpty || a.contains { $0.name == member.name && $0.type.conforms(to: member.type) }
      }
    case (.function(let a, let x), .function(let b, let y)):
      a.count == b.count && zip(a, b).allSatisfy { $1.conforms(to: $0) } && x.conforms(to: y)
    default: self == other
    }
  }

  /// Can `=` tell the two apart.
  func isComparable(to other: Type) -> Bool {
    switch (self, other) {
    case (.function, _), (_, .function): false
    case (.context, .context): true
    case (.list(let a), .list(let b)), (.range(let a), .range(let b)): a.isComparable(to: b)
    default: conforms(to: other) || other.conforms(to: self)
    }
  }

  /// Do values of this type have an order.
  var isOrdered: Bool {
    switch self {
    case .any, .null, .number, .string, .enumeration, .date, .time, .dateTime, .days, .months: true
    default: false
    }
  }

  /// Are there no more parts than the budget allows.
  func fits(_ budget: inout Int) -> Bool {
    budget -= 1
    guard budget >= 0 else { return false }
    switch self {
    case .list(let part), .range(let part): return part.fits(&budget)
    case .context(let members):
      for member in members where !member.type.fits(&budget) { return false }
    case .function(let parameters, let result):
      for parameter in parameters where !parameter.fits(&budget) { return false }
      return result.fits(&budget)
    default: break
    }
    return true
  }

  /// The type of the items of a list, or of one value taken as a list of one.
  var item: Type {
    switch self {
    case .list(let item): item
    case .null: .any
    default: self
    }
  }

  /// As an author would write it.
  func description(in environment: Environment?) -> String {
    switch self {
    case .any: "any value"
    case .null: "null"
    case .boolean: "boolean"
    case .number: "number"
    case .string: "string"
    case .date: "date"
    case .time: "time"
    case .dateTime: "date and time"
    case .days: "days and time duration"
    case .months: "years and months duration"
    case .enumeration(let index): environment.map { $0.enumerations[index].name } ?? "string"
    case .list(.any): "list"
    case .list(let item): "list of \(item.description(in: environment))"
    case .range(.any): "range"
    case .range(let end): "range of \(end.description(in: environment))"
    case .context: "context"
    case .function: "function"
    case .entity(let index): environment.map { $0.kinds[index].name } ?? "row"
    }
  }
}
