import Engine
import Rules

/// A web address that a report may link to; packs are untrusted, so every other scheme is left out.
func safeLink(_ href: String?) -> String? {
  guard let href, href.hasPrefix("https://") || href.hasPrefix("http://") else { return nil }
  let isPlain = href.unicodeScalars.allSatisfy { scalar in
    scalar.value > 0x20 && !isBreakOrControl(scalar) && !"\"'<>`\\".unicodeScalars.contains(scalar)
  }
  return isPlain ? href : nil
}

extension Report {
  /// Where to read a citation: its own address, else that of its source in the packs used.
  func link(_ citation: Citation) -> String? {
    if let link = safeLink(citation.href) { return link }
    for pack in assessment.packs {
      for source in pack.sources where source.law == citation.law {
        if let link = safeLink(source.href) { return link }
      }
    }
    return nil
  }
}
