import FEEL
import Facts
import Rules

/// Which provisions of a pack may judge otherwise when something in it changes. By names: it may name too many, never too few.
struct Dependence: Sendable {
  private let pack: CompiledPack
  /// By name of the conclusion: what its expressions mention.
  private var mentioned: [(name: String, names: Set<String>)] = []
  private var scopes: [Set<String>]
  /// By provision.
  private var provisions: [(names: Set<String>, permissions: Set<String>)]

  init(_ pack: CompiledPack, _ sites: [Site]) {
    self.pack = pack
    scopes = [Set<String>](repeating: [], count: pack.scopes.count)
    provisions = pack.provisions.map { provision in
      var permissions = Set(provision.rule.releases)
      for part in provision.requirement.parts {
        if case .permission(let id) = part.requirement { permissions.insert(id) }
      }
      return ([], permissions)
    }
    for site in sites {
      let names = site.expression.syntax?.mentionedNames ?? []
      switch site.owner {
      case .definition(let name):
        if let place = mentioned.firstIndex(where: { $0.name == name }) {
          mentioned[place].names.formUnion(names)
        } else {
          mentioned.append((name, names))
        }
      case .scope(let kind): scopes[kind].formUnion(names)
      case .provision(let place): provisions[place].names.formUnion(names)
      }
    }
  }

  /// Places of the provisions that may change with what stands there, in order.
  func affected(by owner: Site.Owner) -> [Int] {
    switch owner {
    case .definition(let name): affected(byName: name)
    case .scope(let kind): withUsers(of: pack.provisions.indices.filter { pack.provisions[$0].kind == kind })
    case .provision(let place): withUsers(of: [place])
    }
  }

  /// The same for a name: a conclusion or a parameter.
  func affected(byName name: String) -> [Int] {
    var names: Set<String> = [name]
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for definition in mentioned where !names.contains(definition.name) {
        guard !definition.names.isDisjoint(with: names) else { continue }
        names.insert(definition.name)
        isGrowing = true
      }
    }
    return withUsers(
      of: pack.provisions.indices.filter { place in
        !provisions[place].names.isDisjoint(with: names)
          || !scopes[pack.provisions[place].kind].isDisjoint(with: names)
      })
  }

  /// Provisions that ask for a permission change with it.
  private func withUsers(of places: [Int]) -> [Int] {
    var result = Set(places)
    var isGrowing = true
    while isGrowing {
      let ids = Set(result.map { pack.provisions[$0].rule.id })
      let more = pack.provisions.indices.filter {
        !result.contains($0) && !provisions[$0].permissions.isDisjoint(with: ids)
      }
      isGrowing = !more.isEmpty
      result.formUnion(more)
    }
    return result.sorted()
  }
}
