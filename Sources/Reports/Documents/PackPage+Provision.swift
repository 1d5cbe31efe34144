import Diagnostics
import Engine
import FEEL
import Facts
import Rules

extension PackPage {
  /// One provision: what it says, the law it says it by, and when it applies.
  func provision(_ index: Int) -> Markup {
    let compiled = compiled.provisions[index]
    let provision = compiled.provision
    return """
      <article class="provision" id="\(anchors[index])">
      <h3>\(provision.title)</h3>
      <p class="muted">\(capitalized(provision.modality.word)) <code>\(provision.id)</code></p>
      <p>\(provision.summary)</p>
      \(provision.quotes.map(quotation).joined())\(described(rows(compiled, index)))\(feel(provision.sources))
      <p class="muted"><code>\(provision.location.file):\(String(provision.location.line))</code></p>
      </article>

      """
  }

  private func rows(_ compiled: CompiledProvision, _ index: Int) -> [(Markup, Markup)] {
    let provision = compiled.provision
    let body = provision.requirement.map { requirement($0, per: provision.per) } ?? ""
    let bodyName: Markup =
      switch provision.modality {
      case .obligation: "Required"
      case .prohibition: "Forbidden"
      case .permission: "Allowed if"
      }
    return [
      ("Law", law(compiled)), ("In force", "\(words(provision.period))"),
      ("Must act", "\(provision.actor.map(spaced) ?? "not named")"),
      ("Judged for", "each \(spaced(provision.per))\(scopeNote(provision.per))"),
      ("Applies if", provision.applies.map { html(words($0, per: provision.per)) } ?? "always"),
      ("Except if", exceptions(provision)), (bodyName, body),
      ("Released by", provision.releases.map { permission($0) }.joined(", ")),
      ("Other readings", readings(provision)), ("Sanctions", sanctionLinks(provision)),
      ("Harm", provision.harms.map { "\($0.text)" }.joined("; ")), ("Remedies", remedies(provision)),
      ("Clocks", clocks(provision)),
      ("Cases", examples(of: provision)), ("History", history(provision, index)),
      ("Referred to by", usedBy(.provision(provision.id))),
    ]
  }

  private func law(_ compiled: CompiledProvision) -> Markup {
    let verify: Markup =
      compiled.rule.verify
      ? "<br><strong class=\"verify\">Verify: the text was not read, or the law is uncertain.</strong>" : ""
    let texts = documentation.pins[pack.file]?.read(compiled.provision.citations) ?? []
    let read = texts.map { text -> Markup in
      "<br><span class=\"muted\">\(text.place) was read against text <code>sha256:\(text.sha256)</code></span>"
    }
    return cited(compiled.provision.citations) + read.joined() + verify
  }

  private func scopeNote(_ kind: String) -> Markup {
    pack.scopes.contains { $0.per == kind } ? " within the <a href=\"#scope-\(anchor(kind))\">scope</a>" : ""
  }

  private func quotation(_ quote: Quote) -> Markup {
    let isTag = quote.language.map { tag in
      tag.unicodeScalars.allSatisfy { $0.isASCII && ($0 == "-" || $0.properties.isAlphabetic) }
    }
    let language: Markup = isTag == true ? quote.language.map { " lang=\"\($0)\"" } ?? "" : ""
    let address = safeLink(quote.href) ?? quote.citation?.href
    let place = quote.citation.map { linked($0.text, address) } ?? linked("text", address)
    return "<blockquote\(language)>\(quote.text) <cite>\(place)</cite></blockquote>\n"
  }

  private func exceptions(_ provision: Provision) -> Markup {
    provision.exceptions.map { exception -> Markup in
      titled(exception.title, exception.citations) + html(words(exception.expression, per: provision.per))
    }.joinedOrListed
  }

  /// A bold title with its citations, before the words of a condition.
  private func titled(_ title: String?, _ citations: [Citation]) -> Markup {
    let law = cited(citations)
    if title == nil, law.isEmpty { return "" }
    let place: Markup = law.isEmpty ? "" : " <span class=\"muted\">(\(law))</span>"
    return "<span class=\"title\">\(title ?? "")</span>\(place): "
  }

