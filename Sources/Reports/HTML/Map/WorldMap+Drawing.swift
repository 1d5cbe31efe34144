extension WorldMap {
  /// The drawing, whose part `map-drawing` may be shown again elsewhere on the page.
  func drawing(id: String, title: String) -> String {
    let view = view
    let closeUp = closeUp(of: view)
    var svg = frame(view, id: id, title: title)
    svg += "<defs>" + decisions.map(\.pattern).joined() + #"</defs><g id="map-drawing">"#
    svg += ground(view)
    if let closeUp {
      let (from, to) = closeUp.corners(in: view)
      svg += #"<path class="bounds" d="M\#(from.x) \#(from.y)H\#(to.x)V\#(to.y)H\#(from.x)z"/>"#
    }
    svg += signs(view, closeUp)
    return svg + "</g></svg>\n"
  }

  /// Europe larger, if that is needed; it takes its hatching from `drawing`.
  func closeUpDrawing(id: String) -> String? {
    guard let closeUp = closeUp(of: view) else { return nil }
    return frame(closeUp, id: id, title: "Europe, enlarged") + #"<g id="map-enlarged">"# + ground(closeUp)
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
      + #"<title id="\#(id)">\#(htmlText(title))</title>"#
  }

  /// Land, and on it the markets.
  private func ground(_ view: View) -> String {
    let own = Set(markets.map(\.place.code))
    let land = atlas.places.filter { !own.contains($0.code) }.map { view.path($0.rings) }.joined()
    var svg = #"<path class="land" d="\#(land)"/>"#
    for decision in decisions {
      svg += #"<g class="market \#(decision.rawValue)" fill="url(#map-\#(decision.rawValue))">"#
      svg += markets.filter { $0.decision == decision }.map { market($0, view) }.joined() + "</g>"
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

  private func market(_ market: Market, _ view: View) -> String {
    let path = view.path(market.place.rings)
    let title = "\(market.place.shownName): \(market.decision.title)"
    let mark = market.place.mark.map { view($0) }
    var shape = path.isEmpty ? "" : #"<path d="\#(path)"/>"#
    // At this scale a small country is a dot.
    if let mark, market.place.mark.map(view.shows) == true, Self.isSmall(market.place, view) {
      shape += #"<circle cx="\#(mark.x)" cy="\#(mark.y)" r="14"/>"#
    }
    return shape.isEmpty ? "" : "<g><title>\(htmlText(title))</title>\(shape)</g>"
  }

  private static func isSmall(_ place: Atlas.Place, _ view: View) -> Bool {
    let points = place.rings.joined().map { view($0) }
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    return max((xs.max() ?? 0) - (xs.min() ?? 0), (ys.max() ?? 0) - (ys.min() ?? 0)) < 24
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
      "<g><title>\(htmlText("\(stop.place.shownName): \(words.joined(separator: "; "))"))</title>\(svg)</g>"
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
      #"<g class="lane \#(lane.state.name)"><title>\#(htmlText(title))</title><path class="under" d="\#(curve.line)"/><path class="line" d="\#(curve.line)"/><path class="head" d="\#(curve.head)"/></g>"#
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

extension Decision {
  /// Each decision has lines of its own, which need no colour to be told apart.
  fileprivate var pattern: String {
    let lines =
      switch self {
      case .noGo: #"<path d="M0 0L12 12M12 0L0 12"/>"#
      case .goWithConditions: #"<path d="M-3 3L3 -3M0 12L12 0M9 15L15 9"/>"#
      case .cannotTell: #"<path d="M3 3h3M9 9h3"/>"#
      case .go: #"<path d="M0 6H12"/>"#
      }
    return
      #"<pattern id="map-\#(rawValue)" class="\#(rawValue)" width="12" height="12" patternUnits="userSpaceOnUse"><rect width="12" height="12"/>\#(lines)</pattern>"#
  }
}
