import Diagnostics
import Engine
import FEEL
import Rules

/// All findings as a table (RFC 4180): one row each, for people who live in a spreadsheet.
package func csv(_ report: Report) -> String {
  let header = [
    "id", "pack", "provision", "title", "subject kind", "subject", "markets", "topic", "modality", "verdict",
    "severity", "blocks entry", "verify", "confidence", "citations", "applies from", "must act", "owner",
    "due", "ready",
    "because", "unknown facts", "remedies", "would turn", "file", "line",
  ]
  return csv(
    [header]
      + report.assessment.findings.map { finding in
        let isOpen = finding.verdict == .gap
        let due = report.due(finding)
        return [
          finding.id, finding.pack, finding.provision, finding.title, finding.subject.kind,
          finding.subject.title,
          finding.marketsText, topicTitle(finding.topic), finding.modality.word, finding.verdict.word,
          finding.severity.rawValue, finding.blocksEntry ? "yes" : "no", finding.verify ? "yes" : "no",
          finding.confidence.rawValue, finding.citations.map(\.text).joined(separator: "; "),
          finding.appliesFrom?.description ?? "", finding.actor ?? "", isOpen ? due.owner : "",
          isOpen ? due.date?.description ?? "" : "", isOpen ? due.ready?.description ?? "" : "",
          finding.because.map { "\($0.part.word): \($0.text) - \($0.result.word)" }.joined(separator: "; "),
          finding.unknownFacts.joined(separator: "; "), finding.remedies.map(\.title).joined(separator: "; "),
          finding.flips.joined(separator: "; "), finding.location.file, String(finding.location.line),
        ]
      })
}

/// Rows as RFC 4180 writes them, lines ended by CR LF.
func csv(_ rows: [[String]]) -> String {
  rows.map { $0.map(csvCell).joined(separator: ",") + "\r\n" }.joined()
}

/// A cell that a spreadsheet takes for text: one that begins like a formula gets an apostrophe.
func csvCell(_ text: String) -> String {
  // Scalars, because a combining mark after a quotation mark hides it among characters.
  let scalars = text.unicodeScalars
  let starts: [Unicode.Scalar] = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
  let isFormula = scalars.first { $0 != " " }.map { starts.contains($0) } ?? false
  let needsQuotes =
    scalars.contains { $0 == "\"" || $0 == "," || $0 == "\r" || $0 == "\n" } || scalars.first == " "
  var cell = isFormula ? "'" : ""
  for scalar in scalars where !isBreakOrControl(scalar) || "\n\r\t".unicodeScalars.contains(scalar) {
    if scalar == "\"" { cell += "\"" }
    cell.unicodeScalars.append(scalar)
  }
  return needsQuotes ? "\"\(cell)\"" : cell
}
