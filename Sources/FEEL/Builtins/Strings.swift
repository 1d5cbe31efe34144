extension Builtin {
  /// DMN 1.5 §10.3.4.3. Characters are code points.
  static let strings: [Builtin] = [
    Builtin("string length", .string("string"), returns: .number) { arguments in
      .number(Decimal(arguments.string(0).unicodeScalars.count))
    },
    Builtin(
      "substring", .string("string"), .number("start position"), .number("length").optional, returns: .string
    ) {
      arguments throws(Failure) in
      try substring(
        arguments.string(0), from: try arguments.int(1, "a start position"),
        length: arguments.count > 2 ? floor(arguments.number(2)) : nil)
    },
    Builtin("upper case", .string("string"), returns: .string) { .string($0.string(0).uppercased()) },
    Builtin("lower case", .string("string"), returns: .string) { .string($0.string(0).lowercased()) },
    Builtin("substring before", .string("string"), .string("match"), returns: .string) { arguments in
      let text = Array(arguments.string(0).utf8)
      guard let place = find(Array(arguments.string(1).utf8), in: text) else { return .string("") }
      return .string(String(decoding: text[..<place], as: UTF8.self))
    },
    Builtin("substring after", .string("string"), .string("match"), returns: .string) { arguments in
      let text = Array(arguments.string(0).utf8)
      let match = Array(arguments.string(1).utf8)
      guard let place = find(match, in: text) else { return .string("") }
      return .string(String(decoding: text[(place + match.count)...], as: UTF8.self))
    },
    Builtin("contains", .string("string"), .string("match"), returns: .boolean) { arguments in
      .boolean(find(Array(arguments.string(1).utf8), in: Array(arguments.string(0).utf8)) != nil)
    },
    Builtin("starts with", .string("string"), .string("match"), returns: .boolean) { arguments in
      .boolean(arguments.string(0).utf8.starts(with: arguments.string(1).utf8))
    },
    Builtin("ends with", .string("string"), .string("match"), returns: .boolean) { arguments in
      .boolean(arguments.string(0).utf8.reversed().starts(with: arguments.string(1).utf8.reversed()))
    },
    Builtin(
      "string join", .list("list", of: .string), .string("delimiter").optional, returns: .string,
      takesNull: true
    ) { arguments throws(Failure) in
      guard case .list(let list) = arguments[0] else { return .null }
      var parts: [String] = []
      var length = list.items.count * ((try arguments.text(1))?.utf8.count ?? 0)
      for item in list.items where !item.isNull {
        guard case .string(let text) = item else {
          throw Failure("only strings can be joined, not \(item.kind)")
        }
        parts.append(text)
        length += text.utf8.count
        guard length <= Evaluation.stringLimit else { throw Failure("a string has at most 1 million bytes") }
      }
      return .string(parts.joined(separator: try arguments.text(1) ?? ""))
    },
    pattern(
      .matches, "matches", .string("input"), .string("pattern"), .string("flags").optional, returns: .boolean),
    pattern(
      .replace, "replace", .string("input"), .string("pattern"), .string("replacement"),
      .string("flags").optional, returns: .string),
    pattern(.split, "split", .string("string"), .string("delimiter"), returns: .list(.string)),
  ]

  /// Flags need not be given, and a null is not: the others give null themselves.
  private static func pattern(
    _ use: PatternUse, _ name: String, _ parameters: Parameter..., returns result: Type
  ) -> Builtin {
    Builtin(
      name: name, parameters: parameters, result: { _ in result }, unknowns: .spread, takesNull: true,
      body: .pattern(use))
  }

  /// From 1 at the start, from -1 at the end.
  private static func substring(_ text: String, from start: Int, length: Int?) throws(Failure) -> Value {
    let scalars = Array(text.unicodeScalars)
    guard start != 0, start.magnitude <= scalars.count else {
      throw Failure("a start position is between 1 and the length of the string, or counts back from -1")
    }
    if let length, length < 1 { throw Failure("a length is at least 1") }
    let first = start > 0 ? start - 1 : scalars.count + start
    let end =
      length.map { min(scalars.count, $0 > scalars.count ? scalars.count : first + $0) } ?? scalars.count
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars[first..<end])
    return .string(String(result))
  }

  /// A length with a fraction loses it; one that is too large is as good as the longest.
  private static func floor(_ number: Decimal) -> Int {
    number.rounded(scale: 0, .floor)?.int ?? (number.isNegative ? 0 : .max)
  }

  /// Where bytes first occur, in time that grows with both lengths added (Knuth, Morris, Pratt): packs are
  /// untrusted.
  private static func find(_ match: [UInt8], in text: [UInt8]) -> Int? {
    guard !match.isEmpty else { return 0 }
    var borders = [Int](repeating: 0, count: match.count)
    var length = 0
    for index in match.indices.dropFirst() {
      while length > 0, match[index] != match[length] { length = borders[length - 1] }
      if match[index] == match[length] { length += 1 }
      borders[index] = length
    }
    length = 0
    for index in text.indices {
      while length > 0, text[index] != match[length] { length = borders[length - 1] }
      if text[index] == match[length] { length += 1 }
      if length == match.count { return index - length + 1 }
    }
    return nil
  }
}

extension Arguments {
  /// A string that need not be given.
  fileprivate func text(_ index: Int) throws(Failure) -> String? {
    guard let value = optional(index) else { return nil }
    guard case .string(let text) = value else { throw Failure("a delimiter is a string") }
    return text
  }
}
