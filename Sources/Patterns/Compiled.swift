import CPCRE2

/// A pattern in PCRE2's memory, freed with the last value that uses it. No pointer leaves this file.
final class Compiled {
  private let code: OpaquePointer
  private let context: OpaquePointer
  private let match: OpaquePointer

  /// Backtracking points that a search may need, and their price in steps of work: what most need, and the
  /// most there may be.
  private static let efforts: [(points: UInt32, work: Int)] = [(100, 5), (2_000, 100), (1_000_000, 250_000)]
  /// Kilobytes for what a search may have to come back to.
  private static let memory: UInt32 = 32_768

  /// `pattern` is a translation, so PCRE2 refuses it only for its size.
  init(_ pattern: String, isMultiline: Bool, ignoresCase: Bool) throws(PatternError) {
    var options = UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) | UInt32(PCRE2_DOTALL) | UInt32(PCRE2_ANCHORED)
    options |= UInt32(PCRE2_MATCH_UNSET_BACKREF) | UInt32(PCRE2_NEVER_BACKSLASH_C)
    options |= isMultiline ? UInt32(PCRE2_MULTILINE) : UInt32(PCRE2_DOLLAR_ENDONLY)
    // Else a repetition would run through the text again and again without a point that is counted.
    options |= UInt32(PCRE2_NO_AUTO_POSSESS)
    if ignoresCase { options |= UInt32(PCRE2_CASELESS) }
    guard let settings = pcre2_compile_context_create_8(nil) else { throw .limit }
    defer { pcre2_compile_context_free_8(settings) }
    pcre2_set_newline_8(settings, UInt32(PCRE2_NEWLINE_LF))
    // One search is one call, so that its limit holds for all places of the text together.
    let text = Array(".*?\\K(?:\(pattern))".utf8)
    var (error, place): (Int32, Int) = (0, 0)
    guard let code = pcre2_compile_8(text, text.count, options, &error, &place, settings) else {
      throw .invalid("the pattern is too large")
    }
    guard let context = pcre2_match_context_create_8(nil),
      let match = pcre2_match_data_create_from_pattern_8(code, nil)
    else {
      pcre2_code_free_8(code)
      throw .limit
    }
    (self.code, self.context, self.match) = (code, context, match)
    pcre2_set_heap_limit_8(context, Compiled.memory)
  }

  deinit {
    pcre2_match_data_free_8(match)
    pcre2_match_context_free_8(context)
    pcre2_code_free_8(code)
  }

  /// The first match at `start` or later: the extent of the whole and of each group, nil for one that took no
  /// part. Pays from `work`.
  func search(_ bytes: [UInt8], from start: Int, work: inout Int) throws(PatternError) -> [Range<Int>?]? {
    for (limit, price) in Compiled.efforts {
      work -= price
      guard work >= 0 else { throw .limit }
      pcre2_set_match_limit_8(context, limit)
      pcre2_set_depth_limit_8(context, limit)
      let options = UInt32(PCRE2_NO_UTF_CHECK)
      let count = bytes.withUnsafeBufferPointer { buffer in
        // A pointer is needed even to no bytes.
        withUnsafePointer(to: 0 as UInt8) { none in
          pcre2_match_8(code, buffer.baseAddress ?? none, buffer.count, start, options, match, context)
        }
      }
      if count == PCRE2_ERROR_NOMATCH { return nil }
      if count > 0 { return groups() }
      if count != PCRE2_ERROR_MATCHLIMIT, count != PCRE2_ERROR_DEPTHLIMIT { break }
    }
    throw .limit
  }

  private func groups() -> [Range<Int>?] {
    guard let offsets = pcre2_get_ovector_pointer_8(match) else { return [] }
    return (0..<Int(pcre2_get_ovector_count_8(match))).map { index in
      let (start, end) = (offsets[2 * index], offsets[2 * index + 1])
      // A group that took no part has the greatest number that there is, for both.
      return start >= 0 && start <= end ? start..<end : nil
    }
  }
}
