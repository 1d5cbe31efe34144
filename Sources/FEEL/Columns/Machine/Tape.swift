/// A schedule as plain memory, to be run over without counting references.
@safe
struct Tape: ~Copyable {
  /// The leaves of one column, as stretches of the pools below.
  struct Index: BitwiseCopyable {
    let column: Int
    let domain: Int
    let isOfLists: Bool
    let classCount: Int
    let orders: Stretch
    let equals: Stretch
    let texts: Stretch
    let flags: Stretch
    let nulls: Stretch
    let stated: Stretch
    let classified: Stretch
    let bounds: Stretch
    let classOfText: Stretch
  }

  struct Stretch: BitwiseCopyable {
    var start = 0
    var count = 0
    var isEmpty: Bool { count == 0 }
  }

  struct Order: BitwiseCopyable {
    let out: Int32
    let rank: Int32
    let fallback: Int32
  }

  struct Texts: BitwiseCopyable {
    let out: Int32
    let classes: Stretch
  }

  struct Group: BitwiseCopyable {
    let domain: Int
    let firstOut: Int32
    let operands: Stretch
  }

  struct Rank: BitwiseCopyable {
    let steps: Stretch
    let groups: Stretch
  }

  struct Root: BitwiseCopyable {
    let code: Int32
    let domain: Int
  }

  /// One pass over the columns: stretches of the pools below.
  struct Pass: BitwiseCopyable {
    var indexes = Stretch()
    var others = Stretch()
    var ranks = Stretch()
    var isEmpty: Bool { indexes.isEmpty && others.isEmpty && ranks.isEmpty }
  }

  private(set) var first = Pass()
  private(set) var second = Pass()
  private(set) var indexes = Pool<Index>()
  private(set) var orders = Pool<Order>()
  private(set) var texts = Pool<Texts>()
  private(set) var classes = Pool<Int32>()
  private(set) var outs = Pool<Int32>()
  private(set) var bounds = Pool<Int64>()
  private(set) var classOfText = Pool<Int32>()
  private(set) var others = Pool<Schedule.Step>()
  private(set) var steps = Pool<Schedule.Step>()
  private(set) var operands = Pool<Int32>()
  private(set) var groups = Pool<Group>()
  private(set) var ranks = Pool<Rank>()
  private(set) var roots = Pool<Root>()

  init(_ schedule: Schedule, _ conditions: [Program.Root]) {
    for root in conditions {
      roots.append(Root(code: root.code, domain: root.domain))
    }
    first = add(schedule.first)
    second = add(schedule.second)
  }

  private mutating func add(_ pass: Schedule.Pass) -> Pass {
    let starts = (indexes.count, others.count, ranks.count)
    for index in pass.leaves { add(index) }
    for step in pass.others { others.append(step) }
    for rank in pass.ranks {
      let (firstStep, firstGroup) = (steps.count, groups.count)
      for step in rank.steps { steps.append(step) }
      for group in rank.conjunctions {
        let start = operands.count
        for operand in group.operands { operands.append(operand) }
        groups.append(
          Group(
            domain: group.domain, firstOut: group.firstOut,
            operands: Stretch(start: start, count: group.operands.count)))
      }
      ranks.append(
        Rank(
          steps: Stretch(start: firstStep, count: steps.count - firstStep),
          groups: Stretch(start: firstGroup, count: groups.count - firstGroup)))
    }
    return Pass(
      indexes: Stretch(start: starts.0, count: pass.leaves.count),
      others: Stretch(start: starts.1, count: pass.others.count),
      ranks: Stretch(start: starts.2, count: pass.ranks.count))
  }

  private mutating func add(_ index: ColumnIndex) {
    let (equals, orders) = (add(index.equals), add(index.orders))
    let firstText = texts.count
    for leaf in index.texts {
      let start = classes.count
      for place in leaf.classes { classes.append(place) }
      texts.append(Texts(out: leaf.out, classes: Stretch(start: start, count: leaf.classes.count)))
    }
    let firstBound = bounds.count
    for bound in index.bounds { bounds.append(bound) }
    let firstClass = classOfText.count
    for place in index.classOfText { classOfText.append(place) }
    indexes.append(
      Index(
        column: index.column, domain: index.domain, isOfLists: index.isOfLists, classCount: index.classCount,
        orders: orders, equals: equals, texts: Stretch(start: firstText, count: index.texts.count),
        flags: add(index.flags), nulls: add(index.nulls), stated: add(index.stated),
        classified: add(index.classified.flatMap { [Int32($0.classifier), $0.out] }),
        bounds: Stretch(start: firstBound, count: index.bounds.count),
        classOfText: Stretch(start: firstClass, count: index.classOfText.count)))
  }

  private mutating func add(_ leaves: [ColumnIndex.Order]) -> Stretch {
    let start = orders.count
    for leaf in leaves {
      orders.append(Order(out: leaf.out, rank: Int32(leaf.rank), fallback: Int32(leaf.fallback ?? -1)))
    }
    return Stretch(start: start, count: leaves.count)
  }

  private mutating func add(_ numbers: [Int32]) -> Stretch {
    let start = outs.count
    for number in numbers { outs.append(number) }
    return Stretch(start: start, count: numbers.count)
  }
}
