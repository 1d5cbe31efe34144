extension Page {
  /// The plan on a map of the world; empty without outlines or without a country.
  var worldMap: String {
    guard let map else { return "" }
    return mapTemplate([
      "drawing": .markup(
        map.drawing(id: "map-title", title: map.title) + (map.closeUpDrawing(id: "map-enlarged-title") ?? "")),
      "legend": .markup(map.legend), "words": .texts(map.words), "areas": .text(map.areas),
    ])
  }

  /// The same map beside the lanes.
  var laneMap: String {
    guard let map, !map.lanes.isEmpty else { return "" }
    return laneTemplate([
      "drawing": .markup(map.repeated(id: "lane-map-title", title: map.title)),
      "legend": .markup(map.laneLegend),
    ])
  }
}

extension WorldMap {
  var title: String {
    let parts = [
      count(markets.count, "market"),
      count(stops.count { !$0.stores.isEmpty }, "country", "countries") + " with stores",
      count(stops.count { !$0.recipients.isEmpty }, "country", "countries") + " with recipients",
      count(laneCount, "lane") + " of data",
    ]
    return "World map: \(parts.joined(separator: ", "))"
  }

  private var laneCount: Int { lanes.map(\.count).reduce(0, +) + lanesLeftOut }

  /// What the drawing says, in words.
  var words: [String] {
    var lines = decisions.map { decision in
      let names = markets.filter { $0.decision == decision }.map {
        $0.place.shownName
      }
      return "\(decision.sign) \(decision.title): \(names.joined(separator: ", "))."
    }
    func countries(_ kind: String, _ stops: [Stop]) {
      guard !stops.isEmpty else { return }
      lines.append(
        "\(kind): \(stops.map { $0.place.shownName }.joined(separator: ", ")).")
    }
    countries("Stores", stops.filter { !$0.stores.isEmpty })
    countries("Recipients", stops.filter { !$0.recipients.isEmpty })
    if !lanes.isEmpty {
      let open = lanes.count { $0.state == .gap || $0.state == .blocker }
      lines.append(
        "\(count(laneCount, "lane")) of data between \(count(lanes.count, "pair")) of countries, \(open) of them with a gap."
      )
    }
    if lanesLeftOut > 0 { lines.append("Not drawn: \(count(lanesLeftOut, "further lane")).") }
    if lanesWithoutEnds > 0 {
      lines.append(
        "Not drawn: \(count(lanesWithoutEnds, "lane")) whose two countries the plan does not tell or the map does not have."
      )
    }
    if !elsewhere.isEmpty {
      lines.append("Not on the map: \(elsewhere.map(oneLine).joined(separator: ", ")).")
    }
    return lines
  }

  var areas: String? {
    areaNames.isEmpty
      ? nil
      : "A lane from \(areaNames.map(oneLine).joined(separator: ", ")) starts where the organization is in it, else in a market, else in the first country of collection."
  }

  var legend: String {
    let keys = decisions.map { decision in
      let box = [(1, 1), (47, 1), (47, 27), (1, 27)].map { Atlas.Point(x: $0.0, y: $0.1) }
      let lines = decision.hatchings.map { $0.path(over: [box], in: view, spacing: 12) }.joined()
      return key(
        #"<g class="market \#(decision.rawValue)"><path d="M1 1h46v26h-46z"/><path class="hatch" d="\#(lines)"/></g>"#,
        "\(decision.sign) \(decision.title)")
    }
    var signs: [String] = []
    if stops.contains(where: { !$0.stores.isEmpty }) {
      signs.append(key(#"<path class="store" d="M15 5h18v18h-18z"/>"#, "store"))
    }
    if stops.contains(where: { !$0.recipients.isEmpty }) {
      signs.append(key(#"<circle class="recipient" cx="24" cy="14" r="9"/>"#, "recipient"))
    }
    return keys.joined() + signs.joined() + laneLegend
  }

  var laneLegend: String {
    Lane.State.allCases.reversed().filter { state in lanes.contains { $0.state == state } }.map { state in
      key(
        #"<g class="lane \#(state.name)"><path class="line" d="M2 14H34"/><path class="head" d="M48 14L32 5 32 23z"/></g>"#,
        "lane \(state.words)")
    }.joined()
  }

  private func key(_ shape: String, _ words: String) -> String {
    #"<li><svg class="map sign" aria-hidden="true" viewBox="0 0 48 28"><g class="drawing">\#(shape)</g></svg> \#(markupText(words))</li>"#
      + "\n"
  }
}

extension Atlas.Place {
  /// `Germany (DE)`; `US`.
  var shownName: String { name == code ? code : "\(oneLine(name)) (\(code))" }
}

private let mapTemplate = Template(
  #"""
  <section id="map" aria-labelledby="map-h">
  <h2 id="map-h">Map</h2>
  <div class="scroll" role="group" tabindex="0" aria-label="World map">
  {{drawing}}</div>
  <ul class="legend">
  {{legend}}</ul>
  <ul id="map-text">
  {{#words}}<li>{{.}}</li>
  {{/words}}</ul>
  <p class="muted">{{#areas}}{{.}} {{/areas}}Verdicts and lanes stand in the tables of <a href="#summary">the first sheet</a> and of
  <a href="#transfers">transfers</a>. Outlines: Natural Earth (public domain), simplified. Most of its borders are those
  held in fact; the map expresses no view on the status of any territory.</p>
  </section>

  """#)

private let laneTemplate = Template(
  #"""
  <section id="lane-map" aria-labelledby="lane-map-h">
  <h3 id="lane-map-h">Lanes on the map</h3>
  <div class="scroll" role="group" tabindex="0" aria-label="Map of lanes">
  {{drawing}}</div>
  <ul class="legend">
  {{legend}}</ul>
  </section>

  """#)
