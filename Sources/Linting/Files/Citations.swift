import Diagnostics
import Rules

extension PackLint {
  /// Citations of places that the law does not have. A law without an outline is not checked, which is noted once.
  func citations() -> [LintFinding] {
    var findings: [LintFinding] = []
    var unchecked: Set<String> = []
    for citing in pack.citings {
      let citation = citing.citation
      guard let outline = outlines.first(where: { $0.law == citation.law }) else {
        unchecked.insert(citation.law)
        continue
      }
      guard let missing = outline.missing(citation.article, citation.paragraph) else { continue }
      findings.append(finding(.citation, citing.subject, line: citing.line, missing))
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

  /// Texts lie side by side in one folder.
  static func isFileName(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".") && !name.utf8.contains { $0 == UInt8(ascii: "/") || $0 < 0x20 }
  }

  package init(_ text: String) { words = LawText.plain(text) }

  func has(_ quote: String) -> Bool { words.contains(LawText.plain(quote)) }

  /// Letters and digits only: signs, quotation marks and line breaks differ between editions.
  private static func plain(_ text: String) -> String {
    text.lowercased().split(whereSeparator: { !($0.isLetter || $0.isNumber) }).joined(separator: " ")
  }
}
