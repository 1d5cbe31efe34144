package import Diagnostics

/// Which articles, paragraphs and points a law has. Facts about the text, not the text.
package struct Outline: Sendable {
  package struct Article: Sendable {
    /// Points directly below the article.
    var points: Set<String> = []
    /// Points by paragraph.
    var paragraphs: [String: Set<String>] = [:]
  }
  package let law: String
  package let title: String
  /// Files that have its text, in a folder of texts.
  package let texts: [String]
  package private(set) var articles: [String: Article] = [:]

  /// `articles` has a line for each: `6: "1(a-f) 2 3(a-b) 4(a-e)"`; points without a paragraph stand in brackets of their own.
  package init(reading node: Node, file: String) throws(Mistakes) {
    law = node["law"]?.text ?? ""
    title = node["title"]?.text ?? ""
    texts = node["texts"]?.items?.compactMap(\.text) ?? []
    var mistakes: [Diagnostic] = []
    if law.isEmpty {
      mistakes.append(Diagnostic(.outline, at: node.location, "an outline names its `law`"))
    }
    for entry in node["articles"]?.entries ?? [] {
      guard let article = Outline.article(entry.value.text ?? "") else {
        mistakes.append(
          Diagnostic(
            .outline, at: entry.location, "`\(entry.value.text ?? "")` is no outline of an article",
            suggestion: "write it like `1(a-f) 2 3`"))
        continue
      }
      articles[entry.key] = article
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
  }

  private static func article(_ text: String) -> Article? {
    var article = Article()
    for word in text.split(separator: " ") {
      let number = String(word.prefix { $0 != "(" })
      var points: Set<String> = []
      if number.count < word.count {
        guard word.last == ")" else { return nil }
        for part in word.dropFirst(number.count + 1).dropLast().split(separator: ",") {
          guard let more = range(String(part)) else { return nil }
          points.formUnion(more)
        }
      }
      if number.isEmpty { article.points.formUnion(points) } else { article.paragraphs[number] = points }
    }
    return article
  }

  /// `a-f`, `1-26`, or a single name.
  private static func range(_ text: String) -> [String]? {
    let ends = text.split(separator: "-").map(String.init)
    if ends.count == 1 { return ends }
    guard ends.count == 2 else { return nil }
    if let first = Int(ends[0]), let last = Int(ends[1]), first <= last, last - first < 1000 {
      return (first...last).map { "\($0)" }
    }
    guard ends[0].utf8.count == 1, ends[1].utf8.count == 1, let first = ends[0].utf8.first,
      let last = ends[1].utf8.first, first <= last
    else { return nil }
    return (first...last).map { String(UnicodeScalar($0)) }
  }

  /// What of a citation the law does not have; nil if it has it all. `1(f)` is point (f) of paragraph 1.
  func missing(_ article: String, _ place: String?) -> String? {
    guard let known = articles[article] else { return "\(law) has no \(Outline.word(article))" }
    guard let place else { return nil }
    let parts = place.split(whereSeparator: { $0 == "(" || $0 == ")" }).map(String.init)
    guard let first = parts.first else { return nil }
    if let points = known.paragraphs[first] {
      guard parts.count > 1, !points.contains(parts[1]) else { return nil }
      return "\(Outline.word(article)) (\(first)) of \(law) has no point (\(parts[1]))"
    }
    if known.points.contains(first) { return nil }
    let count = known.paragraphs.count
    let has =
      count == 0
      ? "has no numbered paragraphs"
      : "has the paragraphs \(known.paragraphs.keys.sorted { ($0.count, $0) < ($1.count, $1) }.joined(separator: ", "))"
    return "\(Outline.word(article)) of \(law) has no (\(first)); it \(has)"
  }

  private static func word(_ article: String) -> String {
    article.first?.isNumber == true ? "Article \(article)" : article
  }
}

extension Diagnostic.Code {
  static let outline = Self(rawValue: "lint.outline")
}
