import Diagnostics
import Engine
import FEEL
import Facts
import Plans
import Rules

/// Makes a plan of what the solver answers, and lets the engine judge it.
struct PlanMaker {
  private let translator: Translator
  private let vocabulary: Vocabulary

  /// A plan, if one could be made, and what to say of it.
  struct Shown {
    let plan: String?
    let text: String
  }

  init(_ translator: Translator) {
    self.translator = translator
    vocabulary = translator.vocabulary
  }

  /// A plan in which both apply; the engine must say so too.
  func plan(
    _ wanted: [Term], _ first: Provision, _ second: Provision, _ rulebook: Rulebook, _ decider: inout Decider
  ) -> Shown {
    guard let kind = vocabulary.kind(named: first.per), !vocabulary.kinds[kind].isDerived else {
      return Shown(plan: nil, text: "lanes are derived, so no plan is shown")
    }
    // All that is looked at is stated, as far as it can be.
    guard let answer = Answered(wanted, translator, &decider) else {
      return Shown(plan: nil, text: "no plan could be made of it")
    }
    let node = node(answer)
    let day = answer.day
    let text = Self.yaml(node, 0)
    let plan: Plan
    do throws(Mistakes) {
      plan = try Plan(
        node, file: "plan", vocabulary: vocabulary, geography: rulebook.geography, asOf: day)
    } catch {
      return Shown(plan: nil, text: "a plan made of it does not read: \(error.all.first?.message ?? "")")
    }
    let options = Rulebook.Options(only: [translator.pack.id])
    let findings = rulebook.assess(plan, asOf: day, options: options).findings
    let applying = [first, second].filter { provision in
      findings.contains {
        $0.provision == provision.id && ($0.verdict == .gap || $0.verdict == .satisfied)
      }
    }
    let fails = findings.contains { [first.id, second.id].contains($0.provision) && $0.verdict == .gap }
    if applying.count == 2, fails {
      return Shown(
        plan: "# as of \(day)\n\(text)", text: "the plan triggers both on \(day), as the engine confirms")
    }
    return Shown(
      plan: "# as of \(day)\n\(text)",
      text: "the plan was made of the solver's answer; the engine does not judge it so")
  }

  private func node(_ answer: Answered) -> Node {
    var entries: [Node.Entry] = []
    let named = named(answer)
    for (index, kind) in vocabulary.kinds.enumerated() where !kind.isDerived && kind.name != "control" {
      if kind.isSingleton {
        entries.append(entry(kind.name, .map(facts(of: Row(kind: index, number: 0), answer), Self.place)))
      } else if let collection = kind.collection {
        let rows = (0..<Translator.rows).map { Row(kind: index, number: $0) }.filter {
          answer.isPresent($0) || named.contains($0)
        }
        guard !rows.isEmpty else { continue }
        let items = rows.map { row -> Node in
          var own = facts(of: row, answer)
          if let key = kind.key, !own.contains(where: { $0.key == key }) {
            own.insert(entry(key, scalar(translator.name(of: row))), at: 0)
          }
          return .map(own, Self.place)
        }
        entries.append(entry(collection, .list(items, Self.place)))
      }
    }
    let controls = answer.controls
    if !controls.isEmpty {
      let items = controls.map { control -> Node in
        let status = scalar(control.isInPlace ? "inPlace" : "absent")
        return .map([entry("id", scalar(control.id)), entry("status", status)], Self.place)
      }
      entries.append(entry("controls", .list(items, Self.place)))
    }
    return .map(entries.filter { !($0.value.entries?.isEmpty ?? false) }, Self.place)
  }

  /// Rows that others refer to: the solver need not have been asked whether they are there.
  private func named(_ answer: Answered) -> Set<Row> {
    var rows: Set<Row> = []
    for fact in translator.stated {
      switch fact.form {
      case .row(let choice):
        guard let number = answer.whole(choice), number >= 0,
          case .reference(let kind) = vocabulary.kinds[fact.row.kind].facts[fact.fact].type
        else { continue }
        rows.insert(Row(kind: kind, number: number))
      case .rows(let all, let open):
        if !answer.isTrue(open) { rows.formUnion(all.filter { answer.isTrue($0.0) }.map(\.1)) }
      default: continue
      }
    }
    return rows
  }

  private func facts(of row: Row, _ answer: Answered) -> [Node.Entry] {
    var entries: [Node.Entry] = []
    for fact in translator.stated where fact.row == row {
      let declared = vocabulary.kinds[row.kind].facts[fact.fact]
      if case .record(let record) = fact.form {
        let inner = facts(of: record, answer)
        if !inner.isEmpty { entries.append(entry(declared.planKey, .map(inner, Self.place))) }
      } else if let value = value(fact, declared, answer) {
        entries.append(entry(declared.planKey, value))
      }
    }
    return entries
  }

  private func value(_ fact: StatedFact, _ declared: Vocabulary.Fact, _ answer: Answered) -> Node? {
    switch fact.form {
    case .truth(let known, let value):
      return answer.isTrue(known) ? scalar(answer.isTrue(value) ? "true" : "false") : nil
    case .number(let known, let value):
      return answer.isTrue(known) ? answer.number(value).map { scalar($0) } : nil
    case .day(let known, let value):
      guard answer.isTrue(known), let day = answer.whole(value).flatMap({ CalendarDate(dayNumber: $0) })
      else {
        return nil
      }
      return scalar("\(day)")
    case .word(let known, let value):
      guard answer.isTrue(known), let code = answer.whole(value),
        translator.terms.wordList.indices.contains(code)
      else { return nil }
      return scalar(translator.terms.wordList[code])
    case .words(let words, let open):
      if answer.isTrue(open) { return nil }
      return .list(words.filter { answer.isTrue($0.0) }.map { scalar($0.1) }, Self.place)
    case .row(let choice):
      guard let number = answer.whole(choice), number >= 0, case .reference(let kind) = declared.type else {
        return nil
      }
      return scalar(translator.name(of: Row(kind: kind, number: number)))
    case .rows(let rows, let open):
      if answer.isTrue(open) { return nil }
      return .list(rows.filter { answer.isTrue($0.0) }.map { scalar(translator.name(of: $0.1)) }, Self.place)
    case .record: return nil
    }
  }

  private static let place = Location(file: "plan", line: 1)

  private func entry(_ key: String, _ value: Node) -> Node.Entry { Node.Entry(key, at: Self.place, value) }

  private func scalar(_ text: String) -> Node { .scalar(Node.Scalar(text, isText: false, at: Self.place)) }

  /// Few words and no special signs: what a plan needs of YAML.
  static func yaml(_ node: Node, _ depth: Int) -> String {
    let margin = String(repeating: "  ", count: depth)
    switch node {
    case .scalar(let scalar): return scalar.text
    case .list(let items, _):
      if items.allSatisfy({ $0.text != nil }) {
        return "[\(items.compactMap(\.text).map { $0 == "NO" ? "\"NO\"" : $0 }.joined(separator: ", "))]"
      }
      return items.map { item in
        let lines = yaml(item, depth + 1)
        return "\n\(margin)- " + lines.drop { $0 == " " }
      }.joined()
    case .map(let entries, _):
      return entries.map { entry in
        let value = yaml(entry.value, depth + 1)
        let isInline = entry.value.text != nil || value.hasPrefix("[")
        return
          "\(margin)\(entry.key):\(isInline ? " \(value)" : value.hasPrefix("\n") ? value : "\n\(value)")"
      }.joined(separator: "\n")
    }
  }
}
