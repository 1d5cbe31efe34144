import Rules

extension Pins {
  /// The texts that these citations were read in, one for each article.
  func read(_ citations: [Citation]) -> [(sha256: String, place: String)] {
    var told: Set<String> = []
    return citations.compactMap { citation in
      guard let pin = self[citation.law, citation.article] else { return nil }
      let place = Citation(law: citation.law, article: citation.article).text
      return told.insert(place).inserted ? (pin.sha256, place) : nil
    }
  }
}
