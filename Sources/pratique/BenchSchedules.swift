import Rules
import Engine
import Glibc

/// How long it takes to plan schedules drawn by lot, and how that grows.
func benchSchedules() {
  for count in [150, 300, 600] {
    let trial = ScheduleTrial(tasks: count, markets: 8)
    var start = clock()
    let (finish, bound) = trial.plan()
    let planning = clock() - start
    start = clock()
    let middle = trial.draw(10_000)
    let drawing = clock() - start
    Output.say(
      "\(count) tasks: \(planning / 1000) ms to plan and bound, \(drawing / 1000) ms for 10,000 draws; day \(finish), "
        + "none before \(bound), drawn in order half by \(middle)")
  }
}

/// How long a whole checklist takes for gaps drawn by lot, with alternatives, likelihood and what would shorten it.
func benchChecklists() {
  for scale in [1, 2, 4] {
    for objective in Preferences.Objective.allCases {
      var times: [Int] = []
      var words: [String] = []
      for seed in 1...3 {
        let trial = ChecklistTrial(
          gaps: 60 * scale, remedies: 150 * scale, markets: 8, seed: UInt64(seed))
        let start = clock()
        let result = trial.plan(objective)
        times.append((clock() - start) / 1000)
        let choice = result.choice
        words.append(
          "\(choice.measures.count) tasks, \(result.alternatives) alternatives, \(choice.nodes) nodes, "
            + (choice.isProven
              ? "proven"
              : "at most \(Int(((choice.value - choice.bound) / choice.value * 1000).rounded(.up))) ‰ off"))
      }
      Output.say(
        "\(60 * scale) gaps, \(150 * scale) remedies, least \(objective.rawValue): "
          + "\(times.map(String.init).joined(separator: ", ")) ms; \(words.joined(separator: "; "))")
    }
  }
}
