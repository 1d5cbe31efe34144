import Diagnostics
@testable import Engine
import FEEL
@testable import Facts
import Plans
import Testing

/// Schedules planned anew after work, and what a file of progress may say.
struct ProgressTests {
  typealias Plan = StaffedScheduleTests

  func checklist(_ today: String, _ items: [Checklist.ProgressReport.Item], people: Int? = 1000) -> Checklist
  {
    Plan.checklist(
      Plan.controls, Plan.findings, today: today,
      terms: Plan.terms(
        people.map { ["DPO": $0] } ?? [:], progress: .init(start: day("2026-11-23"), tasks: items)))
  }

  @Test func `what is done is finished, what is not waits for nobody but today`() throws {
    let list = checklist("2026-12-07", [.init(id: "b", done: day("2026-12-03"))])
    let tasks = Dictionary(uniqueKeysWithValues: list.tasks.map { ($0.id, $0) })
    let done = try #require(tasks["b"])
    #expect(
      done.progress == .done(on: day("2026-12-03")) && done.finish == day("2026-12-03") && !done.isCritical)
    #expect(done.baseline == .init(start: day("2026-11-23"), finish: day("2026-12-04")))
    #expect(tasks["a"]?.start == day("2026-12-07") && tasks["c"]?.start == day("2026-12-07"))
    #expect(list.start == day("2026-11-23") && list.deadline == day("2027-02-21"))
    #expect(list.tasks.allSatisfy { $0.pushes.isEmpty })
  }

  @Test func `what is late pushes its followers and those who wait for its hands`() throws {
    // A week after it should have ended, b needs five days more.
    let list = checklist(
      "2026-12-14", [.init(id: "b", started: day("2026-11-25"), remaining: 5)])
    let tasks = Dictionary(uniqueKeysWithValues: list.tasks.map { ($0.id, $0) })
    let late = try #require(tasks["b"])
    #expect(late.progress == .underWay(since: day("2026-11-25"), remaining: 5))
    #expect(late.finish == day("2026-12-18") && late.pushes == ["a", "c"])
    #expect(tasks["a"]?.start == day("2026-12-21") && tasks["a"]?.finish == day("2027-01-01"))
    #expect(tasks["a"]?.pushes == [] && list.finish == day("2027-01-01"))
    // With hands no limit only its follower waits.
    let free = checklist(
      "2026-12-14", [.init(id: "b", started: day("2026-11-25"), remaining: 5)], people: nil)
    #expect(free.tasks.first { $0.id == "b" }?.pushes == ["c"])
  }

  @Test func `all done is done`() {
    let list = checklist(
      "2026-12-20", ["a", "b", "c"].map { .init(id: $0, done: day("2026-12-18")) })
    #expect(list.finish == day("2026-12-18") && list.criticalPath.isEmpty && list.lowerBound() == nil)
    #expect(list.likelihood()?.inTime == 10_000 && list.levers().isEmpty)
  }

  func read(_ text: String) throws -> Checklist.ProgressReport {
    let node = try Node(
      reading: Array(text.utf8), named: text.hasPrefix("{") ? "done.json" : "done.yaml")
    return try Checklist.ProgressReport(node, today: day("2026-12-14"), known: ["data-map", "notice"]) {
      $0 == "policy"
    }
  }

  @Test func `a file of progress is read`() throws {
    let report = try read(
      """
      start: 2026-11-21
      tasks:
        - { id: data-map, done: 2026-12-10 }
        - { id: notice, started: 2026-12-01, remaining: 10 }
        - { id: policy, done: 2026-12-01 }
      """)
    #expect(
      report
        == .init(
          start: day("2026-11-21"),
          tasks: [
            .init(id: "data-map", done: day("2026-12-10")),
            .init(id: "notice", started: day("2026-12-01"), remaining: 10),
          ]))
    #expect(try read(#"{"start": "2026-11-21", "tasks": []}"#).tasks.isEmpty)
  }

  @Test func `every mistake of it is told with its line`() {
    let mistakes = #expect(throws: Mistakes.self) {
      try read(
        """
        begin: 2026-11-21
        tasks:
          - { id: data-mop, done: 2026-12-10 }
          - { id: notice, done: 2026-12-15 }
          - { id: notice, started: yesterday }
          - { id: data-map, remaining: -1 }
          - { id: data-map, done: 2026-12-02, started: 2026-12-03, remaining: 2 }
          - { done: 2026-12-02 }
          - notice
          - { id: policy }
        """)
    }
    let told = mistakes?.all.map { "\($0.location.line): \($0.message)" } ?? []
    for (line, part) in [
      (1, "`begin` is not known"), (1, "`start` is missing"), (3, "no task `data-mop`"),
      (4, "after 2026-12-14"), (5, "YYYY-MM-DD"), (5, "reported twice"), (6, "whole number"),
      (7, "nothing remaining"), (7, "before it was started"), (7, "reported twice"), (8, "has an `id`"),
      (9, "a task is a map"), (10, "says nothing"),
    ] {
      #expect(told.contains { $0.hasPrefix("\(line): ") && $0.contains(part) }, "\(line) \(part)")
    }
    #expect(told.count == 13)
    #expect(mistakes?.all.first { $0.location.line == 3 }?.suggestion == "did you mean `data-map`?")
    for text in ["[]", "tasks: {}", "start: 2026-11-21\ntasks: 3", "start: [1]"] {
      #expect(throws: Mistakes.self) { try read(text) }
    }
  }
}
