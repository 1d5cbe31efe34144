package import Diagnostics
import FEEL
import Facts
import Plans
package import Rules

/// How a requirement of place stands for one subject: what the plan has, and what of it keeps or breaks the rule.
package struct ResidencyState: Sendable {
  /// A store, a place of processing or access, or a recipient of the activity.
  package struct Member: Sendable {
    package var kind: Kind
    /// Of a store or recipient; a country's code.
    package var id: String
    /// nil: not known.
    package var country: String?
    package var region: String?
    /// Whether it is as the rule wants it; where the rule wants one store, whether this is one.
    package var holds: Ternary
    package var location: Location?
    package enum Kind: String, Sendable { case store, processing, recipient, access }
  }

  package var residency: Residency
  package var holds: Ternary
  /// Empty where the plan lists nothing, or the rule is about the organization as a whole.
  package var members: [Member]

  /// What breaks it: where the rule wants one store, all that are not it.
  package var breaking: [Member] { holds == .yes ? [] : members.filter { $0.holds == .no } }
}

extension Finding {
  /// Its requirements of place with what the plan has; none where it does not apply.
  package var residencies: [ResidencyState] {
    guard !rule.provision.residencies.isEmpty, case .onDemand(let explainer, let question) = reasoning else {
      return []
    }
    return explainer.residencies(question)
  }
}

extension Explainer {
  func residencies(_ question: Question) -> [ResidencyState] {
    guard question.mayApply else { return [] }
    let pack = rulebook.packs[question.pack]
    let provision = pack.provisions[question.provision]
    let conditions = provision.requirement.conditions
    let scene = Scene(rulebook, world, on: question.day)
    return provision.provision.residencies.compactMap { residency in
      guard conditions.indices.contains(residency.condition) else { return nil }
      let condition = conditions[residency.condition].expression
      let ask = { (supposed: [Cell: Value]) in
        var hearing = Hearing(scene, pack, supposing: supposed)
        return hearing.answer(condition, for: question.subject).truth
      }
      let holds = ask([:])
      guard let cell = cell(of: residency.rule, for: question.subject),
        case .list(let list) = world.value(cell)
      else { return ResidencyState(residency: residency, holds: holds, members: []) }
      let alone = list.items.map { ask([cell: .list(List([$0]))]) }
      let anchor = list.items.indices.first { alone[$0] == .yes }
      let known = list.items.map { member($0, residency.rule, .unknown, in: scene, pack) }
      let members = list.items.enumerated().map { index, value in
        var truth = alone[index]
        switch residency.rule {
        case .exclusiveStore where truth != .yes:
          // Beside one that is there, a store elsewhere is judged by itself: a permitted copy breaks nothing. If there is none,
          // that none is there is all that is wrong with what the rule is not about.
          truth =
            anchor.map { ask([cell: .list(List([list.items[$0], value]))]) }
            ?? residency.holds(
              known[index].member, ofKind: known[index].storeKind, rulebook.geography, question.day)
        case .firstStore:
          // Others that lie elsewhere may be the first.
          let elsewhere = list.items.indices.filter { other in
            other != index
              && !residency.isThere(known[other].member.country, rulebook.geography, question.day)
          }
          truth = ask([cell: .list(List([value] + elsewhere.map { list.items[$0] }))])
        default: break
        }
        var made = known[index].member
        made.holds = truth
        return made
      }
      return ResidencyState(residency: residency, holds: holds, members: members)
    }
  }

  /// Where the plan lists what the rule looks at; nil for a rule about all stores of the organization.
  private func cell(of rule: Residency.Rule, for subject: Entity) -> Cell? {
    let kinds = rulebook.vocabulary.kinds
    var activity = subject
    if kinds[subject.kind].name == "transfer" {
      guard let fact = kinds[subject.kind].facts.firstIndex(where: { $0.name == "activity" }),
        case .entity(let entity) = world.value(Cell(kind: subject.kind, row: subject.row, fact: fact))
      else { return nil }
      activity = entity
    }
    guard kinds[activity.kind].name == "activity",
      let fact = kinds[activity.kind].facts.firstIndex(where: { $0.name == rule.fact })
    else { return nil }
    return Cell(kind: activity.kind, row: activity.row, fact: fact)
  }

  private func member(
    _ value: Value, _ rule: Residency.Rule, _ truth: Ternary, in scene: Scene, _ pack: CompiledPack
  ) -> (member: ResidencyState.Member, storeKind: String?) {
    let kind: ResidencyState.Member.Kind =
      switch rule {
      case .localProcessing: .processing
      case .localAccess: .access
      case .localProcessors, .localRecipients: .recipient
      default: .store
      }
    guard case .entity(let entity) = value else {
      let code = value.text(in: world) ?? "?"
      return (.init(kind: kind, id: code, country: code, holds: truth), nil)
    }
    var hearing = Hearing(scene, pack)
    func text(_ name: String) -> String? {
      guard let fact = rulebook.vocabulary.kinds[entity.kind].facts.firstIndex(where: { $0.name == name })
      else { return nil }
      guard case .string(let text) = hearing.value(of: fact, in: entity) else { return nil }
      return text
    }
    let row = world.rows[entity.kind][entity.row]
    let made = ResidencyState.Member(
      kind: kind, id: row.id, country: text("country"), region: text("region"), holds: truth,
      location: row.location)
    return (made, text("kind"))
  }
}

extension Residency {
  /// Whether a country is one of the places; one that is not known is not.
  fileprivate func isThere(_ country: String?, _ geography: Geography, _ day: CalendarDate) -> Bool {
    guard let country else { return false }
    return countries.contains(country)
      || groups.contains { geography.isMember(country, of: $0, on: day) == true }
  }

  /// Of a store where none is in the places: no only if the rule is plainly about it and permits nothing elsewhere.
  fileprivate func holds(
    _ member: ResidencyState.Member, ofKind kind: String?, _ geography: Geography, _ day: CalendarDate
  ) -> Ternary {
    if isThere(member.country, geography, day) { return .yes }
    let isOutside: Ternary = stores.isEmpty ? .yes : kind.map { stores.contains($0) ? .yes : .no } ?? .unknown
    if isOutside == .no { return .yes }
    let isPlain = isOutside == .yes && member.country != nil && permits.allSatisfy(\.needsApproval)
    return isPlain ? .no : .unknown
  }
}

extension CompiledRequirement {
  /// Its conditions, in order.
  var conditions: [CompiledCondition] {
    switch self {
    case .condition(let condition, _, _): [condition]
    case .control, .permission: []
    case .all(let parts), .any(let parts): parts.flatMap(\.conditions)
    }
  }
}
