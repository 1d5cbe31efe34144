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
    return text.utf8.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }

  var isElement: Bool {
    guard case .element = self else { return false }
    return true
  }
}
