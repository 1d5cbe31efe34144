import Diagnostics
import XML

/// Which attributes and children the elements of DMN have. Elements of one name share a row; order and number are
/// left to the schema of the standard.
enum Grammar {
  struct Row: Sendable {
    let attributes: [String]
    let children: [String]
  }

  private static let everywhere = ["description", "extensionElements"]
  private static let expressions = [
    "literalExpression", "context", "list", "relation", "functionDefinition", "invocation", "conditional",
    "for", "some", "every", "filter", "decisionTable",
  ]

  private static func row(_ attributes: String = "", _ children: String = "", holdsExpression: Bool = false)
    -> Row
  {
    Row(
      attributes: ["id", "label"] + words(attributes),
      children: everywhere + words(children) + (holdsExpression ? expressions : []))
  }

  private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

  static let rows: [String: Row] = [
    "definitions": row(
      "name expressionLanguage typeLanguage namespace exporter exporterVersion",
      """
      import itemDefinition inputData decision businessKnowledgeModel decisionService knowledgeSource \
      performanceIndicator organizationUnit elementCollection group textAnnotation association
      """),
    "import": row("name namespace locationURI importType"),
    "importedValues": row("name namespace locationURI importType expressionLanguage", "importedElement"),
    "itemDefinition": row(
      "name typeLanguage isCollection", "typeRef allowedValues typeConstraint itemComponent functionItem"),
    "itemComponent": row(
      "name typeLanguage isCollection", "typeRef allowedValues typeConstraint itemComponent functionItem"),
    "functionItem": row("outputTypeRef", "parameters"),
    "parameters": row("name typeRef"),
    "allowedValues": row("typeRef expressionLanguage", "text"),
    "typeConstraint": row("typeRef expressionLanguage", "text"),
    "inputData": row("name href", "variable"),
    "decision": row(
      "name",
      """
      question allowedAnswers variable informationRequirement knowledgeRequirement authorityRequirement \
      supportedObjective impactedPerformanceIndicator decisionMaker decisionOwner usingProcess usingTask
      """, holdsExpression: true),
    "businessKnowledgeModel": row(
      "name", "variable encapsulatedLogic knowledgeRequirement authorityRequirement"),
    "decisionService": row(
      "name", "variable outputDecision encapsulatedDecision inputDecision inputData"),
    "knowledgeSource": row("name locationURI", "authorityRequirement type owner"),
    "variable": row("name typeRef"),
    "informationRequirement": row("", "requiredDecision requiredInput"),
    "knowledgeRequirement": row("", "requiredKnowledge"),
    "authorityRequirement": row("", "requiredDecision requiredInput requiredAuthority"),
    "encapsulatedLogic": row("typeRef kind", "formalParameter", holdsExpression: true),
    "functionDefinition": row("typeRef kind", "formalParameter", holdsExpression: true),
    "formalParameter": row("name typeRef"),
    "literalExpression": row("typeRef expressionLanguage", "text importedValues"),
    "context": row("typeRef", "contextEntry"),
    "contextEntry": row("", "variable", holdsExpression: true),
    "list": row("typeRef", holdsExpression: true),
    "relation": row("typeRef", "column row"),
    "column": row("name typeRef"),
    "row": row("typeRef", holdsExpression: true),
    "invocation": row("typeRef", "binding", holdsExpression: true),
    "binding": row("", "parameter", holdsExpression: true),
    "parameter": row("name typeRef"),
    "conditional": row("typeRef", "if then else"),
    "if": row("typeRef", holdsExpression: true),
    "then": row("typeRef", holdsExpression: true),
    "else": row("typeRef", holdsExpression: true),
    "for": row("typeRef iteratorVariable", "in return"),
    "some": row("typeRef iteratorVariable", "in satisfies"),
    "every": row("typeRef iteratorVariable", "in satisfies"),
    "filter": row("typeRef", "in match"),
    "in": row("typeRef", holdsExpression: true),
    "return": row("typeRef", holdsExpression: true),
    "satisfies": row("typeRef", holdsExpression: true),
    "match": row("typeRef", holdsExpression: true),
    "decisionTable": row(
      "typeRef hitPolicy aggregation preferredOrientation outputLabel", "input output annotation rule"),
    "input": row("", "inputExpression inputValues"),
    "inputExpression": row("typeRef expressionLanguage", "text importedValues"),
    "inputValues": row("typeRef expressionLanguage", "text"),
    "output": row("name typeRef", "outputValues defaultOutputEntry"),
    "outputValues": row("typeRef expressionLanguage", "text"),
    "defaultOutputEntry": row("typeRef expressionLanguage", "text importedValues"),
    "annotation": row("name"),
    "rule": row("", "inputEntry outputEntry annotationEntry"),
    "inputEntry": row("typeRef expressionLanguage", "text"),
    "outputEntry": row("typeRef expressionLanguage", "text importedValues"),
    "annotationEntry": row("", "text"),
  ]
}

extension Reader {
  /// Tells every element and attribute of DMN that does not belong where it stands. What belongs to other
  /// namespaces, and what this engine does not read, is passed over.
  mutating func checkNames(in element: Element) {
    guard let row = Grammar.rows[element.name] else { return }
    for attribute in element.attributes
    where !attribute.isForeign && !row.attributes.contains(attribute.name) {
      complain(
        .unknownAttribute, at: element, "unknown attribute `\(attribute.name)` in <\(element.name)>",
        didYouMean(attribute.name, among: row.attributes))
    }
    for child in element.children where Namespaces.models.contains(child.namespace ?? "") {
      guard row.children.contains(child.name) else {
        complain(
          .unknownElement, at: child, "unknown element <\(child.name)> in <\(element.name)>",
          nearest(to: child.name, among: row.children).map { "did you mean <\($0)>?" })
        continue
      }
      if child.name != "extensionElements" { checkNames(in: child) }
    }
  }
}
