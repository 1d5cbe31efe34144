package import Diagnostics
package import Rules

/// What packs encode of a law, article by article, and why the rest is left out.
package struct LawCoverage: Sendable {
  /// A part of a pack that cites an article.
  struct Use: Sendable {
    let role: Citing.Role
    let pack: String
    let name: String
    /// Paragraphs and points in the order of the law; empty: the article as a whole.
    var parts: [String]
    var isWhole: Bool
  }
  /// A paragraph, or a point of an article without paragraphs, that no use cites.
  struct Rest: Sendable {
    let part: String
    let reason: String?
  }
  struct Account: Sendable {
    let article: String
    let heading: String?
    let uses: [Use]
    /// Why no use is there.
    let reason: String?
    /// How many paragraphs or points it has.
    let units: Int
    let rest: [Rest]

    var isEncoded: Bool { !uses.isEmpty }
    var isOpen: Bool { uses.isEmpty && reason == nil }
  }
  let outline: Outline
  let accounts: [Account]
  /// Articles that nobody speaks for, reasons for what is encoded, or is not there.
  package let findings: [Diagnostic]

  package var law: String { outline.law }

  package init(of outline: Outline, by packs: [Pack]) {
    self.outline = outline
    var findings: [Diagnostic] = []
    let uses = LawCoverage.uses(of: outline, in: packs)
    let reasons = LawCoverage.reasons(outline, uses, &findings)
    accounts = outline.order.map { article in
      LawCoverage.account(article, outline, uses[article, default: []], reasons)
    }
    for account in accounts where account.isOpen {
      findings.append(
        Diagnostic(
          .coverage, at: outline.articles[account.article]?.location ?? Location(file: outline.file, line: 1),
          "no provision encodes \(Outline.word(account.article)) of \(outline.law), and no reason is given",
          suggestion: "encode it, or say under `uncovered` why not", severity: .warning))
    }
    self.findings = findings.inFileOrder
  }

  /// By article, in the order of packs and of what stands in them.
  private static func uses(of outline: Outline, in packs: [Pack]) -> [String: [Use]] {
    var uses: [String: [Use]] = [:]
    for pack in packs {
      for citing in pack.citings
      where citing.citation.law == outline.law && outline.articles[citing.citation.article] != nil {
        let (article, part) = (citing.citation.article, citing.citation.paragraph)
        let found = uses[article, default: []].firstIndex {
          $0.role == citing.role && $0.pack == pack.id && $0.name == citing.name
        }
        let index = found ?? uses[article, default: []].count
        if found == nil {
          uses[article, default: []].append(
            Use(role: citing.role, pack: pack.id, name: citing.name, parts: [], isWhole: false))
        }
        if let part {
          if uses[article]?[index].parts.contains(part) == false { uses[article]?[index].parts.append(part) }
        } else {
          uses[article]?[index].isWhole = true
        }
      }
    }
    return uses
  }

  /// By place; what is wrong with them goes into `findings`.
  private static func reasons(
    _ outline: Outline, _ uses: [String: [Use]], _ findings: inout [Diagnostic]
  ) -> [Outline.Place: String] {
    var reasons: [Outline.Place: String] = [:]
    for reason in outline.reasons {
      do throws(Diagnostic) {
        for place in try outline.places(of: reason) {
          let used = uses[place.article, default: []].first { $0.cites(place.part) }
          if let used {
            let part = place.part.map(Use.bracketed) ?? ""
            findings.append(
              Diagnostic(
                .coverage, at: reason.location,
                "a reason for \(Outline.word(place.article))\(part) of \(outline.law), which `\(used.pack)/\(used.name)` cites",
                suggestion: place.part == nil
                  ? "name the paragraphs that are left out, or take it out" : "take the reason out",
                severity: .warning))
          }
          if reasons.updateValue(reason.text, forKey: place) != nil {
            findings.append(
              Diagnostic(
                .coverage, at: reason.location,
                "a second reason for \(Outline.word(place.article))\(place.part.map(Use.bracketed) ?? "")",
                suggestion: "keep one", severity: .warning))
          }
        }
      } catch {
        findings.append(error)
      }
    }
    return reasons
  }

  private static func account(
    _ article: String, _ outline: Outline, _ uses: [Use], _ reasons: [Outline.Place: String]
  ) -> Account {
    let known = outline.articles[article]
    let units = known?.units ?? []
    // Points of paragraphs that have a reason of their own come after the paragraphs.
    let deeper = outline.reasons.flatMap { (try? outline.places(of: $0)) ?? [] }.filter {
      $0.article == article && $0.part?.contains("(") == true
    }.compactMap(\.part)
    let rest = (units + deeper).compactMap { part -> Rest? in
      let reason = reasons[Outline.Place(article: article, part: part)]
      if uses.contains(where: { $0.cites(part) }) { return nil }
      // Who cites the article as a whole means all of it, but for what a reason leaves out.
      if reason == nil, uses.contains(where: \.isWhole) { return nil }
      return Rest(part: part, reason: reason)
    }
    return Account(
      article: article, heading: known?.heading, uses: uses.map { $0.ordered(by: units) },
      reason: reasons[Outline.Place(article: article)], units: units.count, rest: uses.isEmpty ? [] : rest)
  }
}

extension LawCoverage.Use {
  /// Does it cite this part or something in it; nil: anything of the article.
  func cites(_ part: String?) -> Bool {
    guard let part else { return true }
    return parts.contains { $0 == part || $0.hasPrefix("\(part)(") }
  }

  fileprivate func ordered(by units: [String]) -> Self {
    var use = self
    use.parts.sort { a, b in
      let (x, y) = (units.firstIndex(of: unit(a)), units.firstIndex(of: unit(b)))
      return (x ?? units.count, a.utf8.count, a) < (y ?? units.count, b.utf8.count, b)
    }
    return use
  }

  private func unit(_ part: String) -> String { String(part.prefix { $0 != "(" }) }

  /// "1(f)" is written "(1)(f)".
  static func bracketed(_ part: String) -> String {
    let unit = part.prefix { $0 != "(" }
    return "(\(unit))\(part.dropFirst(unit.count))"
  }
}
