import Diagnostics
package import FEEL

extension Decisions {
  /// Links and compiles models; the first is the one that questions are asked of, the others are imported.
  package init(_ models: [Model], in surroundings: Surroundings = Surroundings()) {
    var compiler = Compiler(models, surroundings)
    compiler.compile()
    self.init(
      elements: compiler.elements.enumerated().map { index, element in
        element ?? compiler.empty(index)
      },
      definitions: compiler.definitions, manuscript: compiler.assembler.types.manuscript,
      surroundings: surroundings, order: compiler.order, mistakes: compiler.mistakes)
  }
}

/// Compiles elements in the order of their dependence, so that the types of what they rest on are known.
private struct Compiler {
  var linker: Linker
  var assembler: Assembler
  var elements: [Decisions.Element?]
  var definitions: [Function] = []
  var order: [Int] = []
  private var logicMistakes: [Diagnostic] = []

  private let surroundings: Surroundings

  init(_ models: [Model], _ surroundings: Surroundings) {
    self.surroundings = surroundings
    linker = Linker(models)
    assembler = Assembler(models)
    elements = Array(repeating: nil, count: linker.items.count)
  }

  var mistakes: [Diagnostic] {
    (linker.mistakes + assembler.types.mistakes + logicMistakes).inFileOrder
  }

  mutating func compile() {
    order = linker.order()
    for model in linker.models.indices { _ = assembler.types.named(in: model) }
    // A function has its place before its body is there, so that it can call itself.
    definitions = linker.items.map { _ in Function.refused([]) }
    for index in order {
      let item = linker.items[index]
      assembler.model = item.model
      switch item.node.kind {
      case .input: elements[index] = input(item)
      case .decision(let logic): elements[index] = decision(logic, item, index)
      case .knowledge(let function): elements[index] = knowledge(function, item, index)
      case .service: elements[index] = service(item, index)
      }
    }
  }

  func empty(_ index: Int) -> Decisions.Element {
    let item = linker.items[index]
    return element(item, .any, .any)
  }

  private mutating func input(_ item: Linker.Item) -> Decisions.Element {
    let type = assembler.declaration(item.node.variable.type)
    return element(item, type, type.type)
  }

  private mutating func decision(_ logic: Boxed?, _ item: Linker.Item, _ index: Int) -> Decisions.Element {
    let scope = scope(of: item)
    assembler.names = scope.environment.visibleNames
    let type = assembler.declaration(item.node.variable.type)
    (assembler.name, assembler.result) = (item.node.name, type)
    let tree =
      logic.map { assembler.typed(assembler.expression($0), type) }
      ?? Expression(.null, at: assembler.types.manuscript.place(item.node.location))
    let compiled = Logic(tree, in: scope.environment, assembler.types.manuscript)
    logicMistakes += compiled.mistakes
    definitions[index] = compiled.function(of: scope.frame.map { linker.items[$0].node.variable.name })
    return element(
      item, type, type.isAny ? compiled.type : type.type, logic: compiled, frame: scope.frame,
      definition: index)
  }

  private mutating func knowledge(_ function: FunctionDefinition?, _ item: Linker.Item, _ index: Int)
    -> Decisions.Element
  {
    var scope = scope(of: item)
    scope.environment.aliases.insert(
      Environment.Alias(item.node.variable.name, .definition(index), .any), at: 0)
    assembler.names = scope.environment.visibleNames
    let result = result(of: function, item)
    let parameters = (function?.parameters ?? []).map {
      Expression.Admission($0.name, assembler.declaration($0.type))
    }
    (assembler.name, assembler.result) = (item.node.name, result)
    let tree =
      function.map { assembler.function($0, result: result) }
      ?? assembler.refused(.missing, at: item.node.location, "`\(item.node.name)` has no logic")
    let compiled = Logic(tree, in: scope.environment, assembler.types.manuscript)
    logicMistakes += compiled.mistakes
    if let function = compiled.function { definitions[index] = function }
    var type = result.type
    if result.isAny, case .function(_, let inferred) = compiled.type { type = inferred }
    return element(
      item, result, type, parameters: parameters, logic: compiled, definition: index)
  }

