package import Diagnostics
package import FEEL
import XML

/// A file of test cases as the conformance kit of DMN writes it.
package struct TestFile: Sendable {
  package enum Target: String, Sendable { case decision, decisionService, bkm }

  package struct Case: Sendable {
    package let id: String
    package let target: Target
    /// The service or business knowledge model to call.
    package let invocable: String?
    package let inputs: [Stated]
    package let results: [Result]
    package let location: Location
  }

  /// A value with the name it is for.
  package struct Stated: Sendable {
    package let name: String
    package let namespace: String?
    package let value: StatedValue
  }

  package struct Result: Sendable {
    package let name: String
    package let namespace: String?
    package let expected: StatedValue
    package let isError: Bool
  }

  package let file: String
  /// The model, a file in the same folder.
  package let model: String?
  package let cases: [Case]
  package let mistakes: [Diagnostic]

  package init(_ bytes: [UInt8], named file: String, in surroundings: Surroundings = Surroundings())
    throws(Mistakes)
  {
    let root = try XML.parse(bytes, named: file)
    guard root.name == "testCases" else {
      throw Mistakes([
        Diagnostic(.notModel, at: root.location(in: file), "<\(root.name)> is not a file of test cases")
      ])
    }
    var reader = TestReader(file: file, surroundings: surroundings)
    self.file = file
    model = root.first("modelName").map { TestReader.trimmed($0.text) }
    cases = root.all("testCase").enumerated().map { reader.testCase($1, $0) }
    mistakes = reader.mistakes
  }
}

/// A value as a test states it: with its kind, or as a text that the type of its target has to explain.
package indirect enum StatedValue: Sendable {
  case value(Value)
  case text(String)
  case list([StatedValue])
  case context([(name: String, value: StatedValue)])
}
