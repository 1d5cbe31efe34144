import Diagnostics

/// An author's mistake in one expression: a diagnostic that does not know its source yet.
package struct Mistake: Error, Sendable, Hashable {
  var code: Diagnostic.Code
  var extent: Extent
  var message: String
  var suggestion: String?

  init(_ code: Diagnostic.Code, at extent: Extent, _ message: String, suggestion: String? = nil) {
    self.code = code
    self.extent = extent
    self.message = message
    self.suggestion = suggestion
  }

  func diagnostic(in source: Source) -> Diagnostic {
    Diagnostic(code, in: source, extent, message, suggestion: suggestion)
  }
}
