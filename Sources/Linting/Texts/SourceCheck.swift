package import Diagnostics
package import Rules

/// A pack held against the texts of the laws that it cites: have articles changed since it was read, does each say what is quoted.
package struct SourceCheck: Sendable {
  package private(set) var findings: [Diagnostic] = []
  /// The pins as they should be.
  package private(set) var renewed: Pins
  /// Laws that were read, of which no text is at hand.
  package private(set) var unverified: Set<String> = []
  /// Articles that the texts at hand do not have, of which nothing is known.
  package private(set) var absent: [String] = []

  private let pack: Pack
  private let pins: Pins
  private let digest: @Sendable (String) -> String

  /// `texts` and `names` of their files by law; `digest`: SHA-256 in hexadecimal.
  package init(
    _ pack: Pack, pins: Pins, texts: [String: LawText], names: [String: [String]],
    digest: @escaping @Sendable (String) -> String
  ) {
    self.pack = pack
    self.pins = pins
    self.digest = digest
    renewed = Pins(file: pins.file)
    let needed = pack.readCitings
    let laws = pack.sources.map(\.law).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    for law in laws {
      let citings = needed.filter { $0.citation.law == law }
      guard let text = texts[law] else {
        if !citings.isEmpty { unverified.insert(law) }
        // What cannot be checked stays as it is.
        renewed.laws += pins.laws.filter { $0.law == law }.map { kept in
          var kept = kept
          kept.articles.removeAll { pin in !citings.contains { $0.citation.article == pin.name } }
          return kept
        }.filter { !$0.articles.isEmpty }
        continue
      }
      check(law, citings, text, names[law] ?? [])
    }
    findUnneeded(needed)
    findings += pack.misquotations(texts).map {
      Diagnostic(.sources, at: $0.location, $0.message, severity: .warning)
    }
    findings = findings.inFileOrder
  }

  private mutating func check(_ law: String, _ citings: [Citing], _ text: LawText, _ names: [String]) {
    var articles: [Pins.Article] = []
    for article in Set(citings.map(\.citation.article)).sorted(by: SourceCheck.precedes) {
      let pin = pins[law, article]
      let place = Citation(law: law, article: article).text
      let sha256 = text.normalised(article).map(digest)
      let subjects = citings.filter { $0.citation.article == article }
      guard let sha256 else {
        if let pin {
          articles.append(pin)
          warn(subjects) { "the text has no \(place), which `\($0)` was read against" }
        } else {
          absent.append(place)
        }
        continue
      }
      articles.append(
        Pins.Article(name: article, sha256: sha256, location: Location(file: pins.file, line: 1)))
      if pin == nil {
        warn(
          subjects, "if it was read as it stands in the text, run `pratique pack verify-sources` with --write"
        ) {
          "`\($0)` cites \(place), which has no pin in \(Pins.fileName)"
        }
      } else if let pin, pin.sha256 != sha256 {
        warn(subjects, "read it again, then run `pratique pack verify-sources` with --write") {
          "`\($0)` was read against another text of \(place): sha256 \(pin.sha256.prefix(12)), now \(sha256.prefix(12))"
        }
      }
    }
    if !articles.isEmpty { renewed.laws.append(Pins.Law(law: law, texts: names, articles: articles)) }
  }

  /// One finding for each that cites it.
  private mutating func warn(
    _ citings: [Citing], _ suggestion: String? = nil, _ message: (String) -> String
  ) {
    var told: Set<String> = []
    for citing in citings where told.insert(citing.subject).inserted {
      findings.append(
        Diagnostic(
          .sources, at: Location(file: pack.file, line: citing.line), message(citing.subject),
          suggestion: suggestion, severity: .warning))
    }
  }

  private mutating func findUnneeded(_ needed: [Citing]) {
    for law in pins.laws {
      for article in law.articles
      where !needed.contains(where: { $0.citation.law == law.law && $0.citation.article == article.name }) {
        findings.append(
          Diagnostic(
            .sources, at: article.location,
            "nothing that was read cites \(Citation(law: law.law, article: article.name).text)",
            suggestion: "take the pin out", severity: .warning))
      }
    }
  }

  /// By number, then by letter; what has no number comes last.
  static func precedes(_ a: String, _ b: String) -> Bool {
    let (x, y) = (a.prefix(while: \.isNumber), b.prefix(while: \.isNumber))
    return (x.isEmpty ? 1 : 0, Int(x) ?? 0, a) < (y.isEmpty ? 1 : 0, Int(y) ?? 0, b)
  }
}

extension Pack {
  /// What it cites of laws whose text was read, in conclusions and in provisions that rest on such a law.
  fileprivate var readCitings: [Citing] {
    let read = Set(sources.filter(\.textRead).map(\.law))
    let citings = declaredCitings + provisions.filter(\.textRead).flatMap(\.citings)
    return citings.filter { read.contains($0.citation.law) && !$0.citation.article.isEmpty }
  }
}

extension Diagnostic.Code {
  fileprivate static let sources = Self(rawValue: "pack.sources")
}
