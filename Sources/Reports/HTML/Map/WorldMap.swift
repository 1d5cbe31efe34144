import Engine

/// What the map shows: markets with their verdicts, the countries of stores and recipients, and lanes of data between countries.
struct WorldMap {
  struct Market {
    var place: Atlas.Place
    var decision: Decision
  }

  /// A country with what the plan has there.
  struct Stop {
    var place: Atlas.Place
    var stores: [String] = []
    var recipients: [String] = []
  }

  /// All lanes from one country to another, with the worst that was found of one of them.
  struct Lane {
    enum State: Int, CaseIterable { case clear, unjudged, unknown, gap, blocker }
    var from: Atlas.Place
    var to: Atlas.Place
    var activities: [String]
    var count = 1
    var state: State
    /// Curves bend to the north; where there is a lane back, the westward one bends to the south.
    var bendsSouth = false
  }

  /// The most lanes that are drawn, so that the page stays small; those with a gap go first.
  static let mostLanes = 50

  let atlas: Atlas
  private(set) var markets: [Market] = []
  private(set) var stops: [Stop] = []
  private(set) var lanes: [Lane] = []
  /// Lanes with an end that the plan does not tell, or that the map does not have; and lanes above the most.
  private(set) var lanesWithoutEnds = 0
  private(set) var lanesLeftOut = 0
  /// Areas of several countries from which lanes start.
  private(set) var areaNames: [String] = []
  /// Markets that the map does not have.
  private(set) var elsewhere: [String] = []

  /// nil without outlines, or if nothing of the plan is on the map.
  init?(_ report: Report) {
    guard let base = report.map else { return nil }
    atlas = base.atlas
    for each in report.decisions {
      guard let market = each.market else { continue }
      if let place = atlas.place(market.country) {
        markets.append(Market(place: place, decision: each.decision))
      } else {
        elsewhere.append(each.name)
      }
    }
    for site in base.stores { stop(site.country) { $0.stores.append(site.name) } }
    for site in base.recipients { stop(site.country) { $0.recipients.append(site.name) } }
    add(report.assessment.transfers, of: report, homes: base.homes)
    if markets.isEmpty, stops.isEmpty, lanes.isEmpty { return nil }
  }

  private mutating func stop(_ country: String, _ change: (inout Stop) -> Void) {
    if let index = stops.firstIndex(where: { $0.place.code == country }) {
      change(&stops[index])
    } else if let place = atlas.place(country) {
      stops.append(Stop(place: place))
      change(&stops[stops.count - 1])
    }
  }

  private mutating func add(_ transfers: [Transfer], of report: Report, homes: [String]) {
    let markets = report.assessment.markets.map(\.country)
    let verdicts = Dictionary(
      report.assessment.findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var all: [Lane] = []
    var places: [[String]: Int] = [:]
    for transfer in transfers {
      guard let from = origin(transfer, homes + markets), let to = transfer.destination.flatMap(atlas.place),
        from.code != to.code
      else {
        lanesWithoutEnds += 1
        continue
      }
      if from.code != transfer.origin, !areaNames.contains(transfer.origin) {
        areaNames.append(transfer.origin)
      }
      let findings = transfer.findings.compactMap { verdicts[$0] }
      let gaps = findings.filter { $0.verdict == .gap }
      let state: Lane.State =
        gaps.contains(where: \.blocksEntry)
        ? .blocker
        : !gaps.isEmpty
          ? .gap
          : findings.contains(where: \.isOpenQuestion) ? .unknown : findings.isEmpty ? .unjudged : .clear
      if let index = places[[from.code, to.code]] {
        all[index].count += 1
        if !all[index].activities.contains(transfer.activity) {
          all[index].activities.append(transfer.activity)
        }
        if state.rawValue > all[index].state.rawValue { all[index].state = state }
      } else {
        places[[from.code, to.code]] = all.count
        all.append(Lane(from: from, to: to, activities: [transfer.activity], state: state))
      }
    }
    for index in all.indices where places[[all[index].to.code, all[index].from.code]] != nil {
      all[index].bendsSouth = (all[index].to.mark?.x ?? 0) < (all[index].from.mark?.x ?? 0)
    }
    // Those of equal state keep their order.
    let ordered = Lane.State.allCases.reversed().flatMap { state in all.filter { $0.state == state } }
    lanes = Array(ordered.prefix(Self.mostLanes))
    lanesLeftOut = ordered.dropFirst(Self.mostLanes).map(\.count).reduce(0, +)
  }

  /// The country of origin. For an area of several: one where the organization is, else a market in it, else the first.
  private func origin(_ transfer: Transfer, _ preferred: [String]) -> Atlas.Place? {
    atlas.place(transfer.origin)
      ?? (preferred.filter(transfer.originCountries.contains) + transfer.originCountries).lazy
      .compactMap(atlas.place).first
  }
}

extension WorldMap.Lane.State {
  var words: String {
    switch self {
    case .clear: "without a known gap"
    case .unjudged: "that no pack judges"
    case .unknown: "with an open question"
    case .gap: "with a gap"
    case .blocker: "with a gap that blocks entry"
    }
  }
}
