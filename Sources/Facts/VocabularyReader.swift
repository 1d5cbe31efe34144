package import Diagnostics
import FEEL
package import XML

extension Vocabulary {
  /// Reads `<vocabulary>`; countries and regions come from the geography, controls from the catalogue.
  package init(
    reading element: Element, file: String, catalogue: Catalogue, geography: Geography
  ) throws(Mistakes) {
    kinds = []
    enumerations = [
      Enumeration(
        name: "country", title: "Country (ISO 3166-1 alpha-2)",
        values: geography.countries.map { Enumeration.Value(id: $0.code, title: $0.name) }),
      Enumeration(
        name: "region", title: "Cloud region",
        values: geography.regions.map { Enumeration.Value(id: $0.id) }),
      Enumeration(
        name: "control", title: "Control of the catalogue",
        values: catalogue.controls.map { Enumeration.Value(id: $0.id, title: $0.title) }),
      Enumeration(
        name: "countryGroup", title: "Group of countries",
        values: geography.groups.map { Enumeration.Value(id: $0.id, title: $0.name) }),
    ]
    growingUnits = element.all("growing").compactMap { $0["unit"] }
    var reader = VocabularyReader(file: file)
    for each in element.all("enumeration") { reader.declare(enumeration: each, in: &self) }
    for each in element.all("kind") { reader.declare(kind: each, named: reader.name(of: each), in: &self) }
    for each in element.all("kind") { reader.facts(of: each, kind: each["name"] ?? "", in: &self) }
    reader.check(self)
    conflicts = element.all("conflict").map { reader.conflict($0, in: self) }
    guard reader.mistakes.isEmpty else { throw Mistakes(reader.mistakes.inFileOrder) }
    // What `countOf` can be asked for: a misspelt figure must not pass for one that is not stated.
    if let counts = kind(named: "countryCount") {
      let figures = kinds[counts].facts.filter { $0.type == .number }.map(\.name)
      enumerations.append(
        Enumeration(
          name: "countryFigure", title: "Figure by country", values: figures.map { Enumeration.Value(id: $0) }
        ))
    }
  }

  /// Adds a pack's `<fact on= name= type= ask=>`. Two packs may add the same fact, if it has the same type and bounds.
  package mutating func add(_ element: Element, from file: String) throws(Mistakes) {
    var reader = VocabularyReader(file: file)
    let on = element["on"] ?? ""
    guard let kind = kind(named: on) else {
      let known = kinds.map(\.name)
      throw Mistakes([
        Diagnostic(
          .unknownKind, at: element.location(in: file), "there is no kind `\(on)`",
          suggestion: didYouMean(on, among: known))
      ])
    }
    let fact = reader.fact(element, in: self)
    if let fact, let index = kinds[kind].facts.firstIndex(where: { $0.name == fact.name }) {
      let first = kinds[kind].facts[index]
      if first.least != fact.least || first.most != fact.most {
        reader.report(
          .duplicate, element,
          "`\(on).\(fact.name)` has other bounds in \(first.location.file), line \(first.location.line)")
      }
      if kinds[kind].facts[index].type != fact.type {
        let other = kinds[kind].facts[index].location
        reader.report(
          .duplicate, element, "`\(on).\(fact.name)` has another type in \(other.file), line \(other.line)")
      }
    } else if let fact {
      reader.add(fact, to: kind, at: element, in: &self)
    }
    guard reader.mistakes.isEmpty else { throw Mistakes(reader.mistakes.inFileOrder) }
  }
}

/// Collects the mistakes of one file while the vocabulary grows.
private struct VocabularyReader {
  let file: String
  var mistakes: [Diagnostic] = []

  init(file: String) { self.file = file }

  mutating func report(
    _ code: Diagnostic.Code, _ element: Element, _ message: String, _ suggestion: String? = nil
  ) {
    mistakes.append(Diagnostic(code, at: element.location(in: file), message, suggestion: suggestion))
  }

  mutating func name(of element: Element) -> String {
    guard let name = element["name"], !name.isEmpty else {
      report(.missing, element, "<\(element.name)> needs a `name`")
      return ""
    }
    return name
  }

  mutating func conflict(_ element: Element, in vocabulary: Vocabulary) -> ConflictKind {
    let sides = element.list("between")
    let demands = vocabulary.enumeration(named: "dataDemand").map { vocabulary.enumerations[$0].values } ?? []
    if sides.count != 2 {
      report(.unknownValue, element, "`between` names \(sides.count) demands; a conflict is between two")
    }
    for side in sides where !demands.contains(where: { $0.id == side }) {
      report(
        .unknownValue, element, "there is no demand `\(side)`", didYouMean(side, among: demands.map(\.id)))
    }
    return ConflictKind(
      id: element["id"] ?? "", title: element["title"] ?? "", between: sides,
      options: element.all("option").map {
        ConflictKind.Option(title: $0["title"] ?? "", text: $0.words, basis: $0["basis"])
      })
  }

