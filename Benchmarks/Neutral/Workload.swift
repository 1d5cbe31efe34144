import Diagnostics
import FEEL
import Plans

/// A data folder of the neutral workload, with the rules compiled.
final class Workload {
  let program: Program
  private var machine: Machine
  let reader: TableReader
  let schema: Schema
  let lexicon: Lexicon
  let plans: [[UInt8]]
  let ruleCount: Int
  private let table: FactTable
  private var answers: [Program.Answer] = []
  /// Outcomes by both answers.
  private let codes: [UInt8]
  private(set) var outcomes: [UInt8]

  struct Unusable: Error { let reason: String }

  init(_ folder: String) throws(Unusable) {
    // Thousands of rules are longer than any plan may be.
    var limits = Node.Limits()
    limits.bytes = 1 << 28
    limits.nodes = 1 << 24
    func document(_ name: String) throws(Unusable) -> Node {
      guard let bytes = File.read("\(folder)/\(name)") else { throw Unusable(reason: "no \(name)") }
      do throws(Mistakes) {
        return try Node(reading: bytes, named: name, format: .json, limits: limits)
      } catch {
        throw Unusable(reason: error.all.first?.text ?? name)
      }
    }
    guard let schema = Schema(try document("schema.json")) else { throw Unusable(reason: "schema.json") }
    let rules = try document("rules.json").items ?? []
    var conditions: [Program.Condition] = []
    for rule in rules {
      for part in ["applies", "requires"] {
        guard let node = rule[part] else { throw Unusable(reason: "a rule without `\(part)`") }
        let source = Source(name: "\(rule["id"]?.text ?? "rule").\(part)", text: Translation.feel(node))
        do throws(Mistakes) {
          let expression = try CheckedExpression(source, in: schema.environment, expecting: .boolean)
          conditions.append(Program.Condition(expression, kind: nil))
        } catch { throw Unusable(reason: error.all.first?.text ?? source.name) }
      }
    }
    var lexicon = Lexicon()
    program = Program(conditions, in: schema.world, &lexicon)
    machine = Machine(program)
    guard let reader = schema.reader(for: program, lexicon) else {
      throw Unusable(reason: "a shape of objects")
    }
    self.reader = reader
    self.schema = schema
    self.lexicon = lexicon
    table = FactTable(schema.environment, lexicon)
    guard let lines = File.read("\(folder)/plans.ndjson") else { throw Unusable(reason: "no plans.ndjson") }
    plans = lines.split(separator: UInt8(ascii: "\n")).map(Array.init)
    ruleCount = rules.count
    let all: [Program.Answer] = [.no, .yes, .unknown, .null, .error]
    codes = all.flatMap { applies in all.map { Workload.outcome(applies, $0) } }
    outcomes = [UInt8](repeating: 0, count: rules.count)
  }

  /// From the text of a plan to the outcomes of all rules.
  func judge(_ plan: [UInt8]) -> Bool {
    guard reader.read(plan, into: table) else { return false }
    judge(table)
    return true
  }

  func loaded(_ plan: [UInt8]) -> FactTable? {
    let table = FactTable(schema.environment, lexicon)
    return reader.read(plan, into: table) ? table : nil
  }

  func judge(_ table: FactTable) {
    var host = NeutralHost(table: table, slots: schema.slots)
    machine.run(on: table, host: &host)
    machine.withAnswers { $0.write(row: 0, to: &answers) }
    for rule in 0..<ruleCount {
      outcomes[rule] = codes[Int(answers[2 * rule].rawValue * 5 + answers[2 * rule + 1].rawValue)]
    }
  }

  func load(_ plan: [UInt8]) -> Bool { reader.read(plan, into: table) }

  /// 0 not applicable, 1 compliant, 2 gap, 3 unknown.
  private static func outcome(_ applies: Program.Answer, _ met: Program.Answer) -> UInt8 {
    switch (applies, met) {
    case (.no, _): 0
    case (.yes, .yes): 1
    case (.yes, .no): 2
    default: 3
    }
  }
}
