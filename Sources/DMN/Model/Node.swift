package import Diagnostics
import FEEL

/// An element of a decision requirements graph.
package struct Node: Sendable {
  package enum Kind: Sendable {
    case input
    case decision(Boxed?)
    case knowledge(FunctionDefinition?)
    case service(Service)
  }

  package let id: String
  package let name: String
  package let kind: Kind
  /// What others call its value; its type, where one is declared.
  package let variable: Model.Variable
  package let requirements: [Requirement]
  package let location: Location

  /// What an element rests on.
  package struct Requirement: Sendable {
    package let reference: Reference
    package let isKnowledge: Bool
  }

  /// `#id` or `namespace#id`.
  package struct Reference: Sendable {
    package let href: String
    package let location: Location
  }

  /// A set of decisions that can be called as a whole.
  package struct Service: Sendable {
    package let outputs: [Reference]
    package let encapsulated: [Reference]
    package let inputDecisions: [Reference]
    package let inputData: [Reference]
  }
}

extension Node.Kind {
  package var isDecision: Bool { if case .decision = self { true } else { false } }
  package var isInput: Bool { if case .input = self { true } else { false } }
}

/// Logic with parameters: a business knowledge model, or a function in a box.
package struct FunctionDefinition: Sendable {
  package enum Kind: String, Sendable { case feel = "FEEL", java = "Java", pmml = "PMML" }

  package let kind: Kind
  package let parameters: [Model.Variable]
  package let body: Boxed?
  package let type: Model.TypeReference?
  package let location: Location
}
