import Diagnostics
import FEEL

/// Resolves references between the elements of a set of models, and brings them into an order.
struct Linker {
  struct Item {
    let node: Node
    let model: Int
    /// What its logic refers to, with the name of the import that leads there.
    var requirements: [Requirement] = []
    /// For a service.
    var outputs: [Int] = []
    var inner: [Int] = []
    var inputs: [Int] = []

    var all: [Int] { requirements.map(\.target) + outputs + inner + inputs }
  }

  struct Requirement {
    let target: Int
    /// Empty for an element of the same model.
    let prefix: String
  }

  let models: [Model]
  private(set) var items: [Item] = []
  var mistakes: [Diagnostic] = []
  private var places: [String: Int] = [:]
  private var names: [String: Int] = [:]

  init(_ models: [Model]) {
    self.models = models
    for (index, model) in models.enumerated() {
      for node in model.nodes { add(node, index) }
    }
    for index in items.indices { resolve(index) }
  }

  private mutating func add(_ node: Node, _ model: Int) {
    let key = models[model].namespace + "#" + node.id
    if !node.id.isEmpty {
      if let other = places[key] {
        let first = items[other].node.location
        let place = first.file == node.location.file ? "line \(first.line)" : "\(first.file):\(first.line)"
        mistakes.append(
          Diagnostic(.duplicate, at: node.location, "the id `\(node.id)` already stands in \(place)"))
      } else {
        places[key] = items.count
      }
    }
    let name = "\(model) \(node.name)"
    if let twin = names[name], !node.name.isEmpty {
      mistakes.append(
        Diagnostic(
          .duplicate, at: node.location,
          "another element is called `\(node.name)`, in line \(items[twin].node.location.line)"))
    }
    names[name] = items.count
    items.append(Item(node: node, model: model))
  }

  private mutating func resolve(_ index: Int) {
    let item = items[index]
    for requirement in item.node.requirements {
      guard let (target, prefix) = find(requirement.reference, in: item.model) else { continue }
      items[index].requirements.append(Requirement(target: target, prefix: prefix))
    }
    guard case .service(let service) = item.node.kind else { return }
    items[index].outputs = service.outputs.compactMap { find($0, in: item.model)?.0 }
    items[index].inner = service.encapsulated.compactMap { find($0, in: item.model)?.0 }
    items[index].inputs = (service.inputData + service.inputDecisions).compactMap {
      find($0, in: item.model)?.0
    }
  }

  private mutating func find(_ reference: Node.Reference, in model: Int) -> (Int, prefix: String)? {
    let parts = reference.href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let namespace = parts.count == 2 && !parts[0].isEmpty ? String(parts[0]) : models[model].namespace
    let id = String(parts.last ?? "")
    guard let target = places[namespace + "#" + id] else {
      mistakes.append(
        Diagnostic(
          .reference, at: reference.location, "no element has the id `\(reference.href)`",
          suggestion: didYouMean(id, among: models[model].nodes.map(\.id))))
      return nil
    }
    if items[target].model == model { return (target, "") }
    guard let each = models[model].imports.first(where: { $0.namespace == namespace }) else {
      mistakes.append(
        Diagnostic(
          .reference, at: reference.location, "the model `\(namespace)` is not imported here"))
      return nil
    }
    return (target, each.name)
  }

  /// Elements before those that rest on them; what rests on itself is cut and told.
  mutating func order() -> [Int] {
    enum State { case new, open, done }
    var states = [State](repeating: .new, count: items.count)
    var order: [Int] = []
    for start in items.indices where states[start] == .new {
      var path: [(index: Int, next: Int)] = [(start, 0)]
      states[start] = .open
      while let top = path.last {
        let targets = items[top.index].all
        guard top.next < targets.count else {
          states[top.index] = .done
          order.append(top.index)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let target = targets[top.next]
        switch states[target] {
        case .done: break
        case .new:
          states[target] = .open
          path.append((target, 0))
        case .open:
          let circle = path.drop { $0.index != target }.map(\.index)
          if !circle.allSatisfy(isKnowledge) { cut(circle, target) }
        }
      }
    }
    return order
  }

  /// Business knowledge models may call one another.
  private func isKnowledge(_ index: Int) -> Bool {
    if case .knowledge = items[index].node.kind { true } else { false }
  }

  private mutating func cut(_ circle: [Int], _ target: Int) {
    let circleNames = (circle + [target]).map { "`\(items[$0].node.name)`" }
    mistakes.append(
      Diagnostic(
        .cycle, at: items[target].node.location,
        "an element cannot rest on itself: \(circleNames.joined(separator: " → "))"))
    guard let last = circle.last else { return }
    items[last].requirements.removeAll { $0.target == target }
    items[last].outputs.removeAll { $0 == target }
    items[last].inner.removeAll { $0 == target }
    items[last].inputs.removeAll { $0 == target }
  }
}
