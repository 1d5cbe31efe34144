extension Evaluation {
  /// Calls a function that is a value. `names` are those of the arguments; empty if they stand in order.
  mutating func invoke(
    _ target: Value, _ given: [Value], names: [String] = [], _ extent: Extent, _ host: inout some Host
  ) -> Value {
    switch target {
    case .unknown(let facts): return .unknown(facts)
    case .function(let function):
      if case .builtin(let index) = function.body { return invoke(index, given, names, extent, &host) }
      if !names.isEmpty {
        guard let placed = function.placed(given, by: names) else {
          let parameters = function.parameters.map(\.name).joined(separator: ", ")
          return fail(.argument, extent, "the parameters of the function are \(parameters)")
        }
        return carryOut(function, placed, extent, &host)
      }
      guard function.parameters.count == given.count else {
        return fail(
          .argument, extent,
          "the function takes \(function.parameters.count) arguments, not \(given.count)")
      }
      return carryOut(function, given, extent, &host)
    default: return fail(.type, extent, "\(target.kind) cannot be called")
    }
  }

  private mutating func invoke(
    _ index: Int, _ given: [Value], _ names: [String], _ extent: Extent, _ host: inout some Host
  ) -> Value {
    if names.isEmpty { return builtin(index, given, extent, &host) }
    let rows = Builtin.indexes(named: Builtin.table[index].name)
    guard let placed = rows.lazy.compactMap({ Builtin.table[$0].placed(given, by: names) }).first else {
      return fail(.argument, extent, "`\(Builtin.table[index].name)` has no such parameters")
    }
    return builtin(index, placed, extent, &host)
  }

  private mutating func carryOut(
    _ function: Function, _ given: [Value], _ extent: Extent, _ host: inout some Host
  ) -> Value {
    var arguments = given
    for (place, parameter) in function.parameters.enumerated() where parameter.type != .any {
      if given[place].isLong { charge(for: given[place], at: extent) }
      if isExhausted { return .null }
      guard let converted = given[place].converted(to: parameter.type) else {
        return fail(
          .argument, extent,
          "the argument `\(parameter.name)` is \(parameter.type.description(in: nil)), not \(given[place].kind)"
        )
      }
      arguments[place] = converted
    }
    switch function.body {
    case .expression(let body, let frame):
      let caller = self.frame
      charge(frame.count / 16, at: extent)
      self.frame = frame + arguments
      defer { self.frame = caller }
      return value(body, &host)
    case .host(let number): return host.call(number, arguments)
    case .builtin: return .null
    }
  }

  /// `now()` and `today()`.
  mutating func clock(_ isDay: Bool, _ extent: Extent) -> Value {
    guard case .dateTime(let instant) = surroundings.instant else {
      return fail(.argument, extent, "no instant was given to evaluate at")
    }
    return isDay ? .date(instant.date) : surroundings.instant
  }
}

extension Function {
  /// Arguments by name in the order of the parameters, null where none is given; nil if there is no such
  /// parameter.
  fileprivate func placed(_ arguments: [Value], by names: [String]) -> [Value]? {
    var places = [Value](repeating: .null, count: parameters.count)
    for (name, argument) in zip(names, arguments) {
      guard let place = parameters.firstIndex(where: { $0.name.isScalarEqual(to: name) }) else { return nil }
      places[place] = argument
    }
    return places
  }
}

extension Builtin {
  /// The same for a function of FEEL, whose parameters may have several names.
  fileprivate func placed(_ arguments: [Value], by names: [String]) -> [Value]? {
    var places = [Value?](repeating: nil, count: parameters.count)
    for (name, argument) in zip(names, arguments) {
      let place = parameters.indices.first { parameters[$0].names.contains(name) && places[$0] == nil }
      guard let place else { return nil }
      places[place] = argument
    }
    while let last = places.last, last == nil, places.count > count.lowerBound { places.removeLast() }
    return places.map { $0 ?? .null }
  }
}
