import JSON

/// Which engine can judge by a pack.
package struct Needs: Sendable, Hashable {
  /// The engine that it was published with; an older one may lack something.
  package var engine: String
  /// The namespace of the language of packs.
  package var language: String

  package init(engine: String, language: String = "urn:pratique:pack:1") {
    self.engine = engine
    self.language = language
  }

  var json: JSONValue { .object([("engine", .string(engine)), ("language", .string(language))]) }

  init?(_ json: JSONValue?) {
    guard let engine = json?["engine"]?.string, let language = json?["language"]?.string else { return nil }
    self.init(engine: engine, language: language)
  }

  /// Why an engine cannot do it; nil if it can.
  package func doubt(running: Needs) -> String? {
    guard language == running.language else {
      return "it is written in `\(language)`, and this version reads `\(running.language)`"
    }
    guard let needed = Self.numbers(engine), let own = Self.numbers(running.engine) else {
      return "`\(engine)` is no version of the engine"
    }
    return own.lexicographicallyPrecedes(needed)
      ? "it was published with version \(engine), and this is \(running.engine); use that version or a later one"
      : nil
  }

  /// Three numbers with dots.
  private static func numbers(_ version: String) -> [Int]? {
    let parts = version.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    let numbers = parts.compactMap { $0 }
    return numbers.count == 3 && parts.count == 3 ? numbers : nil
  }
}
