extension Page {
  /// Colours repeat what hatching, dashes and shapes say.
  static let mapPieces = #"""
    .map { display: block; width: 100%; min-width: 60rem; height: auto; margin-bottom: .5rem; }
    .map.w1240 { width: 62%; min-width: 37rem; border: 2px solid var(--edge); }
    .drawing .bounds { fill: none; stroke: var(--edge); stroke-width: 3; }
    .map.sign { display: inline-block; width: 2.1rem; min-width: 0; height: 1.2rem; margin: 0; vertical-align: -.25rem; }
    .drawing .land { fill: var(--hatch); stroke: var(--page); stroke-width: 1.5; }
    .drawing .market { stroke-width: 3; stroke-linejoin: round; }
    .drawing .hatch { stroke-width: 2; pointer-events: none; } .drawing text { pointer-events: none; }
    .drawing .noGo { stroke: var(--red); fill: var(--red-tint); } .drawing .go { stroke: var(--green); fill: var(--green-tint); }
    .drawing .goWithConditions { stroke: var(--amber); fill: var(--amber-tint); }
    .drawing .cannotTell { stroke: var(--edge); fill: var(--blue-tint); } .drawing .cannotTell .hatch { stroke-dasharray: 4 5; }
    .drawing .hatch { fill: none; }
    .drawing .line { fill: none; stroke: var(--bar-strong); stroke-width: 4; }
    .drawing .head { fill: var(--bar-strong); stroke: var(--page); stroke-width: 1.5; }
    .drawing .under { fill: none; stroke: var(--page); stroke-width: 8; }
    .drawing .open .line { stroke-dasharray: 1 8; stroke-linecap: round; stroke-width: 5; }
    .drawing .unjudged .line { stroke: var(--edge); stroke-dasharray: 4 12; } .drawing .unjudged .head { fill: var(--edge); }
    .drawing .lacking .line, .drawing .blocking .line { stroke-dasharray: 15 8; }
    .drawing .lacking .line { stroke: var(--amber); } .drawing .lacking .head { fill: var(--amber); }
    .drawing .blocking .line { stroke: var(--red); } .drawing .blocking .head { fill: var(--red); }
    .drawing .store { fill: var(--ink); stroke: var(--page); stroke-width: 2; }
    .drawing .recipient { fill: var(--page); stroke: var(--ink); stroke-width: 4; }
    .drawing .leader { stroke: var(--ink); stroke-width: 1.5; }
    .drawing text { font-size: 26px; font-weight: 650; fill: var(--ink); stroke: var(--page); stroke-width: 6;
    stroke-linejoin: round; paint-order: stroke; } .drawing text.minor { font-weight: 400; font-size: 22px; }
    #map-text { padding-left: 0; list-style: none; font-size: .92em; }

    """#
}
