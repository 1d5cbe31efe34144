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
