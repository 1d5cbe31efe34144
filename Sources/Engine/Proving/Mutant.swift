import Diagnostics
import FEEL
import Facts
import Rules

/// A pack with one small mistake put into it.
struct Mutant: Sendable {
  let kind: MutationKind
  let location: Location
  /// The change, in words.
  let words: String
  /// Where the difference shows first, if that is one provision.
  let provision: Int?
  /// Provisions that may judge otherwise, by their places.
  let affected: [Int]
  /// Values near which the difference shows.
  var hints: [Value] = []
  /// Days near which it shows.
  var days: [CalendarDate] = []
  private let change: @Sendable (inout CompiledPack) -> Void

  init(
    _ kind: MutationKind, at location: Location, _ words: String, provision: Int? = nil, affected: [Int],
    hints: [Value] = [], days: [CalendarDate] = [],
    _ change: @escaping @Sendable (inout CompiledPack) -> Void
  ) {
    self.kind = kind
    self.location = location
    self.words = words
    self.provision = provision
    self.affected = affected
    self.hints = hints
    self.days = days
    self.change = change
  }

  func applied(to pack: CompiledPack) -> CompiledPack {
    var pack = pack
    change(&pack)
    return pack
  }
}

extension CompiledPack {
  /// All mutants of the pack, in the order of its file.
  func mutants(_ vocabulary: Vocabulary) -> [Mutant] {
    let sites = sites(vocabulary)
    let dependence = Dependence(self, sites)
    let all =
      sites.flatMap { mutants(at: $0, dependence) } + structureMutants(vocabulary, dependence)
      + periodMutants(dependence) + parameterMutants(dependence)
    return all.enumerated().sorted {
      ($0.element.location.line, $0.offset) < ($1.element.location.line, $1.offset)
    }.map(\.element)
  }

  /// A change that does not check is none.
  private func mutants(at site: Site, _ dependence: Dependence) -> [Mutant] {
    guard let syntax = site.expression.syntax else { return [] }
    let affected = dependence.affected(by: site.owner)
    if affected.isEmpty { return [] }
    let names = syntax.mentionedNames
    let parameters = pack.parameters.filter { !$0.isTable && names.contains($0.name) }.flatMap {
      $0.entries.prefix(2).flatMap(\.value.scalars)
    }
    let provision: Int? = if case .provision(let place) = site.owner { place } else { nil }
    return syntax.changes(isCondition: site.isCondition, source: site.expression.source.bytes).compactMap {
      change in
      guard let expression = CheckedExpression(change.tree, insteadOf: site.expression) else { return nil }
      let hints = change.hints + (change.kind == .comparison ? parameters : [])
      let days = hints.compactMap { if case .date(let day) = $0 { day } else { nil } }
      return Mutant(
        change.kind, at: site.location(of: change.extent), "in \(site.title), \(change.words)",
        provision: provision, affected: affected, hints: hints, days: days
      ) { site.replace(&$0, expression) }
    }
  }
}
