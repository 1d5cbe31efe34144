/// A fair set without search, for when the solver comes to none: it is never claimed to be the best.
enum RemedyGreed {
  /// Each gap takes what adds least; then each measure goes that no gap needs.
  static func set(_ instance: RemedyInstance, _ rows: [RemedyReduction.Row]) -> PlaceSet {
    var set = PlaceSet(count: instance.measures.count)
    for row in rows {
      let more = row.map { $0.subtracting(set) }.min { a, b in
        let prices = (instance.price(a), instance.price(b))
        return prices.0 == prices.1 ? a.precedes(b) : prices.0 < prices.1
      }
      if let more { set.formUnion(more) }
    }
    return thinned(set, instance, rows)
  }

  /// Without what no gap needs, the dearest first.
  static func thinned(_ set: PlaceSet, _ instance: RemedyInstance, _ rows: [RemedyReduction.Row])
    -> PlaceSet
  {
    // All pairs of measures and gaps: left out where that is much work.
    guard rows.count <= 1_000 else { return set }
    var set = set
    for place in set.places.sorted(by: { instance.prices[$1] < instance.prices[$0] }) {
      var single = PlaceSet(count: instance.measures.count)
      single.insert(place)
      let less = set.subtracting(single)
      if rows.allSatisfy({ $0.contains { $0.isSubset(of: less) } }) { set = less }
    }
    return set
  }
}
