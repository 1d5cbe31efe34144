package import Diagnostics

/// One DMN file as read: values with their places, nothing resolved.
package struct Model: Sendable {
  package let file: String
  package let name: String
  package let namespace: String
  package let imports: [Import]
  package let types: [ItemDefinition]
  package let nodes: [Node]

  /// Another model whose elements may be used here under a name.
  package struct Import: Sendable {
    package let name: String
    package let namespace: String
    package let location: Location
  }

  /// The name of a type, where it stands.
  package struct TypeReference: Sendable {
    package let name: String
    package let location: Location
  }

  /// A name with the type it is declared to have.
  package struct Variable: Sendable {
    package let name: String
    package let type: TypeReference?
    package let location: Location
  }
}

/// A type that a model defines.
package struct ItemDefinition: Sendable {
  package let name: String
  package let base: Model.TypeReference?
  package let isCollection: Bool
  /// Of the value, or of each item of a collection.
  package let allowedValues: Source?
  /// Of the value as a whole (DMN 1.5).
  package let constraint: Source?
  package let components: [ItemDefinition]
  package let function: FunctionItem?
  package let location: Location

  /// The signature of a function type.
  package struct FunctionItem: Sendable {
    package let parameters: [Model.Variable]
    package let result: Model.TypeReference?
  }
}
