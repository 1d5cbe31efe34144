import Diagnostics

extension Checker {
  mutating func call(_ function: Expression, _ arguments: [Expression.Argument], _ extent: Extent) -> Typed {
    var typed: [Typed] = []
    for argument in arguments {
      if case .function(let parameters, let body) = argument.value.form {
        // `sort(list, function(a, b) …)`: it is given items of the list in front.
        let item = typed.first?.type.item ?? .any
        typed.append(self.function(parameters, body, types: parameters.map { _ in item }))
      } else {
        typed.append(check(argument.value))
      }
    }
    if case .name(let name) = function.form, !isCallable(name) {
      return call(name, function.extent, arguments, typed, extent)
    }
    let target = check(function)
    if isStrict {
      guard case .function(let parameters, _) = target.type else {
        return refuse(
          Mistake(.type, at: function.extent, "\(target.type.description(in: environment)) cannot be called"))
      }
      if parameters.count != arguments.count {
        return refuse(.count(parameters.count...parameters.count, arguments.count, at: extent))
      }
      for (index, parameter) in parameters.enumerated() where !typed[index].type.conforms(to: parameter) {
        let place = arguments[index].value.extent
        return refuse(.wrongType(typed[index].type, for: parameter, at: place, in: environment))
      }
    }
    let result: Type = if case .function(_, let result) = target.type { result } else { .any }
    let names = arguments.compactMap(\.name)
    if names.count != 0, names.count < arguments.count || Set(names).count < names.count || isStrict {
      return refuse(
        Mistake(
          .argument, at: extent,
          isStrict
            ? "the arguments of a function of one's own are given in order"
            : "either all arguments are given by name, each once, or none"))
    }
    return Typed(node: .invoke(target.node, typed.map(\.node), names: names, extent), type: result)
  }

  /// Is it a variable that may hold a function.
  private func isCallable(_ name: String) -> Bool {
    guard let meaning = meaning(of: name), !(meaning.isPossible && isFunction(name)) else { return false }
    switch meaning.binding {
    case .variable(_, _, .function), .alias(_, _, .function), .item: return true
    case .variable, .alias: return !isFunction(name)
    }
  }

  func isFunction(_ name: String) -> Bool {
    environment.functions.contains { $0.name == name } || !Builtin.indexes(named: name).isEmpty
  }

  /// A function of the host or of FEEL: the first signature that takes the arguments.
  private mutating func call(
    _ name: String, _ nameExtent: Extent, _ arguments: [Expression.Argument], _ typed: [Typed],
    _ extent: Extent
  ) -> Typed {
    let signatures = signatures(named: name)
    guard !signatures.isEmpty else { return refuse(unknownFunction(name, at: nameExtent)) }
    var nearest: (mistake: Mistake, progress: Int)?
    var fallback: (signature: Signature, arguments: [Placed])?
    for signature in signatures {
      switch place(arguments, typed, in: signature, extent) {
      case .failure(let mistake): if nearest == nil { nearest = (mistake, 0) }
      case .success(let placed):
        guard let wrong = mismatch(placed, in: signature) else { return typedCall(signature, placed, extent) }
        if fallback == nil { fallback = (signature, placed) }
        if (nearest?.progress ?? 0) < wrong.progress { nearest = wrong }
      }
    }
    if !isStrict, let fallback { return typedCall(fallback.signature, fallback.arguments, extent) }
    guard let nearest else { return refused }
    return refuse(nearest.mistake)
  }

  fileprivate enum Signature {
    case host(Int, Environment.HostFunction)
    case builtin(Int, Builtin)
  }

  /// An argument in the place of its parameter.
  private struct Placed {
    var expression: Expression?
    var typed: Typed
  }

  private func signatures(named name: String) -> [Signature] {
    var result: [Signature] = []
    for index in environment.functions.indices where environment.functions[index].name == name {
      result.append(.host(index, environment.functions[index]))
    }
    for index in Builtin.indexes(named: name) { result.append(.builtin(index, Builtin.table[index])) }
    return result
  }

  private enum Placement { case success([Placed]), failure(Mistake) }

