/// One piece of a document as its author wrote it, entities resolved.
indirect enum Markup {
  case element(StartTag, [Markup])
  case text(String)
  /// What stands between `<!--` and `-->`.
  case comment(String)
  /// Target and data.
  case instruction(String)

  struct StartTag {
    var name: String
    /// Declarations of namespaces first, then attributes, both as written.
    var attributes: [(name: String, value: String)]
  }

  /// Text that says nothing.
  var isBlank: Bool {
    guard case .text(let text) = self else { return false }
    return text.utf8.allSatisfy(isSpace)
  }

  var isElement: Bool {
    guard case .element = self else { return false }
    return true
  }
}
