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
      }
    }
    for misquotation in pack.misquotations(texts) {
      findings.append(
        LintFinding(
          .quotation, in: pack.id, misquotation.provision, at: misquotation.location, misquotation.message))
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
