import FEEL
import Rules

extension PackPage {
  var head: Markup {
    let review = pack.review
    let note: Markup = review.note.isEmpty ? "" : ": \(review.note)"
    return """
      <h1>\(pack.title)</h1>
      <p class="lead">\(pack.summary ?? "")</p>
      \(described(
        [
          ("Pack", "<code>\(pack.id)</code>, edition \(pack.edition)"),
          ("Jurisdiction", "\(pack.jurisdiction)"), ("Topic", "\(topicTitle(pack.topic))"),
          ("Not covered", "\(pack.boundary ?? "")"),
          ("Review", "\(review.on), confidence \(review.confidence.rawValue)\(note)"),
          ("Amended by", pack.amendments.map { "\($0.words)" }.joined("; ")),
          ("Values shown as of", "\(glossary.day.map(long) ?? "the last entry of each")"),
          ("File", "<code>\(pack.file)</code>"), ("SHA-256", "<code>\(compiled.sha256)</code>"),
        ], " class=\"facts\""))
      \(sources)
      """
  }

  private var sources: Markup {
    tabled(
      "Sources of law", ["Law", "Title", "In force", "Text"],
      pack.sources.map { source in
        [
          "<b>\(source.law)</b>", linked(source.title, source.href), "\(words(source.period))",
          source.textRead ? "read" : "<strong class=\"verify\">not read: verify</strong>",
        ]
      })
  }

  var contents: Markup {
    let parts: [(String, String, Bool)] = [
      ("parameters", "Values of the law", !pack.parameters.isEmpty),
      ("scopes", "Scope", !pack.scopes.isEmpty),
      ("definitions", "Conclusions", !pack.definitions.isEmpty),
      ("tables", "Decision tables", !compiled.tables.isEmpty), ("provisions", "Provisions", true),
      ("sanctions", "Sanctions", !pack.sanctions.isEmpty), ("controls", "Controls", !usedControls.isEmpty),
      ("retired", "Retired", !pack.retired.isEmpty), ("bases", "Base plans of the cases", !cases.isEmpty),
    ]
    let links = parts.filter(\.2).map { "<a href=\"#\($0.0)\">\($0.1)</a>" as Markup }
    let provisions = pack.provisions.enumerated().map { index, provision -> Markup in
      """
      <li><a href="#\(anchors[index])">\(provision.title)</a>
      <span class="muted">\(provision.citations.first?.text ?? "")</span></li>

      """
    }
    return """
      <section id="contents"><h2>Contents</h2>
      <p>\(links.joined(" · "))</p>
      <ol class="toc">
      \(provisions.joined())</ol></section>
      """
  }

  func words(_ period: Period) -> String {
    switch (period.from, period.until) {
    case (nil, nil): "no dates given"
    case (let from?, nil): "since \(long(from))"
    case (nil, let until?): "until \(long(until))"
    case (let from?, let until?): "\(long(from)) to \(long(until))"
    }
  }

  func cited(_ citations: [Citation]) -> Markup {
    citations.map { linked($0.text, $0.href) }.joined("; ")
  }

  /// The citations of an entry of a parameter, which keeps them as written.
  func cited(_ text: String?) -> Markup {
    guard let text else { return "" }
    return text.split(separator: ";").map { part -> Markup in
      let words = part.split(separator: " ", maxSplits: 1)
      guard let source = pack.sources.first(where: { $0.id == words.first.map(String.init) }) else {
        return "\(String(part))"
      }
      let place = words.count > 1 ? String(words[1]) : ""
      let article = place.first?.isNumber == true ? "Article \(place)" : place
      return linked("\(source.law) \(article)", source.href)
    }.joined("; ")
  }

  var retired: Markup {
    if pack.retired.isEmpty { return "" }
    let rows = pack.retired.map { each -> [Markup] in
      ["<code>\(each.id)</code>", "\(each.on.map(long) ?? "–")", "\(each.reason)"]
    }
    return """
      <section id="retired"><h2>Retired</h2>
      \(tabled("Provisions that were given up", ["Id", "On", "Why"], rows))</section>
      """
  }
}