  /// Puts arguments, given in order or by name, into the places of the parameters.
  private func place(
    _ arguments: [Expression.Argument], _ typed: [Typed], in signature: Signature, _ extent: Extent
  ) -> Placement {
    let names = signature.names
    let count = signature.count
    let hasNames = arguments.contains { $0.name != nil }
    guard hasNames else {
      guard count.contains(arguments.count) else {
        return .failure(.count(count, arguments.count, at: extent))
      }
      return .success(zip(arguments, typed).map { Placed(expression: $0.value, typed: $1) })
    }
    var places = [Placed?](repeating: nil, count: names.count)
    for (argument, typed) in zip(arguments, typed) {
      guard let name = argument.name else {
        return .failure(
          Mistake(.argument, at: argument.value.extent, "either all arguments are given by name or none"))
      }
      // Two parameters may share a name (`range`): the first that is free.
      guard let place = names.indices.first(where: { names[$0].contains(name) && places[$0] == nil }) else {
        return .failure(
          Mistake(
            .argument, at: argument.nameExtent, "there is no parameter `\(name)`",
            suggestion: self.suggestion(for: name, among: names.joined())))
      }
      places[place] = Placed(expression: argument.value, typed: typed)
    }
    // What is not given is null (DMN 1.5 §10.3.2.13.5); packs must give what is not optional.
    while let last = places.last, last == nil, places.count > (isStrict ? 0 : count.lowerBound) {
      places.removeLast()
    }
    guard count.contains(places.count),
      !isStrict || places.enumerated().allSatisfy({ $0.element != nil || $0.offset >= count.lowerBound })
    else { return .failure(.count(count, arguments.count, at: extent)) }
    return .success(
      places.map { $0 ?? Placed(expression: nil, typed: Typed(node: .constant(.null), type: .null)) })
  }

  /// The first argument of a type that its parameter does not take.
  private func mismatch(_ placed: [Placed], in signature: Signature) -> (mistake: Mistake, progress: Int)? {
    for (index, argument) in placed.enumerated() {
      guard let expression = argument.expression else { continue }
      let (types, isItem) = signature.parameter(index)
      let type = argument.typed.type
      if isStrict || type != .any, !types.contains(where: type.conforms) {
        let wanted = types.map { $0.description(in: environment) }.joined(separator: " or ")
        return (
          Mistake(
            .argument, at: expression.extent,
            "`\(signature.name)` takes \(wanted) here, not \(type.description(in: environment))"), index + 1
        )
      }
      if isStrict, index > 0, case .list(let item) = placed[0].typed.type,
        let pairs = isItem ? type : signature.pairs(index, type),
        !item.isComparable(to: pairs)
      {
        return (
          Mistake(
            .argument, at: expression.extent,
            "the list holds \(item.description(in: environment)), which is never \(pairs.description(in: environment))"
          ),
          index + 1
        )
      }
    }
    return nil
  }

  private mutating func typedCall(_ signature: Signature, _ placed: [Placed], _ extent: Extent) -> Typed {
    checkLiterals(of: placed, in: signature)
    let nodes = placed.map(\.typed.node)
    switch signature {
    case .host(let index, let function): return Typed(node: .host(index, nodes), type: function.result)
    case .builtin(let index, let row):
      if case .pattern(let use) = row.body, let mistake = mistake(use, in: placed) { return refuse(mistake) }
      if case .clock = row.body, isStrict { return refuse(.clock(row.name, at: extent, in: environment)) }
      let type = row.result(placed.map(\.typed.type))
      return folded(index, nodes, type, extent) ?? Typed(node: .builtin(index, nodes, extent), type: type)
    }
  }

  /// Strings as written are held against the enumeration that the parameter names, or that another argument
  /// brings in.
  private mutating func checkLiterals(of placed: [Placed], in signature: Signature) {
    let companion = placed.lazy.map(\.typed.type).first {
      if case .list(.enumeration) = $0 { true } else { false }
    }
    for (index, argument) in placed.enumerated() {
      guard let expression = argument.expression else { continue }
      let (types, isItem) = signature.parameter(index)
      for type in types { checkLiterals(expression, against: type) }
      if let companion, isItem || types == [.list(.any)] { checkLiterals(expression, against: companion) }
    }
  }

