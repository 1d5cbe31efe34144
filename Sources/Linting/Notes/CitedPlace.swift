/// A place, or a row of articles, that a tier of sanctions covers: `GDPR 8`, `GDPR 25-39`, `GDPR 6(1)`.
package struct CitedPlace: Sendable {
  let law: String
  let articles: ClosedRange<Int>?
  /// As written, where it is no row of numbers.
  let article: String
  let paragraph: String?

  static func list(_ text: String) -> [CitedPlace]? {
    var places: [CitedPlace] = []
    for part in text.split(separator: ";") {
      let words = part.split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2 else { return nil }
      let number = words[1].prefix { $0 != "(" }
      let ends = number.split(separator: "-").compactMap { Int($0) }
      let paragraph = words[1].dropFirst(number.count).dropFirst().prefix { $0 != ")" }
      let isRow = ends.count == 2 && number.contains("-") && ends[0] <= ends[1]
      places.append(
        CitedPlace(
          law: words[0], articles: isRow ? ends[0]...ends[1] : nil, article: String(number),
          paragraph: paragraph.isEmpty ? nil : String(paragraph)))
    }
    return places
  }

  func covers(_ law: String, _ article: String, _ paragraph: String?) -> Bool {
    guard law == self.law else { return false }
    if let articles { return Int(article).map(articles.contains) ?? false }
    guard article == self.article else { return false }
    guard let wanted = self.paragraph else { return true }
    return paragraph.map { $0 == wanted || $0.hasPrefix("\(wanted)(") } ?? false
  }
}
