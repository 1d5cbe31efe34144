package import Diagnostics
import Rules

/// Which articles, paragraphs and points a law has. Facts about the text, not the text.
package struct Outline: Sendable {
  package struct Article: Sendable {
    /// Points directly below the article.
    var points: Set<String> = []
    /// Points by paragraph.
    var paragraphs: [String: Set<String>] = [:]
    /// Paragraphs, or points where there are none, as they follow one another.
    var units: [String] = []
    /// A short heading, if the outline gives one.
    var heading: String?
    let location: Location
  }
  package let law: String
  package let title: String
  /// As shown.
  package let file: String
  /// Files that have its text, in a folder of texts.
  package let texts: [String]
  package private(set) var articles: [String: Article] = [:]
  /// Articles as they follow one another.
  package private(set) var order: [String] = []
  /// What no provision encodes, with the reasons.
  package private(set) var reasons: [Reason] = []

  static let keys = ["law", "title", "texts", "articles", "titles", "uncovered"]

  /// `articles` has a line for each: `6: "1(a-f) 2 3(a-b) 4(a-e)"`; points without a paragraph stand in brackets of their own.
  package init(reading node: Node, file: String) throws(Mistakes) {
    self.file = file
    law = node["law"]?.text ?? ""
    title = node["title"]?.text ?? ""
    texts = node["texts"]?.items?.compactMap(\.text) ?? []
    var mistakes: [Diagnostic] = []
    if law.isEmpty {
      mistakes.append(Diagnostic(.outline, at: node.location, "an outline names its `law`"))
    }
    for entry in node.entries ?? [] where !Outline.keys.contains(entry.key) {
      mistakes.append(
        Diagnostic(
          .outline, at: entry.location, "unknown key `\(entry.key)`",
          suggestion: didYouMean(entry.key, among: Outline.keys)))
    }
    for item in node["texts"]?.items ?? [] where !Pins.isFileName(item.text ?? "") {
      mistakes.append(
        Diagnostic(
          .outline, at: item.location, "`\(item.text ?? "")` is no name of a file",
          suggestion: "write it without folders"))
    }
    for entry in node["articles"]?.entries ?? [] {
      guard let article = Outline.article(entry.value.text ?? "", at: entry.location) else {
        mistakes.append(
          Diagnostic(
            .outline, at: entry.location, "`\(entry.value.text ?? "")` is no outline of an article",
            suggestion: "write it like `1(a-f) 2 3`"))
        continue
      }
      articles[entry.key] = article
      order.append(entry.key)
    }
    mistakes += readHeadings(node["titles"])
    mistakes += readReasons(node["uncovered"])
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
  }

  private mutating func readHeadings(_ node: Node?) -> [Diagnostic] {
    var mistakes: [Diagnostic] = []
    for entry in node?.entries ?? [] {
      let heading = entry.value.text ?? ""
      if articles[entry.key] == nil {
        mistakes.append(
          Diagnostic(
            .outline, at: entry.location,
            "a heading of \(Outline.word(entry.key)), which \(law) does not have",
            suggestion: didYouMean(entry.key, among: order)))
      } else if heading.isEmpty || heading.utf8.count > Outline.longestHeading {
        mistakes.append(
          Diagnostic(
            .outline, at: entry.location,
            "a heading is a text of at most \(Outline.longestHeading) bytes"))
      }
      articles[entry.key]?.heading = heading
    }
    return mistakes
  }

  private mutating func readReasons(_ node: Node?) -> [Diagnostic] {
    var mistakes: [Diagnostic] = []
    for entry in node?.entries ?? [] {
      let reason = entry.value.text ?? ""
      if reason.isEmpty || reason.utf8.count > Outline.longestReason {
        mistakes.append(
          Diagnostic(
            .outline, at: entry.location,
            "`\(entry.key)` is left out without a reason, or with one of more than \(Outline.longestReason) bytes",
            suggestion: "say in a sentence why no provision encodes it"))
      }
      reasons.append(Reason(place: entry.key, text: reason, location: entry.location))
    }
    return mistakes
  }

  private static let longestHeading = 300
  private static let longestReason = 1000

  private static func article(_ text: String, at location: Location) -> Article? {
    var article = Article(location: location)
    for word in text.split(separator: " ") {
      let number = String(word.prefix { $0 != "(" })
      var points: [String] = []
      if number.count < word.count {
        guard word.last == ")" else { return nil }
        for part in word.dropFirst(number.count + 1).dropLast().split(separator: ",") {
          guard let more = range(String(part)) else { return nil }
          points += more
        }
      }
      if number.isEmpty {
        article.points.formUnion(points)
        article.units += points
      } else {
        article.paragraphs[number] = Set(points)
        article.units.append(number)
      }
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

  static func word(_ article: String) -> String {
    article.first?.isNumber == true ? "Article \(article)" : article
  }
}

extension Diagnostic.Code {
  static let outline = Self(rawValue: "lint.outline")
}
