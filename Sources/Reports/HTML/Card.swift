import Diagnostics
import Engine
import FEEL
import Rules

extension Page {
  /// One finding with everything that leads to its verdict; a field without content says "none".
  func card(_ finding: Finding) -> String {
    let isOpen = finding.verdict == .gap && finding.blocksEntry
    var fields = attributes(finding)
    fields["isOpen"] = .flag(isOpen)
    fields["class"] = .text(isOpen ? "blocker" : finding.verdict.rawValue)
    // Severity says something about a gap that is open or may be; of a met duty it would only alarm.
    let hasMark = [.gap, .undetermined, .upcoming, .error, .waived].contains(finding.verdict)
    fields["mark"] = .text(
      hasMark ? "\(finding.severity.sign) \(finding.severity.rawValue)" : "\(finding.verdict.sign) \(finding.verdict.word)")
    fields["title"] = .text(oneLine(finding.title))
    fields["subject"] = .text(oneLine(finding.subject.title))
    fields["law"] = .text(finding.citationText)
    fields["blocks"] = .flag(finding.blocksEntry && hasMark)
    fields["verify"] = .flag(finding.verify)
    fields["sentence"] = .text(report.sentence(finding))
    fields["summary"] = .text(finding.summary)
    fields["rows"] = .markup(rows(finding).map { name, items in row(name, items) }.joined())
    return cardTemplate(fields)
  }

  private func rows(_ finding: Finding) -> [(String, [String])] {
    let due = report.due(finding)
    // What is met needs no cure: fewer fields keep the page small.
    let isOpen = ![.satisfied, .allowed, .notAllowed].contains(finding.verdict)
    let always: [(String, [String])] = [
      ("Law", lawItems(finding)), ("Quotation", finding.quotes.map(quotation)), ("Reason", finding.because.map(reason)),
      ("Facts", facts(finding)),
      ("Exceptions considered", texts(finding.exceptions.map(\.text))),
      ("Controls", texts(finding.controls.map { "\(report.controlTitle($0.control)): \($0.assurance.word)" })),
    ]
    let open: [(String, [String])] = [
      ("Would settle it", finding.unknownFacts.map { "<code>\(htmlText(oneLine($0)))</code>" }),
      ("Would change the answer", texts(finding.flips)), ("Other readings", texts(finding.otherReadings.map(\.text))),
      ("Remedies", texts(finding.remedies.map(report.remedyText))),
      ("Owner and date", finding.verdict == .gap ? texts(["\(due.owner), due \(due.date?.description ?? "no date")"]) : []),
      ("Evidence to close it", texts(report.tasks(closing: finding).map(\.evidence))),
      ("Harm", texts(finding.harms.map(\.text))), ("Statutory maximum", texts(report.exposureTexts(finding))),
    ]
    let about = [
      finding.modality.word, "must act: \(finding.actor ?? "not named")", "markets: \(finding.marketsText)",
      "confidence: \(finding.confidence.rawValue)", "plan: \(finding.location.file):\(finding.location.line)",
      finding.id,
    ]
    return always + (isOpen ? open : []) + [("About", texts([about.joined(separator: "; ")]))]
  }

  private func texts(_ all: [String]) -> [String] { all.map { htmlText(oneLine($0)) } }

  private func row(_ name: String, _ items: [String]) -> String {
    let content =
      switch items.count {
      case 0: "none"
      case 1: items[0]
      default: "<ul>\(items.map { "<li>\($0)</li>" }.joined())</ul>"
      }
    return "<dt>\(name)</dt><dd>\(content)</dd>\n"
  }

  private func lawItems(_ finding: Finding) -> [String] {
    finding.citations.map { linked($0.text, report.link($0)) } + [htmlText(finding.appliesText)]
      + (finding.verifyText.map { ["<strong>\(htmlText(capitalized($0)))</strong>"] } ?? [])
  }

  private func linked(_ text: String, _ link: String?) -> String {
    let words = htmlText(oneLine(text))
    return link.map { #"<a href="\#(htmlText($0))" rel="noreferrer">\#(words)</a>"# } ?? words
  }

  private func quotation(_ quote: Quote) -> String {
    let link = safeLink(quote.href) ?? quote.citation.flatMap(report.link)
    let isTag = quote.language.map { tag in tag.unicodeScalars.allSatisfy { $0.isASCII && ($0 == "-" || $0.properties.isAlphabetic) } }
    let language = isTag == true ? quote.language.map { #" lang="\#($0)""# } ?? "" : ""
    let cite = quote.citation.map { " <span class=\"muted\">\(linked($0.text, link))</span>" } ?? ""
    return "<q\(language)>\(htmlText(oneLine(quote.text)))</q>\(cite)"
  }

  private func reason(_ reason: Reason) -> String {
    let rule = reason.expression.map { "<br><code>\(htmlText(oneLine($0)))</code>" } ?? ""
    return "\(reason.part.word): \(htmlText(oneLine(reason.text))): <strong>\(reason.result.word)</strong>\(rule)"
  }

  private func facts(_ finding: Finding) -> [String] {
    var seen: [String] = []
    for fact in finding.because.flatMap(\.facts) {
      let place = fact.location.map { " <span class=\"muted\">\(htmlText($0.file)):\($0.line)</span>" } ?? ""
      let text = "<code>\(htmlText(oneLine("\(fact.fact) = \(fact.value ?? "not stated")")))</code>\(place)"
      if !seen.contains(text) { seen.append(text) }
    }
    return seen
  }
}

private let cardTemplate = Template(
  #"""
  <details class="card {{class}}" id="{{anchor}}" data-m="{{m}}" data-t="{{t}}" data-s="{{s}}" data-v="{{v}}" data-o="{{o}}"{{#isOpen}} open{{/isOpen}}>
  <summary><h4><span class="mark">{{mark}}</span> {{title}}</h4> <span class="muted">{{subject}}, {{law}}{{#blocks}}, <strong>blocks entry</strong>{{/blocks}}{{#verify}}, verify{{/verify}}</span></summary>
  <p>{{sentence}} {{summary}}</p>
  <dl>
  {{rows}}</dl>
  </details>

  """#)
