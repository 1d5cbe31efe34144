@_spi(_Unicode) import Swift

/// The text of a law by article, as its files of Markdown have it.
package struct LawText: Sendable {
  /// Their lines by the name that citations give them; from the heading on.
  private let sections: [String: [Substring]]

  /// How many articles one heading can stand for.
  private static let longestRow = 100

  /// The text of an article is that of all files together, in their order: the act, then what amends it.
  package init(_ files: [String]) {
    var sections: [String: [Substring]] = [:]
    for file in files {
      var names: [String] = []
      for line in file.split(whereSeparator: \.isNewline) {
        let level = line.prefix { $0 == "#" }.count
        if level == 2 {
          names = LawText.names(line.dropFirst(2).drop(while: \.isWhitespace))
        } else if level > 0, level == 1 || !names.contains(where: LawText.hasHeadings) {
          names = []
        }
        for name in names { sections[name, default: []].append(line) }
      }
    }
    self.sections = sections
  }

  package var isEmpty: Bool { sections.isEmpty }

  package func has(_ article: String) -> Bool { sections[article] != nil }

  /// The text of an article in the form that its hash is taken of; nil if it is not there.
  package func normalised(_ article: String) -> String? {
    sections[article].map { LawText.normalised($0.joined(separator: "\n")) }
  }

  /// Does one of these articles say so; letters and digits are compared.
  func says(_ quote: String, in articles: [String]) -> Bool {
    let words = LawText.plain(quote)
    return articles.contains { article in
      sections[article].map { LawText.plain($0.joined(separator: "\n")).contains(words) } ?? false
    }
  }

  /// In chapters of articles deeper headings begin what is no part of them any more; annexes have headings of their own.
  private static func hasHeadings(_ name: String) -> Bool {
    name.hasPrefix("Annex") || name.hasPrefix("Schedule")
  }

  /// Letters and digits only: signs, quotation marks and line breaks differ between editions.
  private static func plain(_ text: String) -> String {
    text.lowercased().split(whereSeparator: { !($0.isLetter || $0.isNumber) }).joined()
  }
}

extension LawText {
  /// The articles that a heading stands for: `Article 4a — AI literacy`, `Articles 64(3), 69(2) — …`, `Section 60 to 71`, `第二十条`,
  /// `ANNEX IV`; any other is its own name.
  static func names(_ heading: Substring) -> [String] {
    if heading.hasPrefix("第"), let end = heading.firstIndex(of: "条") {
      return number(heading[..<end].dropFirst()).map { ["\($0)"] } ?? []
    }
    let title = heading.firstRange(of: " — ").map { heading[..<$0.lowerBound] } ?? heading
    let words = title.split(separator: " ").map(String.init)
    guard let first = words.first else { return [] }
    if ["Article", "Articles", "Art.", "Section", "Sections"].contains(first) {
      return listed(words.dropFirst())
    }
    let name = words.prefix { !$0.hasPrefix("(") }.joined(separator: " ")
    return [first == "ANNEX" ? "Annex" + name.dropFirst("ANNEX".count) : name]
  }

  /// `28, 29 and 30`, `60 to 71`; a paragraph in brackets is left out.
  private static func listed(_ words: ArraySlice<String>) -> [String] {
    var names: [String] = []
    var isRow = false
    for word in words {
      if word.hasPrefix("(") { break }
      if word == "and" { continue }
      if word == "to" {
        isRow = true
        continue
      }
      let name = String(word.prefix { $0 != "(" && $0 != "," })
      if isRow, let start = names.last.flatMap({ Int($0) }), let end = Int(name), start < end,
        end - start < longestRow
      {
        names += (start + 1...end).map { "\($0)" }
      } else {
        names.append(name)
      }
      isRow = false
      if names.count > longestRow { return [] }
    }
    return names
  }

  /// Chinese numerals up to 999.
  private static func number(_ text: Substring) -> Int? {
    var (number, digit) = (0, 0)
    for character in text {
      switch character {
      case "百":
        number += 100 * max(1, digit)
        digit = 0
      case "十":
        number += 10 * max(1, digit)
        digit = 0
      case "零", "〇": digit = 0
      default:
        guard let place = "一二三四五六七八九".firstIndex(of: character) else { return nil }
        digit = "一二三四五六七八九".distance(from: "一二三四五六七八九".startIndex, to: place) + 1
      }
      guard number < 1000 else { return nil }
    }
    return number + digit
  }

  /// NFC; without soft hyphens and marks of no width; one kind of quotation mark, apostrophe and dash; single spaces.
  static func normalised(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var needsSpace = false
    for scalar in text._nfc {
      let written: Unicode.Scalar
      switch scalar.value {
      case 0xAD, 0x200B, 0x2060, 0xFEFF: continue
      case 0x2018...0x201B: written = "'"
      case 0x201C...0x201F, 0xAB, 0xBB: written = "\""
      case 0x2010...0x2015, 0x2212: written = "-"
      case _ where scalar.properties.isWhitespace:
        needsSpace = !result.isEmpty
        continue
      default: written = scalar
      }
      if needsSpace { result.append(" ") }
      needsSpace = false
      result.append(written)
    }
    return String(result)
  }
}
