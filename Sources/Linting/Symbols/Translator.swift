import Diagnostics
import FEEL
import Facts
import Rules

/// Translates conditions of one pack into terms. Facts of the plan become variables; a collection has a few rows; what cannot be
/// translated becomes a variable of its own. So it speaks of more plans than there are: what it shows to be impossible is.
struct Translator {
  let rulebook: Rulebook
  let pack: Pack
  let vocabulary: Vocabulary
  var terms = Terms()
  let asOf: Term
  /// Days that are looked at.
  let days: ClosedRange<Int>
  /// Parameters and conclusions by name.
  let parameters: [String: Parameter]
  /// By kind and name.
  let definitions: [String: Definition]
  /// Conclusions without a subject.
  let planDefinitions: [String: Definition]
  var cells: [Cell: Symbol] = [:]
  var conclusions: [Conclusion: Symbol] = [:]
  var controls: [ControlState: Truth] = [:]
  var present: [Row: Term] = [:]
  var collections: [Int: Symbol] = [:]
  /// Rows of records, by the cell that they stand in.
  var records: [Cell: [Row]] = [:]
  var rowCounts: [Int: Int] = [:]
  /// Where each fact's variables are, to make a plan of an answer.
  var stated: [StatedFact] = []
  /// Countries that stand for all those that conditions cannot tell apart.
  var samples: [Int: [String]] = [:]
  /// Words that expressions compare with something, and what with.
  var comparisons: [Comparison] = []
  var unitClashes: [UnitClash] = []
  /// The expression at work.
  var source: Source?
  /// What the expression stands in, as suppressions name it.
  var owner = ""
  /// The row whose controls are asked for.
  var subject = Row(kind: 0, number: 0)
  /// How deep conclusions ask for one another.
  var depth = 0

  /// Rows of each collection.
  static let rows = 2

  struct Conclusion: Hashable {
    let name: String
    let row: Row?
  }
  struct ControlState: Hashable {
    let control: String
    let row: Row
    let isPlanned: Bool
  }
  struct Comparison {
    let text: String
    let column: String?
    let source: Source?
    let extent: Extent
    /// What it stands in.
    let owner: String
  }
  struct UnitClash {
    let units: [String]
    let parameter: String
    let source: Source?
    let extent: Extent
  }

  init(_ rulebook: Rulebook, _ pack: Pack) {
    self.rulebook = rulebook
    self.pack = pack
    vocabulary = rulebook.vocabulary
    let first = pack.sources.compactMap(\.period.from).min() ?? CalendarDate(year: 2018, month: 1, day: 1)
    let start = first?.dayNumber ?? 0
    // Some law of a pack has no first day, then what is far back says nothing of it.
    days = start...max(start, CalendarDate(year: 2100, month: 1, day: 1)?.dayNumber ?? start)
    asOf = terms.variable("asOf", .days(days))
    parameters = Dictionary(pack.parameters.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    definitions = Dictionary(
      pack.definitions.filter { $0.per != nil }.map { ("\($0.per ?? "").\($0.name)", $0) },
      uniquingKeysWith: { first, _ in first })
    planDefinitions = Dictionary(
      pack.definitions.filter { $0.per == nil }.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }
    )
    // In an order of their own, so that an edition of the pack has the codes of another.
    for enumeration in vocabulary.enumerations {
      for value in enumeration.values { _ = terms.code(value.id) }
    }
    sampleCountries()
  }

  /// The names that an expression about a subject can start with.
  func names(for subject: Row?) -> [String: Symbol] {
    subject.map { [vocabulary.kinds[$0.kind].name: .row(certain($0))] } ?? [:]
  }

  func certain(_ row: Row) -> RowChoice { RowChoice(alternatives: [.init(condition: .yes, row: row)]) }

  /// The row that provisions of a kind are judged for.
  func subjectRow(_ kind: Int) -> Row { Row(kind: kind, number: 0) }

  mutating func translate(_ source: Source, for subject: Row?) -> Symbol {
    guard let expression = Expression(ofPack: source) else { return .open }
    let outer = (self.source, self.subject)
    self.source = source
    if let subject { self.subject = subject }
    defer { (self.source, self.subject) = outer }
    return symbol(expression, names(for: subject))
  }

  /// A condition: null counts as no.
  mutating func condition(_ source: Source, for subject: Row) -> Truth {
    let truth = truth(translate(source, for: subject))
    return Truth(yes: truth.yes, no: terms.or(truth.no, truth.null))
  }
}
