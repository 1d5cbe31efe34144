import Diagnostics
import FEEL
import Facts
import XML

extension PackReader {
  /// Names must be unique and references must lead somewhere.
  mutating func checkNames(_ pack: Pack, _ root: Element) {
    checkRepeated(pack.sources.map(\.id), "source", root.line)
    checkRepeated(pack.sanctions.map(\.id), "sanction", root.line)
    checkRepeated(pack.parameters.map(\.name), "parameter", root.line)
    checkRepeated(pack.definitions.map { "\($0.per ?? "plan").\($0.name)" }, "definition", root.line)
    checkRepeated(pack.scopes.map(\.per), "scope", root.line)
    // A definition may rest on all before it: the number bounds how deep one evaluation can nest.
    if pack.definitions.count > 500 {
      report(.limit, root.line, "a pack has at most 500 definitions, this one \(pack.definitions.count)")
    }
    checkVersions(pack)
    checkReferences(pack)
    for scope in pack.scopes { checkKind(scope.per, scope.expression.firstLine) }
    for definition in pack.definitions {
      if let kind = definition.per { checkKind(kind, definition.expression.firstLine) }
    }
    for provision in pack.provisions { checkKind(provision.per, provision.location.line) }
  }

  private mutating func checkRepeated(_ names: [String], _ what: String, _ line: Int) {
    var seen: Set<String> = []
    for name in names where !seen.insert(name).inserted {
      report(.duplicate, line, "the \(what) `\(name)` is declared twice")
    }
  }

  /// One id may stand several times, as versions with periods that do not overlap.
  private mutating func checkVersions(_ pack: Pack) {
    for (index, provision) in pack.provisions.enumerated() {
      for other in pack.provisions[(index + 1)...] where other.id == provision.id {
        if provision.modality != other.modality || provision.per != other.per {
          report(
            .duplicate, other.location.line, "`\(other.id)` is a version of another kind of rule",
            suggestion: "give it an id of its own")
        } else if provision.period.overlaps(other.period) {
          report(.duplicate, other.location.line, "two versions of `\(other.id)` are in force on one day")
        }
      }
    }
  }

  private mutating func checkReferences(_ pack: Pack) {
    let sanctions = pack.sanctions.map(\.id)
    let permissions = pack.provisions.filter { $0.modality == .permission }
    for provision in pack.provisions {
      let line = provision.location.line
      for id in provision.sanctions where !sanctions.contains(id) {
        report(.reference, line, "there is no sanction `\(id)`", suggestion: didYouMean(id, among: sanctions))
      }
      let wanted = provision.releases + (provision.requirement?.permissions ?? [])
      for id in wanted {
        guard let permission = permissions.first(where: { $0.id == id }) else {
          report(
            .reference, line, "there is no permission `\(id)`",
            suggestion: didYouMean(id, among: permissions.map(\.id)))
          continue
        }
        if permission.per != provision.per {
          report(
            .reference, line,
            "`\(id)` is judged per \(permission.per), `\(provision.id)` per \(provision.per)")
        }
      }
    }
  }

  private mutating func checkKind(_ kind: String, _ line: Int) {
    let kinds = vocabulary.kinds.filter { $0.isSingleton || $0.collection != nil }.map(\.name)
    if !kinds.contains(kind) {
      report(
        .reference, line, "`\(kind)` is not a kind of subject", suggestion: didYouMean(kind, among: kinds))
    }
  }
}

extension Requirement {
  /// Ids of all permissions in the tree.
  var permissions: [String] {
    switch self {
    case .condition, .control: []
    case .permission(let id): [id]
    case .all(let parts), .any(let parts): parts.flatMap(\.permissions)
    }
  }
}
