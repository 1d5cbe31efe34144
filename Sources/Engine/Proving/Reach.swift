import FEEL
import Facts
import Rules

/// What each provision of a pack rests on: the values that its conditions mention, its own and those of the conclusions they use.
struct Reach: Sendable {
  private let pack: CompiledPack
  private let sites: [(owner: Site.Owner, names: Set<String>, values: [Value])]

  init(_ pack: CompiledPack, _ sites: [Site]) {
    self.pack = pack
    self.sites = sites.map { site in
      let syntax = site.expression.syntax
      return (site.owner, syntax?.mentionedNames ?? [], syntax?.literals ?? [])
    }
  }

  /// Values mentioned on the way to a verdict, its own first.
  func values(of place: Int) -> [Value] {
    var values: [Value] = []
    var names: Set<String> = []
    func take(_ owner: Site.Owner) {
      for site in sites where site.owner == owner {
        values += site.values
        names.formUnion(site.names)
      }
    }
    take(.provision(place))
    for permission in permissions(of: place) { take(.provision(permission)) }
    take(.scope(pack.provisions[place].kind))
    var seen: Set<String> = []
    while true {
      let next = pack.pack.definitions.map(\.name).filter { names.contains($0) && !seen.contains($0) }
      if next.isEmpty { break }
      for name in next where seen.insert(name).inserted { take(.definition(name)) }
    }
    for parameter in pack.pack.parameters where names.contains(parameter.name) {
      // Of a table the first rows will do; a mutant of a row brings its own values.
      values += parameter.entries.prefix(3).flatMap(\.value.scalars)
    }
    return values
  }

  private func permissions(of place: Int) -> [Int] {
    let provision = pack.provisions[place]
    var ids = Set(provision.rule.releases)
    for part in provision.requirement.parts {
      if case .permission(let id) = part.requirement { ids.insert(id) }
    }
    return ids.sorted().flatMap { pack.permissions[$0] ?? [] }
  }
}

extension Expression {
  /// The values written out in it, from left to right.
  var literals: [Value] { (literal.map { [$0] } ?? []) + parts.flatMap(\.literals) }
}
