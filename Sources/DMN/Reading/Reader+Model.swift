import Diagnostics
import FEEL
import XML

extension Reader {
  private static let typeLimit = 2_000
  private static let nodeLimit = 10_000

  mutating func model(_ root: Element) -> Model {
    var imports: [Model.Import] = []
    var types: [ItemDefinition] = []
    var nodes: [Node] = []
    for element in root.children where Namespaces.models.contains(element.namespace ?? "") {
      guard types.count < Reader.typeLimit, nodes.count < Reader.nodeLimit else {
        complain(
          .limit, at: element,
          "a model has at most \(Reader.nodeLimit) elements and \(Reader.typeLimit) types of its own")
        break
      }
      switch element.name {
      case "import":
        imports.append(
          Model.Import(
            name: Reader.name(element["name"] ?? ""), namespace: element["namespace"] ?? "",
            location: element.location(in: file)))
      case "itemDefinition": types.append(itemDefinition(element))
      case "inputData": nodes.append(node(element, .input))
      case "decision": nodes.append(node(element, .decision(boxed(in: element))))
      case "businessKnowledgeModel":
        let logic = element.first("encapsulatedLogic").map { function($0) }
        nodes.append(node(element, .knowledge(logic)))
      case "decisionService": nodes.append(node(element, .service(service(element))))
      default: break
      }
    }
    return Model(
      file: file, name: root["name"] ?? "", namespace: root["namespace"] ?? "", imports: imports,
      types: types, nodes: nodes)
  }

  private mutating func node(_ element: Element, _ kind: Node.Kind) -> Node {
    let name = requiredName(of: element)
    let variable = element.first("variable").map { self.variable($0) }
    return Node(
      id: element["id"] ?? "", name: name, kind: kind,
      variable: variable ?? Model.Variable(name: name, type: nil, location: element.location(in: file)),
      requirements: requirements(of: element), location: element.location(in: file))
  }

  private mutating func requirements(of element: Element) -> [Node.Requirement] {
    element.children.flatMap { child -> [Node.Requirement] in
      switch child.name {
      case "informationRequirement":
        child.children.filter { $0.name == "requiredDecision" || $0.name == "requiredInput" }.map {
          Node.Requirement(reference: reference($0), isKnowledge: false)
        }
      case "knowledgeRequirement":
        child.all("requiredKnowledge").map { Node.Requirement(reference: reference($0), isKnowledge: true) }
      default: []
      }
    }
  }

  private func reference(_ element: Element) -> Node.Reference {
    Node.Reference(href: element["href"] ?? "", location: element.location(in: file))
  }

  private func service(_ element: Element) -> Node.Service {
    func references(_ name: String) -> [Node.Reference] { element.all(name).map(reference) }
    return Node.Service(
      outputs: references("outputDecision"), encapsulated: references("encapsulatedDecision"),
      inputDecisions: references("inputDecision"), inputData: references("inputData"))
  }

  private mutating func itemDefinition(_ element: Element) -> ItemDefinition {
    let allowed = element.first("allowedValues").map { text(of: $0) }
    let constraint = element.first("typeConstraint").map { text(of: $0) }
    let function = element.first("functionItem").map { item in
      ItemDefinition.FunctionItem(
        parameters: item.all("parameters").map { variable($0) }, result: type(of: item, "outputTypeRef"))
    }
    return ItemDefinition(
      name: requiredName(of: element), base: type(of: element),
      isCollection: element["isCollection"] == "true" || element["isCollection"] == "1",
      allowedValues: allowed, constraint: constraint,
      components: element.all("itemComponent").map { itemDefinition($0) }, function: function,
      location: element.location(in: file))
  }
}
