extension Builtin {
  /// DMN 1.5 §10.3.4.4: one value out of a list, which may also be given item by item.
  static let aggregates: [Builtin] =
    aggregate("min", typed: item) { items throws(Failure) in try extreme(of: items, -1) }
    + aggregate("max", typed: item) { items throws(Failure) in try extreme(of: items, 1) }
    + aggregate("sum", typed: number) { items throws(Failure) in
      try items.isEmpty ? .null : number(total(of: items), "the sum is out of range")
    }
    + aggregate("product", typed: number) { items throws(Failure) in
      let numbers = try numbers(in: items)
      var product: Decimal? = .one
      for factor in numbers { product = product?.multiplied(by: factor) }
      return try numbers.isEmpty ? .null : number(product, "the product is out of range")
    }
    + aggregate("mean", typed: number) { items throws(Failure) in
      guard !items.isEmpty else { return .null }
      return try number(try total(of: items)?.divided(by: Decimal(items.count)), "the mean is out of range")
    }
    + aggregate("median", typed: number) { items throws(Failure) in
      let sorted = try numbers(in: items).sorted()
      guard !sorted.isEmpty else { return .null }
      let middle = sorted.count / 2
      if sorted.count % 2 == 1 { return .number(sorted[middle]) }
      let sum = sorted[middle - 1].adding(sorted[middle])
      return try number(sum?.divided(by: Decimal(2)), "the median is out of range")
    }
    + aggregate("stddev", typed: number) { items throws(Failure) in
      guard items.count > 1 else { throw Failure("a standard deviation needs two numbers") }
      return try number(deviation(of: numbers(in: items)), "the deviation is out of range")
    }
    + aggregate("mode", typed: { _ in .list(.number) }) { items throws(Failure) in
      try mode(of: numbers(in: items))
    }
    + aggregate("all", typed: boolean, unknowns: .weighed) { items in
      items.reduce(Truth.yes) { $0.and(Truth($1)) }.value
    }
    + aggregate("any", typed: boolean, unknowns: .weighed) { items in
      items.reduce(Truth.no) { $0.or(Truth($1)) }.value
    }

  private static let number: @Sendable ([Type]) -> Type = { _ in .number }
  private static let boolean: @Sendable ([Type]) -> Type = { _ in .boolean }
  private static let item: @Sendable ([Type]) -> Type = { types in
    if types.count == 1, case .list(let item) = types[0] { return item }
    return types.dropFirst().reduce(types[0]) { $0.joined(with: $1) }
  }

  /// `f(list)` and `f(a, b, …)`. Members that an open list does not show count as one unknown item, where the
  /// function weighs them.
  private static func aggregate(
    _ name: String, typed result: @escaping @Sendable ([Type]) -> Type, unknowns: Unknowns = .spread,
    _ body: @escaping @Sendable ([Value]) throws(Failure) -> Value
  ) -> [Builtin] {
    [
      Builtin(name, .list("list"), typed: result, unknowns: unknowns) { arguments throws(Failure) in
        guard case .list(let list) = arguments[0] else { return arguments[0] }
        return try body(list.items + (list.open.map { [.unknown($0)] } ?? []))
      },
      Builtin(name, Parameter.item("c").repeated, typed: result, unknowns: unknowns, takesNull: true) {
        arguments throws(Failure) in try body(arguments.values)
      },
    ]
  }

  private static func numbers(in items: [Value]) throws(Failure) -> [Decimal] {
    var numbers: [Decimal] = []
    for item in items {
      guard case .number(let number) = item else { throw Failure("all items are numbers, not \(item.kind)") }
      numbers.append(number)
    }
    return numbers
  }

  private static func total(of items: [Value]) throws(Failure) -> Decimal? {
    var total: Decimal? = .zero
    for number in try numbers(in: items) { total = total?.adding(number) }
    return total
  }

  /// The first of the least (-1) or greatest (1).
  private static func extreme(of items: [Value], _ sign: Int) throws(Failure) -> Value {
    guard var best = items.first else { return .null }
    // One item alone must have an order too.
    for item in items {
      switch item.order(best) {
      case .known(let order): if order == sign { best = item }
      default: throw Failure("all items have an order between them, not \(best.kind) and \(item.kind)")
      }
    }
    return best
  }

  /// Of a sample: divided by one less than the count.
  private static func deviation(of numbers: [Decimal]) throws(Failure) -> Decimal? {
    let mean = try total(of: numbers.map(Value.number))?.divided(by: Decimal(numbers.count))
    guard let mean else { return nil }
    var squares: Decimal? = .zero
    for number in numbers {
      guard let distance = number.subtracting(mean), let square = distance.multiplied(by: distance) else {
        return nil
      }
      squares = squares?.adding(square)
    }
    return squares?.divided(by: Decimal(numbers.count - 1))?.squareRoot()
  }

  /// The most frequent numbers, in ascending order.
  private static func mode(of numbers: [Decimal]) -> Value {
    var best: [Value] = []
    var most = 0
    var run = 0
    var previous: Decimal?
    for number in numbers.sorted() {
      run = number == previous ? run + 1 : 1
      previous = number
      if run > most {
        best = []
        most = run
      }
      if run == most { best.append(.number(number)) }
    }
    return .list(List(best))
  }
}
