extension WorldMap {
  /// The way of a lane on the canvas: an arc of one control point, with a head at its end.
  struct Curve {
    typealias Spot = (x: Double, y: Double)
    let line: String
    let head: String
    /// The middle of the head.
    let headAt: Atlas.Point

    /// nil if both ends fall together.
    init?(_ lane: Lane, _ view: View) {
      guard let start = lane.from.mark.map({ view($0) }), let end = lane.to.mark.map({ view($0) }),
        start != end
      else { return nil }
      let a = Spot(x: Double(start.x), y: Double(start.y))
      let b = Spot(x: Double(end.x), y: Double(end.y))
      let way: Double = lane.bendsLeft(start, end) ? 5 : -5
      let bend = Spot(x: (a.x + b.x) / 2 + (b.y - a.y) / way, y: max((a.y + b.y) / 2 - (b.x - a.x) / way, 8))
      // Room for the signs at both ends, unless they are close together.
      let gap = min(16, Self.length(a, b) / 4)
      let out = Self.direction(a, bend)
      let into = Self.direction(bend, b)
      let tip = Spot(x: b.x - into.x * gap, y: b.y - into.y * gap)
      let base = Spot(x: tip.x - into.x * 20, y: tip.y - into.y * 20)
      let from = Spot(x: a.x + out.x * gap, y: a.y + out.y * gap)
      line = "M\(Self.text(from))Q\(Self.text(bend)) \(Self.text(base))"
      let left = Spot(x: base.x - into.y * 9, y: base.y + into.x * 9)
      let right = Spot(x: base.x + into.y * 9, y: base.y - into.x * 9)
      head = "M\(Self.text(tip))L\(Self.text(left)) \(Self.text(right))z"
      headAt = Atlas.Point(x: Int((tip.x + base.x) / 2), y: Int((tip.y + base.y) / 2))
    }

    private static func length(_ a: Spot, _ b: Spot) -> Double {
      ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
    }

    private static func direction(_ a: Spot, _ b: Spot) -> Spot {
      let length = max(Self.length(a, b), 1)
      return ((b.x - a.x) / length, (b.y - a.y) / length)
    }

    private static func text(_ spot: Spot) -> String { "\(Int(spot.x.rounded())) \(Int(spot.y.rounded()))" }
  }
}

extension WorldMap.Lane {
  /// Seen along its way.
  func bendsLeft(_ from: Atlas.Point, _ to: Atlas.Point) -> Bool { (from.x <= to.x) != bendsSouth }
}
