import FEEL

/// Everything a pack says, as named parts with aspects that can be compared.
struct Parts {
  struct Part {
    /// Parts of two editions with equal keys are one part.
    var key: String
    var kind: String
    var name: String
    var title: String?
    var aspects: [PackComparison.Aspect]
    /// What conditions call it; nil: no condition can rest on it.
    var calledAs: String?
  }

  var all: [Part]

  init(_ pack: Pack) {
    var parts = [
      Part(
        key: "pack", kind: "pack", name: pack.id, title: pack.title,
        aspects: [
          .init("jurisdiction", pack.jurisdiction, .effect), .init("topic", pack.topic, .weight),
          .init("title", pack.title, .words), .init("summary", pack.summary, .words),
          .init("boundary", pack.boundary, .words), .init("review", pack.review.text, .words),
        ])
    ]
    parts += pack.sources.map { source in
      Part(
        key: "source \(source.id)", kind: "source", name: source.id, title: source.title,
        aspects: source.aspects)
    }
    parts += pack.parameters.map { parameter in
      Part(
        key: "parameter \(parameter.name)", kind: "parameter", name: parameter.name, title: nil,
        aspects: parameter.aspects, calledAs: parameter.name)
    }
    parts += pack.definitions.map { definition in
      let name = "\(definition.per ?? "plan").\(definition.name)"
      return Part(
        key: "definition \(name)", kind: "definition", name: name, title: definition.title,
        aspects: definition.aspects, calledAs: definition.name)
    }
    parts += pack.scopes.map { scope in
      Part(
        key: "scope \(scope.per)", kind: "scope", name: scope.per, title: nil, aspects: scope.aspects,
        calledAs: "scope \(scope.per)")
    }
    parts += pack.sanctions.map { sanction in
      // The tiers of one id are versions.
      let version = sanction.period.from.map { " from \($0)" } ?? ""
      return Part(
        key: "sanction \(sanction.id)\(version)", kind: "sanction", name: sanction.id + version, title: nil,
        aspects: sanction.aspects)
    }
    parts += pack.amendments.map { amendment in
      Part(
        key: "amendment \(amendment.id)", kind: "amendment", name: amendment.id, title: amendment.title,
        aspects: [
          .init("first day", amendment.from.description, .effect),
          .init("citations", cited(amendment.citations), .words),
        ])
    }
    for provision in pack.provisions {
      let isFirst = pack.provisions.first { $0.id == provision.id }?.location == provision.location
      // The first version keeps the bare id, so that moving its first day is a change and not another rule.
      let version = isFirst ? "" : provision.period.from.map { " from \($0)" } ?? ""
      parts.append(
        Part(
          key: "provision \(provision.id)\(version)", kind: provision.modality.rawValue,
          name: provision.id + version, title: provision.title, aspects: provision.aspects))
    }
    all = parts
  }

  /// What changed from the other edition to this one, in the order of this one; what was removed comes last.
  func matched(
    with old: Parts, successors: (String) -> [String], affects: (String) -> [String]
  ) -> [PackComparison.Change] {
    var changes: [PackComparison.Change] = []
    for part in all {
      guard let before = old.all.first(where: { $0.key == part.key }) else {
        changes.append(part.change(.added, affects: affects))
        continue
      }
      let aspects = part.aspects.compared(with: before.aspects)
      guard !aspects.isEmpty else { continue }
      var change = part.change(.changed, affects: affects)
      change.aspects = aspects
      if !aspects.contains(where: { $0.reach == .effect }) { change.affects = [] }
      changes.append(change)
    }
    for part in old.all where !all.contains(where: { $0.key == part.key }) {
      var change = part.change(.removed, affects: affects)
      if part.key.hasPrefix("provision ") { change.successors = successors(part.name) }
      if !change.successors.isEmpty { change.kind = .replaced }
      changes.append(change)
    }
    return changes
  }
}

extension Parts.Part {
  fileprivate func change(
    _ kind: PackComparison.Change.Kind, affects: (String) -> [String]
  ) -> PackComparison.Change {
    PackComparison.Change(
      kind: kind, part: self.kind, name: name, title: title, aspects: [], successors: [],
      affects: calledAs.map(affects) ?? [])
  }
}

extension [PackComparison.Aspect] {
  /// Aspects that differ from those before, what alters verdicts first.
  func compared(with before: Self) -> Self {
    var result: Self = []
    let names = map(\.name) + before.map(\.name).filter { name in !contains { $0.name == name } }
    for name in names {
      let (old, new) = (before.first { $0.name == name }, first { $0.name == name })
      guard old?.after != new?.after, let either = new ?? old else { continue }
      result.append(
        PackComparison.Aspect(name: name, before: old?.after, after: new?.after, reach: either.reach))
    }
    // Stable: aspects of one reach keep their order.
    return PackComparison.Reach.allCases.flatMap { reach in result.filter { $0.reach == reach } }
  }
}

extension PackComparison.Aspect {
  /// What one edition says.
  init(_ name: String, _ text: String?, _ reach: PackComparison.Reach) {
    self.init(name: name, before: nil, after: text.flatMap { $0.isEmpty ? nil : $0 }, reach: reach)
  }
}
