import Diagnostics
import Engine
import FEEL
import Rules

extension Report {
  /// All findings by verdict, each with its reason: the `-v` part of the terminal report.
  func allFindings(_ style: TextStyle) -> [String] {
    var lines: [String] = []
    for verdict in Verdict.byAttention {
      let group = findings(verdict)
      guard !group.isEmpty else { continue }
      lines += ["", style.ink("\(capitalized(verdict.word)) (\(group.count))", .bold)]
      for finding in group {
        let isShort = verdict == .notApplicable || verdict == .satisfied
        lines += isShort ? [style.wrap("  \(finding.headline)", indent: 4)] : finding.paragraph(style)
      }
    }
    return lines
  }
}

extension Finding {
  /// `▲ high  eu.gdpr/art-27@organization  Title (GDPR Article 27(1))`
  var headline: String {
    let mark =
      verdict == .gap || verdict == .undetermined || verdict == .upcoming
      ? "\(severity.sign) \(severity.rawValue)  " : ""
    return "\(verdict.sign) \(mark)\(id)  \(oneLine(title)) (\(citationText))"
  }

  fileprivate func paragraph(_ style: TextStyle) -> [String] {
    var facts: [String] = []
    for fact in because.flatMap(\.facts).map(\.text) where !facts.contains(fact) { facts.append(fact) }
    let rows: [(String, [String])] = [
      ("for", ["\(oneLine(subject.title)), markets \(marketsText), \(appliesText)"]),
      ("must act", actor.map { [$0] } ?? []),
      ("entry", blocksEntry ? ["blocks entry"] : []),
      ("verify", verify ? ["the text was not read, or the law is uncertain"] : []),
      ("because", because.map { "\($0.part.word): \($0.text) - \($0.result.word)" }),
      ("facts", facts),
      ("place", residencies.map(\.text)),
      ("table rows", tableRows),
      ("unknown", unknownFacts),
      ("remedy", remedies.map(\.title)),
      ("would turn", flips),
      ("plan", ["\(location.file):\(location.line)"]),
    ]
    return [style.wrap("  \(headline)", indent: 4)]
      + rows.flatMap { name, values in
        values.map { style.wrap("      \(name): \(oneLine($0))", indent: 8) }
      }
  }
}
