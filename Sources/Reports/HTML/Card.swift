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
      hasMark
        ? "\(finding.severity.sign) \(finding.severity.rawValue)"
        : "\(finding.verdict.sign) \(finding.verdict.word)")
    fields["title"] = .text(oneLine(finding.title))
    fields["subject"] = .text(oneLine(finding.subject.title))
    fields["law"] = .text(finding.citationText)
    fields["blocks"] = .flag(finding.blocksEntry && hasMark)
    fields["verify"] = .flag(finding.verify)
    // What is met or unknown is said by the mark and the rows.
    let isSaid = finding.verdict == .satisfied || finding.verdict == .undetermined
    fields["sentence"] = .text(isSaid ? nil : report.sentence(finding))
    fields["summary"] = .text(isShort(finding) ? nil : finding.summary)
    let rows = rows(finding)
    fields["rows"] = .markup(rows.filter { !$0.1.isEmpty }.map { name, items in row(name, items) }.joined())
    let none = isShort(finding) ? [] : rows.filter(\.1.isEmpty).map { $0.0.lowercased() }
    fields["none"] = .text(none.isEmpty ? nil : none.joined(separator: ", "))
    return cardTemplate(fields)
  }

  private func rows(_ finding: Finding) -> [(String, [String])] {
    var result = [
      ("Law", lawItems(finding)), ("Reason", grounds(finding).map { reason($0, withRule: isFirst(finding)) }),
      ("Facts", facts(finding)),
      ("Controls", finding.controls.map(control)),
      ("Exceptions considered", texts(finding.exceptions.map(\.text))),
    ]
    // Few packs have tables: not a word where there is none.
    let tableRows = finding.tableRows
    if !tableRows.isEmpty { result.insert(("Table rows", texts(tableRows)), at: 3) }
    let places = finding.residencies.map(\.text)
    if !places.isEmpty { result.insert(("Places", texts(places)), at: 3) }
    guard !isShort(finding) else {
      return result + [("About", texts(["markets: \(finding.marketsText); \(finding.id)"]))]
    }
    let about = [
      finding.modality.word, "must act: \(finding.actor ?? "not named")", "markets: \(finding.marketsText)",
      "confidence: \(finding.confidence.rawValue)", "plan: \(position(of: finding.location))",
      finding.id,
    ]
    return result + [
      ("Quotation", quotations(finding)),
      ("Would settle it", finding.unknownFacts.map { "<code>\(markupText(oneLine($0)))</code>" }),
      ("Would change the answer", texts(finding.flips)),
      ("Other readings", texts(finding.otherReadings.map(\.text))),
      ("Remedies", texts(finding.remedies.map(report.remedyText))),
      (
        "Owner and date",
        finding.verdict == .gap ? texts([report.due(finding).text]) : []
      ),
      ("Evidence to close it", texts(report.tasks(closing: finding).map(\.evidence))),
      ("Harm", texts(finding.harms.map(\.text))), ("Statutory maximum", texts(report.exposureTexts(finding))),
      ("About", texts([about.joined(separator: "; ")])),
    ]
  }

  /// Its state, with the way to the evidence that the plan names for it.
  private func control(_ state: ControlState) -> String {
    let words = markupText(oneLine("\(report.controlTitle(state.control)): \(state.assurance.word)"))
    guard !isChecklist, report.assessment.evidence.contains(where: { $0.control == state.control }) else {
      return words
    }
    return ##"<a href="#\##(evidenceAnchor(state.control))">\##(words)</a>"##
  }

  /// That a pack looks at this kind of subject is not worth a line where there is more to say.
  private func grounds(_ finding: Finding) -> [Reason] {
    let telling = finding.because.filter { $0.part != .scope || $0.result != .yes }
    return telling.isEmpty ? finding.because : telling
  }

  /// The line alone for the plan itself, whose name stands on the first sheet.
  func position(of location: Location) -> String {
    location.file == report.assessment.planFile
      ? "line \(location.line)" : "\(location.file):\(location.line)"
  }

  /// What is met, or only a permission, needs no cure: its reason is enough and keeps the page small.
  private func isShort(_ finding: Finding) -> Bool {
    [.satisfied, .allowed, .notAllowed].contains(finding.verdict)
  }

  private func isFirst(_ finding: Finding) -> Bool {
    firstOfProvision["\(finding.pack)/\(finding.provision)"]?.id == finding.id
  }

  /// The law's own words, printed once for each provision like its rule; its other findings lead there.
  private func quotations(_ finding: Finding) -> [String] {
    let first = firstOfProvision["\(finding.pack)/\(finding.provision)"]
    guard !finding.quotes.isEmpty, let first, first.id != finding.id, let anchor = anchors[first.id] else {
      return finding.quotes.map { quotation($0, of: finding) }
    }
    return [##"as for <a href="#\##(anchor)">\##(markupText(oneLine(first.subject.title)))</a>"##]
  }

  private func texts(_ all: [String]) -> [String] { all.map { markupText(oneLine($0)) } }

  private func row(_ name: String, _ items: [String]) -> String {
    // The end tag of an item may be left out.
    let content = items.count == 1 ? items[0] : "<ul>\(items.map { "<li>\($0)" }.joined())</ul>"
    return "<dt>\(name)</dt><dd>\(content)</dd>\n"
  }

  private func lawItems(_ finding: Finding) -> [String] {
    let places =
      finding.citations.map { linked($0.text, report.link($0)) } + [markupText(finding.appliesText)]
    return [places.joined(separator: ", ")]
      + (finding.verifyText.map { ["<strong>\(markupText(capitalized($0)))</strong>"] } ?? [])
  }

  private func linked(_ text: String, _ link: String?) -> String {
    let words = markupText(oneLine(text))
    return link.map { #"<a href="\#(markupText($0))">\#(words)</a>"# } ?? words
  }

  private func quotation(_ quote: Quote, of finding: Finding) -> String {
    let link = safeLink(quote.href) ?? quote.citation.flatMap(report.link)
    let isSaid = finding.citations.count == 1 && quote.citation == finding.citations.first
    let isTag = quote.language.map { tag in
      tag.unicodeScalars.allSatisfy { $0.isASCII && ($0 == "-" || $0.properties.isAlphabetic) }
    }
    let language = isTag == true ? quote.language.map { #" lang="\#($0)""# } ?? "" : ""
    let cite =
      isSaid ? "" : quote.citation.map { " <span class=\"muted\">\(linked($0.text, link))</span>" } ?? ""
    return "<q\(language)>\(markupText(oneLine(quote.text)))</q>\(cite)"
  }

  private func reason(_ reason: Reason, withRule: Bool) -> String {
    let rule = !withRule ? "" : reason.expression.map { "<br><code>\(markupText(oneLine($0)))</code>" } ?? ""
    return
      "\(reason.part.word): \(markupText(oneLine(reason.text))): <strong>\(reason.result.word)</strong>\(rule)"
  }

  private func facts(_ finding: Finding) -> [String] {
    var seen: [String] = []
    // Of an open question only what it hangs on; the rest would bury it.
    let reasons = grounds(finding).filter { finding.verdict != .undetermined || $0.result == .unknown }
    for fact in reasons.flatMap(\.facts) {
      let place = fact.location.map { " <span class=\"muted\">\(markupText(position(of: $0)))</span>" } ?? ""
      let text = "<code>\(markupText(oneLine("\(fact.fact) = \(fact.value ?? "not stated")")))</code>\(place)"
      if !seen.contains(text) { seen.append(text) }
    }
    return seen
  }
}

private let cardTemplate = Template(
  #"""
  <details class="card {{class}}" id="{{anchor}}" data-m="{{m}}" data-t="{{t}}" data-s="{{s}}"
  data-v="{{v}}"{{#o}} data-o="{{o}}"{{/o}}{{#isOpen}} open{{/isOpen}}>
  <summary><h4><span class="mark">{{mark}}</span> {{title}}</h4>
  <span class="muted">{{subject}}, {{law}}{{#blocks}}, <strong>blocks entry</strong>{{/blocks}}{{#verify}},
  verify{{/verify}}</span></summary>
  <p>{{#sentence}}{{.}} {{/sentence}}{{#summary}}{{.}}{{/summary}}</p>
  <dl>
  {{rows}}{{#none}}<dt>None</dt><dd>{{.}}</dd>
  {{/none}}</dl>
  </details>

  """#)
