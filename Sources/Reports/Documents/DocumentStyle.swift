/// Type and colour of the documents, for screen and paper; shared with the reports as far as it goes.
enum DocumentStyle {
  static let text = Page.colors + Page.layout + pieces + paper

  private static let pieces = #"""
    body { max-width: 60rem; }
    .crumb { margin: 1rem 0; font-size: .92rem; }
    .toc { columns: 22rem; column-gap: 2.5rem; font-size: .95rem; }
    .toc li { break-inside: avoid; padding: .1rem 0; }
    .provision, .part { border-top: 1px solid var(--line); margin: 1.5rem 0 0; padding-top: .25rem; }
    .provision > h3 { font-size: 1.25rem; margin: .75rem 0 .1rem; }
    .part > h3 { font-size: 1.05rem; margin: .5rem 0 .25rem; }
    .part .scroll { margin-bottom: .25rem; }
    dl { display: grid; grid-template-columns: minmax(7rem, 9rem) minmax(0, 1fr); gap: .4rem 1rem; }
    dt { color: var(--soft); font-size: .92em; } dd { margin: 0; min-width: 0; }
    dd ul, .words ul { margin: .15rem 0 .25rem; padding-left: 1.2rem; }
    dd li, .words li { margin: .15rem 0; }
    i { color: var(--soft); font-style: italic; }
    .title { font-weight: 600; }
    .verify { color: var(--amber); }
    blockquote { margin: .25rem 0 .75rem; padding: .25rem 0 .25rem .9rem; border-left: 3px solid var(--edge); }
    blockquote cite { font-style: normal; font-size: .88em; color: var(--soft); white-space: nowrap; }
    .cases { font-size: .92rem; } .cases li { margin: .4rem 0; }
    summary { cursor: pointer; min-height: 1.75rem; }
    .feel, .used { font-size: .92rem; color: var(--soft); } .feel p { margin: .4rem 0 .1rem; }
    .feel pre { color: var(--ink); margin: 0 0 .5rem; }
    table { overflow-wrap: break-word; } caption { font-size: 1.05em; } th { overflow-wrap: normal; hyphens: auto; }
    @media (max-width: 40rem) { dl { grid-template-columns: 1fr; gap: .1rem; } dd { margin-bottom: .5rem; }
    blockquote cite { white-space: normal; } td, th { min-width: 6.5rem; } }

    """#
  private static let paper = #"""
    @page { size: A4; margin: 14mm 15mm 16mm; @bottom-right { content: "Page " counter(page) " of " counter(pages);
    font: 8pt system-ui, sans-serif; color: #555; } }
    @media print {
    :root, :root:not([data-theme="light"]) { color-scheme: light; --page: #fff; --ink: #000; --soft: #444;
    --line: #bbb; --panel: #f5f5f5; --link: #000; --amber: #5a3d00; --edge: #555; }
    body { max-width: none; padding: 0; font-size: 9pt; line-height: 1.35; }
    .crumb, .feel, .used, #bases { display: none; }
    h1 { font-size: 18pt; } h2 { font-size: 13pt; break-after: avoid; } h3, summary, caption, dt { break-after: avoid; }
    section { margin-top: 6mm; } .lead { font-size: 10.5pt; } p, ul, ol, dl { margin-bottom: 1.5mm; }
    .scroll { overflow: visible; } table { overflow-wrap: anywhere; } table { font-size: 8pt; } th, td { padding: .8mm 2mm .8mm 0; }
    tr, li, blockquote { break-inside: avoid; } thead { display: table-header-group; }
    summary { list-style: none; } summary::-webkit-details-marker { display: none; }
    a { text-decoration: none; } dd a, .words a { text-decoration: underline dotted; }
    thead { break-after: avoid; break-inside: avoid; } .provision > h3 { font-size: 11.5pt; } dl { grid-template-columns: 26mm minmax(0, 1fr); gap: .8mm 3mm; }
    }

    """#
}
