import Diagnostics
import FEEL
import Facts
import Rules

/// What a provision, or one of its readings, comes to for any plan.
struct Judged {
  /// In force, and its subject is there.
  var base: Term
  /// Scope, applicability and exceptions together.
  var applies: Truth
  var met: Truth
  /// The scope and the applicability without the exceptions.
  var beforeExceptions: Truth
  var exceptions: [Truth]
}

extension Translator {
  mutating func judged(_ provision: Provision, reading: Provision.Reading? = nil) -> Judged? {
    guard let kind = vocabulary.kind(named: provision.per) else { return nil }
    owner = provision.id
    let row = subjectRow(kind)
    var base = terms.and(isPresent(row), isInForce(provision.period))
    if let period = reading?.period { base = terms.and(base, isInForce(period)) }
    var applies = Truth.always
    for scope in pack.scopes where scope.per == provision.per {
      applies = and(applies, condition(scope.expression, for: row))
    }
    if let source = reading?.applies ?? provision.applies {
      applies = and(applies, condition(source, for: row))
    }
    let before = applies
    let exceptions = provision.exceptions.map { condition($0.expression, for: row) }
    for exception in exceptions { applies = and(applies, not(exception)) }
    var met = Truth.always
    if let requirement = reading?.requirement ?? provision.requirement {
      met = weigh(requirement, for: row, [provision.id])
    }
    if provision.modality == .prohibition {
      met = not(met)
      for release in provision.releases { met = or(met, permission(release, row, [provision.id])) }
    }
    return Judged(base: base, applies: applies, met: met, beforeExceptions: before, exceptions: exceptions)
  }

  mutating func weigh(_ requirement: Requirement, for row: Row, _ path: [String]) -> Truth {
    switch requirement {
    case .condition(let source, _, _): return condition(source, for: row)
    case .control(let id): return control(id, for: row, isPlanned: false)
    case .permission(let id): return permission(id, row, path)
    case .all(let parts):
      var result = Truth.always
      for part in parts { result = and(result, weigh(part, for: row, path)) }
      return result
    case .any(let parts):
      var result = Truth.never
      for part in parts { result = or(result, weigh(part, for: row, path)) }
      return result
    }
  }

  /// Whether a permission in force allows it.
  private mutating func permission(_ id: String, _ row: Row, _ path: [String]) -> Truth {
    let key = Conclusion(name: "permission \(id)", row: row)
    if case .truth(let known)? = conclusions[key] { return known }
    // Permissions that name one another in a circle are refused elsewhere.
    guard !path.contains(id) else { return anything() }
    var result = Truth.never
    for permission in pack.provisions where permission.id == id && permission.modality == .permission {
      var truth = Truth.always
      for scope in pack.scopes where scope.per == permission.per {
        truth = and(truth, condition(scope.expression, for: row))
      }
      if let applies = permission.applies { truth = and(truth, condition(applies, for: row)) }
      for exception in permission.exceptions {
        truth = and(truth, not(condition(exception.expression, for: row)))
      }
      if let requirement = permission.requirement {
        truth = and(truth, weigh(requirement, for: row, path + [id]))
      }
      let inForce = isInForce(permission.period)
      truth = and(truth, Truth(yes: inForce, no: terms.not(inForce)))
      result = or(result, truth)
    }
    conclusions[key] = .truth(result)
    return result
  }
}
