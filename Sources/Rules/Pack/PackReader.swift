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

  init(file: String, vocabulary: Vocabulary, catalogue: Catalogue) {
    self.file = file
    self.vocabulary = vocabulary
    self.catalogue = catalogue
  }

  mutating func pack(_ root: Element) -> Pack {
    topic = root["topic"] ?? ""
    sources = root.all("source").map { source($0) }
    let review = review(root.first("review"))
    let provisions = root.children.compactMap { provision($0) }
    let pack = Pack(
      id: root["id"] ?? "", edition: root["edition"] ?? "", jurisdiction: root["jurisdiction"] ?? "",
      topic: topic,
      title: root["title"] ?? "", summary: root.first("summary").map { words($0.text) }, file: file,
      sources: sources,
      review: review, boundary: root.first("boundary").map { words($0.text) },
      parameters: root.all("parameter").map { parameter($0) },
      definitions: root.all("define").map { definition($0) }, scopes: root.all("scope").map { scope($0) },
      sanctions: root.all("sanction").map { sanction($0) }, provisions: provisions)
    checkNames(pack, root)
    return pack
  }

  private mutating func source(_ element: Element) -> LegalSource {
    LegalSource(
      id: element["id"] ?? "", law: element["law"] ?? "", title: element["title"] ?? "",
      href: element["href"],
      textRead: element["textRead"] != "no", period: period(element))
  }

  private mutating func review(_ element: Element?) -> Review {
    defaultConfidence = element?["confidence"].flatMap(Confidence.init) ?? .high
    reviewedOn = element?["on"] ?? ""
    return Review(on: reviewedOn, confidence: defaultConfidence, note: words(element?.text ?? ""))
  }

  private mutating func definition(_ element: Element) -> Definition {
    Definition(
      per: element["per"] == "plan" ? nil : element["per"], name: element["name"] ?? "",
      type: element["type"] ?? "boolean", expression: expression(element),
      citations: citations(element["cite"], at: element.line), title: element["title"])
  }

  private mutating func scope(_ element: Element) -> Scope {
    Scope(
      per: element["per"] ?? "", expression: expression(element),
      citations: citations(element["cite"], at: element.line))
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

  /// `gdpr 6(1)(f); gdpr 9(1)`.
  mutating func citations(_ text: String?, at line: Int) -> [Citation] {
    guard let text else { return [] }
    return text.utf8.split(separator: UInt8(ascii: ";")).compactMap {
      citation(words(String(decoding: $0, as: UTF8.self)), at: line)
    }
  }

  private mutating func citation(_ text: String, at line: Int) -> Citation? {
    let id = PackReader.sourceName(of: text)
    guard let source = sources.first(where: { $0.id == id }) else {
      report(
        .citation, line, "`\(id)` is not a source of this pack",
        suggestion: didYouMean(id, among: sources.map(\.id)))
      return nil
    }
    let rest = text.utf8.dropFirst(id.utf8.count)
    let open = rest.firstIndex(of: UInt8(ascii: "(")) ?? rest.endIndex
    let article = words(String(decoding: rest[..<open], as: UTF8.self))
    // "(1)(f)" is kept as "1(f)".
    var paragraph = String(decoding: rest[open...].dropFirst(), as: UTF8.self)
    if let close = paragraph.utf8.firstIndex(of: UInt8(ascii: ")")) { paragraph.remove(at: close) }
    return Citation(
      law: source.law, article: article, paragraph: paragraph.isEmpty ? nil : paragraph, href: source.href)
  }

  /// The source that a citation starts with.
  static func sourceName(of citation: String) -> String {
    String(decoding: words(citation).utf8.prefix { $0 != 0x20 && $0 != UInt8(ascii: ";") }, as: UTF8.self)
  }

  mutating func report(_ code: Diagnostic.Code, _ line: Int, _ message: String, suggestion: String? = nil) {
    mistakes.append(Diagnostic(code, at: Location(file: file, line: line), message, suggestion: suggestion))
  }
}

/// Runs of white space become one space. Works on bytes: this touches every line of prose in every pack.
package func words(_ text: String) -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count)
  for byte in text.utf8 {
    let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
    if !isSpace { bytes.append(byte) } else if bytes.last != 0x20, !bytes.isEmpty { bytes.append(0x20) }
  }
  if bytes.last == 0x20 { bytes.removeLast() }
  return String(decoding: bytes, as: UTF8.self)
}

extension Diagnostic.Code {
  static let period = Self(rawValue: "pack.period")
  static let value = Self(rawValue: "pack.value")
  static let citation = Self(rawValue: "pack.citation")
  static let reference = Self(rawValue: "pack.reference")
  static let duplicate = Self(rawValue: "pack.duplicate")
  static let limit = Self(rawValue: "pack.limit")
  static let missing = Self(rawValue: "pack.missing")
}