  func requirement(_ requirement: Requirement, per kind: String) -> Markup {
    switch requirement {
    case .all(let parts), .any(let parts):
      if parts.count == 1 { return self.requirement(parts[0], per: kind) }
      let word: Markup = if case .all = requirement { "all of" } else { "any of" }
      return "<i>\(word)</i>\(parts.map { self.requirement($0, per: kind) }.listed)"
    case .condition(let source, let title, let citations):
      return titled(title, citations) + html(words(source, per: kind))
    case .control(let id):
      return "the control <a href=\"#c-\(anchor(id))\">\(glossary.catalogue[id]?.title ?? id)</a> is in place"
    case .permission(let id): return "the permission \(permission(id))"
    }
  }

  private func permission(_ id: String) -> Markup {
    let title = pack.provisions.first { $0.id == id }?.title ?? id
    return html([.link(title, .provision(id))])
  }

  private func readings(_ provision: Provision) -> Markup {
    provision.readings.map { reading -> Markup in
      let law = cited(reading.citations)
      let period: Markup = reading.period.map { ", \(words($0))" } ?? ""
      let applies: Markup =
        reading.applies.map { "<br><i>applies if</i> \(html(words($0, per: provision.per)))" } ?? ""
      let body: Markup =
        reading.requirement.map {
          "<br><i>\(provision.modality == .prohibition ? "forbidden" : "required")</i> "
            + requirement($0, per: provision.per)
        } ?? ""
      return
        "<span class=\"title\">\(reading.title)</span> <span class=\"muted\">\(law)\(period)</span>\(applies)\(body)"
    }.joinedOrListed
  }

  private func remedies(_ provision: Provision) -> Markup {
    provision.remedies.map { remedy -> Markup in
      let controls = remedy.controls.map { glossary.catalogue[$0]?.title ?? $0 }
      let parts =
        (remedy.change.map { [$0] } ?? [])
        + (controls.isEmpty ? [] : ["Controls: \(controls.joined(separator: ", "))."])
        + estimates(remedy) + (remedy.surrenders ? ["Gives up business."] : [])
      let when: Markup =
        remedy.when.map { "<br><i>offered if</i> \(html(words($0, per: provision.per)))" } ?? ""
      let edits: Markup = remedy.edits.map { "<br><code>\($0.text)</code>" as Markup }.joined("")
      return "<span class=\"title\">\(remedy.title)</span>. \(parts.joined(separator: " "))\(when)\(edits)"
    }.joinedOrListed
  }

  /// `About 20 days, 5 person days, EUR 2,000.`
  private func estimates(_ remedy: Remedy) -> [String] {
    let parts = [
      remedy.days.map { count($0, "day") }, remedy.effort.map { "\(decimal($0)) person days" },
      remedy.cost.map { "EUR \(grouped($0))" },
    ].compactMap(\.self)
    return parts.isEmpty ? [] : ["About \(parts.joined(separator: ", "))."]
  }

  private func clocks(_ provision: Provision) -> Markup {
    provision.clocks.map { clock -> Markup in
      let to = clock.to.map { ", to \($0)" } ?? ""
      return
        "\(clock.event): within \(clock.withinText)\(to) <span class=\"muted\">(\(cited(clock.citations)))</span>"
    }.joinedOrListed
  }

  private func history(_ provision: Provision, _ index: Int) -> Markup {
    var lines: [Markup] = [
      "reviewed \(provision.reviewed), confidence \(provision.confidence.rawValue)"
    ]
    for (other, each) in pack.provisions.enumerated() where each.id == provision.id && other != index {
      lines.append("another version: <a href=\"#\(anchors[other])\">\(words(each.period))</a>")
    }
    lines += provision.amended.map { "\($0.words)" }
    if !provision.replaces.isEmpty { lines.append("replaces \(provision.replaces.joined(separator: ", "))") }
    return lines.joined("; ")
  }
}

extension [Markup] {
  var joinedOrListed: Markup { isEmpty ? "" : listed }
}
