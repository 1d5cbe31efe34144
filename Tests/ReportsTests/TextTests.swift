import Foundation
import Testing

@testable import Engine
@testable import Reports

@Suite struct TextTests {
  static let reports = [Fixture.report, Fixture.empty, Fixture.large, Fixture.tailored, Fixture.planned]

  @Test(arguments: [nil, 60, 80, 120, 200] as [Int?])
  func `the default fits on one screen`(_ width: Int?) {
    for report in Self.reports {
      let lines = text(report, style: TextStyle(width: width)).split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count < 40)
      if let width { #expect(lines.allSatisfy { $0.count <= width }) }
    }
  }

  @Test func `a pipe gets neither escapes nor other controls`() {
    for style in [TextStyle(), TextStyle(verbose: true)] {
      let controls = text(Fixture.report, style: style).unicodeScalars.filter {
        $0.value < 0x20 && $0 != "\n"
      }
      #expect(controls.isEmpty)
    }
  }

  @Test func `colour adds nothing but escapes`() {
    let colored = text(Fixture.report, style: TextStyle(color: true))
    #expect(colored.contains("\u{1B}[31m"))
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == text(Fixture.report))
  }

  @Test func `the verdict comes first and the disclaimer once`() {
    for report in Self.reports {
      let made = text(report)
      #expect(made.hasPrefix("\(report.decision.sign) \(report.decision.title)"))
      #expect(made.components(separatedBy: Report.disclaimer).count == 2)
    }
  }

  @Test func `a verbose report names every finding`() {
    let made = text(Fixture.report, style: TextStyle(verbose: true))
    for finding in Fixture.findings { #expect(made.contains(finding.id)) }
  }

  @Test func `an explanation of an unknown id is refused`() {
    #expect(explain(Fixture.report, finding: "eu.gdpr/art-0@organization") == nil)
  }

  @Test(arguments: Fixture.findings.map(\.id))
  func `every finding can be explained`(_ id: String) throws {
    let made = try #require(explain(Fixture.report, finding: id))
    for heading in [
      "Law", "Quotation", "Reason", "Exceptions", "Controls", "What would change", "Other readings",
      "Remedies",
    ] {
      #expect(made.contains("\n\(heading)"))
    }
  }
}
