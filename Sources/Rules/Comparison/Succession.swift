extension Rulebook {
  /// What a provision or finding of earlier editions is called now: `eu.gdpr/art-27@organization`, without its pack or without
  /// its subject. Empty: nothing replaces it.
  package func successors(of name: String) -> [String] {
    let slash = name.firstIndex(of: "/")
    let pack = slash.map { name[..<$0] }
    let rest = slash.map { name[name.index(after: $0)...] } ?? name[...]
    let id = rest.prefix { $0 != "@" }
    return packs.filter { pack == nil || $0.pack.id == pack ?? "" }.flatMap { compiled in
      compiled.pack.successors(of: String(id)).map { "\(compiled.pack.id)/\($0)\(rest[id.endIndex...])" }
    }
  }
}

extension Pack {
  /// Ids of the provisions that take the place of one that this pack no longer has, over several steps; empty: none.
  package func successors(of id: String) -> [String] {
    var found: [String] = []
    var open = [id]
    var seen: Set<String> = [id]
    while let next = open.popLast() {
      for provision in provisions
      where provision.replaces.contains(next) && seen.insert(provision.id).inserted {
        found.append(provision.id)
        open.append(provision.id)
      }
    }
    return found
  }

  /// Ids that were shipped and are here neither as a provision, nor replaced, nor retired; and ids that now mean another rule.
  func refusals(in after: Pack) -> [PackComparison.Refusal] {
    var refusals: [PackComparison.Refusal] = []
    var seen: Set<String> = []
    // What an amendment repeals was law before, and is still known.
    let before = provisions + earlier.flatMap(\.provisions)
    let known = after.provisions + after.earlier.flatMap(\.provisions)
    for old in before where seen.insert(old.id).inserted {
      guard let new = known.first(where: { $0.id == old.id }) else {
        if after.successors(of: old.id).isEmpty, !after.retired.contains(where: { $0.id == old.id }) {
          refusals.append(
            PackComparison.Refusal(
              id: old.id, reason: "was dropped",
              remedy:
                "name it in `replaces` of the provision that takes its place, or in <retired id=\"\(old.id)\">"
            ))
        }
        continue
      }
      if let reason = old.reused(as: new) {
        refusals.append(
          PackComparison.Refusal(
            id: old.id, reason: reason,
            remedy:
              "give the new rule an id of its own, with replaces=\"\(old.id)\" if it takes the place of the old one"
          ))
      }
    }
    return refusals
  }
}

extension Provision {
  /// Why another rule stands under this id; nil: it is the same rule.
  fileprivate func reused(as other: Provision) -> String? {
    if modality != other.modality {
      return "was \(article(modality.rawValue)) and is now \(article(other.modality.rawValue))"
    }
    if per != other.per { return "was judged per \(per) and is now judged per \(other.per)" }
    // A corrected citation keeps the law, or the article.
    guard let before = citations.first,
      !other.citations.contains(where: { $0.law == before.law && $0.article == before.article })
    else { return nil }
    return "was \(before.text) and is now \(cited(other.citations))"
  }

  private func article(_ noun: String) -> String { (noun == "obligation" ? "an " : "a ") + noun }
}
