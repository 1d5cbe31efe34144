import Foundation
import Testing

@testable import Engine
@testable import Reports

@Suite struct CalendarTests {
  @Test func `no line is longer than 75 octets and none is torn`() {
    let long = "SUMMARY:" + String(repeating: "größe 漢字 ", count: 30)
    let lines = folded(long).components(separatedBy: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" ") })
    #expect(
      lines.enumerated().map { $0.offset == 0 ? $0.element : String($0.element.dropFirst()) }.joined() == long
    )
  }

  @Test func `every line ends with CR LF and every event is closed`() {
    for report in TextTests.reports {
      let made = checklistICalendar(report)
      #expect(made.utf8.count { $0 == 10 } == made.utf8.count { $0 == 13 })
      let lines = made.components(separatedBy: "\r\n")
      #expect(lines.allSatisfy { $0.utf8.count <= 75 })
      #expect(lines.count { $0 == "BEGIN:VEVENT" } == lines.count { $0 == "END:VEVENT" })
    }
  }

  @Test func `an event keeps its name over runs and shares it with none`() {
    var later = Fixture.report
    later.assessment.asOf = Fixture.date("2026-11-09")
    later.checklist.tasks.reverse()
    func names(_ report: Report) -> [String] {
      checklistICalendar(report).replacing("\r\n ", with: "").components(separatedBy: "\r\n").filter {
        $0.hasPrefix("UID:")
      }
    }
    #expect(Set(names(later)) == Set(names(Fixture.report)))
    #expect(Set(names(later)).count == names(later).count)
  }
}
