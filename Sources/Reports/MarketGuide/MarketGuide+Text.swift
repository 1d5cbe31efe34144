package import Engine

/// The guide to a market for the terminal.
package func marketGuideText(_ guide: MarketGuide) -> String {
  let parts = guide.sections.map { part in
    "\(part.title)\n" + part.lines.map { "  \($0)" }.joined(separator: "\n")
  }
  return ([guide.head] + guide.gap + parts + [MarketGuide.caution]).joined(separator: "\n\n") + "\n"
}

/// The same as a Markdown page.
package func marketGuideMarkdown(_ guide: MarketGuide) -> String {
  let parts = guide.sections.map { part in
    "## \(part.title)\n\n" + part.lines.map { "- \(escaped($0))" }.joined(separator: "\n")
  }
  return (["# \(escaped(guide.head))"] + guide.gap + parts + [MarketGuide.caution]).joined(separator: "\n\n")
    + "\n"
}

extension MarketGuide {
  fileprivate var gap: [String] {
    packs.isEmpty ? ["No pack covers this market: nothing is known of its law here."] : []
  }
}
