package import Diagnostics
package import XML

/// Claims about how the provisions of one pack relate to those of another.
package struct Mapping: Sendable {
  package struct Link: Sendable {
    package var from: String
    package var to: String
    package var relation: SetRelation
    package var confidence: Confidence
    /// Why.
    package var rationale: String
    package var location: Location
  }
  package var id: String
  package var title: String
  /// Ids of packs.
  package var from: String
  package var to: String
  package var review: Review
  package var links: [Link]
  package var file: String
}

extension Mapping {
  /// Reads a mapping that the schema has accepted. Throws what it names and the packs do not have, and pairs that are there twice.
  package init(reading root: Element, file: String, packs: [Pack]) throws(Mistakes) {
    let review = root.first("review")
    let confidence = review?["confidence"].flatMap(Confidence.init) ?? .medium
    id = root["id"] ?? ""
    title = root["title"] ?? ""
    from = root["from"] ?? ""
    to = root["to"] ?? ""
    self.review = Review(on: review?["on"] ?? "", confidence: confidence, note: review?.words ?? "")
    self.file = file
    links = root.all("link").map { link in
      Link(
        from: link["from"] ?? "", to: link["to"] ?? "",
        relation: link["relation"].flatMap(SetRelation.init) ?? .intersects,
        confidence: link["confidence"].flatMap(Confidence.init) ?? confidence, rationale: link.words,
        location: link.location(in: file))
    }
    let mistakes = mistakes(root.location(in: file), packs)
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
  }

  private func mistakes(_ start: Location, _ packs: [Pack]) -> [Diagnostic] {
    var mistakes: [Diagnostic] = []
    for (id, ids) in [(from, links.map { ($0.from, $0.location) }), (to, links.map { ($0.to, $0.location) })]
    {
      guard let pack = packs.first(where: { $0.id == id }) else {
        mistakes.append(
          Diagnostic(
            .reference, at: start, "there is no pack `\(id)`",
            suggestion: didYouMean(id, among: packs.map(\.id))))
        continue
      }
      let present = Set(pack.provisions.map(\.id))
      for (provision, location) in ids where !present.contains(provision) {
        let successors = pack.successors(of: provision)
        let hint =
          successors.first.map { "it is now `\($0)`" } ?? didYouMean(provision, among: present.sorted())
        mistakes.append(
          Diagnostic(.reference, at: location, "`\(id)` has no provision `\(provision)`", suggestion: hint))
      }
    }
    var seen: Set<[String]> = []
    for link in links where !seen.insert([link.from, link.to]).inserted {
      mistakes.append(
        Diagnostic(.duplicate, at: link.location, "`\(link.from)` and `\(link.to)` are related twice"))
    }
    return mistakes
  }
}
