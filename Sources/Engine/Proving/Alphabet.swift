import FEEL
import Facts
import Plans
import Rules

/// The values that the conditions behind a provision mention, and what to try for a fact of each type.
struct Alphabet: Sendable {
  private var numbers: [Decimal] = []
  private var dates: [CalendarDate] = []
  private var words: [String] = []

  private static let numberLimit = 6
  private static let wordLimit = 24

  init(_ values: [Value]) {
    for value in values {
      switch value {
      case .number(let number) where numbers.count < Self.numberLimit && !numbers.contains(number):
        numbers.append(number)
      case .date(let day) where dates.count < Self.numberLimit && !dates.contains(day): dates.append(day)
      case .string(let word) where words.count < Self.wordLimit && !words.contains(word): words.append(word)
      default: break
      }
    }
  }

  /// The numbers and their neighbours.
  private var nearNumbers: [Value] {
    var result: [Decimal] = []
    for number in numbers {
      for near in [number.adding(number.unit.negated), number, number.adding(number.unit)] {
        if let near, !result.contains(near) { result.append(near) }
      }
    }
    if !result.contains(.zero) { result.append(.zero) }
    return result.map { .number($0) }
  }

  var nearDays: [CalendarDate] {
    Set(dates.flatMap { day in [-1, 0, 1].compactMap { day.adding(days: $0) } }).sorted()
  }

  /// What a fact of this type could be; nil: not stated.
  func values(
    of type: Vocabulary.FactType, now: Value?, _ plan: Plan, _ vocabulary: Vocabulary, _ geography: Geography
  ) -> [Value?] {
    switch type {
    case .boolean: return [.boolean(true), .boolean(false), nil]
    case .number: return nearNumbers + [nil]
    case .date: return nearDays.map { .date($0) } + [nil]
    case .string: return words.prefix(4).map { .string($0) } + [nil]
    case .money:
      guard case .context(let money)? = now else { return [nil] }
      return nearNumbers.prefix(8).map { number in
        .context(Context(money.entries.map { $0.name == "amount" ? Context.Entry("amount", number) : $0 }))
      } + [nil]
    case .enumeration(let index): return members(of: index, vocabulary, geography) + [nil]
    case .reference(let kind): return rows(of: kind, plan) + [nil]
    case .record: return []
    case .list(let member): return lists(of: member, now: now, plan, vocabulary, geography)
    }
  }

  private func rows(of kind: Int, _ plan: Plan) -> [Value?] {
    plan.rows[kind].indices.prefix(4).map { .entity(Entity(kind: kind, row: $0)) }
  }

  /// Those mentioned, a narrower one, one that nobody mentions; for countries a member of each group and an outsider.
  private func members(of index: Int, _ vocabulary: Vocabulary, _ geography: Geography) -> [Value?] {
    let enumeration = vocabulary.enumerations[index]
    var result = words.filter { enumeration.index(of: $0) != nil }
    for word in result {
      if let narrower = enumeration.values.first(where: { $0.broader == word.indexed(in: enumeration) }) {
        result.append(narrower.id)
      }
    }
    if enumeration.name == "country" {
      let groups = geography.groups.filter { words.contains($0.id) }
      result += groups.compactMap { $0.members.first { $0.until == nil }?.country }
    }
    if let other = enumeration.values.first(where: { !result.contains($0.id) && $0.broader == nil }) {
      result.append(other.id)
    }
    var seen: Set<String> = []
    return result.filter { seen.insert($0).inserted }.prefix(10).map { .string($0) }
  }

  private func lists(
    of member: Vocabulary.FactType, now: Value?, _ plan: Plan, _ vocabulary: Vocabulary,
    _ geography: Geography
  ) -> [Value?] {
    if case .record = member { return [.list(List([])), nil] }
    let single = values(of: member, now: nil, plan, vocabulary, geography).compactMap(\.self)
    var result: [Value?] = [.list(List([]))]
    result += single.map { .list(List([$0])) }
    if case .list(let list)? = now, !list.items.isEmpty {
      result += single.filter { !list.items.contains($0) }.map { .list(List(list.items + [$0])) }
      if list.items.count > 1 {
        for place in list.items.indices {
          var rest = list.items
          rest.remove(at: place)
          result.append(.list(List(rest)))
        }
      }
    }
    if case .reference = member, single.count > 1 { result.append(.list(List(single))) }
    return result + [nil]
  }
}

extension String {
  fileprivate func indexed(in enumeration: Vocabulary.Enumeration) -> Int? { enumeration.index(of: self) }
}
