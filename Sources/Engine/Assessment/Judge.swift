import Diagnostics
import FEEL
import Facts
import Rules

/// Who tells a judge what holds for subjects: the reference, for one subject, with reasons; or columns, for many.
protocol Witness {
  /// Whether a condition holds for these subjects. Those for whom it gives no answer are added to `broken`.
  mutating func ask(
    _ condition: CompiledCondition, as role: Role, for subjects: UInt64, _ broken: inout UInt64
  ) -> Truths
  /// Whether a control is in place.
  mutating func ask(control id: String, as part: Reason.Part, for subjects: UInt64) -> Truths
  /// What is known already of a permission, whatever its version.
  func recall(permission id: String) -> Truths?
  mutating func remember(permission id: String, _ truths: Truths)
  /// A permission is looked into from here on, and what is noted is noted of it,
  mutating func enter()
  /// until here.
  mutating func leave(
    _ permission: CompiledProvision, as part: Reason.Part, _ outlook: Outlook, _ truths: Truths)
}

/// For what a condition is asked.
enum Role {
  case scope, applies
  case exception(Int, of: CompiledProvision)
  case requirement(Reason.Part, title: String, citations: [Citation])
}

/// Judges provisions of one pack on one day, for one subject or for up to 64 at once. Kleene logic throughout: an unknown
/// part matters only where the answer may change.
struct Judge<Source: Witness> {
  var witness: Source
  let pack: CompiledPack
  let day: CalendarDate

  init(_ witness: Source, pack: CompiledPack, day: CalendarDate) {
    self.witness = witness
    self.pack = pack
    self.day = day
  }

  /// `reading` nil is the provision itself.
  mutating func outlook(
    of provision: CompiledProvision, reading: CompiledReading? = nil, for subjects: UInt64
  ) -> Outlook {
    var outlook = Outlook()
    var applies = Truths.yes
    // Those for whom it is not settled that it does not apply; nobody else is asked about.
    var open = subjects
    if let scope = pack.scopes[provision.kind] {
      applies = witness.ask(scope, as: .scope, for: open, &outlook.error)
      open = subjects & applies.mayHold
    }
    if open != 0, let condition = reading.map({ $0.applies(to: provision) }) ?? provision.applies {
      applies = applies.and(witness.ask(condition, as: .applies, for: open, &outlook.error))
      open = subjects & applies.mayHold
    }
    if open != 0, !provision.exceptions.isEmpty {
      for (index, condition) in provision.exceptions.enumerated() {
        let role = Role.exception(index, of: provision)
        applies = applies.and(witness.ask(condition, as: role, for: open, &outlook.error).not)
      }
      open = subjects & applies.mayHold
    }
    outlook.mayApply = open
    outlook.notApplicable = subjects & applies.mayFail
    if open != 0 {
      let met = require(provision, reading, open, &outlook.error)
      outlook.satisfied = open & met.mayHold
      if provision.rule.modality == .permission {
        outlook.notApplicable |= open & met.mayFail
      } else {
        outlook.gap = open & met.mayFail
      }
    }
    outlook.satisfied &= ~outlook.error
    outlook.gap &= ~outlook.error
    outlook.notApplicable &= ~outlook.error
    return outlook
  }

  private mutating func require(
    _ provision: CompiledProvision, _ reading: CompiledReading?, _ subjects: UInt64, _ broken: inout UInt64
  ) -> Truths {
    let requirement = reading?.requirement ?? provision.requirement
    guard provision.rule.modality == .prohibition else {
      let part: Reason.Part = provision.rule.modality == .permission ? .allows : .requires
      return weigh(requirement, part, subjects, &broken)
    }
    var met = weigh(requirement, .forbids, subjects, &broken).not
    for release in provision.rule.releases where subjects & met.mayFail != 0 {
      met = met.or(permit(release, .release, subjects & met.mayFail, &broken))
    }
    return met
  }

  private mutating func weigh(
    _ requirement: CompiledRequirement, _ part: Reason.Part, _ subjects: UInt64, _ broken: inout UInt64
  ) -> Truths {
    switch requirement {
    case .condition(let condition, let title, let citations):
      let role = Role.requirement(part, title: title, citations: citations)
      return witness.ask(condition, as: role, for: subjects, &broken)
    case .control(let id): return witness.ask(control: id, as: part, for: subjects)
    case .permission(let id): return permit(id, part, subjects, &broken)
    case .all(let parts):
      var result = Truths.yes
      for each in parts { result = result.and(weigh(each, part, subjects, &broken)) }
      return result
    case .any(let parts):
      var result = Truths.no
      for each in parts { result = result.or(weigh(each, part, subjects, &broken)) }
      return result
    }
  }

  /// Whether a permission of the pack in force on the day allows it.
  private mutating func permit(
    _ id: String, _ part: Reason.Part, _ subjects: UInt64, _ broken: inout UInt64
  ) -> Truths {
    if let known = witness.recall(permission: id) { return known }
    var result = Truths.no
    var innerBroken: UInt64 = 0
    for place in pack.permissions[id] ?? [] {
      let permission = pack.provisions[place]
      guard permission.rule.period.contains(day) else { continue }
      witness.enter()
      let inner = outlook(of: permission, for: subjects)
      let truths = Truths(
        mayHold: inner.satisfied, mayFail: ~inner.satisfied | inner.notApplicable | inner.gap)
      innerBroken |= inner.error
      result = result.or(truths)
      witness.leave(permission, as: part, inner, truths)
    }
    broken |= innerBroken
    if innerBroken == 0 { witness.remember(permission: id, result) }
    return result
  }
}
