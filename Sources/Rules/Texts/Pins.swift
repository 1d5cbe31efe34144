package import Diagnostics

/// Which text the provisions of a pack were read against: the SHA-256 of each article that they cite. `pins.yaml` beside the pack.
package struct Pins: Sendable {
  package struct Law: Sendable {
    package let law: String
    /// Files that have its text, in a folder of texts.
    package let texts: [String]
    package var articles: [Article]

    package init(law: String, texts: [String], articles: [Article]) {
      self.law = law
      self.texts = texts
      self.articles = articles
    }
  }
  package struct Article: Sendable {
    package let name: String
    /// Of its normalised text, in hexadecimal.
    package let sha256: String
    package let location: Location

    package init(name: String, sha256: String, location: Location) {
      self.name = name
      self.sha256 = sha256
      self.location = location
    }
  }
  package static let fileName = "pins.yaml"
  /// As shown.
  package let file: String
  package var laws: [Law]

  package init(file: String, laws: [Law] = []) {
    self.file = file
    self.laws = laws
  }

  /// The pin of an article.
  package subscript(law: String, article: String) -> Article? {
    laws.first { $0.law == law }?.articles.first { $0.name == article }
  }
}

extension Pins {
  package init(reading node: Node, file: String) throws(Mistakes) {
    var mistakes: [Diagnostic] = []
    func refuse(_ location: Location, _ message: String, _ suggestion: String? = nil) {
      mistakes.append(Diagnostic(.pins, at: location, message, suggestion: suggestion))
    }
    func checkKeys(_ node: Node, _ known: [String]) {
      for entry in node.entries ?? [] where !known.contains(entry.key) {
        refuse(entry.location, "unknown key `\(entry.key)`", didYouMean(entry.key, among: known))
      }
    }
    var laws: [Law] = []
    checkKeys(node, ["pins"])
    for item in node["pins"]?.items ?? [] {
      guard let law = item["law"]?.text, !law.isEmpty else {
        refuse(item.location, "pins name their `law`")
        continue
      }
      checkKeys(item, ["law", "texts", "articles"])
      if laws.contains(where: { $0.law == law }) {
        refuse(item.location, "`\(law)` stands twice", "put its articles together")
      }
      let texts = item["texts"]?.items ?? []
      for text in texts where !Pins.isFileName(text.text ?? "") {
        refuse(text.location, "`\(text.text ?? "")` is no name of a file", "write it without folders")
      }
      var articles: [Article] = []
      for entry in item["articles"]?.entries ?? [] {
        let sha256 = entry.value.text ?? ""
        if !Pins.isDigest(sha256) {
          refuse(
            entry.location, "`\(sha256)` is no SHA-256 of a text", "write 64 digits from 0 to 9 and a to f")
        }
        articles.append(Article(name: entry.key, sha256: sha256, location: entry.location))
      }
      laws.append(Law(law: law, texts: texts.compactMap(\.text), articles: articles))
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    self.init(file: file, laws: laws)
  }

  /// Texts lie side by side in one folder.
  package static func isFileName(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".") && name.utf8.count < 256
      && !name.utf8.contains { $0 == UInt8(ascii: "/") || $0 < 0x20 }
  }

  private static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// As the file is written.
  package var text: String {
    var lines = [
      "# Which text of each article the pack was read against: SHA-256, see docs/packs.md. Written by `pratique pack verify-sources --write`.",
      laws.isEmpty ? "pins: []" : "pins:",
    ]
    for law in laws {
      lines += [
        "  - law: \(Pins.quoted(law.law))",
        "    texts: [\(law.texts.map(Pins.quoted).joined(separator: ", "))]",
      ]
      lines.append(law.articles.isEmpty ? "    articles: {}" : "    articles:")
      lines += law.articles.map { "      \(Pins.quoted($0.name)): \($0.sha256)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}

extension Diagnostic.Code {
  fileprivate static let pins = Self(rawValue: "pack.pins")
}
