/// A regular expression of XPath, ready to be used.
package struct Pattern {
  private let compiled: Compiled
  private let groups: Int
  /// One that matches no text at all could match anywhere: XPath refuses it for splitting and replacing.
  private let takesNothing: Bool

  /// Reads the pattern and its flags.
  package init(_ text: String, flags: String = "", allowsBackReferences: Bool = true) throws(PatternError) {
    let flags = try Translator.Flags(flags)
    var translator = Translator(text, flags: flags, allowsBackReferences: allowsBackReferences)
    let translation = try translator.translation()
    groups = translator.groups
    compiled = try Compiled(translation, isMultiline: flags.isMultiline, ignoresCase: flags.ignoresCase)
    var work = 1_000_000
    takesNothing = try compiled.search([], from: 0, work: &work) != nil
  }

  /// Does it match anywhere in the text. Like the other uses it pays from `work`, and throws `.limit` when
  /// that is used up.
  package func matches(_ text: String, work: inout Int) throws(PatternError) -> Bool {
    try compiled.search(Array(text.utf8), from: 0, work: &work) != nil
  }

  /// The parts of the text between the matches.
  package func split(_ text: String, work: inout Int) throws(PatternError) -> [String] {
    let bytes = Array(text.utf8)
    var parts: [String] = []
    var start = 0
    for match in try matches(in: bytes, work: &work) {
      guard let extent = match[0] else { continue }
      parts.append(String(decoding: bytes[start..<extent.lowerBound], as: UTF8.self))
      start = extent.upperBound
    }
    parts.append(String(decoding: bytes[start...], as: UTF8.self))
    return parts
  }

  /// The text with every match replaced; nil if it would have more than `limit` bytes.
  package func replace(in text: String, with replacement: String, limit: Int, work: inout Int)
    throws(PatternError) -> String?
  {
    let replacement = try Replacement(replacement, groups: groups)
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var start = 0
    for match in try matches(in: bytes, work: &work) {
      guard let extent = match[0] else { continue }
      result += bytes[start..<extent.lowerBound]
      for part in replacement.parts {
        switch part {
        case .text(let text): result += text
        case .group(let group):
          if group < match.count, let extent = match[group] { result += bytes[extent] }
        }
      }
      guard result.count <= limit else { return nil }
      start = extent.upperBound
    }
    result += bytes[start...]
    return result.count <= limit ? String(decoding: result, as: UTF8.self) : nil
  }

  /// All matches, which do not overlap.
  private func matches(in bytes: [UInt8], work: inout Int) throws(PatternError) -> [[Range<Int>?]] {
    guard !takesNothing else { throw .invalid("the pattern matches a text of no length") }
    var matches: [[Range<Int>?]] = []
    var start = 0
    while start < bytes.count, let match = try compiled.search(bytes, from: start, work: &work),
      let extent = match[0], !extent.isEmpty
    {
      matches.append(match)
      start = extent.upperBound
    }
    return matches
  }
}
