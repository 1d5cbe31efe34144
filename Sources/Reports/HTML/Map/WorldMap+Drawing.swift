extension WorldMap {
  /// The drawing, whose part `map-drawing` may be shown again elsewhere on the page.
  func drawing(id: String, title: String) -> String {
    let view = view
    let closeUp = closeUp(of: view)
    var svg = frame(view, id: id, title: title)
    // The style of a part that is shown again hangs on a class of the part itself.
    svg += #"<g id="map-drawing" class="drawing">"#
    svg += ground(view)
    if let closeUp {
      let (from, to) = closeUp.corners(in: view)
      svg += #"<path class="bounds" d="M\#(from.x) \#(from.y)H\#(to.x)V\#(to.y)H\#(from.x)z"/>"#
    }
    svg += signs(view, closeUp)
    return svg + "</g></svg>\n"
  }

  /// Europe larger, if that is needed.
  func closeUpDrawing(id: String) -> String? {
    guard let closeUp = closeUp(of: view) else { return nil }
    return frame(closeUp, id: id, title: "Europe, enlarged") + #"<g id="map-enlarged" class="drawing">"#
      + ground(closeUp)
      + signs(closeUp, nil) + "</g></svg>\n"
  }

  /// The same drawings a second time.
  func repeated(id: String, title: String) -> String {
    let view = view
    var svg = frame(view, id: id, title: title) + ##"<use href="#map-drawing"/></svg>"## + "\n"
    if let closeUp = closeUp(of: view) {
      svg +=
        frame(closeUp, id: "\(id)-enlarged", title: "Europe, enlarged")
        + ##"<use href="#map-enlarged"/></svg>"## + "\n"
    }
    return svg
  }

  private func frame(_ view: View, id: String, title: String) -> String {
    #"<svg class="map w\#(view.width)" role="img" aria-labelledby="\#(id)" aria-describedby="map-text" viewBox="0 0 \#(view.width) \#(view.height)">"#
      + #"<title id="\#(id)">\#(markupText(title))</title>"#
  }

  /// Land, and on it the markets.
  private func ground(_ view: View) -> String {
    let own = Set(markets.map(\.place.code))
    let land = atlas.places.filter { !own.contains($0.code) }.map { View.path(view.seen($0.rings)) }.joined()
    var svg = #"<path class="land" d="\#(land)"/>"#
    for decision in decisions {
      let own = markets.filter { $0.decision == decision }.map {
        (market: $0, rings: shape(of: $0.place, view))
      }
      svg += #"<g class="market \#(decision.rawValue)">"#
      svg += own.map { market($0.market, $0.rings) }.joined()
      let lines = decision.hatchings.flatMap { hatching in
        own.map { hatching.path(over: $0.rings, in: view, spacing: spacing) }
      }
      svg += #"<path class="hatch" d="\#(lines.joined())"/></g>"#
    }
    return svg
  }

  /// What stands on the ground; what matters most is drawn last.
  private func signs(_ view: View, _ closeUp: View?) -> String {
    let seen = lanes.filter { lane in [lane.from, lane.to].allSatisfy { $0.mark.map(view.shows) ?? false } }
    return seen.reversed().map { lane($0, view) }.joined()
      + stops.filter { $0.place.mark.map(view.shows) ?? false }.map { stop($0, view) }.joined()
      + labels(view, closeUp: closeUp).map(\.svg).joined()
  }

  /// Those that some market has, the worst first.
  var decisions: [Decision] {
    Decision.allCases.reversed().filter { decision in markets.contains { $0.decision == decision } }
  }

  private func market(_ market: Market, _ rings: [[Atlas.Point]]) -> String {
    let path = View.path(rings)
    let title = "\(market.place.shownName): \(market.decision.title)"
    return path.isEmpty ? "" : #"<path d="\#(path)"><title>\#(markupText(title))</title></path>"#
  }

  /// The outline of a place on the canvas; at this scale a small country is a disc.
  private func shape(of place: Atlas.Place, _ view: View) -> [[Atlas.Point]] {
    var rings = view.seen(place.rings)
    let points = Array(rings.joined())
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    if let mark = place.mark, view.shows(mark),
      max((xs.max() ?? 0) - (xs.min() ?? 0), (ys.max() ?? 0) - (ys.min() ?? 0)) < 24
    {
      let at = view(mark)
      let corners = [(-6, -15), (6, -15), (15, -6), (15, 6), (6, 15), (-6, 15), (-15, 6), (-15, -6)]
      rings = [corners.map { Atlas.Point(x: at.x + $0.0, y: at.y + $0.1) }]
    }
    return rings
  }

  /// Filled squares for stores, rings for recipients, side by side.
  private func stop(_ stop: Stop, _ view: View) -> String {
    guard let mark = stop.place.mark.map({ view($0) }) else { return "" }
    let shift = stop.stores.isEmpty || stop.recipients.isEmpty ? 0 : 12
    var svg = ""
    if !stop.stores.isEmpty {
      svg += #"<path class="store" d="M\#(mark.x - shift - 9) \#(mark.y - 9)h18v18h-18z"/>"#
    }
    if !stop.recipients.isEmpty {
      svg += #"<circle class="recipient" cx="\#(mark.x + shift)" cy="\#(mark.y)" r="9"/>"#
    }
    let words = [list("store", stop.stores), list("recipient", stop.recipients)].compactMap(\.self)
    return
      "<g><title>\(markupText("\(stop.place.shownName): \(words.joined(separator: "; "))"))</title>\(svg)</g>"
  }

  private func list(_ kind: String, _ names: [String]) -> String? {
    guard !names.isEmpty else { return nil }
    let number = count(names.count, kind)
    return stops.count > Self.mostNamed ? number : "\(number) (\(Self.shortened(names)))"
  }

  /// In more countries than these, stores and recipients are counted, not named.
  private static let mostNamed = 40

  /// The first names, each as far as it is short.
  static func shortened(_ names: [String]) -> String {
    let first = names.prefix(3).map { name in
      let line = oneLine(name)
      return line.count > 28 ? line.prefix(27) + "…" : line
    }
    let rest = names.count - first.count
    return first.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  /// A lighter line below the curve keeps it apart from what it crosses.
  private func lane(_ lane: Lane, _ view: View) -> String {
    guard let curve = Curve(lane, view) else { return "" }
    let title =
      "\(lane.from.shownName) to \(lane.to.shownName): \(count(lane.count, "lane")) (\(Self.shortened(lane.activities))), \(lane.state.words)"
    return
      #"<g class="lane \#(lane.state.name)"><title>\#(markupText(title))</title><path class="under" d="\#(curve.line)"/><path class="line" d="\#(curve.line)"/><path class="head" d="\#(curve.head)"/></g>"#
  }
}

extension WorldMap.Lane.State {
  var name: String {
    switch self {
    case .clear: "clear"
    case .unjudged: "unjudged"
    case .unknown: "open"
    case .gap: "lacking"
    case .blocker: "blocking"
    }
  }
}
