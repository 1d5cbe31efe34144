import Diagnostics
import Engine
import FEEL
import Rules

/// One pack as a page for people who do not read FEEL.
struct PackPage: Anchored {
  let compiled: CompiledPack
  let documentation: Documentation
  let glossary: Glossary
  /// Of provisions, by their places.
  let anchors: [String]
  let cases: [CaseFile]
  /// Parts whose words name a part, by that part.
  private(set) var users: [Reference: [User]] = [:]

  /// A part of the page that names another.
  struct User: Hashable {
    let title: String
    let address: String
  }

  var pack: Pack { compiled.pack }

  init(_ compiled: CompiledPack, _ documentation: Documentation) {
    self.compiled = compiled
    self.documentation = documentation
    let pack = compiled.pack
    glossary = Glossary(
      documentation.rulebook.vocabulary, documentation.rulebook.catalogue, pack,
      on: documentation.day ?? CalendarDate(pack.edition))
    var taken: Set<String> = []
    anchors = pack.provisions.map { unique("p-\(anchor($0.id))", &taken) }
    cases = documentation.cases.filter { $0.pack == pack.id }
    users = findUsers()
  }

  func address(of reference: Reference) -> String? {
    switch reference {
    case .definition(let kind, let name): "d-\(anchor(kind ?? "plan"))-\(anchor(name))"
    case .parameter(let name): "v-\(anchor(name))"
    case .provision(let id):
      pack.provisions.firstIndex { $0.id == id }.map { anchors[$0] }
    }
  }

  func words(_ source: Source, per kind: String?) -> Saying {
    Speaker.words(source, per: kind, glossary)
  }

  var text: String {
    documentation.page(
      "\(pack.title) (\(pack.id))",
      """
      <p class="crumb"><a href="index.html">All packs</a></p>
      <main>
      \(head)
      \(contents)
      \(parameters)
      \(scopes)
      \(definitions)
      \(tables)
      <section id="provisions"><h2>Provisions</h2>
      \(compiled.provisions.indices.map { provision($0) }.joined())</section>
      \(sanctions)
      \(controls)
      \(retired)
      \(bases)</main>
      """)
  }

  private func findUsers() -> [Reference: [User]] {
    var result: [Reference: [User]] = [:]
    func add(_ sources: [Source], per kind: String?, _ user: User) {
      for source in sources {
        for reference in words(source, per: kind).references {
          if result[reference]?.contains(user) != true { result[reference, default: []].append(user) }
        }
      }
    }
    for definition in pack.definitions {
      let reference = Reference.definition(kind: definition.per, name: definition.name)
      let user = User(title: definition.words ?? definition.name, address: address(of: reference) ?? "")
      add(definition.expressions, per: definition.per, user)
    }
    for scope in pack.scopes {
      add([scope.expression], per: scope.per, User(title: "Scope: \(spaced(scope.per))", address: "scopes"))
    }
    for (index, provision) in pack.provisions.enumerated() {
      let user = User(title: provision.title, address: anchors[index])
      add(provision.sources.map(\.source), per: provision.per, user)
      for id in provision.releases + (provision.requirement?.permissions ?? []) {
        if result[.provision(id)]?.contains(user) != true { result[.provision(id), default: []].append(user) }
      }
    }
    return result
  }

  /// Who uses a part; folded where they are many.
  func used(_ reference: Reference) -> Markup {
    let number = users[reference]?.count ?? 0
    if number == 0 { return "<p class=\"muted\">Not used.</p>" }
    if number <= 4 { return "<p class=\"muted\">Used by \(usedBy(reference)).</p>" }
    return """
      <details class="used"><summary>Used in \(String(number)) places</summary><p>\(usedBy(reference))</p></details>
      """
  }

  /// The parts that name a part, as links.
  func usedBy(_ reference: Reference) -> Markup {
    (users[reference] ?? []).map { "<a href=\"#\($0.address)\">\($0.title)</a>" as Markup }.joined(", ")
  }
}

extension Provision {
  /// Every condition with what it is for.
  var sources: [(label: String, source: Source)] {
    var result: [(label: String, source: Source)] = []
    if let applies { result.append(("applies", applies)) }
    result += exceptions.map { ("except: \($0.title ?? "")", $0.expression) }
    result += requirement?.sources ?? []
    for reading in readings {
      if let applies = reading.applies { result.append(("reading \(reading.id), applies", applies)) }
      result += (reading.requirement?.sources ?? []).map { ("reading \(reading.id), \($0.label)", $0.source) }
    }
    return result
  }
}

extension Requirement {
  var sources: [(label: String, source: Source)] {
    switch self {
    case .condition(let source, let title, _): [(title, source)]
    case .control, .permission: []
    case .all(let parts), .any(let parts): parts.flatMap(\.sources)
    }
  }

  var permissions: [String] {
    switch self {
    case .permission(let id): [id]
    case .condition, .control: []
    case .all(let parts), .any(let parts): parts.flatMap(\.permissions)
    }
  }
}
