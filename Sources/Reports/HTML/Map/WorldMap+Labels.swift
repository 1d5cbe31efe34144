extension WorldMap {
  /// A word beside its place, with a line to it where it had to move away.
  struct Label {
    var text: String
    var kind: String
    var at: Atlas.Point
    var middle: Atlas.Point
    var isMoved: Bool

    var svg: String {
      let line =
        isMoved
        ? #"<path class="leader" d="M\#(at.x) \#(at.y)L\#(middle.x) \#(middle.y)"/>"# : ""
      return line
        + #"<text class="\#(kind)" x="\#(middle.x)" y="\#(middle.y + 9)" text-anchor="middle">\#(markupText(text))</text>"#
    }
  }

  /// Up to so many markets are named; more are told by their codes.
  private static let mostNames = 6
  /// More would cover the map.
  private static let mostLabels = 60

  /// Every label where no sign and no label before it stands: on its place, above it, below, beside, then farther away.
  func labels(_ view: View, closeUp: View? = nil) -> [Label] {
    var taken = stops.compactMap { stop in stop.place.mark.map { box(view($0), 40, 24) } }
    taken += lanes.compactMap { Curve($0, view).map { box($0.headAt, 20, 20) } }
    var labels: [Label] = []
    if let closeUp {
      // One label for all that is named there.
      let corners = closeUp.corners(in: view)
      let at = Atlas.Point(x: (corners.from.x + corners.to.x) / 2, y: corners.to.y)
      let middle = Atlas.Point(x: at.x, y: at.y + 22)
      taken.append(box(middle, 200, 30))
      labels.append(Label(text: "enlarged below", kind: "minor", at: at, middle: middle, isMoved: false))
    }
    func add(_ place: Atlas.Place, _ text: String, _ kind: String) {
      guard let mark = place.mark, view.shows(mark), closeUp?.shows(mark) != true,
        labels.count < Self.mostLabels
      else { return }
      let at = view(mark)
      let width = text.count * 15 + 8
      let (middle, ring) = Self.place(at, width, in: view, among: taken)
      taken.append(box(middle, width, 30))
      labels.append(Label(text: text, kind: kind, at: at, middle: middle, isMoved: ring > 1))
    }
    for market in markets {
      let name = oneLine(market.place.name)
      let isNamed = markets.count <= Self.mostNames && name.count <= 16
      add(market.place, "\(market.decision.sign) \(isNamed ? name : market.place.code)", "market")
    }
    for stop in stops where !markets.contains(where: { $0.place.code == stop.place.code }) {
      add(stop.place, stop.place.code, "minor")
    }
    return labels
  }

  private static func place(
    _ at: Atlas.Point, _ width: Int, in view: View, among taken: [Box]
  ) -> (middle: Atlas.Point, ring: Int) {
    let side = width / 2 + 22
    let ways = [
      (0, 0), (0, -32), (0, 34), (side, 0), (-side, 0), (side, -30), (-side, -30), (side, 32), (-side, 32),
    ]
    for ring in 1...5 {
      for (x, y) in ways {
        let middle = Atlas.Point(x: at.x + x * ring, y: at.y + y * ring)
        let box = box(middle, width, 30)
        guard box.left >= 0, box.right <= view.width, box.top >= 0, box.bottom <= view.height,
          !taken.contains(where: box.meets)
        else { continue }
        return (middle, ring)
      }
    }
    return (Atlas.Point(x: at.x, y: at.y + ways[1].1), 1)
  }

  fileprivate struct Box {
    var left: Int
    var right: Int
    var top: Int
    var bottom: Int

    func meets(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }
}

extension WorldMap.View {
  /// Where this view lies in another.
  func corners(in other: WorldMap.View) -> (from: Atlas.Point, to: Atlas.Point) {
    let high = span * Atlas.height / Atlas.width
    return (other(Atlas.Point(x: x, y: y)), other(Atlas.Point(x: x + span, y: y + high)))
  }
}

private func box(_ middle: Atlas.Point, _ width: Int, _ height: Int) -> WorldMap.Box {
  WorldMap.Box(
    left: middle.x - width / 2, right: middle.x + width / 2, top: middle.y - height / 2,
    bottom: middle.y + height / 2)
}
