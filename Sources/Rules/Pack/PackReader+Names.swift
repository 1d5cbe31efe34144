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
    for parameter in pack.parameters where parameter.isTailorable {
      if pack.kind == .law {
        report(
          .value, parameter.line, "`\(parameter.name)` is a value of the law, which no profile may change",
          suggestion: "`tailorable` is for packs of kind framework")
      } else if parameter.isTable {
        report(.value, parameter.line, "a parameter with columns cannot be tailorable")
      }
    }
    checkVersions(pack)
    checkSuccession(pack)
    checkReferences(pack)
    checkCircles(pack)
    let kinds = vocabulary.kinds.filter { $0.isSingleton || $0.collection != nil }.map(\.name)
    for scope in pack.scopes { check(scope.per, among: kinds, scope.expression.firstLine) }
    for definition in pack.definitions {
      if let kind = definition.per { check(kind, among: kinds, definition.location.line) }
      // The reason of a finding names the rows that fired, which a name without a subject could not.
      if case .decision = definition.body, definition.per == nil {
        report(.value, definition.location.line, "a decision is made for a subject, not for the plan")
      }
    }
    for provision in pack.provisions { check(provision.per, among: kinds, provision.location.line) }
  }

  private mutating func checkRepeated(_ names: [String], _ what: String, _ line: Int) {
    var seen: Set<String> = []
    for name in names where !seen.insert(name).inserted {
      report(.duplicate, line, "the \(what) `\(name)` is declared twice")
    }
  }

  /// One id may stand several times, as versions with periods that do not overlap.
  private mutating func checkVersions(_ pack: Pack) {
    let ids = pack.provisions.map(\.id)
    for index in ids.indices {
      for later in ids.indices[(index + 1)...] where ids[later] == ids[index] {
        let (provision, other) = (pack.provisions[index], pack.provisions[later])
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

  /// An id that was given up stays given up, and has one fate.
  private mutating func checkSuccession(_ pack: Pack) {
    checkRepeated(pack.retired.map(\.id), "retired provision", 1)
    for provision in pack.provisions {
      let line = provision.location.line
      if let retired = pack.retired.first(where: { $0.id == provision.id }) {
        report(
          .duplicate, line,
          "`\(provision.id)` was retired\(retired.on.map { " on \($0)" } ?? "") and cannot be used again",
          suggestion: "give the provision an id of its own")
      }
      for id in provision.replaces {
        if pack.provisions.contains(where: { $0.id == id }) {
          report(.reference, line, "`\(provision.id)` replaces `\(id)`, which is still there")
        } else if pack.retired.contains(where: { $0.id == id }) {
          report(.reference, line, "`\(id)` is retired, so `\(provision.id)` cannot replace it")
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
      if provision.modality == .prohibition {
        for reading in provision.readings where reading.requirement != nil {
          report(
            .value, line,
            "the reading `\(reading.id)` of a prohibition has <requires>, which only an obligation or permission has",
            suggestion:
              "let it differ in <applies>, or write the other interpretation as a provision of its own")
        }
      }
      for id in provision.releases + provision.permissions {
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

  /// Permissions may rest on permissions, but not on themselves, nor on so many that to judge one takes forever.
  private mutating func checkCircles(_ pack: Pack) {
    let permissions = pack.provisions.filter { $0.modality == .permission }
    let rests = Dictionary(permissions.map { ($0.id, $0.permissions) }, uniquingKeysWith: +)
    /// How many are judged for one, along every way; nil while it is being counted.
    var ways: [String: Int?] = [:]
    func count(_ id: String, _ depth: Int) -> Int? {
      if let known = ways[id] { return known }
      // The stack is finite.
      if depth > PackReader.permissionLimit { return PackReader.permissionLimit + 1 }
      ways[id] = .some(nil)
      var sum = 1
      for next in rests[id] ?? [] {
        guard let part = count(next, depth + 1) else { return nil }
        sum = min(sum + part, PackReader.permissionLimit + 1)
      }
      ways[id] = sum
      return sum
    }
    for permission in permissions {
      switch count(permission.id, 0) {
      case nil:
        report(
          .reference, permission.location.line,
          "the permission `\(permission.id)` rests on itself, or on one that does")
      case .some(let number) where number > PackReader.permissionLimit:
        report(
          .limit, permission.location.line,
          "to judge `\(permission.id)` more than \(PackReader.permissionLimit) permissions must be judged, each as often as it is named"
        )
      default: break
      }
    }
  }

  private static let permissionLimit = 200

  private mutating func check(_ kind: String, among kinds: [String], _ line: Int) {
    if !kinds.contains(kind) {
      report(
        .reference, line, "`\(kind)` is not a kind of subject", suggestion: didYouMean(kind, among: kinds))
    }
  }
}

extension Provision {
  /// Ids of all permissions that its requirement or that of a reading names.
  fileprivate var permissions: [String] {
    (requirement?.permissions ?? []) + readings.flatMap { $0.requirement?.permissions ?? [] }
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
