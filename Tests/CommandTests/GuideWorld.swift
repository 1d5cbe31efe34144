import Diagnostics
import FEEL
import Facts
import Foundation
import Plans
import Testing
import XML

@testable import Engine
@testable import Rules
@testable import pratique

/// The plan and the pack of the guide to the language, before the vocabulary of the product.
struct GuideWorld {
  /// The subject of an example that names none.
  static let subject = "activity ranking"

  private let rulebook: Rulebook
  private let plan: Plan
  private let day: CalendarDate

  init(_ guide: Guide) throws {
    let library = Library(root: Tool.checkout.path, reason: "test")
    let whole = try KnowledgeTests.rulebook.get()
    day = try #require(CalendarDate("2026-11-21"))
    let schema = try Schema(library.bytes("rules/schema/pack.xsd"), named: "pack.xsd")
    let element = try parse(Array(GuideWorld.pack(guide.pack).utf8), named: "guide", validatedBy: schema)
    let pack = try Pack(
      reading: element, file: "guide", vocabulary: whole.vocabulary, catalogue: whole.catalogue)
    rulebook = try Rulebook(
      compiling: [(pack, "", [])], vocabulary: whole.vocabulary, catalogue: whole.catalogue,
      geography: whole.geography)
    plan = try Plan(
      reading: Array(guide.plan.utf8), named: "plan.yaml", vocabulary: whole.vocabulary,
      geography: whole.geography, asOf: day)
  }

  /// Around what the guide shows, what every pack has.
  private static func pack(_ parts: [String]) -> String {
    let provisions = parts.filter { $0.hasPrefix("<obligation") }
    let others = parts.filter { !$0.hasPrefix("<obligation") }
    return """
      <pack xmlns="urn:pratique:pack:1" id="guide" edition="2026-11-21" jurisdiction="EEA"
        topic="dataProtection" title="Guide">
        <source id="gdpr" law="GDPR" title="Regulation (EU) 2016/679"/>
        <source id="aia" law="AI-Act" title="Regulation (EU) 2024/1689"/>
        <review on="2026-11-21" confidence="high">Examples.</review>
        \((others + provisions).joined(separator: "\n"))
      </pack>
      """
  }

  /// What an example gives, written as the guide writes it.
  func result(of example: Guide.Example) -> String {
    if case .verdict = example.form { return verdict(of: example.text) }
    let words = subject(of: example).split(separator: " ").map(String.init)
    let world = World(plan, vocabulary: rulebook.vocabulary, geography: rulebook.geography, on: day).plan
    guard let kind = rulebook.vocabulary.kind(named: words[0]),
      let row = world.rows[kind].firstIndex(where: { $0.id == words.last })
    else { return "there is no \(words.joined(separator: " "))" }
    let entity = Entity(kind: kind, row: row)
    var hearing = Hearing(Scene(rulebook, world, on: day), rulebook.packs[0])
    hearing.subject = entity
    let (environment, frame) = scope(of: entity, in: world)
    do throws(Mistakes) {
      return describe(try outcome(of: example, environment, frame, &hearing), in: world)
    } catch {
      let first = error.all[0]
      return "refused: \(first.code.rawValue)" + (first.suggestion.map { ", \($0)" } ?? "")
    }
  }

  private func verdict(of finding: String) -> String {
    let findings = rulebook.assess(plan, asOf: day).findings
    let found = findings.first { $0.id == "guide/\(finding)" }
    return found?.verdict.rawValue ?? "there is no finding \(finding)"
  }

  /// `// system ranker` in front of an example.
  private func subject(of example: Guide.Example) -> String {
    if case .table = example.form { return example.text }
    let first = example.text.split(separator: "\n").first ?? ""
    return first.hasPrefix("// ") ? String(first.dropFirst(3)) : GuideWorld.subject
  }

  private func outcome(
    of example: Guide.Example, _ environment: Environment, _ frame: [Value], _ hearing: inout Hearing
  ) throws(Mistakes) -> Outcome {
    let source = Source(name: "example", text: example.text)
    switch example.form {
    case .condition:
      return try CheckedExpression(source, in: environment, expecting: nil).outcome(frame, &hearing)
    case .verdict: throw Mistakes([])
    case .cell(let input):
      let input = try CheckedExpression(Source(name: "input", text: input), in: environment, expecting: nil)
      // Cells are read as the reader of DMN files reads them.
      var environment = environment
      environment.isStrict = false
      return try CheckedTests(source, of: .any, in: environment)
        .outcome(input.evaluate(frame, &hearing), frame, &hearing)
    case .table(let table):
      var values: [Value] = []
      for input in table.inputs {
        values.append(
          try CheckedExpression(Source(name: "input", text: input), in: environment, expecting: nil)
            .evaluate(frame, &hearing))
      }
      return try table.outcome(values)
    }
  }

  private func describe(_ outcome: Outcome, in world: Plan) -> String {
    if let error = outcome.errors.first {
      return (outcome.value == .null ? "" : "\(outcome.value), ") + "error: \(error.code.rawValue)"
    }
    guard case .unknown(let unknown) = outcome.value else { return outcome.value.description }
    return "unknown: "
      + unknown.cells.map { world.name(of: $0, in: rulebook.vocabulary) }.joined(separator: ", ")
  }

  /// The names that a condition per subject can use, and their values, in the order of the compiler.
  private func scope(of subject: Entity, in world: Plan) -> (Environment, [Value]) {
    let vocabulary = rulebook.vocabulary
    let pack = rulebook.packs[0]
    var environment = vocabulary.environment
    environment.functions = HostFunction.table(for: vocabulary).map(\.signature)
    environment.variables = [.init(vocabulary.kinds[subject.kind].name, .entity(subject.kind))]
    var frame = [Value.entity(subject)]
    for variable in Rulebook.commonVariables(vocabulary) {
      environment.variables.append(.init(variable.name, variable.type))
      frame.append(variable.kind.map { rows(of: $0, in: world) } ?? .date(day))
    }
    for parameter in pack.pack.parameters {
      environment.variables.append(.init(parameter.name, parameter.type))
      frame.append(parameter.value(on: day))
    }
    for definition in pack.pack.definitions {
      guard case .expression(_, let name) = definition.body, let type = Type(named: name, in: vocabulary),
        let kind = definition.per.flatMap({ vocabulary.kind(named: $0) })
      else { continue }
      environment.kinds[kind].facts.append(Type.Member(definition.name, type))
    }
    return (environment, frame)
  }

  private func rows(of kind: Int, in world: Plan) -> Value {
    if rulebook.vocabulary.kinds[kind].isSingleton { return .entity(Entity(kind: kind, row: 0)) }
    let itself = Unknown(Cell(kind: kind, row: -1, fact: -1))
    let rows = world.rows[kind].indices.map { Value.entity(Entity(kind: kind, row: $0)) }
    return switch world.collections[kind].extent {
    case .unstated: .unknown(itself)
    case .open: .list(List(rows, open: itself))
    case .closed: .list(List(rows))
    }
  }
}
