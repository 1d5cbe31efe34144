import Foundation
import Testing

@testable import Engine
@testable import Reports

@Suite struct ChecklistTests {
  @Test(arguments: ChecklistFormat.allCases)
  func `every form names every task once or more and is the same twice`(_ format: ChecklistFormat) {
    let made = format.render(Fixture.planned)
    #expect(made == format.render(Fixture.planned))
    // A calendar folds its lines within words.
    let text = made.replacing("\r\n ", with: "")
    for title in ["Data map", "Host in the Union", "Appointment"] { #expect(text.contains(title)) }
    // What can steer a terminal is not let through.
    #expect(!made.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7F}" })
  }

  @Test(arguments: ChecklistFormat.allCases)
  func `no task is no reason to fail`(_ format: ChecklistFormat) {
    #expect(!format.render(Fixture.empty).isEmpty)
  }

  @Test func `file names differ`() {
    #expect(Set(ChecklistFormat.allCases.map(\.fileName)).count == ChecklistFormat.allCases.count)
  }

  @Test func `an item that serves several markets stands once`() {
    for report in [Fixture.planned, Fixture.large] {
      let listed = report.groups.flatMap(\.tasks).map(\.id)
      #expect(listed.count == report.checklist.tasks.count)
      #expect(Set(listed) == Set(report.checklist.tasks.map(\.id)))
    }
    #expect(Fixture.planned.groups.map(\.title) == ["Several markets", "Germany", "France", "Every market"])
  }

  @Test func `a market that the plan does not enter makes no group of its own`() {
    var report = Fixture.planned
    report.checklist.tasks[1].markets = ["DE", "XX"]
    #expect(report.groups.first { $0.title == "Germany" }?.tasks.map(\.id) == ["eu-region"])
  }

  /// 16 November 2026 is a Monday; between it and Thursday, 11 February 2027 lie 12 whole weeks and four days.
  @Test func `a duration of Project counts Monday to Friday`() throws {
    let task = try #require(Fixture.planned.checklist.tasks.first { $0.id == "dpia" })
    #expect(task.weekdays == 12 * 5 + 4)
    #expect(Fixture.planned.checklist.tasks.first { $0.id == "appointment" }?.weekdays == 1)
  }

  @Test func `what is done is not late`() {
    var report = Fixture.planned
    #expect(report.overdueTasks.map(\.id) == ["dpia"])
    #expect(report.overdueTasks.first?.daysLate == 10)
    for index in report.checklist.tasks.indices where report.checklist.tasks[index].id == "dpia" {
      report.checklist.tasks[index].progress = .done(on: Fixture.date("2027-02-11"))
    }
    #expect(report.overdueTasks.isEmpty)
    #expect(
      !checklistICalendar(report).contains(
        "TRIGGER;RELATED=END:-P3D\r\nEND:VALARM\r\nEND:VTODO\r\nBEGIN:VEVENT\r\nUID:wait"))
  }

  @Test func `a choice that is not proven says how far it can be from the best`() {
    var choice = Fixture.planned.checklist.choice
    choice?.isProven = false
    choice?.bound = 70
    // (80.5 - 70) / 80.5 = 13.04 %, rounded up.
    #expect(choice?.provenText.hasSuffix("less than 70 person days, a difference of at most 14 %.") == true)
  }

  @Test func `a percentage never rounds up to all`() {
    #expect(percent(9_999, of: 10_000) == 99)
    #expect(percent(0, of: 0) == 0)
    #expect(grouped(1_234_567) == "1,234,567" && grouped(-999) == "-999" && grouped(1_000) == "1,000")
    #expect(grouped(Double.infinity) == "beyond all bounds")
  }

  @Test(arguments: try Case.all(in: "mermaid.txt"))
  func `text of a diagram`(_ each: Case) { #expect(mermaid(each.input) == each.expected) }

  @Test func `a task of a diagram never begins with a keyword`() {
    var report = Fixture.planned
    for (index, word) in ["gantt", "section x", "click", "title", "2026-01-01"].enumerated() {
      report.checklist.tasks[index].title = word
    }
    let lines = checklistMermaid(report).split(separator: "\n").filter {
      $0.contains(":t") || $0.contains(", t")
    }
    #expect(lines.count == 5)
    #expect(lines.allSatisfy { $0.hasPrefix("  ☐ ") || $0.hasPrefix("  ☑ ") })
  }

  @Test func `a to-do is due after it starts`() throws {
    let made = checklistICalendar(Fixture.planned)
    for part in made.components(separatedBy: "BEGIN:VTODO").dropFirst() {
      let due = try #require(part.firstMatch(of: /DUE;VALUE=DATE:(\d{8})/)).1
      if let start = part.firstMatch(of: /DTSTART;VALUE=DATE:(\d{8})/) { #expect(start.1 < due) }
    }
    #expect(made.components(separatedBy: "BEGIN:VTODO").count == 6)
  }
}
