import FEEL
import Facts
import Rules

/// A provision as a docket judges it: places instead of names and conditions.
struct Demand {
  /// What must hold.
  indirect enum Requirement {
    case condition(Int)
    /// Place in the catalogue; nil: no such control.
    case control(Int?)
    /// Places of the versions of the permission.
    case permission([Int])
    case all([Requirement])
    case any([Requirement])
  }

  struct Reading {
    let applies: Int?
    let requirement: Requirement?
  }

  let scope: Int?
  let applies: Int?
  let exceptions: [Int]
  let requirement: Requirement
  /// Of a prohibition: the permissions that lift it.
  let releases: [[Int]]
  let modality: Provision.Modality
  let period: Period
  let readings: [Reading]

  init(_ compiled: CompiledProvision, _ pack: CompiledPack, _ rulebook: Rulebook) {
    scope = pack.scopes[compiled.kind]?.place
    applies = compiled.applies?.place
    exceptions = compiled.exceptions.map(\.place)
    requirement = Requirement(compiled.requirement, pack, rulebook)
    releases = compiled.provision.releases.map { pack.permissions[$0] ?? [] }
    modality = compiled.provision.modality
    period = compiled.provision.period
    readings = compiled.readings.map { reading in
      Reading(
        applies: reading.applies?.place,
        requirement: reading.requirement.map { Requirement($0, pack, rulebook) })
    }
  }
}

extension Demand.Requirement {
  fileprivate init(_ compiled: CompiledRequirement, _ pack: CompiledPack, _ rulebook: Rulebook) {
    switch compiled {
    case .condition(let condition, _, _): self = .condition(condition.place)
    case .control(let id): self = .control(rulebook.catalogue.place(of: id))
    case .permission(let id): self = .permission(pack.permissions[id] ?? [])
    case .all(let parts): self = .all(parts.map { Self($0, pack, rulebook) })
    case .any(let parts): self = .any(parts.map { Self($0, pack, rulebook) })
    }
  }
}
