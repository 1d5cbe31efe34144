extension Page {
  /// Type and colour for screen and paper; red is kept for what blocks entry, and every colour has its word.
  static let style = colors + layout + pieces + mapPieces + paper

  static let colors = #"""
    :root { color-scheme: light; --page: #fff; --ink: #1c2024; --soft: #555e68; --line: #c9d0d7;
    --panel: #f5f6f8;
    --link: #0b4f9e; --red: #a81f18; --red-tint: #fbe6e4; --amber: #6d4a00; --amber-tint: #fbf0d6;
    --green: #1b6239;
    --green-tint: #e6f3ea; --blue-tint: #e6edf7; --bar: #7d93ab; --bar-strong: #24435f; --hatch: #e2e6ea;
    --edge: #6b7580; }
    @media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) {\#(dark) } }
    :root[data-theme="dark"] {\#(dark) }

    """#
  private static let dark = #"""
     color-scheme: dark; --page: #15181b; --ink: #e8eaec; --soft: #a9b2bb; --line: #3b434b; --panel: #1d2125;
    --link: #8abdf7; --red: #ff9b90; --red-tint: #43201e; --amber: #efc067; --amber-tint: #3a2f16;
    --green: #7fd0a0;
    --green-tint: #1b3325; --blue-tint: #1f2d3d; --bar: #6f8aa6; --bar-strong: #c3d9ee; --hatch: #2a3037;
    --edge: #8b959f;
    """#
  static let layout = #"""
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; }
    body { margin: 0 auto; max-width: 76rem; padding: 0 clamp(1rem, 3vw, 2.5rem) 3rem;
    background: var(--page); color: var(--ink);
    font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
    overflow-wrap: break-word; }
    a { color: var(--link); text-underline-offset: .15em; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -999rem; }
    .skip:focus { left: 1rem; top: .5rem; background: var(--page); padding: .5rem 1rem; z-index: 1; }
    .top { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: center; padding: .75rem 0;
    border-bottom: 1px solid var(--line); }
    .brand { margin: 0; font-weight: 600; }
    nav { display: flex; flex-wrap: wrap; gap: 0 .9rem; font-size: .95rem; flex: 1 1 22rem; }
    nav a { padding: .25rem 0; min-height: 1.75rem; text-decoration: none; }
    nav a:hover { text-decoration: underline; }
    button, input, select { font: inherit; color: inherit; background: var(--page);
    border: 1px solid var(--edge); border-radius: .25rem;
    padding: .25rem .6rem; min-height: 2rem; max-width: 100%; }
    section { margin: 3rem 0 0; }
    .sheet { margin-top: 2rem; }
    h1 { font-size: clamp(1.6rem, 4vw, 2.4rem); line-height: 1.15; letter-spacing: -.01em;
    margin: 0 0 .25rem; font-weight: 650; }
    h2 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 .75rem; padding-top: .5rem;
    border-top: 2px solid var(--ink); font-weight: 650; }
    .sheet h2 { font-size: 1.05rem; border-top: 1px solid var(--line); margin: 1rem 0 .4rem; }
    h3 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
    h4 { font-size: 1rem; margin: 0; display: inline; font-weight: 600; }
    p, ul, ol, dl { margin: 0 0 .75rem; }
    .lead { font-size: 1.15rem; }
    .muted, .more { color: var(--soft); font-size: .92em; font-weight: 400; }
    .muted a { color: inherit; }
    ul, ol { padding-left: 1.3rem; }
    code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
    font-size: .88em; overflow-wrap: anywhere; }
    pre { background: var(--panel); border: 1px solid var(--line); padding: .6rem .8rem;
    margin: .4rem 0 1rem; white-space: pre-wrap; }
    .scroll { overflow-x: auto; margin: 0 0 1.25rem; }
    table { border-collapse: collapse; width: 100%; font-size: .92rem; }
    caption { text-align: left; font-weight: 600; padding: .25rem 0 .4rem; }
    th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0;
    border-bottom: 1px solid var(--line); }
    thead th { color: var(--soft); font-weight: 600; font-size: .88em; border-bottom: 1px solid var(--edge);
    vertical-align: bottom; }
    tbody th { font-weight: 600; }
    .n, thead .n { text-align: right; padding-right: 1.5rem; font-variant-numeric: tabular-nums; }
    th[colspan] { text-align: center; }
    .date { white-space: nowrap; font-variant-numeric: tabular-nums; }
    .hash { max-width: 16rem; }
    .link { overflow-wrap: anywhere; }
    .link a { display: block; min-height: 24px; }
    .item + .item::before { content: ", "; }
    .ref { display: inline-block; padding: .1rem 0; }
    .tasks tbody th { min-width: 12rem; } .words { min-width: 15rem; } .tasks tbody th .muted, .tasks td .muted { display: block; }
    footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: .75rem; color: var(--soft);
    font-size: .92rem; }

    """#
  private static let pieces = #"""
    .verdict { font-weight: 650; white-space: nowrap; }
    h1 .verdict { white-space: normal; }
    .noGo > h1 .verdict, tr.noGo .verdict { color: var(--red); }
    .go > h1 .verdict, tr.go .verdict { color: var(--green); }
    .goWithConditions > h1 .verdict, .cannotTell > h1 .verdict, tr.goWithConditions .verdict,
    tr.cannotTell .verdict { color: var(--amber);
    }
    .dates { display: flex; flex-wrap: wrap; gap: .25rem 2rem; border: solid var(--line);
    border-width: 1px 0; padding: .5rem 0; }
    .dates dt, .sign dt { color: var(--soft); font-size: .85rem; }
    .dates dd { margin: 0; font-weight: 600; }
    .blockers a { color: var(--red); }
    .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
    gap: 0 2.5rem; }
    .actions li { margin-bottom: .25rem; }
    .amount { font-size: 1.2rem; display: block; }
    .late { border-left: 4px solid var(--amber); padding-left: .75rem; }
    .sign { display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); gap: 1rem 2rem;
    margin-top: 1.5rem; }
    .sign dd { margin: 0; border-bottom: 1px solid var(--ink); height: 2rem; }
    .heat { table-layout: fixed; min-width: 60rem; border-spacing: 2px; border-collapse: separate; }
    .heat th { overflow-wrap: break-word; }
    .heat td { padding: 0; border: 1px solid var(--line); }
    .heat td a { display: block; padding: .4rem .5rem; min-height: 3rem; color: var(--ink);
    text-decoration: none; font-size: .88rem; line-height: 1.3; }
    .heat td a:hover { text-decoration: underline; }
    .heat .part { display: block; }
    .blocker { --tint: var(--red-tint); } .gap { --tint: var(--amber-tint); }
    .unknown, .later { --tint: var(--blue-tint); }
    .level-critical, .level-high { --tint: var(--amber-tint); } .level-medium { --tint: var(--blue-tint); }
    .level-low { --tint: var(--green-tint); }
    .met { --tint: var(--green-tint); } .waived { --tint: var(--panel); } .na { --tint: var(--page); }
    .heat td, .key { background: var(--tint); }
    .heat td.blocker { border: 2px solid var(--red); }
    .heat td.level-critical { border: 2px solid var(--amber); } .heat td.level-critical, .key.level-critical {
    background: repeating-linear-gradient(45deg, var(--amber-tint) 0 9px, var(--hatch) 9px 11px); }
    .heat td.unknown { border-style: dashed; border-color: var(--edge); }
    .heat td.nopack, .key.nopack {
    background: repeating-linear-gradient(135deg, var(--page) 0 5px, var(--hatch) 5px 8px);
    }
    .legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem;
    font-size: .9rem; }
    .key { display: inline-block; min-width: 1.6rem; text-align: center; border: 1px solid var(--edge); }
    svg.key { width: 1.6rem; height: .8rem; border: 0; background: none; }
    .marks { columns: 20rem; list-style: none; padding: 0; }
    .range { display: block; width: 100%; max-width: 14rem; height: .5rem; margin-top: .25rem; }
    .range .track { fill: var(--line); } .range .low { fill: var(--bar-strong); }
    .range .span { fill: var(--bar); }
    .gantt { display: block; width: 100%; min-width: 46rem; height: auto; margin-bottom: .5rem; }
    .gantt text { font-size: 12px; fill: var(--ink); } .gantt text.month { fill: var(--soft);
    font-size: 11px; } .gantt text.mark { font-weight: 700; font-size: 11px; }
    .gantt line.month { stroke: var(--line); } .gantt line.deadline { stroke: var(--ink); stroke-width: 2; }
    .gantt line.law { stroke: var(--edge); stroke-width: 1.5; stroke-dasharray: 4 3; }
    .gantt line.entry { stroke: var(--edge); stroke-width: 1.5; stroke-dasharray: 1 3; }
    .wait { fill: var(--page); stroke: var(--bar-strong); } .stripes { stroke: var(--bar-strong);
    stroke-width: 11; stroke-dasharray: 2 3; } .due { stroke: var(--ink); stroke-width: 2; fill: none; }
    .halo { stroke: var(--page); stroke-width: 7; fill: none; } .seam { fill: var(--page); }
    .baseline { fill: var(--edge); } .curve { display: block; width: 100%; max-width: 32rem; height: auto; }
    .curve text { font-size: 12px; fill: var(--ink); } .curve .month { stroke: var(--line); }
    .curve .deadline { stroke: var(--ink); stroke-width: 2; stroke-dasharray: 5 3; }
    .curve .band { fill: var(--hatch); stroke: var(--edge); } .curve .line { fill: none; stroke: var(--bar-strong); stroke-width: 2.5; } .curve .point { fill: var(--bar-strong); }
    .bar { fill: var(--bar); } .bar.done { fill: var(--green); } .bar.critical { fill: var(--bar-strong); } .slack { stroke: var(--edge);
    stroke-width: 2; }
    #filter { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; background: var(--panel);
    border: 1px solid var(--line); padding: .75rem 1rem; margin-bottom: 1rem; }
    #filter[hidden] { display: none; }
    #filter label { display: grid; gap: .1rem; font-size: .88rem; color: var(--soft); max-width: 100%; }
    #filter label > * { color: var(--ink); font-size: 1rem; }
    #shown { margin: 0; flex-basis: 100%; min-height: 1.5rem; }
    summary { cursor: pointer; min-height: 1.75rem; }
    .clump { margin-bottom: 1rem; }
    .clump > summary h3 { display: inline; margin: 0; }
    .clump > summary { padding: .35rem 0; }
    .card { border: 1px solid var(--line); border-left-width: 4px; padding: 0 1rem; margin: .5rem 0;
    background: var(--page); }
    .card > summary { padding: .5rem 0; }
    .card.blocker { border-left-color: var(--red); } .card.blocker .mark { color: var(--red); }
    .card.gap { border-left-color: var(--amber); }
    .card.undetermined, .card.error { border-left-style: dashed; border-left-color: var(--edge); }
    .card.satisfied { border-left-color: var(--green); }
    .card .mark { white-space: nowrap; }
    .card > summary .muted { display: block; padding-left: 1.1rem; }
    .card dl, .facts { display: grid; grid-template-columns: minmax(8rem, 12rem) 1fr; gap: .35rem 1rem;
    border-top: 1px solid var(--line); padding: .6rem 0; }
    .card dt, .facts dt { color: var(--soft); font-size: .92em; } .card dd, .facts dd { margin: 0;
    min-width: 0; }
    .card > p:empty { display: none; } .card dd ul { margin: 0; padding-left: 1.1rem; }
    .questions > li { border-top: 1px solid var(--line); padding-top: .6rem; }
    .questions p { margin-bottom: .25rem; }
    @media (max-width: 40rem) { .card dl, .facts { grid-template-columns: 1fr; gap: .1rem; }
    .card dd, .facts dd { margin-bottom: .5rem; } .verdict { white-space: normal; } }
    @media (forced-colors: active) { .bar { fill: CanvasText; } .heat td { border: 1px solid CanvasText; } }

    """#
  private static let paper = #"""
    @page { margin: 13mm 14mm 15mm; @bottom-left { content: "Pratique";
    font: 8pt system-ui, sans-serif; color: #555; }
    @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt system-ui, sans-serif;
    color: #555; } }
    @media print {
    :root, :root:not([data-theme="light"]), :root[data-theme="dark"] { color-scheme: light; --page: #fff;
    --ink: #000; --soft: #444; --line: #bbb; --panel: #f5f5f5; --link: #000;
    --red: #8c1a14; --red-tint: #fbe6e4; --amber: #5a3d00; --amber-tint: #fbf0d6; --green: #14532f;
    --green-tint: #e6f3ea; --blue-tint: #e6edf7;
    --bar: #8fa3b8; --bar-strong: #24435f; --hatch: #d8dce0; --edge: #555; }
    body { max-width: none; padding: 0; font-size: 9pt; line-height: 1.35; print-color-adjust: exact;
    -webkit-print-color-adjust: exact; }
    .skip, nav, #theme, #filter, .top { display: none; }
    section { margin-top: 6mm; } .sheet { margin: 0; break-after: page; }
    h1 { font-size: 18pt; } h2 { font-size: 13pt; break-after: avoid; } .sheet h2 { font-size: 10pt;
    margin: 2mm 0 1mm; } h3, summary, caption { break-after: avoid; }
    .lead { font-size: 10.5pt; } p, ul, ol, dl { margin-bottom: 1.5mm; }
    .scroll { overflow: visible; margin-bottom: 3mm; } table { font-size: 8pt; }
    th, td { padding: .8mm 2mm .8mm 0; }
    tr, .gantt, .map, .questions > li, dt, dd { break-inside: avoid; } thead { display: table-header-group; }
    .heat { min-width: 0; } .heat td a { min-height: 24px; padding: 1mm; font-size: 7pt; }
    .gantt, .map, .map.w1240 { min-width: 0; }
    .columns { grid-template-columns: 1fr 1fr; gap: 0 8mm; } .sign { grid-template-columns: repeat(4, 1fr);
    margin-top: 4mm; } .sign dd { height: 8mm; }
    .amount { font-size: 11pt; } .hash { max-width: 30mm; } .tasks tbody th { min-width: 32mm; } .words { min-width: 30mm; }
    .marks { columns: 2; }
    details::details-content { content-visibility: visible; block-size: auto; height: auto; display: block; }
    summary { list-style: none; } summary::-webkit-details-marker { display: none; }
    a { text-decoration: none; } .card { break-inside: avoid; }
    .card dl { padding: 1mm 0; gap: .6mm 3mm; grid-template-columns: 34mm 1fr; }
    }

    """#
}
