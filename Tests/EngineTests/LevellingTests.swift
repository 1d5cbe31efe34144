@testable import Engine
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// What holds of every levelled timetable, tried on random projects.
///
/// `PRATIQUE_SCHEDULES=10000 swift test -c release -Xswiftc -enable-testing --filter LevellingTests` tries all of them; a debug build
/// tries fewer, to stay fast.
struct LevellingTests {
  /// How many projects: those asked for, else a few.
  static let wanted = getenv("PRATIQUE_SCHEDULES").flatMap { Int(String(cString: $0)) }

  @Test func `large random projects keep every rule, also after some work`() {
    for seed in 0..<(Self.wanted ?? 60) {
      var dice = Dice(seed: UInt64(seed))
      var sample = LevellingSample(&dice, size: 20 + dice.roll(61), density: dice.pick([2, 5, 10]))
      let scheduled = Planning(sample.project)
      #expect(LevellingChecker(sample: sample, times: scheduled.times).broken() == [], "seed \(seed)")
      sample.work(&dice, on: sample.project.start + dice.roll(60))
      let now = Planning(sample.project, keeping: scheduled.times.sequence)
      #expect(LevellingChecker(sample: sample, times: now.times).broken() == [], "seed \(seed), after work")
    }
  }

  @Test func `bound, best of all orders and makespan are in order, and nothing is broken`() {
    var optimal = 0
    var excess = 0.0
    let count = 200
    for seed in 0..<count {
      var dice = Dice(seed: UInt64(1000 + seed))
      let size = Self.wanted == nil ? 3 + dice.roll(4) : 3 + dice.roll(6)
      let sample = LevellingSample(&dice, size: size, density: dice.pick([5, 15, 30]), isPlain: true)
      let planning = Planning(sample.project)
      var search = ExhaustiveSearch(sample)
      let best = search.run()
      #expect(planning.bound.finish <= best, "seed \(seed)")
      #expect(best <= planning.times.makespan, "seed \(seed)")
      #expect(LevellingChecker(sample: sample, times: planning.times).broken() == [], "seed \(seed)")
      if best == planning.times.makespan { optimal += 1 }
      excess += Double(planning.times.makespan - best) / Double(best - sample.project.start + 1)
    }
    // Measured: 0.02 % of the days above the best; a list that may overtake is not much better.
    #expect(excess / Double(count) < 0.01)
    #expect(optimal > count * 9 / 10)
  }

  @Test func `a task more done makes no task end later`() {
    for seed in 0..<(Self.wanted ?? 60) {
      var dice = Dice(seed: UInt64(2000 + seed))
      var sample = LevellingSample(&dice, size: 4 + dice.roll(12), density: dice.pick([5, 15, 30]))
      let sequence = Planning(sample.project).times.sequence
      let first = sample.project
      for _ in 0..<40 {
        sample.project = first
        let today = first.start + dice.roll(80)
        sample.work(&dice, on: today)
        let before = Planning(sample.project, keeping: sequence).times
        let open = sample.project.tasks.indices.filter { !sample.project.tasks[$0].isDone }
        guard !open.isEmpty else { continue }
        let place = dice.pick(open)
        sample.project.tasks[place].state = .done(since: nil, on: today - dice.roll(5))
        let after = Planning(sample.project, keeping: sequence).times
        #expect(after.makespan <= before.makespan, "seed \(seed)")
        #expect(zip(after.finish, before.finish).allSatisfy { $0 <= $1 }, "seed \(seed)")
      }
    }
  }

