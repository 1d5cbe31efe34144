extension WorldMap {
  /// The part of the grid that is drawn, and the canvas that it is drawn on.
  struct View {
    let x: Int
    let y: Int
    /// In units of the grid; the height follows.
    let span: Int
    /// Of the canvas.
    let width: Int
    var height: Int { width * Atlas.height / Atlas.width }

    init(around points: [Atlas.Point], margin: Int, least: Int, width: Int) {
      let xs = points.map(\.x)
      let ys = points.map(\.y)
      let (left, right) = ((xs.min() ?? 0) - margin, (xs.max() ?? Atlas.width) + margin)
      let (top, bottom) = ((ys.min() ?? 0) - margin, (ys.max() ?? Atlas.height) + margin)
      let tall = (bottom - top) * Atlas.width / Atlas.height
      span = min(max(right - left, tall, least), Atlas.width)
      let high = span * Atlas.height / Atlas.width
      x = min(max((left + right - span) / 2, 0), Atlas.width - span)
      y = min(max((top + bottom - high) / 2, 0), Atlas.height - high)
      self.width = width
    }

    func shows(_ point: Atlas.Point) -> Bool {
      let at = self(point)
      return (0...width).contains(at.x) && (0...height).contains(at.y)
    }

    /// On the canvas; rounded down, so that neighbours meet.
    func callAsFunction(_ point: Atlas.Point) -> Atlas.Point {
      func scaled(_ value: Int) -> Int { value * width / span }
      // Nothing below 0 is divided.
      return Atlas.Point(
        x: scaled(point.x + Atlas.width - x) - scaled(Atlas.width),
        y: scaled(point.y + Atlas.width - y) - scaled(Atlas.width))
    }

    /// Outlines on the canvas, without what lies outside it or is too small to be seen.
    func seen(_ rings: [[Atlas.Point]]) -> [[Atlas.Point]] {
      rings.compactMap { ring in
        var points: [Atlas.Point] = []
        for point in ring.map({ self($0) }) where points.last != point { points.append(point) }
        let isSeen =
          points.contains { $0.x >= 0 } && points.contains { $0.x <= width }
          && points.contains { $0.y >= 0 } && points.contains { $0.y <= height }
        return points.count > 2 && isSeen ? points : nil
      }
    }

    /// Closed lines as SVG.
    static func path(_ rings: [[Atlas.Point]]) -> String {
      var text = ""
      for ring in rings where !ring.isEmpty {
        text += "M\(ring[0].x) \(ring[0].y)l"
        var isFirst = true
        for (from, to) in zip(ring, ring.dropFirst()) {
          for step in [to.x - from.x, to.y - from.y] {
            text += step < 0 || isFirst ? "\(step)" : " \(step)"
            isFirst = false
          }
        }
        text += "z"
      }
      return text
    }
  }

  /// All that the plan names, and at least two fifths of the world's width.
  var view: View {
    var points = stops.compactMap(\.place.mark)
    for market in markets {
      // A country may have islands far away: its largest part, and its sign.
      let largest = market.place.rings.max { $0.count < $1.count } ?? []
      points += largest + [market.place.mark].compactMap(\.self)
    }
    for lane in lanes {
      guard let from = lane.from.mark, let to = lane.to.mark else { continue }
      // As far as the curve bends.
      let way = lane.bendsLeft(from, to) ? 10 : -10
      let bend = Atlas.Point(
        x: (from.x + to.x) / 2 + (to.y - from.y) / way, y: (from.y + to.y) / 2 - (to.x - from.x) / way)
      points += [from, to, bend]
    }
    return View(around: points, margin: 150, least: Atlas.width * 2 / 5, width: 2000)
  }

  /// Europe, where countries are small and near each other: drawn a second time where the plan has several of them on a map of far more.
  func closeUp(of view: View) -> View? {
    guard view.span >= Atlas.width / 2 else { return nil }
    let points = Set((markets.map(\.place) + stops.map(\.place)).map(\.code)).compactMap {
      atlas.place($0)?.mark
    }.filter { Self.europe.x.contains($0.x) && Self.europe.y.contains($0.y) }
    // A drawing of half the world twice would be no small page.
    guard (5...40).contains(points.count), markets.count + stops.count <= 100 else { return nil }
    return View(around: points, margin: 70, least: 560, width: 1240)
  }

  private static let europe = (x: 1760...2280, y: 90...470)
}