  mutating func declare(enumeration element: Element, in vocabulary: inout Vocabulary) {
    let name = name(of: element)
    if vocabulary.enumeration(named: name) != nil {
      report(.duplicate, element, "there are two enumerations `\(name)`")
    }
    let elements = element.all("value")
    var indexes: [String: Int] = [:]
    for (index, value) in elements.enumerated() {
      let id = value["id"] ?? ""
      if indexes.updateValue(index, forKey: id) != nil {
        report(.duplicate, value, "there are two values `\(id)`")
      }
    }
    let values = elements.map { value in
      let broader = value["broader"].flatMap { indexes[$0] }
      if let wanted = value["broader"], broader == nil {
        report(
          .unknownValue, value, "there is no value `\(wanted)`",
          didYouMean(wanted, among: indexes.keys.sorted()))
      }
      return Vocabulary.Enumeration.Value(id: value["id"] ?? "", title: value["title"], broader: broader)
    }
    for (index, value) in elements.enumerated() where isCircular(index, values) {
      report(.circular, value, "`\(values[index].id)` is broader than itself")
      return
    }
    vocabulary.enumerations.append(
      Vocabulary.Enumeration(
        name: name, title: element["title"] ?? name, values: values, isOpen: element["open"] == "yes"))
  }

  private func isCircular(_ start: Int, _ values: [Vocabulary.Enumeration.Value]) -> Bool {
    var current = values[start].broader
    for _ in values.indices {
      guard let index = current else { return false }
      if index == start { return true }
      current = values[index].broader
    }
    return false
  }

  mutating func declare(kind element: Element, named name: String, in vocabulary: inout Vocabulary) {
    // The type `control` is a control of the catalogue, also beside the kind of that name.
    let isTaken = vocabulary.enumeration(named: name) != nil && name != "control"
    if isTaken || vocabulary.kind(named: name) != nil || FactType(plain: name) != nil {
      report(.duplicate, element, "`\(name)` is declared twice")
    }
    var kind = Vocabulary.Kind(
      name: name, title: element["title"] ?? name, collection: element["collection"], key: element["key"])
    kind.isSingleton = element["singleton"] == "yes"
    kind.isDerived = element["derived"] == "yes"
    kind.repeats = element["repeats"] == "yes"
    if let collection = kind.collection, vocabulary.kind(ofCollection: collection) != nil {
      report(.duplicate, element, "two kinds have the collection `\(collection)`")
    }
    vocabulary.kinds.append(kind)
    for record in element.all("record") {
      declare(kind: record, named: "\(name).\(self.name(of: record))", in: &vocabulary)
    }
  }

  mutating func facts(of element: Element, kind name: String, in vocabulary: inout Vocabulary) {
    guard let kind = vocabulary.kind(named: name) else { return }
    for child in element.children {
      if child.name == "record" {
        let path = "\(name).\(child["name"] ?? "")"
        facts(of: child, kind: path, in: &vocabulary)
      }
      if let fact = fact(child, in: vocabulary, of: name) { add(fact, to: kind, at: child, in: &vocabulary) }
    }
  }

  mutating func add(
    _ fact: Vocabulary.Fact, to kind: Int, at element: Element, in vocabulary: inout Vocabulary
  ) {
    let declared = vocabulary.kinds[kind]
    if declared.fact(named: fact.name) != nil {
      return report(.duplicate, element, "`\(declared.name)` has two facts `\(fact.name)`")
    }
    if fact.derivation == nil, declared.fact(planKey: fact.planKey) != nil {
      return report(.duplicate, element, "`\(declared.name)` has two facts with the key `\(fact.planKey)`")
    }
    vocabulary.kinds[kind].add(fact)
  }

