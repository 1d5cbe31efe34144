extension Page {
  /// Colours repeat what hatching, dashes and shapes say.
  static let mapPieces = #"""
    .map { display: block; width: 100%; min-width: 60rem; height: auto; margin-bottom: .5rem; }
    .map.w1240 { width: 62%; min-width: 37rem; border: 2px solid var(--edge); }
    .map .bounds { fill: none; stroke: var(--edge); stroke-width: 3; }
    .map.sign { display: inline-block; width: 2.1rem; min-width: 0; height: 1.2rem; margin: 0; vertical-align: -.25rem; }
    .map .land { fill: var(--hatch); stroke: var(--page); stroke-width: 1.5; }
    .map .market { stroke-width: 3; stroke-linejoin: round; } .map pattern path { stroke-width: 2; fill: none; }
    .map .noGo { stroke: var(--red); } .map .noGo rect { fill: var(--red-tint); stroke: none; }
    .map .go { stroke: var(--green); } .map .go rect { fill: var(--green-tint); stroke: none; }
    .map .goWithConditions { stroke: var(--amber); } .map .goWithConditions rect { fill: var(--amber-tint); stroke: none; }
    .map .cannotTell { stroke: var(--edge); } .map .cannotTell rect { fill: var(--blue-tint); stroke: none; }
    .map .line { fill: none; stroke: var(--bar-strong); stroke-width: 4; }
    .map .head { fill: var(--bar-strong); stroke: var(--page); stroke-width: 1.5; }
    .map .under { fill: none; stroke: var(--page); stroke-width: 9; opacity: .75; }
    .map .open .line { stroke-dasharray: 1 8; stroke-linecap: round; stroke-width: 5; }
    .map .unjudged .line { stroke: var(--edge); stroke-dasharray: 4 12; } .map .unjudged .head { fill: var(--edge); }
    .map .lacking .line, .map .blocking .line { stroke-dasharray: 15 8; }
    .map .lacking .line { stroke: var(--amber); } .map .lacking .head { fill: var(--amber); }
    .map .blocking .line { stroke: var(--red); } .map .blocking .head { fill: var(--red); }
    .map .store { fill: var(--ink); stroke: var(--page); stroke-width: 2; }
    .map .recipient { fill: var(--page); stroke: var(--ink); stroke-width: 4; }
    .map .leader { stroke: var(--ink); stroke-width: 1.5; }
    .map text { font-size: 26px; font-weight: 650; fill: var(--ink); stroke: var(--page); stroke-width: 6;
    stroke-linejoin: round; paint-order: stroke; } .map text.minor { font-weight: 400; font-size: 22px; }
    #map-text { padding-left: 0; list-style: none; font-size: .92rem; }

    """#
}
