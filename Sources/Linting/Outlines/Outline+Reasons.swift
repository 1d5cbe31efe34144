package import Diagnostics

extension Outline {
  /// Why no provision encodes a place: an article, a paragraph or point of one, or a row of articles, as written.
  package struct Reason: Sendable {
    package let place: String
    package let text: String
    package let location: Location
  }

  /// An article, or a part of it: `1(f)` is point (f) of paragraph 1.
  struct Place: Sendable, Hashable {
    let article: String
    var part: String?
  }

  /// The places that a reason speaks of. Throws if the law does not have them.
  func places(of reason: Reason) throws(Diagnostic) -> [Place] {
    let key = reason.place
    if articles[key] != nil { return [Place(article: key)] }
    func refusal(_ message: String, _ suggestion: String? = nil) -> Diagnostic {
      Diagnostic(.coverage, at: reason.location, message, suggestion: suggestion, severity: .warning)
    }
    if key.hasSuffix(")") {
      let article = String(key.prefix { $0 != "(" })
      let parts = key.dropFirst(article.count).split(whereSeparator: { $0 == "(" || $0 == ")" }).map(
        String.init)
      guard let first = parts.first, let known = articles[article] else {
        throw refusal(
          "a reason for \(Outline.word(article)), which \(law) does not have",
          didYouMean(article, among: order))
      }
      if parts.count == 1, let row = Outline.row(first, of: known.units) {
        return row.map { Place(article: article, part: $0) }
      }
      let part = first + parts.dropFirst().map { "(\($0))" }.joined()
      if let missing = missing(article, part) { throw refusal("a reason for what is not there: \(missing)") }
      return [Place(article: article, part: part)]
    }
    if let row = Outline.row(key, of: order) { return row.map { Place(article: $0) } }
    throw refusal(
      "a reason for \(Outline.word(key)), which \(law) does not have",
      didYouMean(key, among: order) ?? "name an article, `5(2)`, or a row like `92-99`")
  }

  /// `92-99`, or `Annex IV-VI`, from one name to the other as they follow one another; nil if that is no row of names.
  private static func row(_ text: String, of names: [String]) -> ArraySlice<String>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { words(String($0)) }
    guard ends.count == 2, let first = names.firstIndex(of: ends[0]) else { return nil }
    let word = ends[0].split(separator: " ").dropLast().map { "\($0) " }.joined()
    guard let last = names.firstIndex(of: ends[1]) ?? names.firstIndex(of: word + ends[1]), first <= last
    else {
      return nil
    }
    return names[first...last]
  }

  private static func words(_ text: String) -> String {
    text.split(separator: " ").joined(separator: " ")
  }
}

extension Diagnostic.Code {
  static let coverage = Self(rawValue: "law.coverage")
}
