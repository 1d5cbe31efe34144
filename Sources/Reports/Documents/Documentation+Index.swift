import FoundationEssentials
import Rules

extension Documentation {
  func index(_ pages: [(name: String, page: PackPage)]) -> String {
    let rows = pages.map { name, page -> [Markup] in
      let pack = page.pack
      let counts = [Provision.Modality.obligation, .prohibition, .permission].map { modality in
        String(pack.provisions.count { $0.modality == modality })
      }
      return [
        "<a href=\"\(name)\">\(pack.title)</a><br><span class=\"muted\">\(pack.id)</span>",
        "\(pack.jurisdiction)", "\(topicTitle(pack.topic))", "\(pack.edition)",
      ] + counts.map { "\($0)" }
        + ["\(pack.review.on)", "\(pack.review.confidence.rawValue)"]
    }
    let header = [
      "Pack", "Jurisdiction", "Topic", "Edition", "Obligations", "Prohibitions", "Permissions", "Reviewed",
      "Confidence",
    ]
    return page(
      "Packs",
      """
      <main>
      <h1>Packs</h1>
      <p class="lead">\(count(pages.count, "pack")). Each page says in words what a pack asks, beside the law it rests on.</p>
      \(tabled("Packs", header, rows))</main>
      """)
  }

  /// Only this style may act.
  static func policy(_ style: String, _ digest: ([UInt8]) -> [UInt8]) -> String {
    let hash = Data(digest(Array(style.utf8))).base64EncodedString()
    return "default-src 'none'; style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'"
  }
}
