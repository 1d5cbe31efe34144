import FEEL

/// When each market is ready.
struct Readying {
  let network: Network
  /// Day numbers by place.
  let finish: [Int]
  let worst: [Int]
  let drafts: [Draft]

  func dates(of markets: [Assessment.Market], _ open: [Finding], withoutRemedy: Set<String>) -> [Checklist
    .MarketDate]
  {
    markets.map { market in
      let concerned = open.filter { $0.markets.contains(market.country) && $0.binds(at: market.entry) }
      let ids = Set(concerned.map(\.id))
      let blocking = concerned.filter(\.blocksEntry).map(\.id)
      let blockedBy = blocking.filter(withoutRemedy.contains).sorted()
      let last = last(closing: ids)
      let unblocked = self.last(closing: Set(blocking)).map { CalendarDate(day: finish[$0]) }
      let ready = last.map { finish[$0] }
      return Checklist.MarketDate(
        country: market.country, name: market.name, entry: market.entry,
        ready: ready.map(CalendarDate.init(day:)),
        worstReady: places(closing: ids).map { worst[$0] }.max().map(CalendarDate.init(day:)),
        unblocked: blockedBy.isEmpty ? unblocked : nil, blockedBy: blockedBy,
        isInTime: market.entry.map { entry in ready.map { $0 < entry.dayNumber } ?? true },
        chain: last.map { chain(to: $0) } ?? [])
    }
  }

  private func places(closing findings: Set<String>) -> [Int] {
    drafts.indices.filter { !drafts[$0].job.closes.isDisjoint(with: findings) }
  }

  /// The task that ends last; of equals, the one with the first id.
  private func last(closing findings: Set<String>) -> Int? {
    places(closing: findings).min { (-finish[$0], drafts[$0].job.id) < (-finish[$1], drafts[$1].job.id) }
  }

  private func chain(to place: Int) -> [String] {
    network.chain(finish, endingAt: place).map { drafts[$0].job.id }
  }
}
