import Diagnostics
import FEEL
import Facts
import Plans

/// Derives every lane of data, origin → destination per activity, from collection countries, stores, processing places,
/// remote access, recipients and onward recipients. Lanes inside one country or area are none.
struct LaneDerivation {
  struct Lane {
    var id: String
    var location: Location
    var values: [(fact: Int, value: Value)]
  }

  let plan: Plan
  let vocabulary: Vocabulary
  let geography: Geography
  let day: CalendarDate
  let transfers: Int
  let activities: Int
  private let stores: Int
  private let recipients: Int
  private let organization: Int
  /// The facts that lanes are made of, in the order of their values below.
  private let facts: [Int?]
  /// The area of each country asked about so far.
  private var areas: [String: String] = [:]

  /// nil if the vocabulary has no transfers.
  init?(plan: Plan, vocabulary: Vocabulary, geography: Geography, day: CalendarDate) {
    func kind(_ name: String) -> Int? { vocabulary.kinds.firstIndex { $0.name == name } }
    guard let transfers = kind("transfer"), let activities = kind("activity"), let stores = kind("store"),
      let recipients = kind("recipient")
    else { return nil }
    self.plan = plan
    self.vocabulary = vocabulary
    self.geography = geography
    self.day = day
    self.transfers = transfers
    self.activities = activities
    self.stores = stores
    self.recipients = recipients
    organization = vocabulary.kinds.firstIndex { $0.isSingleton } ?? 0
    facts = LaneDerivation.names.map { name in
      vocabulary.kinds[transfers].facts.firstIndex { $0.name == name }
    }
  }

  private static let names = [
    "activity", "origin", "originCountries", "destination", "via", "recipient", "store", "toOtherParty",
    "mechanisms",
  ]

  mutating func derived() -> [Lane] {
    var lanes: [Lane] = []
    var seen: Set<String> = []
    for row in plan.rows[activities].indices {
      let legs = legs(of: row)
      for origin in origins(of: row) {
        for leg in legs {
          guard let lane = lane(row, origin, leg), seen.insert(lane.id).inserted else { continue }
          lanes.append(lane)
        }
      }
    }
    return lanes
  }

  private struct Origin {
    /// A country, or an area that counts as one; nil if unknown.
    var area: String?
    var countries: Value
    var unknown: Unknown?
  }

  /// Collection countries; if not stated, where the service is offered, then where the responsible establishments are.
  private mutating func origins(of row: Int) -> [Origin] {
    let sources = [
      value(activities, row, "collectedIn"), value(activities, row, "offeredIn"),
      value(activities, row, "establishmentContext"), value(organization, 0, "establishedIn"),
    ]
    guard let known = sources.first(where: { !countries($0).isEmpty }) else {
      guard case .unknown(let unknown) = sources[0] else { return [] }
      return [Origin(area: nil, countries: .unknown(unknown), unknown: unknown)]
    }
    var areas: [(area: String, countries: [String])] = []
    for country in countries(known) {
      let area = self.area(of: country)
      if let index = areas.firstIndex(where: { $0.area == area }) {
        areas[index].countries.append(country)
      } else {
        areas.append((area, [country]))
      }
    }
    return areas.map { Origin(area: $0.area, countries: .list(List($0.countries.map { .string($0) }))) }
  }

  /// The area whose members count as one origin, else the country itself.
  private mutating func area(of country: String) -> String {
    if let known = areas[country] { return known }
    let area =
      geography.groups.first { $0.isArea && geography.isMember(country, of: $0.id, on: day) == true }?.id
      ?? country
    areas[country] = area
    return area
  }

  private struct Leg {
    /// nil: not known, because of `unknown`.
    var destination: String?
    var unknown: Unknown?
    var via: String
    var party: String
    var store: Value = .null
    var recipient: Value = .null
    var toOtherParty: Value
    var mechanisms: Value
  }

