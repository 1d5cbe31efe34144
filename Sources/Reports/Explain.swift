import Diagnostics
import Engine
import FEEL
package import Rules

/// One finding in full, so that nobody needs the pack to understand it; nil for an unknown id. `pins`: of its pack.
package func explain(
  _ report: Report, finding id: String, style: TextStyle = TextStyle(), pins: Pins? = nil
) -> String? {
  let all = report.assessment.findings + report.assessment.tailoredOut
  guard let finding = all.first(where: { $0.id == id }) else { return nil }
  var lines = [
    style.wrap("\(finding.verdict.sign) \(capitalized(finding.verdict.word)): \(oneLine(finding.title))"),
    style.wrap(oneLine(report.sentence(finding))), "", style.wrap(oneLine(finding.summary)),
  ]
  if let left = report.assessment.tailoring?.leftOut(finding.provision, of: finding.pack),
    report.assessment.tailoredOut.contains(where: { $0.id == id })
  {
    lines.insert(style.wrap("Tailored out: \(left.text())", indent: 2), at: 0)
  }
  for (heading, items) in report.parts(of: finding, pins) {
    lines += ["", style.ink(heading, .bold)]
    lines += (items.isEmpty ? ["none"] : items).map { item in
      style.wrap("  \(item.prefix { $0 == " " })\(oneLine(item))", indent: 6)
    }
  }
  return lines.joined(separator: "\n") + "\n"
}

extension Report {
  /// The verdict as a plain sentence.
  func sentence(_ finding: Finding) -> String {
    let law = finding.citationText
    let subject = finding.subject.title
    switch finding.verdict {
    case .satisfied: return "For \(subject), what \(law) asks is met."
    case .gap:
      let isForbidden = finding.modality == .prohibition
      return "For \(subject), \(law) "
        + (isForbidden
          ? "forbids something that the plan does." : "asks for something that the plan does not have.")
        + (finding.blocksEntry ? " This must be closed before entry." : "")
    case .undetermined:
      return "For \(subject), the plan does not say enough to judge \(law): "
        + "\(count(finding.unknownFacts.count, "fact")) missing."
    case .notApplicable: return "\(law) does not apply to \(subject)."
    case .upcoming:
      return
        "\(law) does not apply yet to \(subject); it starts "
        + (finding.appliesFrom.map { "on \($0)." } ?? "later.")
    case .waived: return "For \(subject), \(law) is not met; the gap has been accepted."
    case .error: return "\(law) could not be judged for \(subject); see the reason."
    case .allowed: return "\(law) allows this for \(subject)."
    case .notAllowed: return "The conditions under which \(law) allows this are not met for \(subject)."
    }
  }

  /// Every part of the explanation, in order; an empty one says "none".
  fileprivate func parts(of finding: Finding, _ pins: Pins?) -> [(String, [String])] {
    let rule = finding.because.flatMap { reason in
      ["\(reason.part.word): \(reason.text) - \(reason.result.word)"]
        + (reason.expression.map { ["  rule: \($0)"] } ?? []) + reason.facts.map { "  \($0.text)" }
        + reason.rows.map { "  \($0.text)" }
    }
    let law = finding.citations.map { citation in citation.text + (link(citation).map { " <\($0)>" } ?? "") }
    let quotes = finding.quotes.map { quote in
      let place = quote.citation.map { " (\($0.text))" } ?? ""
      let link = safeLink(quote.href) ?? quote.citation.flatMap(link)
      return "\"\(quote.text)\"\(place)\(link.map { " <\($0)>" } ?? "")"
    }
    let read =
      pins?.read(finding.citations).map { "read against text sha256:\($0.sha256) (\($0.place))" } ?? []
    let places = finding.residencies.map(\.text)
    return [
      (
        "Law",
        law + [finding.appliesText] + finding.rule.provision.amended.map(\.words) + read
          + (finding.verifyText.map { [$0] } ?? [])
      ), ("Quotation", quotes),
      ("Reason, with the facts of the plan", rule),
    ]
      // Few provisions have them: not a word where there is none.
      + (places.isEmpty ? [] : [("Where data lie, are processed and are reached from", places)]) + [
        ("Exceptions considered", finding.exceptions.map(\.text)),
        ("Facts that would settle it", finding.unknownFacts),
        (
          "Controls",
          finding.controls.map { "\(controlTitle($0.control)) (\($0.control)): \($0.assurance.word)" }
        ),
        ("What would change the answer", finding.flips),
        ("Other readings", finding.otherReadings.map(\.text)),
        ("Remedies", finding.remedies.map { remedyText($0) }),
        ("Harm", finding.harms.map(\.text)),
        ("Statutory maxima, ceilings and not forecasts", exposureTexts(finding)),
        (
          "About",
          [
            "\(finding.modality.word), severity \(finding.severity.rawValue)",
            "confidence \(finding.confidence.rawValue)",
            "markets \(finding.marketsText)", "must act: \(finding.actor ?? "not named")",
            "plan: \(finding.location.file):\(finding.location.line)", "pack: \(finding.pack)",
            "id: \(finding.id)",
          ]
        ),
      ]
  }

  func exposureTexts(_ finding: Finding) -> [String] {
    risk.exposures.filter { $0.finding == finding.id }.map { each in
      "\(each.maximumText ?? "cannot be computed"): \(each.formula) (\(each.citation))"
    }
  }

  func remedyText(_ remedy: Remedy) -> String {
    var text = remedy.title
    if !remedy.controls.isEmpty {
      text += "; controls: \(remedy.controls.map(controlTitle).joined(separator: ", "))"
    }
    if let change = remedy.change { text += "; change to the plan: \(change)" }
    if let days = remedy.days { text += "; about \(count(days, "day"))" }
    return text
  }
}

extension ExceptionConsidered {
  var text: String {
    let place = citations.isEmpty ? "" : " (\(citations.map(\.text).joined(separator: "; ")))"
    let answer =
      switch result {
      case .yes: "lifts the rule"
      case .no: "does not help"
      case .unknown: "not known whether it helps"
      }
    return "\(title)\(place): \(answer)"
  }
}

extension ReadingResult {
  var text: String {
    "\(title) (\(id)): \(verdict.word)" + (appliesFrom.map { ", applies from \($0)" } ?? "")
  }
}
