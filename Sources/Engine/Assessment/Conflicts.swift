package import Facts
import FEEL
import Plans
import Rules

/// Two laws that want of the same data what cannot both be done. It is for people to decide; nothing here chooses.
package struct Conflict: Sendable {
  /// What one law wants, by its findings.
  package struct Side: Sendable {
    /// A word of the enumeration `dataDemand`.
    package var demand: String
    package var jurisdictions: [String]
    package var findings: [String]
    /// As cited, each once.
    package var citations: [String]
    package var markets: [String]
  }

  /// `retain-erase@VN`: the kind and whose law makes the first demand.
  package var id: String
  package var kind: ConflictKind
  /// Both laws bind by what the plan states; otherwise facts are missing.
  package var isCertain: Bool
  /// The activities that both are about; empty: the organization as a whole.
  package var activities: [Subject]
  package var sides: [Side]
}

extension Rulebook {
  /// Where demands of different jurisdictions meet, what is certain first; the order is that of kinds and packs.
  func conflicts(_ world: Plan, _ findings: [Finding], on day: CalendarDate) -> [Conflict] {
    let claims = claims(world, findings, on: day)
    guard !claims.isEmpty else { return [] }
    var result: [Conflict] = []
    for kind in vocabulary.conflicts where kind.between.count == 2 {
      let first = claims.filter { $0.demand == kind.between[0] }
      let second = claims.filter { $0.demand == kind.between[1] }
      var jurisdictions: [String] = []
      for claim in first where !jurisdictions.contains(claim.jurisdiction) {
        jurisdictions.append(claim.jurisdiction)
      }
      for (place, jurisdiction) in jurisdictions.enumerated() {
        // Of two that want the same, each pair once.
        let done = kind.between[0] == kind.between[1] ? jurisdictions[...place] : []
        let others = second.filter {
          !done.contains($0.jurisdiction) && areForeign(jurisdiction, $0.jurisdiction, on: day)
        }
        if let conflict = conflict(
          kind, of: jurisdiction, first.filter { $0.jurisdiction == jurisdiction }, others, in: world)
        {
          result.append(conflict)
        }
      }
    }
    return result.filter(\.isCertain) + result.filter { !$0.isCertain }
  }

  /// A demand of one finding.
  private struct Claim {
    var demand: String
    var jurisdiction: String
    var finding: Finding
    /// Rows of activities; nil: all of them.
    var activities: Set<Int>?
    var isCertain: Bool
    /// Of a demand for a place.
    var places = Places()

    /// What both are about; nil: nothing, or what both ask of it can be met at once.
    func common(with other: Claim) -> Set<Int>?? {
      if demand == ConflictKind.place, !places.collide(with: other.places) { return nil }
      guard let mine = activities else { return .some(other.activities) }
      guard let theirs = other.activities else { return .some(mine) }
      let both = mine.intersection(theirs)
      return both.isEmpty ? nil : .some(both)
    }
  }

  private func claims(_ world: Plan, _ findings: [Finding], on day: CalendarDate) -> [Claim] {
    let jurisdictions = Dictionary(
      packs.map { ($0.pack.id, $0.pack.jurisdiction) }, uniquingKeysWith: { first, _ in first })
    var claims: [Claim] = []
    for finding in findings where !finding.rule.demands.isEmpty {
      guard [.satisfied, .gap, .undetermined, .waived].contains(finding.verdict),
        let jurisdiction = jurisdictions[finding.pack]
      else { continue }
      let activities = activities(of: finding, in: world)
      for demand in finding.rule.demands {
        var claim = Claim(
          demand: demand, jurisdiction: jurisdiction, finding: finding, activities: activities,
          isCertain: !finding.outcomes.contains(.notApplicable))
        // Law of a country that is not entered is worth a word only where it binds for certain.
        guard claim.isCertain || !finding.markets.isEmpty else { continue }
        if demand == ConflictKind.place {
          let places = Places(finding, geography, on: day)
          guard places.exclusive != nil || !places.needed.isEmpty else { continue }
          claim.places = places
        }
        claims.append(claim)
      }
    }
    return claims
  }

  /// Rows of the activities that a finding is about; nil: it is about the organization or what all of them share.
  private func activities(of finding: Finding, in world: Plan) -> Set<Int>? {
    guard let activity = vocabulary.kind(named: "activity"),
      let kind = vocabulary.kind(named: finding.subject.kind),
      let row = world.rows[kind].firstIndex(where: { $0.id == finding.subject.id })
    else { return nil }
    switch finding.subject.kind {
    case "activity": return [row]
    case "transfer":
      guard let fact = vocabulary.kinds[kind].fact(named: "activity"),
        case .entity(let entity) = world.value(Cell(kind: kind, row: row, fact: fact))
      else { return nil }
      return [entity.row]
    case "system":
      guard let fact = vocabulary.kinds[activity].fact(named: "systems") else { return nil }
      return Set(
        world.rows[activity].indices.filter {
          guard case .list(let list) = world.value(Cell(kind: activity, row: $0, fact: fact)) else {
            return false
          }
          return list.items.contains(.entity(Entity(kind: kind, row: row)))
        })
    default: return nil
    }
  }

