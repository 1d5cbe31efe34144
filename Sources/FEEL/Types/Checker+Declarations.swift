extension Checker {
  mutating func typed(_ expression: Expression, _ declaration: Declaration) -> Typed {
    let value = check(expression)
    if declaration.isAny { return value }
    let type = declaration.type
    return Typed(
      node: .typed(value.node, declaration, expression.extent), type: type == .any ? value.type : type)
  }

  mutating func admitted(_ parameters: [Expression.Admission], _ body: Expression) -> Typed {
    let slots = parameters.compactMap { parameter -> Checked.Admission? in
      guard !parameter.type.isAny, let meaning = meaning(of: parameter.name),
        case .variable(_, let slot, _) = meaning.binding
      else { return nil }
      return Checked.Admission(slot: slot, name: parameter.name, type: parameter.type)
    }
    let value = check(body)
    return slots.isEmpty
      ? value : Typed(node: .admitted(slots, value.node, body.extent), type: value.type)
  }
}
