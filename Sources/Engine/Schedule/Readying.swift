import FEEL

/// When each market is ready.
struct Readying {
  let drafts: [Draft]
  let times: Timetable
  /// Day numbers by place.
  let worst: [Int]
  /// Today.
  let start: Int

  func dates(of markets: [Assessment.Market], _ open: [Finding], withoutRemedy: Set<String>) -> [Checklist
    .MarketDate]
  {
    markets.map { market in
      let concerned = open.filter { $0.markets.contains(market.country) && $0.binds(at: market.entry) }
      let blocking = concerned.filter(\.blocksEntry).map(\.id)
      let blockedBy = blocking.filter(withoutRemedy.contains).sorted()
      let places = places(closing: Set(concerned.map(\.id)))
      let last = places.min { (-times.finish[$0], drafts[$0].id) < (-times.finish[$1], drafts[$1].id) }
      let unblocked = self.places(closing: Set(blocking)).map { times.finish[$0] }.max()
      let ready = last.map { times.finish[$0] }
      var date = Checklist.MarketDate(
        country: market.country, name: market.name, entry: market.entry,
        ready: ready.map(CalendarDate.init(day:)),
        worstReady: places.map { worst[$0] }.max().map(CalendarDate.init(day:)),
        unblocked: blockedBy.isEmpty ? unblocked.map(CalendarDate.init(day:)) : nil, blockedBy: blockedBy,
        isInTime: market.entry.map { entry in ready.map { $0 < entry.dayNumber } ?? true },
        chain: times.chain(endingAt: last).map { drafts[$0].id })
      date.lawful = lawful(market, open, withoutRemedy).map(CalendarDate.init(day:))
      return date
    }
  }

  /// The first day on which no gap blocks entry, neither of the law in force nor of law that begins by then; nil: some gap has no
  /// remedy.
  private func lawful(_ market: Assessment.Market, _ open: [Finding], _ withoutRemedy: Set<String>) -> Int? {
    let blocking = open.filter { $0.markets.contains(market.country) && $0.blocksEntry }
    var day = start
    while true {
      let entry = CalendarDate(day: day)
      let binding = Set(blocking.filter { $0.binds(at: entry) }.map(\.id))
      guard binding.isDisjoint(with: withoutRemedy) else { return nil }
      // Later entry, more law: the days only grow, and each step takes in a law more.
      guard let last = places(closing: binding).map({ times.finish[$0] }).max(), last >= day else {
        return day
      }
      day = last + 1
    }
  }

  /// The tasks that close what binds at the entry.
  func places(closing market: Assessment.Market, _ open: [Finding]) -> [Int] {
    places(
      closing: Set(
        open.filter { $0.markets.contains(market.country) && $0.binds(at: market.entry) }.map(\.id)))
  }

  private func places(closing findings: Set<String>) -> [Int] {
    drafts.indices.filter { !drafts[$0].job.closes.isDisjoint(with: findings) }
  }
}
