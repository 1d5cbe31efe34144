import Diagnostics
import FEEL

/// Conditions, one a line, over a table that the first byte chooses: the evaluator over columns answers as the reference.
func columns(_ bytes: [UInt8]) {
  guard let seed = bytes.first else { return }
  var checked: [CheckedExpression] = []
  for line in bytes.dropFirst().split(separator: 10).prefix(20) {
    let source = Source(name: "input", bytes: Array(line))
    if let condition = try? CheckedExpression(source, in: Things.environment, expecting: .boolean) {
      checked.append(condition)
    }
  }
  if checked.isEmpty { return }
  var lexicon = Lexicon()
  let program = Program(checked.map { Program.Condition($0, kind: 1) }, in: Things.world, &lexicon)
  let table = FactTable(Things.environment, lexicon)
  var machine = Machine(program)
  var random = Random(seed: UInt64(seed))
  Things.fill(table, 0...4, &random)
  var host = ThingsHost(table: table)
  machine.run(on: table, host: &host)
  for (index, condition) in checked.enumerated() {
    for row in 0..<table.rowCount(of: 1) {
      let entity = Entity(kind: 1, row: row)
      host.turn(to: entity)
      var frame = host.slotValues()
      frame[0] = .entity(entity)
      let expected = Program.Answer(condition.outcome(frame, &host))
      let answer = machine.answer(index, row: row)
      precondition(answer == expected, "\(row): \(answer) and not \(expected)\n\(host.describe(row))")
    }
  }
}

/// JSON read straight into a table: taken only if it is text, and then every cell can be read.
func tables(_ bytes: [UInt8]) {
  let lexicon = Lexicon()
  let table = FactTable(Things.environment, lexicon)
  let reader = TableReader(
    shapes, root: 0, Things.environment, lexicon, nullIsUnstated: bytes.count % 2 == 0, extent: .open)
  guard let reader, reader.read(bytes, into: table) else { return }
  precondition(String(validating: bytes, as: UTF8.self) != nil, "not text")
  for kind in 0..<3 {
    for row in 0..<table.rowCount(of: kind) {
      for fact in Things.kinds[kind].facts.indices {
        _ = table.value(Cell(kind: kind, row: row, fact: fact)).description
      }
    }
  }
}

private let shapes = [
  JSONShape([
    .init("b", .fact(0, isRead: true)), .init("n", .fact(1, isRead: true)),
    .init("d", .fact(2, isRead: true)),
    .init("s", .fact(3, isRead: true)), .init("tags", .fact(5, isRead: true)),
    .init("things", .collection(1)),
    .init("aNameOfMoreThanSixteenBytes", .fact(3, isRead: false)),
  ]),
  JSONShape([
    .init("b1", .fact(0, isRead: true)), .init("n1", .fact(2, isRead: true)),
    .init("text", .fact(6, isRead: false)),
    .init("parts", .rows(fact: 9, kind: 2)),
  ]),
  JSONShape([.init("n", .fact(1, isRead: true)), .init("b", .fact(0, isRead: true))]),
]
