import Diagnostics
import FEEL

/// Resolves the names of types in a set of models.
struct Types {
  let models: [Model]
  var manuscript = Manuscript()
  var mistakes: [Diagnostic] = []
  private var known: [String: Declaration] = [:]
  private var open: Set<String> = []
  private var names: [Int: [Type.Member]] = [:]

  /// Levels of types that rest on one another.
  private static let depthLimit = 60
  /// Parts of one type, with those of its parts.
  private static let weightLimit = 10_000

  init(_ models: [Model]) { self.models = models }

  /// The type that a reference in a model means; any, and a mistake, if it means none.
  mutating func declaration(_ reference: Model.TypeReference?, in model: Int) -> Declaration {
    guard let reference else { return .any }
    if let type = Types.builtin(reference.name) { return Declaration(.plain(type), name: reference.name) }
    if let (home, item) = find(reference.name, in: model) { return declaration(item, in: home) }
    let names = models[model].types.map(\.name) + Types.names
    mistakes.append(
      Diagnostic(
        .unknownType, at: reference.location, "there is no type `\(reference.name)`",
        suggestion: didYouMean(reference.name, among: names)))
    return .any
  }

  /// The types that texts of a model can name, with those of its imports.
  mutating func named(in model: Int) -> [Type.Member] {
    if let names = names[model] { return names }
    var result = models[model].types.map { Type.Member($0.name, declaration($0, in: model).type) }
    for each in models[model].imports {
      guard let home = models.firstIndex(where: { $0.namespace == each.namespace }), home != model else {
        continue
      }
      let prefix = each.name.isEmpty ? "" : each.name + "."
      result += models[home].types.map { Type.Member(prefix + $0.name, declaration($0, in: home).type) }
    }
    names[model] = result
    return result
  }

  private func find(_ name: String, in model: Int) -> (Int, ItemDefinition)? {
    if let item = models[model].types.first(where: { $0.name == name }) { return (model, item) }
    for each in models[model].imports {
      guard each.name.isEmpty || name.hasPrefix(each.name + "."),
        let home = models.firstIndex(where: { $0.namespace == each.namespace })
      else { continue }
      let rest = each.name.isEmpty ? name : String(name.dropFirst(each.name.count + 1))
      if let item = models[home].types.first(where: { $0.name == rest }) { return (home, item) }
    }
    // DMN 1.1 wrote `feel:number` and `prefix:type`.
    if let colon = name.firstIndex(of: ":") {
      let rest = String(name[name.index(after: colon)...])
      if let item = models[model].types.first(where: { $0.name == rest }) { return (model, item) }
    }
    return nil
  }

  private mutating func declaration(_ item: ItemDefinition, in model: Int) -> Declaration {
    let key = "\(model) \(item.name)"
    if let known = known[key] { return known }
    guard open.count < Types.depthLimit, open.insert(key).inserted else {
      if open.count >= Types.depthLimit {
        mistakes.append(
          Diagnostic(
            .limit, at: item.location, "types rest on one another at most \(Types.depthLimit) levels deep"))
      }
      return .any
    }
    defer { open.remove(key) }
    let result = weighed(resolved(item, in: model), item)
    known[key] = result
    return result
  }

  private mutating func weighed(_ declaration: Declaration, _ item: ItemDefinition) -> Declaration {
    guard declaration.weight > Types.weightLimit else { return declaration }
    mistakes.append(
      Diagnostic(.limit, at: item.location, "a type has at most \(Types.weightLimit) parts"))
    return .any
  }

  private mutating func resolved(_ item: ItemDefinition, in model: Int) -> Declaration {
    var form: Declaration.Form
    var allowed: [Checked.Tests] = []
    if !item.components.isEmpty {
      form = .context(
        item.components.map { Declaration.Member($0.name, weighed(resolved($0, in: model), $0)) })
    } else if let function = item.function {
      form = .plain(
        .function(
          function.parameters.map { declaration($0.type, in: model).type },
          declaration(function.result, in: model).type))
    } else {
      let base = declaration(item.base, in: model)
      (form, allowed) = (base.form, base.allowed)
    }
    let own = Declaration(form, name: item.name, allowed: allowed)
    let ofItems = item.allowedValues.map { tests($0, of: own.type) } ?? []
    var result = Declaration(form, name: item.name, allowed: allowed + ofItems)
    if item.isCollection { result = Declaration(.list(result), name: item.name) }
    if let constraint = item.constraint {
      result = Declaration(
        result.form, name: item.name, allowed: result.allowed + tests(constraint, of: result.type))
    }
    return result
  }

  private mutating func tests(_ source: Source, of type: Type) -> [Checked.Tests] {
    guard source.bytes.contains(where: { $0 > 0x20 }) else { return [] }
    return [Checked.Tests(manuscript.tests(source, names: type.memberNames), of: type)]
  }

  private static let names = [
    "Any", "boolean", "number", "string", "date", "time", "date and time", "days and time duration",
    "years and months duration",
  ]

  static func builtin(_ name: String) -> Type? {
    let plain = name.hasPrefix("feel:") ? String(name.dropFirst(5)) : name
    return switch plain {
    case "Any", "any": .any
    case "Null": .null
    case "boolean": .boolean
    case "number": .number
    case "string": .string
    case "date": .date
    case "time": .time
    case "date and time", "dateTime": .dateTime
    case "days and time duration", "day and time duration", "dayTimeDuration": .days
    case "years and months duration", "year and month duration", "yearMonthDuration": .months
    case "list": .list(.any)
    case "context": .context([])
    case "range": .range(.any)
    case "function": .any
    default: nil
    }
  }
}
