import Diagnostics

extension Evaluation {
  /// A value where a declared type stands: converted as DMN 1.5 §10.3.2.9.4 says, or null and an error.
  mutating func typed(
    _ value: Value, _ declaration: Declaration, _ extent: Extent, _ host: inout some Host
  ) -> Value {
    conforming(value, to: declaration, &host)
      ?? fail(.type, extent, "the value \(value.kind) is not of the type `\(declaration.name)`")
  }

  /// Evaluates the body if every parameter is of its declared type.
  mutating func admitted(
    _ parameters: [Checked.Admission], _ body: Checked, _ extent: Extent, _ host: inout some Host
  ) -> Value {
    for parameter in parameters {
      guard let value = conforming(frame[parameter.slot], to: parameter.type, &host) else {
        return fail(
          .argument, extent,
          "the argument `\(parameter.name)` is not of the type `\(parameter.type.name)`")
      }
      frame[parameter.slot] = value
    }
    return value(body, &host)
  }

  /// Nil: the value is of another type, or not among the allowed ones. Null and what is not known are of every
  /// type.
  private mutating func conforming(
    _ value: Value, to declaration: Declaration, converts: Bool = true, _ host: inout some Host
  ) -> Value? {
    switch value {
    case .null, .unknown: return value
    default: break
    }
    guard let result = shaped(value, as: declaration.form, converts: converts, &host) else { return nil }
    for tests in declaration.allowed {
      let caller = frame
      frame = []
      defer { frame = caller }
      switch truth(of: tests, for: result, 0..<0, &host) {
      case .no, .null: return nil
      case .yes, .unknown: continue
      }
    }
    return result
  }

  private mutating func shaped(
    _ value: Value, as form: Declaration.Form, converts: Bool, _ host: inout some Host
  ) -> Value? {
    switch (value, form) {
    case (_, .plain(.any)): return value
    case (.list(let list), .list(let item)):
      charge(list.items.count, at: 0..<0)
      var result = list
      for index in result.items.indices {
        guard !isExhausted,
          let value = conforming(result.items[index], to: item, converts: false, &host)
        else { return nil }
        result.items[index] = value
      }
      return .list(result)
    case (_, .list(let item)) where converts:
      return conforming(value, to: item, converts: false, &host).map { .list(List([$0])) }
    case (.list(let list), _) where converts && list.items.count == 1 && list.open == nil:
      return conforming(list.items[0], to: Declaration(form, name: ""), converts: false, &host)
    case (.context(var context), .context(let members)):
      for member in members {
        guard let index = context.entries.firstIndex(where: { $0.name == member.name }) else { continue }
        guard let value = conforming(context.entries[index].value, to: member.type, converts: false, &host)
        else { return nil }
        context.entries[index].value = value
      }
      return .context(context)
    case (.date(let date), .plain(.dateTime)) where converts: return date.startOfDay.map(Value.dateTime)
    case (_, .plain(let type)): return value.fits(type) ? value : nil
    default: return nil
    }
  }
}
