import Rules
import FEEL

extension Checklist {
  /// Another schedule for the same gaps: other remedies, or another aim of the choice.
  package struct Variant {
    package var kind: Lever.Kind
    package var title: String
    /// Plans it anew; nil: it cannot be had.
    package var plan: () -> Checklist?
    package init(_ kind: Lever.Kind, _ title: String, plan: @escaping () -> Checklist?) {
      self.kind = kind
      self.title = title
      self.plan = plan
    }

    /// The most alternatives of the choice that are tried out.
    static let most = 12

    /// Other choices of remedies for the same gaps: the least time, and each alternative without what it drops.
    package static func others(
      _ choice: Choice?, _ preferences: Preferences, plan: @escaping (Preferences) -> Checklist
    ) -> [Self] {
      var variants: [Self] = []
      if preferences.objective != .time {
        var quickest = preferences
        quickest.objective = .time
        variants.append(.init(.remedy, "Choose the remedies for the least time") { plan(quickest) })
      }
      let others = (choice?.alternatives ?? []).filter { !$0.drops.isEmpty && $0.standing == .proven }
      for other in others.prefix(most) {
        var changed = preferences
        changed.ruledOut.formUnion(other.drops)
        variants.append(.init(.remedy, "\(other.use) instead of \(other.instead)") { plan(changed) })
      }
      return variants
    }
  }

  /// What would shorten the schedule, each tried out by itself: one person more in a role on the chain that determines the finish,
  /// and the variants. The most days first; nothing that saves none.
  package func levers(trying variants: [Variant] = []) -> [Lever] {
    guard let basis, let last = tasks.filter({ !$0.isDone }).map(\.finish).max() else { return [] }
    var levers: [Lever] = []
    for (role, name) in basis.rolesOnChain {
      guard let finish = basis.finish(withOneMoreOf: role) else { continue }
      let people = basis.scheduled.project.capacity[role].map { Staffing.people($0 + 1000) } ?? ""
      add(
        Lever(
          kind: .people, title: "\(name): \(people) people", finish: CalendarDate(day: finish), daysSaved: 0),
        to: &levers, against: last)
    }
    for variant in variants {
      guard let other = variant.plan(), other.withoutRemedy.count <= withoutRemedy.count else { continue }
      add(
        Lever(kind: variant.kind, title: variant.title, finish: other.finish, daysSaved: 0), to: &levers,
        against: last)
    }
    return levers.sorted { ($1.daysSaved, $0.title) < ($0.daysSaved, $1.title) }
  }

  private func add(_ lever: Lever, to levers: inout [Lever], against last: CalendarDate) {
    var lever = lever
    lever.daysSaved = last.dayNumber - lever.finish.dayNumber
    if lever.daysSaved > 0 { levers.append(lever) }
  }
}

extension Checklist.Basis {
  /// Roles with a stated number of people whose tasks are on the chain.
  fileprivate var rolesOnChain: [(role: Int, name: String)] {
    let project = scheduled.project
    let chain = scheduled.planning.times.chain(endingAt: scheduled.planning.times.lastPlace(project))
    let found = Set(chain.compactMap { project.tasks[$0].role }.filter { project.capacity[$0] != nil })
    return found.sorted().map { ($0, roles[$0]) }
  }

  /// The last day with one person more in a role; after some progress in the sequence that is kept.
  fileprivate func finish(withOneMoreOf role: Int) -> Int? {
    var project = scheduled.project
    guard let people = project.capacity[role] else { return nil }
    project.capacity[role] = people + 1000
    guard scheduled.baseline == nil else {
      return Planning(project, keeping: scheduled.planning.times.sequence).times.makespan
    }
    return Planning(project).times.makespan
  }
}
