package import Diagnostics
package import Rules

/// A quotation that the cited article does not have.
package struct Misquotation: Sendable {
  package let provision: String
  package let message: String
  package let location: Location
}

extension Pack {
  /// Quotations from laws whose text is at hand, looked up in the article that each cites, or in all that its provision cites.
  package func misquotations(_ texts: [String: LawText]) -> [Misquotation] {
    var found: [Misquotation] = []
    for provision in provisions {
      for quote in provision.quotes {
        guard let place = quote.citation ?? provision.citations.first, let text = texts[place.law] else {
          continue
        }
        let articles =
          quote.citation.map { [$0.article] }
          ?? provision.citations.filter { $0.law == place.law }.map(\.article)
        if text.says(quote.text, in: articles) { continue }
        let message =
          articles.contains(where: text.has)
          ? "the text of \(place.text) does not say \"\(quote.text)\", which `\(provision.id)` quotes"
          : "the text of \(place.law) has no \(Outline.word(place.article)), which `\(provision.id)` quotes"
        found.append(Misquotation(provision: provision.id, message: message, location: provision.location))
      }
    }
    return found
  }
}
