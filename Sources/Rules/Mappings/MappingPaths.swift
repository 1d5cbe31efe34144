/// What follows from several mappings, one after another: the relation of the provisions of two packs that no mapping may name together.
package struct MappingPaths: Sendable {
  /// A provision of a pack.
  package struct Place: Sendable, Hashable, Comparable {
    package var pack: String
    package var provision: String
    package init(_ pack: String, _ provision: String) {
      self.pack = pack
      self.provision = provision
    }
    package var text: String { "\(pack)/\(provision)" }
    package static func < (a: Place, b: Place) -> Bool { (a.pack, a.provision) < (b.pack, b.provision) }
  }

  /// A claim that was written, in one of its two directions.
  package struct Step: Sendable {
    package var from: Place
    package var to: Place
    package var relation: SetRelation
    package var confidence: Confidence
  }

  /// A way from one provision to another.
  package struct Path: Sendable {
    package var steps: [Step]
    package var relation: SetRelation
    /// Of the weakest step: a chain is no surer than that.
    package var confidence: Confidence { steps.map(\.confidence).min() ?? .low }
  }

  /// More steps say little.
  static let longest = 4
  private let steps: [Place: [Step]]

  package init(_ mappings: [Mapping]) {
    var steps: [Place: [Step]] = [:]
    for mapping in mappings {
      for link in mapping.links {
        let (from, to) = (Place(mapping.from, link.from), Place(mapping.to, link.to))
        steps[from, default: []].append(
          Step(from: from, to: to, relation: link.relation, confidence: link.confidence))
        steps[to, default: []].append(
          Step(from: to, to: from, relation: link.relation.inverted, confidence: link.confidence))
      }
    }
    self.steps = steps.mapValues { $0.sorted { $0.to < $1.to } }
  }

  /// To every provision of a pack that something follows for: the strongest relation, then the surest, then the shortest way.
  package func paths(from start: Place, to pack: String) -> [Path] {
    var best: [Place: Path] = [:]
    var open: [Path] = [Path(steps: [], relation: .equal)]
    while !open.isEmpty {
      var next: [Path] = []
      for path in open {
        let end = path.steps.last?.to ?? start
        for step in steps[end] ?? [] {
          // A pack is entered once: a way back says nothing new.
          let packs = [start.pack] + path.steps.map(\.to.pack)
          guard !packs.contains(step.to.pack), let relation = path.relation.then(step.relation) else {
            continue
          }
          let longer = Path(steps: path.steps + [step], relation: relation)
          if step.to.pack == pack {
            if best[step.to].map({ longer.isBetter(than: $0) }) ?? true { best[step.to] = longer }
          } else if longer.steps.count < MappingPaths.longest {
            next.append(longer)
          }
        }
      }
      open = next
    }
    return best.sorted { $0.key < $1.key }.map(\.value)
  }
}

extension MappingPaths.Path {
  fileprivate func isBetter(than other: Self) -> Bool {
    (relation.strength, confidence, -steps.count) > (
      other.relation.strength, other.confidence, -other.steps.count
    )
  }
}

extension SetRelation {
  /// Subset and superset say equally much; of two that differ, the one found first stays.
  fileprivate var strength: Int {
    switch self {
    case .equal: 2
    case .subset, .superset: 1
    case .intersects: 0
    }
  }
}
