@testable import Engine
import FEEL
@testable import Facts
@testable import Rules
import Testing

/// What the choice opens is chosen for too.
struct RemedyRounds {
  let world = RemedyWork()

  /// Moving opens `b`, and what closes `b` opens `c`.
  private func selection(
    _ findings: [Finding], _ preferences: Preferences = Preferences(), opening: [String: Finding],
    useless: Set<String> = [], calls: Counter = Counter()
  ) -> RemedySelection {
    RemedySelection(of: findings, day("2027-02-21")) { failed in
      world.work(findings, preferences, failed: failed)
    } judging: {
      var taken: Set<String> = []
      return { remedies in
        calls.count += 1
        taken.formUnion(remedies.map(\.remedy.title))
        // A finding that a remedy closes is gone.
        let gaps = findings + taken.sorted().compactMap { opening[$0] }
        return gaps.filter {
          $0.remedies.allSatisfy { !taken.contains($0.title) || useless.contains($0.title) }
        }
      }
    }
  }

  final class Counter { var count = 0 }

  private func way(_ title: String, _ controls: [String] = [], effort: Double = 1) -> Remedy {
    Remedy(title: title, controls: controls, change: "\(title) it", effort: effort)
  }

  @Test func `nothing opened, one judgement`() {
    let calls = Counter()
    let selection = selection([.sample("a", remedies: [way("Move")])], opening: [:], calls: calls)
    #expect(calls.count == 1 && selection.isSettled && selection.followUps.isEmpty)
    #expect(selection.proof.closed == ["a"] && selection.proof.opened.isEmpty)
  }

  @Test func `what closing opens is closed too, and what that opens`() {
    let calls = Counter()
    let selection = selection(
      [.sample("a", remedies: [way("Move", ["map"], effort: 2)])],
      opening: [
        "Move": .sample("b", remedies: [way("Lock", ["register"], effort: 3)]),
        "Lock": .sample("c", remedies: [way("Watch", ["harden"], effort: 4)]),
      ], calls: calls)
    #expect(selection.followUps.map(\.id) == ["b", "c"] && selection.isSettled && calls.count == 3)
    #expect(selection.work.taken.map(\.remedy.title) == ["Move", "Lock", "Watch"])
    #expect(selection.work.taken.map(\.finding.id) == ["a", "b", "c"])
    // Each control once: the register rests on the map that the first round takes.
    let controls = ["map", "register", "harden"].compactMap { world.catalogue[$0]?.effort.likely }
    #expect(selection.work.chosen.effort == 9 + controls.reduce(0, +))
    #expect(selection.work.jobs.count == 6 && selection.proof.closed == ["a", "b", "c"])
    // Of all that it takes, 2 days and the map at least.
    #expect(selection.work.chosen.bound == 2 + controls[0] && !selection.work.chosen.isProven)
  }

  @Test func `a task that both rounds need is counted once`() {
    let selection = selection(
      [.sample("a", remedies: [way("Move", ["map"])])],
      opening: ["Move": .sample("b", remedies: [Remedy(title: "Map", controls: ["map"])])])
    #expect(selection.followUps.map(\.id) == ["b"] && selection.work.chosen.isProven)
    #expect(selection.work.jobs["map"]?.closes == ["a", "b"])
  }

  @Test func `gaps below the severity are not chosen for, nor what has no remedy`() {
    let low = selection(
      [.sample("a", remedies: [way("Move")])], Preferences(severity: .medium),
      opening: ["Move": .sample("b", severity: .low, remedies: [way("Lock")])])
    #expect(low.followUps.isEmpty && low.isSettled && low.proof.opened == ["b"])
    let none = selection(
      [.sample("a", remedies: [way("Move")])], opening: ["Move": .sample("b", remedies: [])])
    #expect(none.followUps.map(\.id) == ["b"] && none.work.withoutRemedy == ["b"] && none.isSettled)
    #expect(none.proof.stillOpen == ["b"])
  }

  @Test func `a remedy that does not close its gap gives way to another one`() {
    let edits = [Remedy.Edit(.set, "activity.moved", .boolean(true))]
    func proven(_ title: String, effort: Double) -> Remedy {
      Remedy(title: title, controls: [], change: title, effort: effort, edits: edits)
    }
    let finding = Finding.sample("a", remedies: [proven("Cheap", effort: 1), proven("Dear", effort: 5)])
    let calls = Counter()
    let other = selection([finding], opening: [:], useless: ["Cheap"], calls: calls)
    #expect(other.work.taken.map(\.remedy.title) == ["Dear"] && other.proof.closed == ["a"])
    #expect(calls.count == 2 && other.work.alternatives.isEmpty && other.failed == ["Cheap"])
    // Where none does, the first choice stands, and the proof says so.
    let none = selection([finding], opening: [:], useless: ["Cheap", "Dear"])
    #expect(none.work.taken.map(\.remedy.title) == ["Cheap"] && none.proof.stillOpen == ["a"])
    // What is stated in words cannot be judged.
    let words = selection(
      [.sample("a", remedies: [way("Say")])], opening: [:], useless: ["Say"], calls: calls)
    #expect(words.proof.inWords == ["a"] && calls.count == 3)
  }

  @Test func `a chain without end is cut, and says so`() {
    var opening: [String: Finding] = [:]
    for number in 0..<20 {
      opening["r\(number)"] = .sample("g\(number + 1)", remedies: [way("r\(number + 1)")])
    }
    let calls = Counter()
    let selection = selection([.sample("g0", remedies: [way("r0")])], opening: opening, calls: calls)
    #expect(!selection.isSettled && calls.count == 6)
    #expect(selection.followUps.map(\.id) == ["g1", "g2", "g3", "g4", "g5"])
    #expect(selection.proof.opened == ["g6"])
    let list = Checklist(
      closing: [.sample("g0", remedies: [way("r0")])], catalogue: world.catalogue, status: { _ in .missing },
      markets: [], home: nil, start: day("2026-11-23"), horizon: day("2027-02-21"), calendar: WorkCalendar(),
      selection: selection)
    let choice = list.choice.map(selection.detailed)
    #expect(list.tasks.count == 6 && choice?.isSettled == false && choice?.gaps == 6)
    #expect(choice?.followUps == ["g1", "g2", "g3", "g4", "g5"])
  }
}
