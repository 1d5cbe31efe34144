import Archive
package import Diagnostics
import FEEL
package import Facts
package import XML

extension Pack {
  /// Reads a pack that the schema has accepted. Throws everything that the schema cannot see: unknown sources,
  /// sanctions, controls and permissions, repeated names, versions that overlap, values of the wrong type.
  package init(reading element: Element, file: String, vocabulary: Vocabulary, catalogue: Catalogue)
    throws(Mistakes)
  {
    var reader = PackReader(file: file, vocabulary: vocabulary, catalogue: catalogue)
    self = reader.pack(element)
    guard reader.mistakes.isEmpty else { throw Mistakes(reader.mistakes) }
  }
}

/// Walks the document and collects mistakes; values that could not be read get a harmless stand-in.
struct PackReader {
  let file: String
  let vocabulary: Vocabulary
  let catalogue: Catalogue
  var mistakes: [Diagnostic] = []
  var sources: [LegalSource] = []
  var defaultConfidence = Confidence.high
  var reviewedOn = ""
  var topic = ""
  /// Of the provision at hand: the kind of its subject, its requirements of place and how many conditions were read.
  var subject = ""
  var residencies: [Residency] = []
  var conditionCount = 0
  /// How many `<any>` the requirement at hand stands in.
  var choices = 0
  /// Names of the conclusions that the pack draws.
  private(set) var concluded: Set<String> = []

  /// Those of the pack, which remedies may name.
  private(set) var parameters: [Parameter] = []

  init(file: String, vocabulary: Vocabulary, catalogue: Catalogue) {
    self.file = file
    self.vocabulary = vocabulary
    self.catalogue = catalogue
  }

  mutating func pack(_ root: Element) -> Pack {
    topic = root["topic"] ?? ""
    sources = root.all("source").map { source($0) }
    let review = review(root.first("review"))
    let amending = root.all("amendment").flatMap { $0.all("amends") + $0.all("inserts") }
    concluded = Set(
      ([root] + amending).flatMap { $0.all("define") + $0.all("decide") }.compactMap { $0["name"] })
    parameters = root.all("parameter").map { parameter($0) }
    let provisions = root.children.compactMap { provision($0) }
    let pack = Pack(
      id: root["id"] ?? "", edition: root["edition"] ?? "", jurisdiction: root["jurisdiction"] ?? "",
      topic: topic,
      title: root["title"] ?? "", summary: root.first("summary")?.words, file: file,
      sources: sources,
      review: review, boundary: root.first("boundary")?.words,
      parameters: parameters,
      definitions: root.children.compactMap { definition($0) }, scopes: root.all("scope").map { scope($0) },
      sanctions: root.all("sanction").map { sanction($0) }, provisions: Late(made: provisions),
      retired: root.all("retired").map { retired($0) }, kind: root["kind"].flatMap(Pack.Kind.init) ?? .law)
    checkNames(pack, root)
    return amended(pack, root)
  }

  private mutating func source(_ element: Element) -> LegalSource {
    LegalSource(
      id: element["id"] ?? "", law: element["law"] ?? "", title: element["title"] ?? "",
      href: element["href"],
      textRead: element["textRead"] != "no", period: period(element))
  }

  private mutating func retired(_ element: Element) -> Retired {
    Retired(id: element["id"] ?? "", on: date(element["on"], element.line), reason: element.words)
  }

  private mutating func review(_ element: Element?) -> Review {
    defaultConfidence = element?["confidence"].flatMap(Confidence.init) ?? .high
    reviewedOn = element?["on"] ?? ""
    return Review(on: reviewedOn, confidence: defaultConfidence, note: element?.words ?? "")
  }

  mutating func definition(_ element: Element) -> Definition? {
    let body: Definition.Body
    switch element.name {
    case "define": body = .expression(expression(element), type: element["type"] ?? "boolean")
    case "decide":
      body = .decision(
        Definition.Call(
          file: element["table"] ?? "", decision: element["decision"] ?? "",
          inputs: element.all("input").map { input in
            Definition.Call.Input(
              name: input["name"] ?? "", expression: expression(input), location: input.location(in: file))
          }))
    default: return nil
    }
    return Definition(
      per: element["per"] == "plan" ? nil : element["per"], name: element["name"] ?? "", body: body,
      citations: citations(of: element), title: element["title"], location: element.location(in: file))
  }