  @Test func `people more never make the finish later, nor any task in the same sequence`() {
    for seed in 0..<(Self.wanted ?? 40) {
      var dice = Dice(seed: UInt64(3000 + seed))
      let project = LevellingSample(&dice, size: 4 + dice.roll(8), density: dice.pick([5, 15, 30])).project
      let sequences = Sequences(project)
      #expect(sequences.all == Sequences(project).all)
      let sequence = dice.pick(sequences.all)
      for _ in 0..<15 {
        var few = project
        few.capacity = project.capacity.map { _ in 100 + dice.roll(3000) }
        var many = few
        many.capacity = few.capacity.map { people in
          guard let people, !dice.chance(10) else { return nil }
          return people + dice.roll(2) * dice.roll(2000)
        }
        #expect(
          Planning(many, sequences).times.makespan <= Planning(few, sequences).times.makespan, "seed \(seed)")
        let before = Planning(few, keeping: sequence).times
        let after = Planning(many, keeping: sequence).times
        #expect(zip(after.finish, before.finish).allSatisfy { $0 <= $1 }, "seed \(seed)")
      }
    }
  }

  @Test func `the set of sequences knows neither the people nor what is done`() {
    for seed in 0..<10 {
      var dice = Dice(seed: UInt64(4000 + seed))
      var sample = LevellingSample(&dice, size: 12, density: 15)
      let all = Sequences(sample.project).all
      sample.project.capacity = sample.project.capacity.map { _ in 100 + dice.roll(5000) }
      #expect(Sequences(sample.project).all == all)
      let start = sample.project.start
      sample.work(&dice, on: start + 20)
      #expect(Sequences(sample.project.asNew(from: start)).all == all)
    }
  }

  @Test func `shorter work makes nothing end later`() {
    for seed in 0..<(Self.wanted ?? 60) {
      var dice = Dice(seed: UInt64(5000 + seed))
      let project = LevellingSample(&dice, size: 4 + dice.roll(12), density: dice.pick([5, 15, 30])).project
      let planning = Planning(project)
      for _ in 0..<40 {
        var long = project.lengths(\.likely)
        long.own = long.own.map { $0 + dice.roll(10) }
        var short = long
        for place in short.own.indices where dice.chance(30) {
          short.own[place] = 1 + dice.roll(long.own[place])
        }
        for place in short.waits.indices where dice.chance(30) {
          short.waits[place] = dice.roll(long.waits[place] + 1)
        }
        let before = planning.levelling.place(planning.times.sequence, long)
        let after = planning.levelling.place(planning.times.sequence, short)
        #expect(zip(after.finish, before.finish).allSatisfy { $0 <= $1 }, "seed \(seed)")
      }
    }
  }

  @Test func `with hands no limit everything is as early as its prerequisites allow`() {
    for seed in 0..<60 {
      var dice = Dice(seed: UInt64(6000 + seed))
      var project = LevellingSample(&dice, size: 15, density: 10).project
      project.capacity = project.capacity.map { _ in nil }
      let planning = Planning(project)
      #expect(planning.times.start == planning.earliest.start)
      #expect(planning.bound.finish == planning.times.makespan)
    }
  }

  @Test func `whoever keeps to the latest days moves nothing beyond the end`() {
    for seed in 0..<60 {
      var dice = Dice(seed: UInt64(7000 + seed))
      let sample = LevellingSample(&dice, size: 15, density: 10)
      let planning = Planning(sample.project)
      let room = planning.levelling.room(of: planning.times, planning.lengths)
      for place in sample.project.tasks.indices {
        #expect(planning.times.start[place] <= room.start[place], "seed \(seed)")
        #expect(planning.times.finish[place] <= room.finish[place], "seed \(seed)")
        // Moved to its latest day, with the others pushed on, the whole ends no later.
        var moved = sample.project
        moved.tasks[place].release = room.start[place]
        // Only in the sequence of latest starts is there nobody who waits behind it in vain.
        let order = planning.times.sequence.sorted { (room.start[$0], $0) < (room.start[$1], $1) }
        guard moved.inOrder.count == order.count, Self.isInOrder(order, moved) else { continue }
        #expect(
          Planning(moved, keeping: order).times.makespan <= planning.times.makespan, "seed \(seed) \(place)")
      }
    }
  }

  private static func isInOrder(_ order: [Int], _ project: Project) -> Bool {
    var seen: Set<Int> = []
    return order.allSatisfy { place in
      defer { seen.insert(place) }
      return project.tasks[place].requires.allSatisfy(seen.contains)
    }
  }
}
