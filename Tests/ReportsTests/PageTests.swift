import Foundation
import Testing

@testable import Engine
@testable import Reports
@testable import Rules

@Suite struct PageTests {
  static let pages =
    TextTests.reports.map(html) + TextTests.reports.map(checklistHTML)
    + [portfolioHTML(Fixture.portfolio, digest: sha256)]

  @Test func `links within the page lead somewhere and no two places share a name`() {
    for page in Self.pages {
      let names = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
      #expect(Set(names).count == names.count)
      let targets = Set(page.matches(of: /href="#([^"]*)"/).map { String($0.1) })
      #expect(targets.subtracting(names) == [])
      let labels = Set(page.matches(of: /aria-labelledby="([^"]*)"/).map { String($0.1) })
      #expect(labels.subtracting(names) == [])
    }
  }

  @Test func `a finding has a stable address`() {
    #expect(Self.pages[0].contains(#"id="f-eu.gdpr-art-27-organization""#))
  }

  @Test func `nothing is loaded from anywhere`() {
    for page in Self.pages {
      #expect(page.firstMatch(of: /<(?:link|img|iframe|object|embed|base|video|audio|source)\b/) == nil)
      #expect(page.firstMatch(of: /\ssrc=|url\((?!#)|@import|xlink|srcset/) == nil)
      #expect(page.firstMatch(of: /\sstyle="|\son[a-z]+="/) == nil)
      let outside = page.replacing(/<a href="https?:[^"]*"/, with: "").replacing(/>https?:[^<]*</, with: "")
      #expect(!outside.contains("http:") && !outside.contains("https:"))
    }
  }

  @Test func `the policy names exactly the style and the script of the page`() throws {
    let page = Self.pages[0]
    let style = try #require(page.firstMatch(of: /<style>([\s\S]*?)<\/style>/)).1
    let script = try #require(page.firstMatch(of: /<script>([\s\S]*?)<\/script>/)).1
    for text in [style, script] {
      let hash = Data(sha256(Array(text.utf8))).base64EncodedString()
      #expect(page.contains("&#39;sha256-\(hash)&#39;"))
    }
    #expect(page.contains("default-src &#39;none&#39;"))
    #expect(page.components(separatedBy: "<script").count == 2)
  }

  @Test func `text of the plan cannot become markup`() {
    var report = Fixture.report
    let attack = "\"\u{301} onfocus=alert(1) x=\"><svg onload=alert(2)>"
    report.assessment.organization = attack
    report.assessment.findings[0] = report.assessment.findings[0].with(
      subject: Subject(kind: attack, id: attack, title: attack)
    ) { provision, _ in
      provision.topic = attack
      provision.quotes = [Quote(text: attack, citation: nil, href: attack, language: attack)]
    }
    report.assessment.findings[0].markets = [attack]
    report.checklist.tasks[0].title = attack
    report.checklist.tasks[0].id = attack
    report.assessment.packs[0].sources[0].href = "javascript:alert(3)"
    let page = html(report)
    #expect(!page.contains("<svg onload") && !page.contains("\"\u{301}") && !page.contains("javascript:"))
    #expect(page.contains("&quot;\u{301} onfocus"))
  }

  @Test func `headings step down one at a time from a single first one`() {
    for page in Self.pages {
      let levels = page.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
      #expect(levels.first == 1)
      #expect(levels.count { $0 == 1 } == 1)
      for (above, below) in zip(levels, levels.dropFirst()) { #expect(below <= above + 1) }
    }
  }

  @Test func `every table has a caption, every head a scope, every drawing a name`() {
    for page in Self.pages {
      #expect(page.matches(of: /<table[^>]*>\n<caption>/).count == page.matches(of: /<table/).count)
      #expect(page.matches(of: /<th(?:>| (?!scope))/).isEmpty)
      #expect(
        page.matches(of: /<svg/).count
          == page.matches(of: /<svg[^>]*(?:aria-hidden="true"|role="img" aria-labelledby)/).count)
    }
  }

  @Test func `the verdict stands at the top`() throws {
    for page in Self.pages {
      let body = try #require(page.range(of: "<body>"))
      let verdict = try #require(page.range(of: #"<span class="verdict">"#))
      let before = page[body.upperBound..<verdict.lowerBound].replacing(/<[^>]*>/, with: "")
      #expect(before.count < 300)
    }
  }

  @Test func `no template tag is left`() {
    for page in Self.pages {
      #expect(!page.contains("{{") && !page.contains("}}\n"))
      // An absent text that was shown without a section around it.
      #expect(page.firstMatch(of: />false|="#?false"/) == nil)
    }
  }

  @Test func `three hundred findings stay under 400 KB`() {
    var report = Fixture.large
    report.assessment.findings = Array(report.assessment.findings.prefix(300))
    #expect(html(report).utf8.count < 400_000)
  }

  @Test func `red is for open blockers alone`() {
    var report = Fixture.report
    report.assessment.findings = report.assessment.findings.map { $0.with(blocksEntry: false) }
    let page = html(report)
    let body = page[(page.range(of: "<main>")?.lowerBound ?? page.startIndex)...]
    // The legend alone explains the colour.
    #expect(body.components(separatedBy: "blocker\"").count == 2)
    #expect(!body.contains("noGo"))
  }
}
