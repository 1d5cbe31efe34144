import Diagnostics
import FEEL
import Facts
import Rules

extension CompiledPack {
  /// Parts of provisions left out or joined otherwise.
  func structureMutants(_ vocabulary: Vocabulary, _ dependence: Dependence) -> [Mutant] {
    provisions.indices.flatMap { exceptionMutants($0, dependence) + requirementMutants($0, dependence) }
      + scopeMutants(vocabulary, dependence)
  }

  private func scopeMutants(_ vocabulary: Vocabulary, _ dependence: Dependence) -> [Mutant] {
    scopes.indices.compactMap { kind in
      guard let scope = scopes[kind] else { return nil }
      let affected = dependence.affected(by: .scope(kind))
      if affected.isEmpty { return nil }
      let source = scope.expression.source
      return Mutant(
        .scopeDropped, at: Location(file: source.name, line: source.firstLine),
        "the scope per \(vocabulary.kinds[kind].name) is left out", affected: affected
      ) { $0.scopes[kind] = nil }
    }
  }

  private func exceptionMutants(_ place: Int, _ dependence: Dependence) -> [Mutant] {
    let provision = provisions[place]
    let id = provision.rule.id
    let affected = dependence.affected(by: .provision(place))
    var mutants: [Mutant] = []
    if let applies = provision.applies {
      let source = applies.expression.source
      mutants.append(
        Mutant(
          .scopeDropped, at: Location(file: source.name, line: source.firstLine),
          "<applies> of \(id) is left out", provision: place, affected: affected
        ) { $0.provisions[place] = $0.provisions[place].with(applies: .some(nil)) })
    }
    for index in provision.exceptions.indices {
      let source = provision.exceptions[index].expression.source
      let title = provision.provision.exceptions[index].title.map { " \"\($0)\"" } ?? ""
      mutants.append(
        Mutant(
          .exceptionDropped, at: Location(file: source.name, line: source.firstLine),
          "the exception\(title) of \(id) is left out", provision: place, affected: affected
        ) { pack in
          let provision = pack.provisions[place]
          var exceptions = provision.exceptions
          exceptions.remove(at: index)
          pack.provisions[place] = provision.with(exceptions: exceptions).with {
            $0.exceptions.remove(at: index)
          }
        })
    }
    for (index, release) in provision.rule.releases.enumerated() {
      mutants.append(
        Mutant(
          .releaseDropped, at: provision.provision.location, "the release `\(release)` of \(id) is left out",
          provision: place, affected: affected
        ) { $0.provisions[place] = $0.provisions[place].with { $0.releases.remove(at: index) } })
    }
    return mutants
  }

  private func requirementMutants(_ place: Int, _ dependence: Dependence) -> [Mutant] {
    let provision = provisions[place]
    let id = provision.rule.id
    let affected = dependence.affected(by: .provision(place))
    var mutants: [Mutant] = []
    func add(
      _ kind: MutationKind, at part: CompiledRequirement, _ words: String, _ path: [Int],
      with new: CompiledRequirement?
    ) {
      let location = part.location ?? provision.provision.location
      mutants.append(
        Mutant(kind, at: location, "in \(id), \(words)", provision: place, affected: affected) { pack in
          let provision = pack.provisions[place]
          let requirement = provision.requirement.replacing(path, with: new) ?? .all([])
          pack.provisions[place] = provision.with(requirement: requirement)
        })
    }
    for part in provision.requirement.parts {
      switch part.requirement {
      case .all(let inner) where inner.count > 1:
        add(
          .connective, at: inner[0], "\(inner.words) need not all hold, one is enough", part.path,
          with: .any(inner))
      case .any(let inner) where inner.count > 1:
        add(
          .connective, at: inner[0], "of \(inner.words) all must hold, not one", part.path, with: .all(inner))
      default: break
      }
      guard let inner = part.requirement.inner, inner.count > 1 else { continue }
      for index in inner.indices {
        add(
          .requirementDropped, at: inner[index], "\(inner[index].words) is left out", part.path + [index],
          with: nil)
      }
    }
    return mutants
  }
}

extension CompiledRequirement {
  var inner: [CompiledRequirement]? {
    switch self {
    case .all(let inner), .any(let inner): inner
    case .condition, .control, .permission: nil
    }
  }

  /// Where a condition in it stands.
  var location: Location? {
    switch self {
    case .condition(let condition, _, _):
      let source = condition.expression.source
      return Location(file: source.name, line: source.firstLine)
    case .control, .permission: return nil
    case .all(let inner), .any(let inner): return inner.lazy.compactMap(\.location).first
    }
  }

  var words: String {
    switch self {
    case .condition(_, let title, _): "the condition \"\(title)\""
    case .control(let id): "the control `\(id)`"
    case .permission(let id): "the permission `\(id)`"
    case .all(let inner): "all of (\(inner.map(\.words).joined(separator: ", ")))"
    case .any(let inner): "any of (\(inner.map(\.words).joined(separator: ", ")))"
    }
  }
}

extension [CompiledRequirement] {
  fileprivate var words: String { map(\.words).joined(separator: ", ") }
}
