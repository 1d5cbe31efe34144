/// All leaves that read one column. The cells are sorted into classes once; every leaf is then a union of classes.
struct ColumnIndex: Sendable {
  struct Order: Sendable {
    /// The leaf holds for cells below this.
    let bound: Int64
    let out: Int32
    let fallback: Int?
    /// Among the bounds; set once all are known.
    var rank = 0
  }
  struct Texts: Sendable {
    let numbers: [Int32]
    let out: Int32
    /// The classes of the strings.
    var classes: [Int32] = []
  }
  struct Classified: Sendable {
    let classifier: Int
    let out: Int32
  }

  let column: Int
  let domain: Int
  private(set) var orders: [Order] = []
  private(set) var equals: [Order] = []
  private(set) var texts: [Texts] = []
  private(set) var flags: [Int32] = []
  private(set) var nulls: [Int32] = []
  private(set) var stated: [Int32] = []
  private(set) var classified: [Classified] = []
  /// Does it read lists.
  private(set) var isOfLists = false
  /// Bounds between classes of numbers and dates, ascending.
  private(set) var bounds: [Int64] = []
  /// The class of a string by its number; 0 for those that no leaf asks for.
  private(set) var classOfText: [Int32] = []
  private(set) var classCount = 1

  init(column: Int, domain: Int) {
    self.column = column
    self.domain = domain
  }

  mutating func add(_ leaf: Node, out: Int32) {
    switch leaf.operation {
    case .order(_, let value, let inclusive):
      orders.append(Order(bound: inclusive ? value + 1 : value, out: out, fallback: leaf.fallback))
    case .equal(_, let value): equals.append(Order(bound: value, out: out, fallback: leaf.fallback))
    case .texts(_, let numbers): texts.append(Texts(numbers: numbers, out: out))
    case .members(_, let numbers):
      isOfLists = true
      texts.append(Texts(numbers: numbers, out: out))
    case .classifiedMembers(_, let classifier):
      isOfLists = true
      classified.append(Classified(classifier: classifier, out: out))
    case .classified(_, let classifier): classified.append(Classified(classifier: classifier, out: out))
    case .flag: flags.append(out)
    case .isNull: nulls.append(out)
    case .isStated: stated.append(out)
    default: preconditionFailure("only leaves of one column are indexed")
    }
  }

  /// Finds the classes, now that all leaves are known.
  mutating func settle() {
    bounds = Set(orders.map(\.bound) + equals.flatMap { [$0.bound, $0.bound + 1] }).sorted()
    let ranks = Dictionary(uniqueKeysWithValues: bounds.enumerated().map { ($1, $0) })
    for index in orders.indices { orders[index].rank = ranks[orders[index].bound] ?? 0 }
    for index in equals.indices { equals[index].rank = ranks[equals[index].bound] ?? 0 }
    orders.sort { $0.rank < $1.rank }
    if !bounds.isEmpty { classCount = bounds.count + 1 }
    var classes: [Int32: Int32] = [:]
    for index in texts.indices {
      for number in texts[index].numbers where classes[number] == nil {
        classes[number] = Int32(classes.count + 1)
      }
      texts[index].classes = texts[index].numbers.compactMap { classes[$0] }
    }
    guard let last = classes.keys.max() else { return }
    classCount = classes.count + 1
    classOfText = [Int32](repeating: 0, count: Int(last) + 1)
    for (number, place) in classes { classOfText[Int(number)] = place }
  }

  /// Does it need to know of every cell which class it is in.
  var hasClasses: Bool { classCount > 1 }
}
