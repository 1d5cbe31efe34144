package import Diagnostics
package import FEEL

/// A decision table as written.
package struct DecisionTable: Sendable {
  package struct Input: Sendable {
    package let expression: Source
    package let type: Model.TypeReference?
    package let values: Source?
    package let label: String?
    package let location: Location
  }

  package struct Output: Sendable {
    package let name: String?
    package let type: Model.TypeReference?
    package let values: Source?
    package let defaultEntry: Source?
    package let location: Location
  }

  package struct Rule: Sendable {
    package let id: String?
    package let inputs: [Source]
    package let outputs: [Source]
    package let annotations: [String]
    package let location: Location
  }

  package let hitPolicy: HitPolicy
  package let inputs: [Input]
  package let outputs: [Output]
  package let annotations: [String]
  package let rules: [Rule]
}