  /// No country is in both.
  private func areForeign(_ a: String, _ b: String, on day: CalendarDate) -> Bool {
    countries(of: a, on: day).isDisjoint(with: countries(of: b, on: day))
  }

  private func countries(of jurisdiction: String, on day: CalendarDate) -> Set<String> {
    guard let group = geography.groups.first(where: { $0.id == jurisdiction }) else {
      return [String(jurisdiction.prefix { $0 != "-" })]
    }
    return Set(group.members.map(\.country).filter { geography.isMember($0, of: group.id, on: day) == true })
  }

  private func conflict(
    _ kind: ConflictKind, of jurisdiction: String, _ first: [Claim], _ second: [Claim], in world: Plan
  ) -> Conflict? {
    let pairs = first.indices.flatMap { i in
      second.indices.compactMap { j -> Meeting? in
        // That two laws may both bind is a guess; one of them must.
        guard first[i].isCertain || second[j].isCertain, let common = first[i].common(with: second[j]) else {
          return nil
        }
        // What a law demands of the organization as a whole may not be about this activity.
        let isOfSame = (first[i].activities == nil) == (second[j].activities == nil)
        return Meeting(
          first: i, second: j, rows: common ?? [],
          isCertain: isOfSame && first[i].isCertain && second[j].isCertain)
      }
    }
    // What is certain is told without what is possible besides.
    let isCertain = pairs.contains(where: \.isCertain)
    let told = pairs.filter { $0.isCertain == isCertain }
    let rows = told.reduce(into: Set<Int>()) { $0.formUnion($1.rows) }
    let meet = (first: Set(told.map(\.first)), second: Set(told.map(\.second)))
    guard !meet.first.isEmpty, let activity = vocabulary.kind(named: "activity") else { return nil }
    return Conflict(
      id: "\(kind.id)@\(jurisdiction)", kind: kind, isCertain: isCertain,
      activities: rows.sorted().map { Subject(Entity(kind: activity, row: $0), in: world, vocabulary) },
      sides: [
        side(kind.between[0], meet.first.sorted().map { first[$0] }),
        side(kind.between[1], meet.second.sorted().map { second[$0] }),
      ])
  }

  /// Two claims, by their places, with the activities that both are about.
  private struct Meeting {
    var first: Int
    var second: Int
    var rows: Set<Int>
    var isCertain: Bool
  }

  private func side(_ demand: String, _ claims: [Claim]) -> Conflict.Side {
    func unique(_ all: [String]) -> [String] {
      var result: [String] = []
      for each in all where !result.contains(each) { result.append(each) }
      return result
    }
    return Conflict.Side(
      demand: demand, jurisdictions: unique(claims.map(\.jurisdiction)),
      findings: unique(claims.map(\.finding.id)),
      citations: unique(claims.flatMap { $0.finding.rule.provision.citations.map(\.text) }),
      markets: unique(claims.flatMap(\.finding.markets)))
  }
}

/// Where a provision wants the stores of an activity. Rules that are one of several ways, and rules that permit copies elsewhere
/// without asking anybody, want nothing that another law could not have too.
private struct Places {
  /// Where alone they may lie; nil: nothing is said, or an approval or another way is taken.
  var exclusive: Set<String>?
  /// Where one must lie, each of them.
  var needed: [Set<String>] = []
  /// The activity has stores, so that somewhere they lie.
  var hasStores = false

  init() {}

  init(_ finding: Finding, _ geography: Geography, on day: CalendarDate) {
    for state in finding.residencies where !state.residency.isAlternative {
      let residency = state.residency
      let places = Set(
        residency.countries
          + geography.groups.filter { residency.groups.contains($0.id) }.flatMap { group in
            group.members.map(\.country).filter { geography.isMember($0, of: group.id, on: day) == true }
          })
      switch residency.rule {
      case .copy, .primaryStore, .firstStore: needed.append(places)
      case .exclusiveStore, .noStoreElsewhere:
        if residency.rule == .exclusiveStore { needed.append(places) }
        hasStores = hasStores || !state.members.isEmpty
        let isWhole = residency.stores.isEmpty || residency.stores.contains("primary")
        // Met though something lies elsewhere: an approval is there.
        let isLifted =
          finding.verdict == .satisfied
          && state.members.contains { member in member.country.map { !places.contains($0) } ?? true }
        let isStrict = residency.permits.allSatisfy(\.needsApproval)
        if exclusive == nil, isWhole, isStrict, !isLifted { exclusive = places }
      case .localProcessing, .localProcessors, .localRecipients, .localAccess: break
      }
    }
  }

  /// No store can be where both want it.
  func collide(with other: Places) -> Bool {
    if let exclusive, other.needed.contains(where: exclusive.isDisjoint) { return true }
    if let theirs = other.exclusive, needed.contains(where: theirs.isDisjoint) { return true }
    guard let exclusive, let theirs = other.exclusive, hasStores || other.hasStores else { return false }
    return exclusive.isDisjoint(with: theirs)
  }
}
