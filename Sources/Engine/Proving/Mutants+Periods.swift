import Diagnostics
import FEEL
import Rules

extension CompiledPack {
  /// First and last days moved by one day. A day that several provisions take from their source is moved once for all. Where
  /// two versions adjoin, their border is moved, because periods that overlap do not load.
  func periodMutants(_ dependence: Dependence) -> [Mutant] {
    var mutants: [Mutant] = []
    for group in periodGroups {
      let day = group.day
      for step in [-1, 1] {
        guard let moved = day.adding(days: step) else { continue }
        let widens = group.isFrom == (step < 0)
        let neighbours = widens ? group.places.compactMap { neighbour(of: $0, group.isFrom) } : []
        if widens, !neighbours.isEmpty, neighbours.count < group.places.count { continue }
        if widens, zip(group.places, neighbours).contains(where: { judgesAlike($0, $1) }) { continue }
        let affected = group.places.flatMap { dependence.affected(by: .provision($0)) }
        mutants.append(
          Mutant(
            .period, at: provisions[group.places[0]].provision.location,
            "\(group.words(self)) \(group.isFrom ? "from" : "until") \(day) becomes \(moved)"
              + (neighbours.isEmpty ? "" : ", and so does the border of the version beside it"),
            provision: group.places.count == 1 ? group.places[0] : nil,
            affected: Set(affected).sorted(), days: [day, moved]
          ) { pack in
            for place in group.places { pack.move(place, from: group.isFrom, to: moved) }
            for place in neighbours {
              guard let beyond = moved.adding(days: group.isFrom ? -1 : 1) else { continue }
              pack.move(place, from: !group.isFrom, to: beyond)
            }
          })
      }
    }
    return mutants
  }

  private mutating func move(_ place: Int, from isFrom: Bool, to day: CalendarDate) {
    provisions[place] = provisions[place].with {
      if isFrom { $0.period.from = day } else { $0.period.until = day }
    }
  }

  /// Provisions that have a day from one place in the file.
  struct PeriodGroup {
    var law: String?
    var isFrom: Bool
    var day: CalendarDate
    var places: [Int]

    func words(_ pack: CompiledPack) -> String {
      if let law { return "\(law) (\(places.count) provisions)" }
      return pack.provisions[places[0]].rule.id
    }
  }

  var periodGroups: [PeriodGroup] {
    var groups: [PeriodGroup] = []
    for place in provisions.indices {
      let provision = provisions[place].provision
      let law = provision.citations.first?.law
      for (isFrom, day) in [(true, provision.period.from), (false, provision.period.until)] {
        guard let day else { continue }
        let isOfSource = pack.sources.contains {
          $0.law == law && (isFrom ? $0.period.from : $0.period.until) == day
        }
        let shared = isOfSource ? law : nil
        if let shared,
          let index = groups.firstIndex(where: {
            $0.law == shared && $0.isFrom == isFrom && $0.day == day
          })
        {
          groups[index].places.append(place)
        } else {
          groups.append(PeriodGroup(law: shared, isFrom: isFrom, day: day, places: [place]))
        }
      }
    }
    return groups
  }

  /// The version that ends the day before, or starts the day after.
  private func neighbour(of place: Int, _ isFrom: Bool) -> Int? {
    let rule = provisions[place].rule
    return provisions.indices.first { other in
      guard other != place, provisions[other].rule.id == rule.id else { return false }
      let period = provisions[other].rule.period
      return isFrom
        ? period.until != nil && period.until == rule.period.from?.adding(days: -1)
        : period.from != nil && period.from == rule.period.until?.adding(days: 1)
    }
  }

  /// Both versions have the same conditions: only citations or sanctions differ.
  private func judgesAlike(_ place: Int, _ other: Int) -> Bool {
    let (a, b) = (provisions[place], provisions[other])
    return a.applies?.expression.source.bytes == b.applies?.expression.source.bytes
      && a.exceptions.map(\.expression.source.bytes) == b.exceptions.map(\.expression.source.bytes)
      && a.rule.releases == b.rule.releases && a.rule.modality == b.rule.modality
      && a.requirement.outline == b.requirement.outline
  }
}

extension CompiledRequirement {
  /// All that it asks for, as written.
  fileprivate var outline: String {
    switch self {
    case .condition(let condition, _, _):
      "<\(String(decoding: condition.expression.source.bytes, as: UTF8.self))>"
    case .control(let id): "control \(id)"
    case .permission(let id): "permission \(id)"
    case .all(let inner): "all(\(inner.map(\.outline).joined(separator: ",")))"
    case .any(let inner): "any(\(inner.map(\.outline).joined(separator: ",")))"
    }
  }
}
