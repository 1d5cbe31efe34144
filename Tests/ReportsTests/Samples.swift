import Foundation
import Testing

@testable import Reports

@Test(.enabled(if: ProcessInfo.processInfo.environment["SAMPLES"] != nil))
func `samples for a look in a browser`() throws {
  let folder = URL(fileURLWithPath: ProcessInfo.processInfo.environment["SAMPLES"] ?? "")
  for (name, report) in [("report", Fixture.report), ("empty", Fixture.empty), ("large", Fixture.large)] {
    try Data(html(report).utf8).write(to: folder.appendingPathComponent("\(name).html"))
  }
  for format in ChecklistFormat.allCases {
    for (name, report) in [("planned", Fixture.planned), ("large", Fixture.large), ("empty", Fixture.empty)] {
      try Data(format.render(report).utf8).write(
        to: folder.appendingPathComponent("\(name)-\(format.fileName)"))
    }
  }
}
