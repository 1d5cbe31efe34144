package import Diagnostics
import FEEL
import XML

/// Reads the elements of one file into a model, and collects the mistakes it meets.
struct Reader {
  let file: String
  var mistakes: [Diagnostic] = []

  mutating func complain(
    _ code: Diagnostic.Code, at element: Element, _ message: String, _ suggestion: String? = nil
  ) {
    // More do not help an author.
    guard mistakes.count < 100 else { return }
    mistakes.append(Diagnostic(code, at: element.location(in: file), message, suggestion: suggestion))
  }

  /// Names are words with single spaces between them.
  static func name(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  mutating func requiredName(of element: Element) -> String {
    let name = Reader.name(element["name"] ?? "")
    if name.isEmpty { complain(.missing, at: element, "<\(element.name)> needs the attribute `name`") }
    return name
  }

  func type(of element: Element, _ attribute: String = "typeRef") -> Model.TypeReference? {
    // An attribute since DMN 1.2; item definitions write an element.
    guard let text = element[attribute] ?? element.first(attribute)?.text else { return nil }
    let name = Reader.name(text)
    return name.isEmpty ? nil : Model.TypeReference(name: name, location: element.location(in: file))
  }

  mutating func variable(_ element: Element) -> Model.Variable {
    Model.Variable(
      name: requiredName(of: element), type: type(of: element), location: element.location(in: file))
  }

  /// The FEEL text of an element with `<text>`.
  mutating func text(of element: Element) -> Source {
    if let language = element["expressionLanguage"], !language.lowercased().contains("feel") {
      complain(.notSupported, at: element, "`\(language)` is not read here, only FEEL")
      return Source(name: file, text: "", firstLine: element.line)
    }
    guard let text = element.first("text") else {
      if element.first("importedValues") != nil {
        complain(.notSupported, at: element, "imported values are not read here")
      }
      return Source(name: file, text: "", firstLine: element.line)
    }
    return Source(name: file, text: text.text, firstLine: text.textLine)
  }
}

extension Model {
  /// Reads a DMN file. What is wrong with it comes beside what could be read of it.
  package static func read(_ bytes: [UInt8], named file: String) throws(Mistakes) -> (Model, [Diagnostic]) {
    let root = try XML.parse(bytes, named: file)
    var reader = Reader(file: file)
    guard root.name == "definitions", Namespaces.models.contains(root.namespace ?? "") else {
      throw Mistakes([
        Diagnostic(
          .notModel, at: root.location(in: file),
          "<\(root.name)> of `\(root.namespace ?? "")` is not a DMN model of version 1.2 to 1.5")
      ])
    }
    reader.checkNames(in: root)
    let model = reader.model(root)
    return (model, reader.mistakes)
  }
}
