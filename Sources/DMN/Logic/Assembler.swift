import Diagnostics
import FEEL

/// Turns boxes into trees of FEEL, so that there is one meaning.
struct Assembler {
  var types: Types
  var model = 0
  /// The element at hand, and the type that it is declared to give.
  var name = ""
  var result = Declaration.any
  /// The declared types of what the element at hand requires.
  var required: [String: Declaration] = [:]
  /// What the texts of the element at hand can refer to.
  var names: [String] = []

  init(_ models: [Model]) { types = Types(models) }

  private mutating func declare(_ more: [String]) { names += more.filter(\.isCompoundName) }

  mutating func declaration(_ reference: Model.TypeReference?) -> Declaration {
    types.declaration(reference, in: model)
  }

  mutating func expression(_ source: Source) -> Expression {
    types.manuscript.expression(source, names: names)
  }

  mutating func refused(_ code: Diagnostic.Code, at location: Location, _ message: String) -> Expression {
    types.manuscript.refusal(code, at: location, message)
  }

  /// What is not there is null; a box that must not be empty is a mistake.
  mutating func expression(_ box: Boxed?, at location: Location) -> Expression {
    guard let box else { return refused(.missing, at: location, "an expression is missing here") }
    return expression(box)
  }

  mutating func expression(_ box: Boxed) -> Expression {
    let outer = names
    defer { names = outer }
    switch box.form {
    case .literal(let source): return typed(expression(source), box.type)
    case .refused(let reason): return refused(.notSupported, at: box.location, reason)
    default:
      let form = form(box)
      let value = Expression(form, at: types.manuscript.place(box.location))
      switch box.form {
      // Their types say more of their parts than of the whole.
      case .table, .function: return value
      default: return typed(value, box.type)
      }
    }
  }

  private mutating func form(_ box: Boxed) -> Expression.Form {
    switch box.form {
    case .literal, .refused: return .null
    case .context(let entries): return context(entries, box)
    case .list(let items): return .list(items.map { expression($0) })
    case .relation(let columns, let rows): return .list(rows.map { row($0, columns, box) })
    case .function(let definition):
      return function(definition, result: declaration(definition.type).ofResult).form
    case .invocation(let function, let bindings): return invocation(function, bindings, box)
    case .conditional(let condition, let positive, let negative):
      return .conditional(
        expression(condition, at: box.location), expression(positive, at: box.location),
        expression(negative, at: box.location))
    case .loop(let name, let iterated, let body):
      let iterator = iterator(name, iterated, box)
      return .loop([iterator], inner(body, declaring: [name], box, "partial"))
    case .quantified(let quantifier, let name, let iterated, let body):
      let iterator = iterator(name, iterated, box)
      return .quantified(quantifier, [iterator], inner(body, declaring: [name], box))
    case .filter(let list, let match):
      let list = expression(list, at: box.location)
      return .filter(list, inner(match, declaring: ["item"] + list.entryNames, box))
    case .table(let table): return self.table(table, box)
    }
  }

  private mutating func inner(_ body: Boxed?, declaring more: [String], _ box: Boxed, _ other: String? = nil)
    -> Expression
  {
    let outer = names
    defer { names = outer }
    declare(more + [other].compactMap(\.self))
    return expression(body, at: box.location)
  }

  private mutating func iterator(_ name: String, _ iterated: Boxed.Iterated, _ box: Boxed)
    -> Expression.Iterator
  {
    let list = expression(iterated.list, at: box.location)
    declare(list.entryNames)
    return Expression.Iterator(name: name, nameExtent: list.extent, domain: .list(typed(list, iterated.type)))
  }

  mutating func typed(_ value: Expression, _ reference: Model.TypeReference?) -> Expression {
    typed(value, declaration(reference))
  }

  func typed(_ value: Expression, _ declaration: Declaration) -> Expression {
    declaration.isAny ? value : Expression(.typed(value, declaration), at: value.extent)
  }

  /// An entry without a name is the result, and stands last.
  private mutating func context(_ entries: [Boxed.Entry], _ box: Boxed) -> Expression.Form {
    var parts: [Expression.Entry] = []
    for (index, entry) in entries.enumerated() {
      let extent = types.manuscript.place(entry.location)
      guard let variable = entry.variable else {
        if index == entries.count - 1 {
          let result = expression(entry.value, at: entry.location)
          parts.append(Expression.Entry(name: "", nameExtent: extent, value: result))
          return .path(Expression(.context(parts), at: extent), "", extent)
        }
        let failed = refused(
          .missing, at: entry.location, "only the last entry of a context can be without a name")
        parts.append(Expression.Entry(name: "entry \(index + 1)", nameExtent: extent, value: failed))
        continue
      }
      let type = declaration(variable.type)
      let value = typed(expression(entry.value, at: entry.location), type)
      parts.append(Expression.Entry(name: variable.name, nameExtent: extent, value: value))
      declare([variable.name] + type.type.memberNames + value.entryNames)
    }
    return .context(parts)
  }

  private mutating func row(_ cells: [Boxed], _ columns: [Model.Variable], _ box: Boxed) -> Expression {
    let extent = types.manuscript.place(box.location)
    guard cells.count == columns.count else {
      return refused(
        .missing, at: cells.first?.location ?? box.location,
        "a row has a cell for each of the \(columns.count) columns, not \(cells.count)")
    }
    let entries = zip(columns, cells).map { column, cell in
      Expression.Entry(
        name: column.name, nameExtent: extent, value: typed(expression(cell), column.type))
    }
    return Expression(.record(entries), at: extent)
  }

  mutating func function(_ definition: FunctionDefinition, result: Declaration = .any) -> Expression {
    let extent = types.manuscript.place(definition.location)
    let outer = names
    defer { names = outer }
    var admissions: [Expression.Admission] = []
    var parameters: [Expression.Parameter] = []
    for parameter in definition.parameters {
      let type = declaration(parameter.type)
      admissions.append(Expression.Admission(parameter.name, type))
      parameters.append(
        Expression.Parameter(name: parameter.name, nameExtent: extent, type: nil, declaration: type))
      declare([parameter.name] + type.type.memberNames)
    }
    let body: Expression
    switch definition.kind {
    case .feel: body = typed(expression(definition.body, at: definition.location), result)
    case .java, .pmml:
      body = refused(
        .notSupported, at: definition.location,
        "functions of the kind `\(definition.kind.rawValue)` are not carried out, only FEEL")
    }
    return Expression(.function(parameters, Expression(.admitted(admissions, body), at: extent)), at: extent)
  }

  private mutating func invocation(_ function: Boxed?, _ bindings: [Boxed.Entry], _ box: Boxed)
    -> Expression.Form
  {
    let target = expression(function, at: box.location)
    let arguments = bindings.map { binding in
      let extent = types.manuscript.place(binding.location)
      let value = expression(binding.value, at: binding.location)
      return Expression.Argument(
        name: binding.variable?.name, nameExtent: extent, value: typed(value, binding.variable?.type))
    }
    return .call(target, arguments)
  }
}