  /// A `<fact>`, `<derived>` or `<record>`; nil for anything else, or after a mistake.
  mutating func fact(_ element: Element, in vocabulary: Vocabulary, of kind: String = "") -> Vocabulary.Fact?
  {
    guard ["fact", "derived", "record"].contains(element.name) else { return nil }
    let name = element.name == "record" ? element["name"] ?? "" : self.name(of: element)
    let typeName = element.name == "record" ? "\(kind).\(name)" : element["type"] ?? ""
    guard let type = FactType(typeName, in: vocabulary) else {
      let known =
        ["boolean", "number", "string", "date", "money"] + vocabulary.enumerations.map(\.name)
        + vocabulary.kinds.map(\.name)
      let word = String(typeName.split(separator: " ").last ?? "")
      report(.unknownType, element, "there is no type `\(typeName)`", didYouMean(word, among: known))
      return nil
    }
    var fact = Vocabulary.Fact(
      name: name, planKey: element["as"] ?? name, type: type, unit: element["unit"],
      ask: element["ask"] ?? element["title"] ?? name, help: element["help"],
      isReach: element["reach"] == "yes",
      grows: element["grows"] == "yes" || element["unit"].map(vocabulary.growingUnits.contains) == true,
      location: element.location(in: file))
    bound(&fact, by: element)
    if fact.isReach, type != vocabulary.enumeration(named: "country").map({ .list(.enumeration($0)) }) {
      report(.unknownType, element, "`reach` is for a `list of country`, `\(name)` is `\(typeName)`")
    }
    if element.name == "derived" {
      fact.derivation = Source(name: file, text: element.text, firstLine: element.textLine)
    }
    return fact
  }

  /// `least` and `most`, for numbers and lists of them.
  private mutating func bound(_ fact: inout Vocabulary.Fact, by element: Element) {
    let isNumber = fact.type == .number || fact.type == .list(.number)
    if isNumber, fact.unit != nil { fact.least = Decimal(0) }
    for name in ["least", "most"] {
      guard let text = element[name] else { continue }
      guard isNumber, let bound = Decimal(text) else {
        report(
          .unknownValue, element,
          isNumber
            ? "`\(name)` of `\(fact.name)` is no number" : "`\(fact.name)` is no number and has no `\(name)`")
        continue
      }
      if name == "least" { fact.least = bound } else { fact.most = bound }
    }
    if let least = fact.least, let most = fact.most, most < least {
      report(.unknownValue, element, "`\(fact.name)` would have to be at least \(least) and at most \(most)")
    }
  }

  /// What can only be seen when all facts are there.
  mutating func check(_ vocabulary: Vocabulary) {
    for (index, kind) in vocabulary.kinds.enumerated() {
      if let key = kind.key, kind.fact(named: key) == nil {
        report(.missing, vocabulary, index, "`\(kind.name)` has no fact `\(key)`, its key")
      }
      if contains(index, itself: index, vocabulary, depth: 0) {
        report(.circular, vocabulary, index, "`\(kind.name)` contains itself")
      }
    }
  }

  private mutating func report(
    _ code: Diagnostic.Code, _ vocabulary: Vocabulary, _ kind: Int, _ message: String
  ) {
    let location = vocabulary.kinds[kind].facts.first?.location ?? Location(file: file, line: 1)
    mistakes.append(Diagnostic(code, at: location, message))
  }

  private func contains(_ kind: Int, itself wanted: Int, _ vocabulary: Vocabulary, depth: Int) -> Bool {
    guard depth <= vocabulary.kinds.count else { return true }
    return vocabulary.kinds[kind].facts.contains { fact in
      guard case .record(let inner) = fact.type else { return false }
      return inner == wanted || contains(inner, itself: wanted, vocabulary, depth: depth + 1)
    }
  }
}

private typealias FactType = Vocabulary.FactType

extension Vocabulary.FactType {
  fileprivate init?(plain name: String) {
    switch name {
    case "boolean": self = .boolean
    case "number": self = .number
    case "string": self = .string
    case "date": self = .date
    case "money": self = .money
    default: return nil
    }
  }

  /// `number`, `list of country`, `store`.
  fileprivate init?(_ name: String, in vocabulary: Vocabulary) {
    if name.hasPrefix("list of ") {
      guard let member = Self(String(name.dropFirst("list of ".count)), in: vocabulary) else { return nil }
      self = .list(member)
    } else if let plain = Self(plain: name) {
      self = plain
    } else if let index = vocabulary.enumeration(named: name) {
      self = .enumeration(index)
    } else if let index = vocabulary.kind(named: name), !vocabulary.kinds[index].isSingleton {
      self = vocabulary.kinds[index].collection == nil ? .record(index) : .reference(index)
    } else {
      return nil
    }
  }
}

extension Diagnostic.Code {
  fileprivate static let unknownKind = Self(rawValue: "vocabulary.unknown-kind")
  fileprivate static let unknownType = Self(rawValue: "vocabulary.unknown-type")
  fileprivate static let unknownValue = Self(rawValue: "vocabulary.unknown-value")
  fileprivate static let duplicate = Self(rawValue: "vocabulary.duplicate")
  fileprivate static let circular = Self(rawValue: "vocabulary.circular")
  fileprivate static let missing = Self(rawValue: "vocabulary.missing")
}
