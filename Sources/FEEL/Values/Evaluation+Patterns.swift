import Patterns

extension Evaluation {
  /// `matches`, `replace` and `split`. Patterns that were read once are kept.
  mutating func pattern(_ use: Builtin.PatternUse, _ arguments: [Value], _ extent: Extent) -> Value {
    let flags = arguments.count > use.flags ? arguments[use.flags] : .null
    guard case .string(let text) = arguments[0], case .string(let pattern) = arguments[1] else {
      return .null
    }
    var work = remainingWork
    defer { charge(remainingWork - work, at: extent) }
    do throws(PatternError) {
      let pattern = try read(pattern, flags, &work)
      work -= text.utf8.count / 32
      switch use {
      case .matches: return .boolean(try pattern.matches(text, work: &work))
      case .split: return .list(List(try pattern.split(text, work: &work).map(Value.string)))
      case .replace:
        guard case .string(let replacement) = arguments[2] else { return .null }
        let limit = Evaluation.stringLimit
        guard let result = try pattern.replace(in: text, with: replacement, limit: limit, work: &work) else {
          exhaust("a string has at most 1 million bytes", extent)
          return .null
        }
        return .string(result)
      }
    } catch {
      if error == .limit { exhaust(error.message, extent) }
      return fail(.argument, extent, error.message)
    }
  }

  private mutating func read(_ text: String, _ flags: Value, _ work: inout Int) throws(PatternError)
    -> Pattern
  {
    let flags = if case .string(let flags) = flags { flags } else { "" }
    let key = PatternKey(text: Array(text.utf8), flags: Array(flags.utf8))
    if let pattern = patterns[key] { return pattern }
    work -= 100 + 10 * text.utf8.count
    let pattern = try Pattern(text, flags: flags, allowsBackReferences: !isStrict)
    if patterns.count < 100 { patterns[key] = pattern }
    return pattern
  }

  /// Byte by byte: strings of other code points can be equal to Swift.
  struct PatternKey: Hashable {
    let text: [UInt8]
    let flags: [UInt8]
  }
}

extension Builtin {
  /// What a function does with a pattern.
  enum PatternUse: Sendable {
    case matches, replace, split

    /// The place of the flags among the arguments.
    var flags: Int { self == .replace ? 3 : 2 }
  }

  /// What is wrong with a pattern, its flags or its replacement, as far as the arguments are known at load.
  static func mistake(_ use: PatternUse, in arguments: [Value?], isStrict: Bool) -> String? {
    func text(_ index: Int) -> String? {
      if index < arguments.count, case .string(let text)? = arguments[index] { text } else { nil }
    }
    // Flags that are not known yet may change how the pattern is read.
    guard let pattern = text(1), arguments.count <= use.flags || text(use.flags) != nil else { return nil }
    do throws(PatternError) {
      let pattern = try Pattern(pattern, flags: text(use.flags) ?? "", allowsBackReferences: !isStrict)
      var work = 1_000_000
      switch use {
      case .matches: break
      case .split: _ = try pattern.split("", work: &work)
      case .replace: _ = try pattern.replace(in: "", with: text(2) ?? "", limit: 1_000_000, work: &work)
      }
      return nil
    } catch {
      return error.message
    }
  }
}
