import Diagnostics
import FEEL
import Glibc
import Plans

/// The neutral workload for this engine: `neutral FOLDER` answers the questions of its driver, one line each.
/// `neutral FOLDER loop N load|text` goes N times over all plans, to be run under a profiler.
@main
struct Neutral {
  let workload: Workload
  let folder: String
  let loadSeconds: Double
  let memoryBefore: Int
  private var loaded: [FactTable] = []

  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 2 else { return print("{\"error\":\"usage: neutral FOLDER\"}") }
    do throws(Workload.Unusable) {
      var session = try Neutral(arguments[1])
      if arguments.count == 5, arguments[2] == "loop", let rounds = Int(arguments[3]) {
        session.loop(rounds, isText: arguments[4] == "text")
      } else {
        session.answerAll()
      }
    } catch {
      print("{\"error\":\"\(error.reason)\"}")
    }
  }

  init(_ folder: String) throws(Workload.Unusable) {
    self.folder = folder
    memoryBefore = Memory.kilobytes("VmRSS")
    let start = Clock.wall
    workload = try Workload(folder)
    loadSeconds = Double(Clock.wall - start) / 1e9
  }

  private func loop(_ rounds: Int, isText: Bool) {
    for _ in 0..<rounds {
      for plan in workload.plans { _ = isText ? workload.judge(plan) : workload.load(plan) }
    }
    let (nodes, fallbacks, conditions) = workload.program.statistics
    print("{\"nodes\":\(nodes),\"fallbacks\":\(fallbacks),\"conditionsWithFallback\":\(conditions)}")
  }

  private mutating func answerAll() {
    while let line = readLine() {
      let words = line.split(separator: " ")
      switch words.first {
      case "quit": return
      case "check": print(check())
      case "mem":
        print(
          "{\"rss_kb\":\(Memory.kilobytes("VmRSS")),\"rss_before_kb\":\(memoryBefore),\"peak_kb\":\(Memory.kilobytes("VmHWM"))}"
        )
      case "bench" where words.count == 3: print(bench(String(words[1]), Double(words[2]) ?? 0.1))
      default: print("{\"error\":\"unknown question\"}")
      }
      // Every answer goes out at once.
      fflush(nil)
    }
  }

  /// How many plans have an outcome that is not the expected one.
  private func check() -> String {
    guard let bytes = File.read("\(folder)/expected.json"),
      let expected = try? Node(reading: bytes, named: "expected.json", format: .json).items
    else { return "{\"error\":\"no expected.json\"}" }
    var bad = 0
    for (plan, row) in zip(workload.plans, expected) {
      let codes = (row.items ?? []).compactMap { $0.text.flatMap { UInt8($0) } }
      if !workload.judge(plan) || codes != workload.outcomes { bad += 1 }
    }
    return
      "{\"bad\":\(bad),\"of\":\(workload.plans.count),\"rules\":\(workload.ruleCount),\"load_s\":\(loadSeconds)}"
  }

  /// Whole passes over all plans, for at least so many seconds.
  private mutating func bench(_ mode: String, _ seconds: Double) -> String {
    if mode == "obj", loaded.isEmpty { loaded = workload.plans.compactMap { workload.loaded($0) } }
    guard mode == "text" || mode == "obj" else { return "{\"error\":\"unknown mode\"}" }
    let (cpu, wall) = (Clock.cpu, Clock.wall)
    var count = 0
    repeat {
      if mode == "text" {
        for plan in workload.plans { _ = workload.judge(plan) }
      } else {
        for table in loaded { workload.judge(table) }
      }
      count += workload.plans.count
    } while Double(Clock.wall - wall) < seconds * 1e9
    return "{\"plans\":\(count),\"cpu_ns\":\(Clock.cpu - cpu),\"wall_ns\":\(Clock.wall - wall)}"
  }
}