  /// A built-in function of constants is done at load, so that `date("2026-02-30")` is found there.
  private mutating func folded(_ index: Int, _ nodes: [Checked], _ type: Type, _ extent: Extent) -> Typed? {
    guard case .values = Builtin.table[index].body, !nodes.isEmpty else { return nil }
    var arguments: [Value] = []
    for node in nodes {
      guard case .constant(let value) = node, !value.isNull else { return nil }
      arguments.append(value)
    }
    var evaluation = Evaluation(frame: [], in: Surroundings(environment))
    var host = NoHost()
    let value = evaluation.builtin(index, arguments, extent, &host)
    if let failure = evaluation.failures.first {
      if !isStrict { return nil }
      return refuse(failure)
    }
    return Typed(node: .constant(value), type: type == .any ? value.type : type)
  }

  /// What is wrong with a pattern that is written out.
  private func mistake(_ use: Builtin.PatternUse, in placed: [Placed]) -> Mistake? {
    let arguments: [Value?] = placed.map {
      if case .constant(let value) = $0.typed.node { value } else { nil }
    }
    guard let message = Builtin.mistake(use, in: arguments, isStrict: isStrict) else { return nil }
    return Mistake(.argument, at: placed[1].expression?.extent ?? 0..<0, message)
  }

  private func unknownFunction(_ name: String, at extent: Extent) -> Mistake {
    let known = environment.functions.map(\.name) + Builtin.table.map(\.name)
    return Mistake(
      .unknownFunction, at: extent, "there is no function `\(name)`",
      suggestion: self.suggestion(for: name, among: known))
  }
}

extension Checker.Signature {
  fileprivate var name: String {
    switch self {
    case .host(_, let function): function.name
    case .builtin(_, let row): row.name
    }
  }

  fileprivate var names: [[String]] {
    switch self {
    case .host(_, let function): function.parameters.map { _ in [] }
    case .builtin(_, let row): row.parameters.map(\.names)
    }
  }

  /// How many arguments there may be.
  fileprivate var count: ClosedRange<Int> {
    switch self {
    case .host(_, let function): function.parameters.count...function.parameters.count
    case .builtin(_, let row): row.count
    }
  }

  fileprivate func parameter(_ index: Int) -> (types: [Type], isItem: Bool) {
    switch self {
    case .host(_, let function): return ([function.parameters[index]], false)
    case .builtin(_, let row):
      let parameter = row.parameter(index)
      return (parameter.types, parameter.isItem)
    }
  }

  /// What a host function that takes two lists of anything holds against the items of the first.
  fileprivate func pairs(_ index: Int, _ type: Type) -> Type? {
    guard case .host(_, let function) = self, function.parameters[index] == .list(.any) else { return nil }
    return type.item
  }
}

extension Value {
  /// The type of a known value.
  var type: Type {
    switch self {
    case .null: .null
    case .boolean: .boolean
    case .number: .number
    case .string: .string
    case .date: .date
    case .time: .time
    case .dateTime: .dateTime
    case .days: .days
    case .months: .months
    case .list(let list):
      .list(list.items.dropFirst().reduce(list.items.first?.type ?? .any) { $0.joined(with: $1.type) })
    case .context(let context): .context(context.entries.map { Type.Member($0.name, $0.value.type) })
    case .range(let range): .range((range.lower ?? .null).type.joined(with: (range.upper ?? .null).type))
    case .entity(let entity): .entity(entity.kind)
    case .function(let function):
      if case .builtin = function.body {
        .any
      } else {
        .function(function.parameters.map(\.type), function.result)
      }
    case .unknown: .any
    }
  }
}

extension Mistake {
  fileprivate static func clock(_ name: String, at extent: Extent, in environment: Environment) -> Mistake {
    Mistake(
      .refused, at: extent, "`\(name)()` would make a result that cannot be repeated",
      suggestion: environment.variables.contains { $0.name == "asOf" } ? "write `asOf`" : nil)
  }

  fileprivate static func count(_ expected: ClosedRange<Int>, _ given: Int, at extent: Extent) -> Mistake {
    let wanted =
      expected.upperBound == 1_000
      ? "at least \(expected.lowerBound)"
      : expected.lowerBound == expected.upperBound
        ? "\(expected.lowerBound)" : "\(expected.lowerBound) to \(expected.upperBound)"
    return Mistake(
      .argument, at: extent, "the function takes \(wanted) argument\(wanted == "1" ? "" : "s"), not \(given)")
  }
}
