/// An author's mistake: where, what rule was broken, and a way out.
package struct Diagnostic: Error, Sendable, Hashable {
  /// A stable name that tools filter on; the wording may change.
  package struct Code: RawRepresentable, Sendable, Hashable {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
  }

  package enum Severity: String, Sendable, Hashable { case error, warning, note }

  package let code: Code
  package let severity: Severity
  package let location: Location
  /// Lower case, no full stop, user's text in backticks.
  package let message: String
  /// A way out, for example "did you mean `stores`?".
  package let suggestion: String?
  /// The source line with a caret, when the text is at hand.
  package let excerpt: String?

  package init(
    _ code: Code, at location: Location, _ message: String, suggestion: String? = nil, excerpt: String? = nil,
    severity: Severity = .error
  ) {
    self.code = code
    self.severity = severity
    self.location = location
    self.message = message
    self.suggestion = suggestion
    self.excerpt = excerpt
  }

  /// A diagnostic for a range of bytes of `source`, with its line and a caret.
  package init(
    _ code: Code, in source: Source, _ range: Range<Int>, _ message: String, suggestion: String? = nil
  ) {
    let position = source.position(of: range.lowerBound)
    self.init(
      code, at: Location(file: source.name, line: position.line, column: position.column), message,
      suggestion: suggestion, excerpt: Excerpt(source, range).text)
  }

  /// The same with the line of `source` it speaks of, if it has none yet.
  package func withExcerpt(of source: Source) -> Diagnostic {
    guard excerpt == nil, location.file == source.name, let offset = source.offset(of: location) else {
      return self
    }
    let text = Excerpt(source, offset..<offset + 1).text
    return Diagnostic(code, at: location, message, suggestion: suggestion, excerpt: text, severity: severity)
  }

  /// The same with another severity.
  package func with(_ severity: Severity) -> Diagnostic {
    Diagnostic(
      code, at: location, message, suggestion: suggestion, excerpt: excerpt, severity: severity)
  }

  /// `file:line:column: error: message; suggestion`, then the excerpt.
  package var text: String {
    var result =
      "\(location.file):\(location.line):\(location.column): \(severity.rawValue): \(plain(message))"
    if let suggestion { result += "; \(plain(suggestion))" }
    if let excerpt { result += "\n\(excerpt)" }
    return result
  }
}

/// All mistakes of one reading, in file order; never empty when thrown.
package struct Mistakes: Error, Sendable {
  package var all: [Diagnostic]
  package init(_ all: [Diagnostic]) { self.all = all }
}

extension [Diagnostic] {
  /// By file, each file in order.
  package var inFileOrder: [Diagnostic] {
    sorted {
      ($0.location.file, $0.location.line, $0.location.column)
        < ($1.location.file, $1.location.line, $1.location.column)
    }
  }
}

/// Without characters that steer a terminal or end a line: a message may quote what a plan says.
private func plain(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
}
