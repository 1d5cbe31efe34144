/// Runs one program over tables, one after the other, in memory that it keeps.
@safe
package struct Machine: ~Copyable {
  let program: Program
  let tape: Tape
  var words = Pool<UInt64>(capacity: 1 << 12)
  /// Cells of columns that are made for the run.
  var made = Pool<Int64>(capacity: 1 << 10)
  /// By column: where its cells start, among those of the table or (negative, from -1) among those made.
  var columnStarts: Pool<Int>
  var bases: Pool<Int>
  var widths: Pool<Int>
  var counts: Pool<Int>
  /// By domain of list members: where the owners of its lanes start in `owners`.
  var ownerStarts: Pool<Int>
  var owners = Pool<Int32>()
  var innerWidths: Pool<Int>
  var addresses: Pool<Int>
  var extents: Pool<UInt8>
  var classes = Pool<UInt64>(capacity: 1 << 8)
  var chains = Chains()
  /// Masks of rows by list column, from a start that is -1 where they do not serve.
  var reaches = Pool<UInt64>()
  var reachStarts: Pool<Int>
  /// Cells without a code that leaves met: fallback, place, domain, lane.
  var pending: [(fallback: Int, place: Int32, domain: Int, lane: Int)] = []
  /// What single strings of the lexicon come to, by classifier; 255 where nobody asked yet.
  var judged: [[UInt8]]
  /// Questions to the reference, and derived columns, of which something went wrong.
  var failedFallbacks: Set<Int> = []
  var failedColumns: Set<Int> = []
  /// Answers that only the reference could give.
  var exceptions: [Int: Program.Answer] = [:]
  var frame: [Value]?
  /// The frame of the question to the reference asked last, and which question it is.
  var asking: [Value] = []
  var framed = -1
  let subjectSlot: Int

  package init(_ program: Program) {
    self.program = program
    tape = Tape(program.schedule, program.roots)
    columnStarts = Pool(capacity: program.columns.count)
    columnStarts.fill(0, count: program.columns.count)
    let domains = program.domains.count
    bases = Pool(capacity: domains)
    widths = Pool(capacity: domains)
    counts = Pool(capacity: domains)
    ownerStarts = Pool(capacity: domains)
    innerWidths = Pool(capacity: domains)
    addresses = Pool(capacity: program.columns.count)
    reachStarts = Pool(capacity: program.columns.count)
    reachStarts.fill(-1, count: program.columns.count)
    extents = Pool(capacity: program.kinds.count)
    innerWidths.fill(0, count: domains)
    addresses.fill(0, count: program.columns.count)
    extents.fill(0, count: program.kinds.count)
    bases.fill(0, count: domains)
    widths.fill(0, count: domains)
    counts.fill(0, count: domains)
    ownerStarts.fill(0, count: domains)
    judged = [[UInt8]](repeating: [], count: program.lowerings.count)
    subjectSlot = program.slots.firstIndex { if case .subject = $0 { true } else { false } } ?? 0
  }

  /// Works out all conditions for all rows of a table. What has no form over columns is asked of the reference, with
  /// the host's help.
  package mutating func run(on table: FactTable, host: inout some ColumnHost) {
    frame = nil
    framed = -1
    if !pending.isEmpty { pending.removeAll() }
    if !exceptions.isEmpty { exceptions.removeAll() }
    if !failedFallbacks.isEmpty { failedFallbacks.removeAll() }
    if !failedColumns.isEmpty { failedColumns.removeAll() }
    made.removeAll()
    owners.removeAll()
    makeColumns(program.schedule.first.columns, table, &host)
    for domain in program.domains.indices { size(domain, table) }
    layOut()
    var run = run(table)
    prepareReaches(run)
    work(tape.first, table, run, &host)
    guard !tape.second.isEmpty || !program.schedule.second.columns.isEmpty else {
      return askAgain(table, run.lanes, &host)
    }
    // Where something went wrong only the reference can tell what becomes of it.
    if failedFallbacks.isEmpty { host.learn(knownFacts) }
    makeColumns(program.schedule.second.columns, table, &host)
    run = self.run(table)
    work(tape.second, table, run, &host)
    askAgain(table, run.lanes, &host)
  }

  /// Leaves, and rank by rank what is made of them.
  private mutating func work(
    _ pass: Tape.Pass, _ table: FactTable, _ run: Run, _ host: inout some ColumnHost
  ) {
    for place in 0..<pass.indexes.count { index(tape.indexes[pass.indexes.start + place], table, run) }
    for place in 0..<pass.others.count { leaf(tape.others[pass.others.start + place], table, run, &host) }
    if !pending.isEmpty { settle(table, run, &host) }
    for place in 0..<pass.ranks.count {
      let rank = tape.ranks[pass.ranks.start + place]
      for place in 0..<rank.steps.count { step(tape.steps[rank.steps.start + place], run) }
      if !pending.isEmpty { settle(table, run, &host) }
      for place in 0..<rank.groups.count { conjoin(tape.groups[rank.groups.start + place], run.lanes) }
    }
  }

  /// Derived facts that the first pass came upon.
  private var knownFacts: KnownFacts {
    var words: [UInt64] = []
    var starts: [Int] = []
    for known in program.known {
      starts.append(words.count)
      let lanes = self.lanes[known.domain]
      for word in 0..<lanes.width {
        let (holds, fails) = lanes.words(known.code, word)
        words.append(holds)
        words.append(fails)
      }
    }
    return KnownFacts(places: program.knownPlaces, starts: starts, words: words)
  }

  /// The answer of a condition for a row of its kind (any row, if it speaks of the plan as a whole).
  package func answer(_ condition: Int, row: Int) -> Program.Answer { answers[condition, row] }

  /// Gives out the answers of the last run, for many of them at once.
  package func withAnswers(_ body: (Answers) -> Void) { body(answers) }

  private var answers: Answers {
    unsafe Answers(
      lanes: lanes, roots: tape.roots.base, conditionCount: tape.roots.count, exceptions: exceptions)
  }

  var lanes: Lanes {
    unsafe Lanes(words: words.base, bases: bases.base, widths: widths.base, counts: counts.base)
  }

  /// Nothing is added to the table or the machine's own columns until the next one is taken.
  private mutating func run(_ table: FactTable) -> Run {
    for column in program.schedule.first.columns {
      addresses[column] = Int(bitPattern: unsafe cells(of: column, table))
    }
    for column in program.schedule.second.columns {
      addresses[column] = Int(bitPattern: unsafe cells(of: column, table))
    }
    for kind in table.cells.extents.indices {
      extents[kind] = table.cells.extents[kind] == .unstated ? 0 : table.cells.extents[kind] == .open ? 1 : 2
    }
    return unsafe Run(
      lanes: lanes, columns: addresses.base, members: table.cells.members.base,
      rowCounts: table.cells.rowCounts.base,
      extents: extents.base, owners: owners.base, ownerStarts: ownerStarts.base, innerWidths: innerWidths.base
    )
  }

  /// Gives every domain its words.
  private mutating func layOut() {
    var start = 0
    for domain in program.domains.indices {
      bases[domain] = start
      start += program.schedule.placeCounts[domain] * 2 * widths[domain]
    }
    words.grow(to: start + 1)
  }
}
