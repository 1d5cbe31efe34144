/// A function as a value.
package struct Function: Sendable, Hashable {
  package struct Parameter: Sendable, Hashable {
    package let name: String
    /// Arguments are converted to it; one that cannot be makes the result null.
    package let type: Type
    package init(_ name: String, _ type: Type = .any) {
      self.name = name
      self.type = type
    }
  }

  enum Body: Sendable, Hashable {
    /// `function(x) …`, with the values that were in scope where it was written.
    case expression(Checked, frame: [Value])
    /// A function of FEEL, by the index of its first signature; it has parameters of its own.
    case builtin(Int)
    /// A function that the host knows under this number.
    case host(Int)
  }

  package let parameters: [Parameter]
  /// As far as it is known.
  package let result: Type
  let body: Body

  init(_ parameters: [Parameter], result: Type, _ body: Body) {
    self.parameters = parameters
    self.result = result
    self.body = body
  }

  /// A function that the host carries out when it is called: `Host.call` gets `number` and the arguments.
  package init(_ parameters: [Parameter], result: Type = .any, host number: Int) {
    self.init(parameters, result: result, .host(number))
  }
}
