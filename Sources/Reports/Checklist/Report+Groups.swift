import Engine

/// Items under one heading: those of one market, or those that serve several.
struct ChecklistGroup {
  var title: String
  var phases: [Part]

  /// One phase of a group, by stream of work.
  struct Part {
    var phase: Checklist.Phase
    var streams: [(title: String, tasks: [Checklist.Task])]
  }

  var tasks: [Checklist.Task] { phases.flatMap(\.streams).flatMap(\.tasks) }
}

extension Report {
  /// Every item once: those that serve several markets first, then market by market in the order of the plan.
  var groups: [ChecklistGroup] {
    let known = marketsOfPlan
    // A finding may name countries that the plan does not enter.
    let served = tasks.map { task in (task: task, markets: known.filter { task.markets.contains($0.country) })
    }
    var groups = [("Several markets", served.filter { $0.markets.count > 1 }.map(\.task))]
    for market in known {
      groups.append(
        (oneLine(market.name), served.filter { $0.markets.map(\.country) == [market.country] }.map(\.task)))
    }
    groups.append(("Every market", served.filter { $0.markets.isEmpty }.map(\.task)))
    return groups.filter { !$0.1.isEmpty }.map { ChecklistGroup(title: $0.0, phases: parts($0.1)) }
  }

  private func parts(_ tasks: [Checklist.Task]) -> [ChecklistGroup.Part] {
    let others = Set(tasks.map(\.stream)).subtracting(Checklist.streams).sorted()
    return Checklist.Phase.allCases.compactMap { phase in
      let own = tasks.filter { $0.phase == phase }
      let streams = (Checklist.streams + others).map { stream in
        (title: Checklist.streamTitle(stream), tasks: own.filter { $0.stream == stream })
      }
      return own.isEmpty ? nil : .init(phase: phase, streams: streams.filter { !$0.tasks.isEmpty })
    }
  }

  private var marketsOfPlan: [(country: String, name: String)] {
    assessment.markets.map { ($0.country, $0.name) }
  }

  /// Names of the markets that a task serves; a country that the plan does not enter keeps its code.
  func marketNames(_ task: Checklist.Task) -> [String] {
    task.markets.map { code in assessment.markets.first { $0.country == code }?.name ?? code }
  }
}