  /// The type of what a business knowledge model gives: its variable is declared as that, or as a function.
  private mutating func result(of function: FunctionDefinition?, _ item: Linker.Item) -> Declaration {
    for reference in [item.node.variable.type, function?.type] {
      let type = assembler.declaration(reference)
      if !type.ofResult.isAny { return type.ofResult }
    }
    return .any
  }

  private mutating func service(_ item: Linker.Item, _ index: Int) -> Decisions.Element {
    let parameters = item.inputs.map { target in
      Expression.Admission(linker.items[target].node.variable.name, elements[target]?.type ?? .any)
    }
    var steps: [Function.Step] = []
    var slots: [Int: Int] = [:]
    for (slot, input) in item.inputs.enumerated() { slots[input] = slot }
    for target in needed(by: item) {
      guard slots[target] == nil, let element = elements[target] else { continue }
      slots[target] = item.inputs.count + steps.count
      steps.append(
        Function.Step(definition: target, arguments: element.frame.map { slots[$0] }))
    }
    let outputs = item.outputs.map { (linker.items[$0].node.variable.name, slots[$0]) }
    let declared = assembler.declaration(item.node.variable.type).ofResult
    definitions[index] = Function.service(parameters, steps, outputs, result: declared)
    let types = item.outputs.map { elements[$0]?.valueType ?? .any }
    let inferred: Type =
      types.count == 1
      ? types[0]
      : .context(
        zip(item.outputs, types).map { Type.Member(linker.items[$0].node.variable.name, $1) })
    return element(
      item, declared, declared.isAny ? inferred : declared.type, parameters: parameters, definition: index)
  }

  private func element(
    _ item: Linker.Item, _ type: Declaration, _ valueType: Type,
    parameters: [Expression.Admission] = [], logic: Logic? = nil, frame: [Int] = [], definition: Int? = nil
  ) -> Decisions.Element {
    Decisions.Element(
      node: item.node, namespace: linker.models[item.model].namespace, type: type, valueType: valueType,
      parameters: parameters, logic: logic, frame: frame, definition: definition)
  }

  /// Every decision that the outputs of a service need and that is not an input of it, in order.
  private func needed(by item: Linker.Item) -> [Int] {
    var found: Set<Int> = []
    var open = item.outputs
    while let next = open.popLast() {
      guard !item.inputs.contains(next), case .decision = linker.items[next].node.kind,
        found.insert(next).inserted
      else { continue }
      open += elements[next]?.frame ?? []
    }
    return order.filter(found.contains)
  }

  /// The names that the logic of an element can use.
  private mutating func scope(of item: Linker.Item) -> (environment: Environment, frame: [Int]) {
    var environment = Environment(in: surroundings)
    environment.types = assembler.types.named(in: item.model)
    assembler.required = [:]
    var frame: [Int] = []
    var imported: [(prefix: String, entries: [(name: String, node: Checked, type: Type)])] = []
    for requirement in item.requirements {
      let target = linker.items[requirement.target]
      let name = target.node.variable.name
      let type = elements[requirement.target]?.meaning ?? .any
      let node: Checked
      switch target.node.kind {
      case .input, .decision:
        guard !frame.contains(requirement.target) else { continue }
        node = .slot(frame.count)
        if requirement.prefix.isEmpty { assembler.required[name] = elements[requirement.target]?.type }
        frame.append(requirement.target)
        environment.variables.append(
          Environment.Variable(requirement.prefix.isEmpty ? name : "", type))
      case .knowledge, .service:
        node = .definition(requirement.target)
        if requirement.prefix.isEmpty { environment.aliases.append(Environment.Alias(name, node, type)) }
      }
      if requirement.prefix.isEmpty { continue }
      if let place = imported.firstIndex(where: { $0.prefix == requirement.prefix }) {
        imported[place].entries.append((name, node, type))
      } else {
        imported.append((requirement.prefix, [(name, node, type)]))
      }
    }
    environment.aliases += imported.map { Environment.Alias(importing: $0.prefix, $0.entries) }
    return (environment, frame)
  }
}

extension Decisions.Element {
  /// What its name means in the logic of others.
  fileprivate var meaning: Type {
    switch node.kind {
    case .input, .decision: valueType
    case .knowledge, .service: .function(parameters.map(\.type.type), valueType)
    }
  }
}
