extension Builtin {
  /// DMN 1.5 §10.3.4.5.
  static let numbers: [Builtin] = [
    rounding("decimal", "scale", .halfEven, scaleIsOptional: false),
    rounding("floor", "scale", .floor, scaleIsOptional: true),
    rounding("ceiling", "scale", .ceiling, scaleIsOptional: true),
    rounding("round up", "scale", .up, scaleIsOptional: false),
    rounding("round down", "scale", .down, scaleIsOptional: false),
    rounding("round half up", "scale", .halfUp, scaleIsOptional: false),
    rounding("round half down", "scale", .halfDown, scaleIsOptional: false),
    Builtin("abs", .one("n", of: .number, .days, .months), typed: { $0[0] }) { arguments in
      switch arguments[0] {
      case .days(let duration): .days(duration.magnitude)
      case .months(let duration): .months(duration.magnitude)
      default: .number(arguments.number(0).magnitude)
      }
    },
    Builtin("modulo", .number("dividend"), .number("divisor"), returns: .number) {
      arguments throws(Failure) in
      try number(
        arguments.number(0).modulo(arguments.number(1)),
        arguments.number(1).isZero ? "a division by zero has no result" : "the result is out of range")
    },
    Builtin("sqrt", .number("number"), returns: .number) { arguments throws(Failure) in
      try number(arguments.number(0).squareRoot(), "a negative number has no square root")
    }.costing(10),
    Builtin("log", .number("number"), returns: .number) { arguments throws(Failure) in
      try number(arguments.number(0).naturalLogarithm(), "only a number above 0 has a logarithm")
    }.costing(40),
    Builtin("exp", .number("number"), returns: .number) { arguments throws(Failure) in
      try number(arguments.number(0).exponential(), "the result is out of range")
    }.costing(40),
    Builtin("odd", .number("number"), returns: .boolean) { arguments in
      parity(of: arguments.number(0)).map { .boolean($0 == 1) } ?? .boolean(false)
    },
    Builtin("even", .number("number"), returns: .boolean) { arguments in
      parity(of: arguments.number(0)).map { .boolean($0 == 0) } ?? .boolean(false)
    },
  ]

  private static func rounding(
    _ name: String, _ scale: String, _ mode: Decimal.RoundingMode, scaleIsOptional: Bool
  ) -> Builtin {
    Builtin(
      name, .number("n"), scaleIsOptional ? .number(scale).optional : .number(scale), returns: .number
    ) { arguments throws(Failure) in
      // Outside packs a fraction of a scale is cut off.
      let scale =
        arguments.count < 2
        ? 0
        : arguments.surroundings.isStrict
          ? try arguments.int(1, "a scale") : arguments.number(1).rounded(scale: 0, .down)?.int ?? .max
      guard (-6111...6176).contains(scale) else { throw Failure("a scale is between -6111 and 6176") }
      return try number(
        arguments.number(0).rounded(scale: scale, mode), "the result is not a number of 34 digits")
    }
  }

  /// 0, 1, or nil for a number that is not whole.
  private static func parity(of number: Decimal) -> Int? {
    number.isInteger ? number.magnitude.modulo(Decimal(2))?.int : nil
  }

  static func number(_ result: Decimal?, _ otherwise: @autoclosure () -> String) throws(Failure) -> Value {
    guard let result else { throw Failure(otherwise()) }
    return .number(result)
  }
}
