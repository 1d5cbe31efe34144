extension Parser {
  /// The names of types with spaces in them; a plain word may be any other name.
  private static let longNames = [
    "date and time", "days and time duration", "day and time duration", "years and months duration",
    "year and month duration",
  ]

  /// A type, and where it ends: `number`, `list<string>`, `context<a: number>`, `function<number> -> string`.
  mutating func typeName() throws(Mistake) -> (type: Expression.TypeName, end: Int) {
    nesting += 1
    defer { nesting -= 1 }
    let rule = "a type is expected here, for example `number` or `list<string>`"
    guard nesting <= Parser.nestingLimit else { throw tooDeep(try peek().extent) }
    guard let word = try word(among: Parser.longNames), case .name(let name) = word.kind else {
      throw unexpected(try peek(), rule)
    }
    guard ["list", "range", "context", "function"].contains(name), try take(.less) else {
      // A type of an imported file: `file.type`.
      var (full, end) = (name, word.extent.upperBound)
      while try take(.dot) {
        guard let part = try member(), case .name(let text) = part.kind else {
          throw unexpected(try peek(), "a dot is followed by a name")
        }
        (full, end) = (full + "." + text, part.extent.upperBound)
      }
      return (.named(full, word.extent.lowerBound..<end), end)
    }
    switch name {
    case "list", "range":
      let member = try typeName().type
      let end = try expect(.greater, "`\(name)<` ends with `>`").upperBound
      return (name == "list" ? .list(member) : .range(member), end)
    case "context":
      var members: [Expression.Parameter] = []
      repeat {
        guard let (key, extent) = try self.name(before: .colon) else { throw unexpected(try peek(), rule) }
        try advance()
        members.append(Expression.Parameter(name: key, nameExtent: extent, type: try typeName().type))
      } while try take(.comma)
      return (.context(members), try expect(.greater, "`context<` ends with `>`").upperBound)
    default:
      var parameters: [Expression.TypeName] = []
      if try peek().kind != .symbol(.greater) {
        repeat { parameters.append(try typeName().type) } while try take(.comma)
      }
      _ = try expect(.greater, "`function<` ends with `>`")
      _ = try expect(.arrow, "a function type has a result: `function<number> -> string`")
      let (result, end) = try typeName()
      return (.function(parameters, result), end)
    }
  }
}