  mutating func scope(_ element: Element) -> Scope {
    Scope(
      per: element["per"] ?? "", expression: expression(element),
      citations: citations(of: element))
  }

  func expression(_ element: Element) -> Source {
    Source(name: file, text: element.text, firstLine: element.textLine)
  }

  mutating func period(_ element: Element) -> Period {
    let period = Period(
      from: date(element["from"], element.line), until: date(element["until"], element.line))
    if let from = period.from, let until = period.until, until < from {
      report(.period, element.line, "the period ends before it starts")
    }
    return period
  }

  private mutating func date(_ text: String?, _ line: Int) -> CalendarDate? {
    guard let text else { return nil }
    if let date = CalendarDate(text) { return date }
    report(.value, line, "`\(text)` is not a date; write YYYY-MM-DD")
    return nil
  }

  /// The citations in the attribute `cite`: `gdpr 6(1)(f); gdpr 9(1)`.
  mutating func citations(of element: Element) -> [Citation] {
    guard var rest = element.bytes(of: "cite") else { return [] }
    var citations: [Citation] = []
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: ";")) ?? rest.endIndex
      let text = rest[..<end]
      rest = rest[end...].dropFirst()
      if text.isEmpty { continue }
      if let citation = citation(text.drop(while: PackReader.isSpace), at: element.line) {
        citations.append(citation)
      }
    }
    return citations
  }

  private mutating func citation(_ text: ArraySlice<UInt8>, at line: Int) -> Citation? {
    guard let source = source(citedBy: text) else {
      if isSated { return nil }
      let id = String(decoding: PackReader.sourceName(of: text), as: UTF8.self)
      report(
        .citation, line, "`\(id)` is not a source of this pack",
        suggestion: didYouMean(id, among: sources.map(\.id)))
      return nil
    }
    let rest = text.dropFirst(source.id.utf8.count)
    let open = rest.firstIndex(of: UInt8(ascii: "(")) ?? rest.endIndex
    // "(1)(f)" is kept as "1(f)".
    var paragraph = rest[open...].dropFirst()
    if let close = paragraph.firstIndex(of: UInt8(ascii: ")")) { paragraph.remove(at: close) }
    let words = XML.words(paragraph)
    return Citation(
      law: source.law, article: XML.words(rest[..<open]), paragraph: words.isEmpty ? nil : words,
      href: source.href)
  }

  /// The source that a citation starts with.
  private func source(citedBy text: ArraySlice<UInt8>) -> LegalSource? {
    let name = PackReader.sourceName(of: text)
    for index in sources.indices where name.elementsEqual(sources[index].id.utf8) { return sources[index] }
    return nil
  }

  /// The source of the first citation in the attribute `cite`.
  func firstSource(citedBy element: Element) -> LegalSource? {
    element.bytes(of: "cite").flatMap { source(citedBy: $0.drop(while: PackReader.isSpace)) }
  }

  private static func sourceName(of citation: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    citation.prefix { !isSpace($0) && $0 != UInt8(ascii: ";") }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// One mistake may show in a thousand places; the first hundred will do.
  var isSated: Bool { mistakes.count >= 100 }

  mutating func report(_ code: Diagnostic.Code, _ line: Int, _ message: String, suggestion: String? = nil) {
    if isSated { return }
    let mistake = Diagnostic(
      code, at: Location(file: file, line: line), message, suggestion: suggestion)
    // The law before and after an amendment have most of their mistakes in common.
    if !mistakes.contains(mistake) { mistakes.append(mistake) }
  }
}

/// Runs of white space become one space; none at the ends.
package func words(_ text: String) -> String { XML.words(Array(text.utf8)[...]) }

extension Diagnostic.Code {
  static let period = Self(rawValue: "pack.period")
  static let value = Self(rawValue: "pack.value")
  static let citation = Self(rawValue: "pack.citation")
  static let reference = Self(rawValue: "pack.reference")
  static let duplicate = Self(rawValue: "pack.duplicate")
  static let limit = Self(rawValue: "pack.limit")
  static let missing = Self(rawValue: "pack.missing")
}
