import Diagnostics
import FEEL
import XML

extension Reader {
  /// The elements of the forms that a box can have.
  static let boxes: Set<String> = [
    "literalExpression", "context", "list", "relation", "functionDefinition", "invocation", "conditional",
    "for", "some", "every", "filter", "decisionTable",
  ]

  /// The first box directly inside an element.
  mutating func boxed(in element: Element?) -> Boxed? {
    element?.children.first {
      Reader.boxes.contains($0.name) && Namespaces.models.contains($0.namespace ?? "")
    }
    .map { boxed($0) }
  }

  mutating func boxed(_ element: Element) -> Boxed {
    Boxed(form: form(of: element), type: type(of: element), location: element.location(in: file))
  }

  private mutating func form(of element: Element) -> Boxed.Form {
    switch element.name {
    case "literalExpression":
      if let language = element["expressionLanguage"], !language.lowercased().contains("feel") {
        return .refused("expressions in `\(language)` are not carried out, only FEEL")
      }
      return .literal(text(of: element))
    case "context":
      return .context(element.all("contextEntry").map { entry($0, named: "variable") })
    case "list": return .list(boxes(in: element))
    case "relation":
      return .relation(
        element.all("column").map { variable($0) }, rows: element.all("row").map { boxes(in: $0) })
    case "functionDefinition": return .function(function(element))
    case "invocation":
      return .invocation(boxed(in: element), element.all("binding").map { entry($0, named: "parameter") })
    case "conditional":
      return .conditional(
        boxed(in: element.first("if")), boxed(in: element.first("then")), boxed(in: element.first("else")))
    case "for": return .loop(iterator(element), iterated(element), boxed(in: element.first("return")))
    case "some", "every":
      return .quantified(
        element.name == "some" ? .some : .every, iterator(element), iterated(element),
        boxed(in: element.first("satisfies")))
    case "filter":
      return .filter(boxed(in: element.first("in")), boxed(in: element.first("match")))
    default: return .table(decisionTable(element))
    }
  }

  private mutating func boxes(in element: Element) -> [Boxed] {
    element.children.filter { Reader.boxes.contains($0.name) }.map { boxed($0) }
  }

  private mutating func entry(_ element: Element, named name: String) -> Boxed.Entry {
    Boxed.Entry(
      variable: element.first(name).map { variable($0) }, value: boxed(in: element),
      location: element.location(in: file))
  }

  private mutating func iterator(_ element: Element) -> String {
    let name = Reader.name(element["iteratorVariable"] ?? "")
    if name.isEmpty {
      complain(.missing, at: element, "<\(element.name)> needs the attribute `iteratorVariable`")
    }
    return name
  }

  private mutating func iterated(_ element: Element) -> Boxed.Iterated {
    let list = element.first("in")
    return Boxed.Iterated(list: boxed(in: list), type: list.flatMap { type(of: $0) })
  }

  mutating func function(_ element: Element) -> FunctionDefinition {
    let kind = FunctionDefinition.Kind(rawValue: element["kind"] ?? "FEEL")
    if kind == nil {
      complain(
        .choice, at: element, "the kind of a function is `FEEL`, `Java` or `PMML`",
        didYouMean(element["kind"] ?? "", among: ["FEEL", "Java", "PMML"]))
    }
    return FunctionDefinition(
      kind: kind ?? .feel, parameters: element.all("formalParameter").map { variable($0) },
      body: boxed(in: element), type: type(of: element), location: element.location(in: file))
  }
}
