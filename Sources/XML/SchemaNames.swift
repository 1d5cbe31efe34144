import CLibXML2
import Diagnostics

/// The names that a schema declares, to say what was meant where a document has another.
struct SchemaNames {
  private var elements: [String] = []
  /// By element: attributes allowed in any element of that name.
  private var attributes: [String: Set<String>] = [:]

  init() {}

  init(_ schema: Element) {
    var types: [String: Element] = [:]
    for child in schema.children {
      if let name = child["name"] { types["\(child.name) \(name)"] = child }
    }
    declare(schema, types)
    elements = attributes.keys.sorted()
  }

  private mutating func declare(_ element: Element, _ types: [String: Element]) {
    if element.name == "element", let name = element["name"] {
      var found: Set<String> = []
      collect(element, types, into: &found)
      if let type = element["type"].flatMap({ types["complexType \($0)"] }) {
        collect(type, types, into: &found)
      }
      attributes[name, default: []].formUnion(found)
    }
    for child in element.children { declare(child, types) }
  }

  private func collect(_ element: Element, _ types: [String: Element], into found: inout Set<String>) {
    for child in element.children {
      switch child.name {
      case "element", "group": continue
      case "attribute": found.insert(child["name"] ?? child["ref"] ?? "")
      case "attributeGroup":
        if let group = child["ref"].flatMap({ types["attributeGroup \($0)"] }) {
          collect(group, types, into: &found)
        }
      case "extension", "restriction":
        if let base = child["base"].flatMap({ types["complexType \($0)"] }) {
          collect(base, types, into: &found)
        }
        collect(child, types, into: &found)
      default: collect(child, types, into: &found)
      }
    }
  }

  /// libxml2's sentence about an invalid document, said in ours.
  func diagnostic(_ code: Int32, _ text: String, at location: Location) -> Diagnostic {
    let element = quoted(after: "Element ", in: text) ?? ""
    let attribute = quoted(after: "attribute ", in: text)
    let place = attribute.map { "attribute `\($0)` of <\(element)>" } ?? "<\(element)>"
    func mistake(_ code: Diagnostic.Code, _ message: String, _ suggestion: String? = nil) -> Diagnostic {
      Diagnostic(code, at: location, message, suggestion: suggestion)
    }
    switch xmlParserErrors(UInt32(code)) {
    case XML_SCHEMAV_ELEMENT_CONTENT:
      return content(element, text, at: location)
    case XML_SCHEMAV_CVC_ELT_1:
      let suggestion = meant(element, among: elements)
      return mistake(.unknownElement, "<\(element)> cannot be the root element", suggestion)
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
      let known = (attributes[element] ?? []).sorted()
      let suggestion =
        didYouMean(attribute ?? "", among: known) ?? (known.isEmpty ? nil : "it may have " + listed(known))
      return mistake(.unknownAttribute, "unknown attribute `\(attribute ?? "")` in <\(element)>", suggestion)
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
      return mistake(
        .missingAttribute,
        "<\(element)> needs the attribute `\(quoted(after: "The attribute ", in: text) ?? "")`")
    case XML_SCHEMAV_CVC_ENUMERATION_VALID:
      let value = quoted(after: "The value ", in: text) ?? ""
      let allowed =
        text.split(separator: "{").last.map {
          $0.split(separator: "'").filter { !$0.contains(",") && !$0.contains("}") }
        } ?? []
      let names = allowed.map(String.init)
      return mistake(
        .wrongValue, "\(place) cannot be `\(value)`",
        didYouMean(value, among: names) ?? "use " + listed(names, "or"))
    case XML_SCHEMAV_CVC_PATTERN_VALID:
      let value = quoted(after: "The value ", in: text) ?? ""
      return mistake(
        .wrongValue,
        "\(place) cannot be `\(value)`; it must match \(quoted(after: "the pattern ", in: text) ?? "")")
    case XML_SCHEMAV_CVC_MINLENGTH_VALID:
      return mistake(.wrongValue, "\(place) is empty")
    case XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1, XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2,
      XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3:
      let type = quoted(after: "type ", in: text) ?? ""
      let start = text.firstRange(of: ": '")?.upperBound ?? text.startIndex
      let value = text[start...].firstRange(of: "' is not a valid").map { text[start..<$0.lowerBound] } ?? ""
      return mistake(
        .wrongValue, "\(place) cannot be `\(value)`; it must be \(typeInWords[type] ?? "of type \(type)")")
    case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3, XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1:
      return mistake(.unexpectedText, "<\(element)> may not have text of its own")
    case XML_SCHEMAV_CVC_TYPE_3_1_1, XML_SCHEMAV_CVC_TYPE_3_1_2:
      return mistake(.unknownElement, "\(place) may only have text")
    default:
      return mistake(.invalid, text)
    }
  }

  /// An element that is unknown, misplaced or missing.
  private func content(_ element: String, _ text: String, at location: Location) -> Diagnostic {
    let expected =
      text.split(separator: "(").last.map { list in
        list.prefix { $0 != ")" }.split(separator: ",").map { name in
          String(name.split(separator: "}").last ?? name).filter { $0 != " " && $0 != "*" }
        }
      } ?? []
    let named = text.contains("Expected is") ? expected.map { "<\($0)>" } : []
    if text.contains("Missing child") {
      return Diagnostic(
        .missingElement, at: location, "<\(element)> is not complete; it needs \(listed(named, "or"))")
    }
    let way = named.isEmpty ? "nothing more is expected" : "expected \(listed(named, "or"))"
    if elements.contains(element) {
      return Diagnostic(.misplacedElement, at: location, "<\(element)> is not allowed here", suggestion: way)
    }
    let meant = meant(element, among: expected) ?? meant(element, among: elements)
    return Diagnostic(.unknownElement, at: location, "unknown element <\(element)>", suggestion: meant ?? way)
  }

  private func meant(_ name: String, among known: [String]) -> String? {
    nearest(to: name, among: known).map { "did you mean <\($0)>?" }
  }

  private func listed(_ names: [String], _ word: String = "and") -> String {
    names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " \(word) " + (names.last ?? "")
  }

  /// `Element '{urn:x}name'` -> `name`.
  private func quoted(after words: String, in text: String) -> String? {
    guard let start = text.firstRange(of: words + "'")?.upperBound,
      let end = text[start...].firstIndex(of: "'")
    else { return nil }
    let name = text[start..<end]
    return String(name.first == "{" ? name.drop { $0 != "}" }.dropFirst() : name)
  }
}

private let typeInWords = [
  "xs:date": "a date like 2026-01-31", "xs:decimal": "a number",
  "xs:nonNegativeInteger": "a whole number of 0 or more",
  "xs:positiveInteger": "a whole number of 1 or more", "xs:integer": "a whole number",
  "xs:boolean": "true or false",
  "xs:anyURI": "an address", "xs:language": "a language like de",
]

extension Diagnostic.Code {
  static let unknownElement = Self(rawValue: "xml.unknown-element")
  static let misplacedElement = Self(rawValue: "xml.misplaced-element")
  static let missingElement = Self(rawValue: "xml.missing-element")
  static let unknownAttribute = Self(rawValue: "xml.unknown-attribute")
  static let missingAttribute = Self(rawValue: "xml.missing-attribute")
  static let wrongValue = Self(rawValue: "xml.wrong-value")
  static let unexpectedText = Self(rawValue: "xml.unexpected-text")
  static let invalid = Self(rawValue: "xml.invalid")
}
