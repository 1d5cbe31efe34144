/// What the slots of an expression hold, as the builder sees them.
struct Scope {
  enum Binding {
    case constant(Value)
    case singleton(Int)
    case collection(Int)
    case row(kind: Int, Origin)
    /// A member of a list column that is no row.
    case element(list: Int, owner: Int?, Type)
    case definition(CheckedExpression, Type)
    /// The same for all rows, and only the reference can follow it.
    case given
    /// No row and no column: only the reference can follow it.
    case opaque
  }

  /// Over what a row variable runs.
  enum Origin {
    case subject, collection
    /// The members of a list column of the row in slot `owner`; nil: of the plan itself, or of rows elsewhere.
    case list(Int, owner: Int?)
  }

  private(set) var bindings: [Binding]
  /// The slot of the row that functions of the host speak of.
  let subject: Int?
  /// The slots below hold what they hold for the world; those above were bound by iterators.
  let worldCount: Int

  init(_ bindings: [Binding], subject: Int?) {
    self.bindings = bindings
    self.subject = subject
    worldCount = bindings.count
  }

  /// The slot that the next iterator binds.
  var next: Int { bindings.count }

  subscript(slot: Int) -> Binding { slot < bindings.count ? bindings[slot] : .opaque }

  /// Iterators that run over constants, by slot.
  var constants: [Int: Value] {
    var constants: [Int: Value] = [:]
    for slot in worldCount..<bindings.count {
      if case .constant(let value) = bindings[slot] { constants[slot] = value }
    }
    return constants
  }

  func kind(of slot: Int) -> Int? {
    if case .row(let kind, _) = self[slot] { kind } else { nil }
  }

  func adding(_ binding: Binding) -> Scope {
    var scope = self
    scope.bindings.append(binding)
    return scope
  }

  /// As a definition of the plan sees it: only the slots before its own.
  func prefix(_ count: Int) -> Scope { Scope(Array(bindings.prefix(count)), subject: nil) }
}

extension ProgramBuilder {
  /// The slots for a condition about rows of `kind`.
  func scope(for kind: Int?) -> Scope {
    var subject: Int?
    let bindings: [Scope.Binding] = world.slots.enumerated().map { slot, meaning in
      switch meaning {
      case .subject:
        guard let kind else { return .opaque }
        subject = slot
        return .row(kind: kind, .subject)
      case .singleton(let kind): return .singleton(kind)
      case .collection(let kind): return .collection(kind)
      case .constant(let value): return .constant(value)
      case .given: return .given
      case .definition(let expression):
        return .definition(expression, world.environment.variables[slot].type)
      }
    }
    return Scope(bindings, subject: subject)
  }
}

extension Scope {
  /// The rows on which an expression depends, by slot.
  func variables(of node: Checked) -> [Int] {
    guard node.isTransparent else {
      return bindings.indices.filter { slot in
        switch bindings[slot] {
        case .row, .element: true
        default: false
        }
      }
    }
    var found: Set<Int> = []
    collect(node, &found)
    return found.sorted()
  }

  private func collect(_ node: Checked, _ found: inout Set<Int>) {
    switch node {
    case .slot(let slot): note(slot, &found)
    case .entry(let slot, _, let otherwise):
      note(slot, &found)
      collect(otherwise, &found)
    case .host:
      if let subject { found.insert(subject) }
    default: break
    }
    for part in node.parts { collect(part, &found) }
  }

  private func note(_ slot: Int, _ found: inout Set<Int>) {
    // Slots above are bound inside the expression itself.
    guard slot < bindings.count else { return }
    switch bindings[slot] {
    case .row, .element, .opaque: found.insert(slot)
    default: break
    }
  }
}
