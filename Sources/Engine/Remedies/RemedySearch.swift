/// The best set for a small part, by trying options in depth, the cheaper first, and leaving what cannot become better.
struct RemedySearch {
  private let instance: RemedyInstance
  private let rows: [RemedyReduction.Row]
  private var steps: Int
  private var best: (price: RemedyPrice, set: PlaceSet)?

  /// Depth of the search.
  private static let mostRows = 64

  private init(_ instance: RemedyInstance, _ rows: [RemedyReduction.Row], steps: Int) {
    self.instance = instance
    self.rows = rows.sorted { $0.count < $1.count }
    self.steps = steps
  }

  /// nil if the steps do not suffice.
  static func best(_ instance: RemedyInstance, _ rows: [RemedyReduction.Row], steps: Int) -> PlaceSet? {
    guard rows.count <= mostRows else { return nil }
    var search = RemedySearch(instance, rows, steps: steps)
    search.visit(0, PlaceSet(count: instance.measures.count), .zero)
    return search.steps >= 0 ? search.best?.set : nil
  }

  private mutating func visit(_ depth: Int, _ set: PlaceSet, _ price: RemedyPrice) {
    steps -= 1
    guard steps >= 0 else { return }
    if let best, best.price < price { return }
    guard depth < rows.count else {
      if let best, !(price < best.price) && !(price == best.price && set.precedes(best.set)) { return }
      best = (price, set)
      return
    }
    if rows[depth].contains(where: { $0.isSubset(of: set) }) { return visit(depth + 1, set, price) }
    let ways = rows[depth].map { option in
      let more = option.subtracting(set)
      return (price: instance.price(more), more: more)
    }.sorted { $0.price < $1.price }
    for way in ways { visit(depth + 1, set.union(way.more), price + way.price) }
  }
}
