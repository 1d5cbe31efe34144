extension Value {
  /// Is it of this type, as far as its outermost form tells.
  func fits(_ type: Type) -> Bool {
    switch (self, type) {
    case (_, .any), (.null, .null), (.boolean, .boolean), (.number, .number), (.string, .string),
      (.string, .enumeration),
      (.date, .date), (.time, .time), (.dateTime, .dateTime), (.days, .days), (.months, .months),
      (.list, .list),
      (.context, .context), (.range, .range), (.function, .function):
      true
    case (.entity(let entity), .entity(let kind)): entity.kind == kind
    default: false
    }
  }

  /// `instance of` (DMN 1.5 §10.3.2.15, table 61): null is an instance of no type but `Null`, but as a part of
  /// a list or context it conforms to every type.
  func isInstance(of type: Type, asPart: Bool = false) -> Truth {
    switch (self, type) {
    case (.unknown, .any) where asPart: return .yes
    case (.unknown(let facts), _): return .unknown(facts)
    case (.null, _): return Truth(asPart || type == .null)
    case (.list(let list), .list(let item)):
      if item == .any { return .yes }
      return list.items.reduce(list.open.map { .unknown($0) } ?? .yes) {
        $0.and($1.isInstance(of: item, asPart: true))
      }
    case (.range(let range), .range(let end)):
      let ends = [range.lower, range.upper].compactMap(\.self)
      return ends.reduce(.yes) { $0.and($1.isInstance(of: end, asPart: true)) }
    case (.context(let context), .context(let members)):
      return members.reduce(.yes) { result, member in
        result.and(context[member.name]?.isInstance(of: member.type, asPart: true) ?? .no)
      }
    case (.function(let function), .function(let parameters, let result)):
      return Truth(function.conforms(to: parameters, result))
    default: return Truth(fits(type))
    }
  }
}

extension Function {
  /// Parameters may take more than is asked for, the result may promise more.
  fileprivate func conforms(to types: [Type], _ type: Type) -> Bool {
    guard case .builtin(let index) = body else {
      return parameters.count == types.count
        && zip(types, parameters).allSatisfy { $0.conforms(to: $1.type) } && result.conforms(to: type)
    }
    return Builtin.indexes(named: Builtin.table[index].name).contains { index in
      let row = Builtin.table[index]
      guard row.count.contains(types.count), !types.isEmpty || row.parameters.isEmpty else { return false }
      return types.indices.allSatisfy { place in
        row.parameter(place).types.contains(where: types[place].conforms)
      } && row.result(types).conforms(to: type)
    }
  }
}