  private func legs(of row: Int) -> [Leg] {
    var legs: [Leg] = []
    var missing: Unknown?
    func note(_ unknown: Unknown) { missing = missing?.union(unknown) ?? unknown }

    switch value(activities, row, "stores") {
    case .unknown(let unknown): note(unknown)
    case .list(let list): legs += list.items.flatMap(storeLegs)
    default: break
    }
    switch value(activities, row, "recipients") {
    case .unknown(let unknown): note(unknown)
    case .list(let list):
      var visited: Set<Int> = []
      legs += list.items.flatMap { recipientLegs($0, via: "recipient", &visited) }
    default: break
    }
    for (fact, via) in [("processedIn", "processing"), ("remoteAccessFrom", "remoteAccess")] {
      for country in countries(value(activities, row, fact)) {
        legs.append(
          Leg(
            destination: country, via: via, party: via, toOtherParty: .boolean(false),
            mechanisms: .list(List([]))))
      }
    }
    if let missing {
      legs.append(
        Leg(
          unknown: missing, via: "recipient", party: "?", store: .unknown(missing),
          recipient: .unknown(missing),
          toOtherParty: .unknown(missing), mechanisms: .unknown(missing)))
    }
    return legs
  }

  private func storeLegs(_ store: Value) -> [Leg] {
    guard case .entity(let entity) = store else { return [] }
    let id = plan.rows[stores][entity.row].id
    let party = value(stores, entity.row, "operator")
    var leg = Leg(
      via: "store", party: "store.\(id)", store: store, toOtherParty: .boolean(false),
      mechanisms: .list(List([])))
    switch party {
    case .unknown: (leg.recipient, leg.toOtherParty, leg.mechanisms) = (party, party, party)
    case .entity(let recipient):
      leg.recipient = party
      leg.toOtherParty = .boolean(true)
      leg.mechanisms = value(recipients, recipient.row, "mechanisms")
    default: break
    }
    switch country(ofStore: entity.row) {
    case .unknown(let unknown): leg.unknown = unknown
    case .string(let country): leg.destination = country
    default: return []
    }
    return [leg]
  }

  private func country(ofStore row: Int) -> Value {
    let stated = value(stores, row, "statedCountry")
    guard case .unknown(let unknown) = stated else { return stated }
    switch value(stores, row, "region") {
    case .string(let region):
      return geography.country(ofRegion: region).map { .string($0) } ?? .unknown(unknown)
    case .unknown(let other): return .unknown(unknown.union(other))
    default: return stated
    }
  }

  private func recipientLegs(_ recipient: Value, via: String, _ visited: inout Set<Int>) -> [Leg] {
    guard case .entity(let entity) = recipient, visited.insert(entity.row).inserted else { return [] }
    let row = entity.row
    let country = value(recipients, row, "country")
    let base = Leg(
      via: via, party: plan.rows[recipients][row].id, recipient: recipient, toOtherParty: .boolean(true),
      mechanisms: value(recipients, row, "mechanisms"))
    var places = countries(value(recipients, row, "processesIn"))
    if case .string(let home) = country, !places.contains(home) { places.append(home) }
    var legs: [Leg] = places.map { place in
      var leg = base
      leg.destination = place
      return leg
    }
    if legs.isEmpty, case .unknown(let unknown) = country {
      var leg = base
      leg.unknown = unknown
      legs = [leg]
    }
    if case .list(let onward) = value(recipients, row, "subProcessors") {
      legs += onward.items.flatMap { recipientLegs($0, via: "onwardRecipient", &visited) }
    }
    return legs
  }

  private mutating func lane(_ row: Int, _ origin: Origin, _ leg: Leg) -> Lane? {
    if let area = origin.area, let destination = leg.destination, self.area(of: destination) == area {
      return nil
    }
    let activity = (id: plan.rows[activities][row].id, location: plan.rows[activities][row].location)
    let id = "\(activity.id):\(origin.area ?? "?")>\(leg.destination ?? "?"):\(leg.party)"
    let values: [Value] = [
      .entity(Entity(kind: activities, row: row)), origin.area.map { .string($0) } ?? origin.countries,
      origin.countries, leg.destination.map { .string($0) } ?? leg.unknown.map { .unknown($0) } ?? .null,
      .string(leg.via), leg.recipient, leg.store, leg.toOtherParty, leg.mechanisms,
    ]
    return Lane(
      id: id, location: activity.location,
      values: zip(facts, values).compactMap { fact, value in fact.map { ($0, value) } })
  }

  private func value(_ kind: Int, _ row: Int, _ fact: String) -> Value {
    guard let index = vocabulary.kinds[kind].facts.firstIndex(where: { $0.name == fact }) else {
      return .null
    }
    return plan.value(Cell(kind: kind, row: row, fact: index))
  }

  private func countries(_ value: Value) -> [String] {
    guard case .list(let list) = value else { return [] }
    return list.items.compactMap { if case .string(let code) = $0 { code } else { nil } }
  }
}
