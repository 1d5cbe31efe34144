import Diagnostics
import Facts
import XML

/// `<plan>` as the tree that the same plan has in YAML: the vocabulary says what is a list.
struct XMLReader {
  private let file: String
  private let vocabulary: Vocabulary
  private var mistakes: [Diagnostic] = []

  static func read(_ element: Element, file: String, _ vocabulary: Vocabulary) throws(Mistakes) -> Node {
    var reader = XMLReader(file: file, vocabulary: vocabulary)
    guard element.name == "plan", element.namespace == "urn:pratique:plan:1" else {
      throw Mistakes([
        Diagnostic(
          .root, at: element.location(in: file), "a plan starts with <plan xmlns=\"urn:pratique:plan:1\">",
          suggestion: element.name == "plan" ? "add the namespace" : nil)
      ])
    }
    let node = reader.plan(element)
    guard reader.mistakes.isEmpty else { throw Mistakes(reader.mistakes.inFileOrder) }
    return node
  }

  private init(file: String, vocabulary: Vocabulary) {
    self.file = file
    self.vocabulary = vocabulary
  }

  /// `ignoring`: the name of a scenario is no fact of the plan.
  private mutating func plan(_ element: Element, ignoring ignored: String? = nil) -> Node {
    var entries = Entries(attributes(of: element).filter { $0.key != ignored })
    for child in element.children {
      if let kind = vocabulary.kinds.firstIndex(where: { $0.isSingleton && $0.name == child.name }) {
        add(child, row(child, kind), to: &entries)
      } else if let kind = vocabulary.kind(ofCollection: child.name) {
        add(child, collection(child, kind), to: &entries)
      } else if ["complete", "profiles"].contains(child.name) {
        add(child, .list(words(child) + child.all("item").map { scalar($0) }, place(child)), to: &entries)
      } else if child.name == "scenarios" {
        add(child, scenarios(child), to: &entries)
      } else {
        add(child, scalar(child), to: &entries)
      }
    }
    return .map(entries.all, place(element))
  }

  private mutating func scenarios(_ element: Element) -> Node {
    var entries = Entries()
    for child in element.children {
      guard let name = child["name"], child.name == "scenario" else {
        report(.element, child, "<scenarios> contains <scenario name=\"…\">")
        continue
      }
      let node = plan(child, ignoring: "name")
      if !entries.add(Node.Entry(name, at: place(child), node)) {
        report(.duplicateKey, child, "`\(name)` is given twice")
      }
    }
    return .map(entries.all, place(element))
  }

  private mutating func collection(_ element: Element, _ kind: Int) -> Node {
    let name = vocabulary.kinds[kind].name
    var items: [Node] = []
    for child in element.children {
      if child.name != name {
        report(.element, child, "<\(element.name)> contains <\(name)>, not <\(child.name)>")
      }
      items.append(row(child, kind))
    }
    return .list(items, place(element))
  }

  private mutating func row(_ element: Element, _ kind: Int) -> Node {
    var entries = Entries(attributes(of: element))
    for child in element.children {
      let fact = vocabulary.kinds[kind].fact(planKey: child.name)
      let type = fact.map { vocabulary.kinds[kind].facts[$0].type }
      add(child, type.map { value(child, $0) } ?? scalar(child), to: &entries)
    }
    return .map(entries.all, place(element))
  }

  private mutating func value(_ element: Element, _ type: Vocabulary.FactType) -> Node {
    if element["nil"] == "true" {
      return .scalar(Node.Scalar("", isText: false, isNull: true, at: place(element)))
    }
    switch type {
    case .record(let kind): return row(element, kind)
    case .money: return money(element)
    case .list(let member): return list(element, member)
    default: return annotated(element, scalar(element), key: "value")
    }
  }

  private func money(_ element: Element) -> Node {
    let own = ["amount", "currency"]
    let parts = attributes(of: element).filter { own.contains($0.key) }
    let children = element.children.map { Node.Entry($0.name, at: place($0), scalar($0)) }
    return annotated(element, .map(parts + children, place(element)), key: "value", except: own)
  }

  private mutating func list(_ element: Element, _ member: Vocabulary.FactType) -> Node {
    var names = ["item"]
    if case .record(let kind) = member { names.append(vocabulary.kinds[kind].name) }
    var items = words(element)
    for child in element.children {
      if !names.contains(child.name) {
        report(.element, child, "<\(element.name)> contains <\(names.last ?? "item")>, not <\(child.name)>")
      }
      items.append(value(child, member))
    }
    let node = Node.list(items, place(element))
    return annotated(element, node, key: element["complete"] == nil ? "value" : "values")
  }

  /// A value with its origin in attributes: `<employees source="estimated">40</employees>`.
  private func annotated(_ element: Element, _ value: Node, key: String, except: [String] = []) -> Node {
    let notes = attributes(of: element).filter { !except.contains($0.key) }
    return notes.isEmpty ? value : .map([Node.Entry(key, at: place(element), value)] + notes, place(element))
  }

  private func attributes(of element: Element) -> [Node.Entry] {
    element.attributes.map { attribute in
      let scalar = Node.Scalar(attribute.value, isText: false, at: place(element))
      return Node.Entry(attribute.name, at: place(element), .scalar(scalar))
    }
  }

  private func words(_ element: Element) -> [Node] {
    element.text.split(whereSeparator: \.isWhitespace).map { word in
      .scalar(Node.Scalar(String(word), isText: false, at: place(element)))
    }
  }

  private func scalar(_ element: Element) -> Node {
    var text = element.text[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return .scalar(Node.Scalar(String(text), isText: false, at: place(element)))
  }

  private mutating func add(_ element: Element, _ node: Node, to entries: inout Entries) {
    if !entries.add(Node.Entry(element.name, at: place(element), node)) {
      report(.duplicateKey, element, "`\(element.name)` is given twice")
    }
  }

  /// Entries of a map in the making, none with the key of another.
  private struct Entries {
    private(set) var all: [Node.Entry]
    private var keys: Set<String>

    init(_ entries: [Node.Entry] = []) {
      all = entries
      keys = Set(entries.map(\.key))
    }

    /// False, and nothing done, if there is an entry with this key.
    mutating func add(_ entry: Node.Entry) -> Bool {
      guard keys.insert(entry.key).inserted else { return false }
      all.append(entry)
      return true
    }
  }

  private func place(_ element: Element) -> Location { element.location(in: file) }

  private mutating func report(_ code: Diagnostic.Code, _ element: Element, _ message: String) {
    if mistakes.count < PlanBuilder.mistakesLimit {
      mistakes.append(Diagnostic(code, at: place(element), message))
    }
  }
}

extension Diagnostic.Code {
  fileprivate static let root = Self(rawValue: "plan.root")
  fileprivate static let element = Self(rawValue: "plan.unexpected-element")
  fileprivate static let duplicateKey = Self(rawValue: "plan.duplicate-key")
}
