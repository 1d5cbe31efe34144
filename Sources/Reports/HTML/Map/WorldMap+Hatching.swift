extension WorldMap {
  /// Parallel lines over a shape, cut at its border. Real lines rather than a pattern: a pattern is printed as a large image.
  enum Hatching {
    case level, rising, falling

    /// The distance across, by which lines are told apart.
    private func across(_ point: Atlas.Point) -> Int {
      switch self {
      case .level: point.y
      case .rising: point.x + point.y
      case .falling: point.x - point.y
      }
    }

    /// The lines, every `spacing` units across, as SVG.
    func path(over rings: [[Atlas.Point]], in view: View, spacing: Int) -> String {
      let most = view.width + view.height
      var cuts: [Int: [Int]] = [:]
      for ring in rings {
        for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
          let (from, to) = across(a) < across(b) ? (a, b) : (b, a)
          let (low, high) = (across(from), across(to))
          // The first line at or above the lower end, and none at the upper: a corner is cut once.
          let start = max(low, -most)
          let first = start < 0 ? -(-start / spacing) * spacing : (start + spacing - 1) / spacing * spacing
          for line in stride(from: first, to: min(high, most), by: spacing) {
            cuts[line, default: []].append(from.x + (to.x - from.x) * (line - low) / (high - low))
          }
        }
      }
      return cuts.keys.sorted().map { line in
        let places = (cuts[line] ?? []).sorted()
        return stride(from: 0, to: places.count - 1, by: 2).map { index in
          segment(line, max(places[index], -view.width), min(places[index + 1], 2 * view.width), view)
        }.joined()
      }.joined()
    }

    private func segment(_ line: Int, _ from: Int, _ to: Int, _ view: View) -> String {
      let length = to - from
      let y =
        switch self {
        case .level: line
        case .rising: line - from
        case .falling: from - line
        }
      guard length > 2, to >= 0, from <= view.width else { return "" }
      switch self {
      case .level: return "M\(from) \(y)h\(length)"
      case .rising: return "M\(from) \(y)l\(length)-\(length)"
      case .falling: return "M\(from) \(y)l\(length) \(length)"
      }
    }
  }

  /// Farther apart where a large part of the world is hatched.
  var spacing: Int { markets.count > 100 ? 60 : markets.count > 40 ? 24 : 12 }
}

extension Decision {
  /// Each decision has lines of its own, which need no colour to be told apart; those of `cannotTell` are broken.
  var hatchings: [WorldMap.Hatching] {
    switch self {
    case .noGo: [.rising, .falling]
    case .goWithConditions: [.rising]
    case .cannotTell, .go: [.level]
    }
  }
}
