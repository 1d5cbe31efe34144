import Diagnostics
import Rules

extension PackLint {
  private struct Place {
    let subject: String
    let line: Int
  }

  /// Citations of places that the law does not have. A law without an outline is not checked, which is noted once.
  func citations() -> [LintFinding] {
    var findings: [LintFinding] = []
    var unchecked: Set<String> = []
    for (citation, place) in cited {
      guard let outline = outlines.first(where: { $0.law == citation.law }) else {
        unchecked.insert(citation.law)
        continue
      }
      guard let missing = outline.missing(citation.article, citation.paragraph) else { continue }
      findings.append(finding(.citation, place.subject, line: place.line, missing))
    }
    if !unchecked.isEmpty {
      findings.append(
        finding(
          .unchecked, "laws", line: 1,
          "citations of \(unchecked.sorted().joined(separator: ", ")) are not checked: rules/outlines has no outline of them",
          severity: .note))
    }
    return findings
  }

  private var cited: [(Citation, Place)] {
    var result: [(Citation, Place)] = []
    func add(_ citations: [Citation], _ subject: String, _ line: Int) {
      result += citations.map { ($0, Place(subject: subject, line: line)) }
    }
    for definition in pack.definitions {
      add(definition.citations, definition.subject, definition.location.line)
    }
    for scope in pack.scopes { add(scope.citations, "scope \(scope.per)", scope.expression.firstLine) }
    for sanction in pack.sanctions {
      add(sanction.citations + sanction.sizes.compactMap(\.citation), "sanction \(sanction.id)", 1)
    }
    for parameter in pack.parameters {
      for entry in parameter.entries {
        add(citations(in: entry.cite ?? ""), "parameter \(parameter.name)", entry.line)
      }
    }
    for provision in pack.provisions {
      let line = provision.location.line
      add(provision.citations, provision.id, line)
      add(provision.quotes.compactMap(\.citation), provision.id, line)
      for exception in provision.exceptions {
        add(exception.citations, provision.id, exception.expression.firstLine)
      }
      for condition in provision.requirement?.conditions ?? [] {
        add(condition.citations, provision.id, condition.source.firstLine)
      }
      for reading in provision.readings {
        add(reading.citations, provision.id, line)
        for condition in reading.requirement?.conditions ?? [] {
          add(condition.citations, provision.id, condition.source.firstLine)
        }
      }
    }
    return result
  }

  /// `gdpr 45(9); gdpr 46(1)`; what names no source is left to loading.
  private func citations(in text: String) -> [Citation] {
    text.split(separator: ";").compactMap { part in
      let words = part.split(separator: " ", maxSplits: 1)
      guard words.count == 2, let source = pack.sources.first(where: { $0.id == words[0] }) else {
        return nil
      }
      let article = words[1].prefix { $0 != "(" }
      let place = words[1].dropFirst(article.count)
      return Citation(
        law: source.law, article: String(article), paragraph: place.isEmpty ? nil : String(place))
    }
  }

  /// A quotation belongs to what the provision cites, and stands in the text if that is at hand.
  func quotations() -> [LintFinding] {
    var findings: [LintFinding] = []
    for provision in pack.provisions {
      let inner = provision.requirement?.conditions.flatMap(\.citations) ?? []
      let cited = provision.citations + inner + provision.exceptions.flatMap(\.citations)
      for quote in provision.quotes {
        if let citation = quote.citation, !cited.contains(where: { $0.meets(citation) }) {
          findings.append(
            LintFinding(
              .quotation, in: pack.id, provision.id, at: provision.location,
              "`\(provision.id)` quotes \(citation.text), which it does not cite"))
        }
        let law = quote.citation?.law ?? provision.citations.first?.law
        if let law, let text = texts[law], !text.has(quote.text) {
          findings.append(
            LintFinding(
              .quotation, in: pack.id, provision.id, at: provision.location,
              "the text of \(law) does not say \"\(quote.text)\", which `\(provision.id)` quotes"))
        }
      }
    }
    return findings
  }
}

extension Citation {
  /// The same place, or one inside the other.
  fileprivate func meets(_ other: Citation) -> Bool {
    guard law == other.law, article == other.article else { return false }
    guard let mine = paragraph, let theirs = other.paragraph else { return true }
    return mine == theirs || mine.hasPrefix("\(theirs)(") || theirs.hasPrefix("\(mine)(")
  }
}

/// The text of a law, to look quotations up in.
package struct LawText: Sendable {
  private let words: String

  package init(_ text: String) { words = LawText.plain(text) }

  func has(_ quote: String) -> Bool { words.contains(LawText.plain(quote)) }

  /// Letters and digits only: signs, quotation marks and line breaks differ between editions.
  private static func plain(_ text: String) -> String {
    text.lowercased().split(whereSeparator: { !($0.isLetter || $0.isNumber) }).joined(separator: " ")
  }
}
