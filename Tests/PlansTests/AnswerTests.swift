import Diagnostics
import FEEL
import Facts
import Foundation
@testable import Plans
import Testing

/// Answers go into the text of a plan where a person would write them, and nothing else changes.
struct AnswerTests {
  private let rules = Fixtures.standard

  /// A plan, answers, and the plan that a person would have made of them.
  @Test(
    arguments: [
      (
        "at the end of a map, before what belongs to the next",
        """
        # The company.
        organization:
          employees: 12   # counted in May

        # Where data lie.
        stores:
          - id: a
            region: aws/eu-central-1
        """, "organization.publicBody: false",
        """
        # The company.
        organization:
          employees: 12   # counted in May
          publicBody: false

        # Where data lie.
        stores:
          - id: a
            region: aws/eu-central-1
        """
      ),
      (
        "in a row, and in a new map of a row",
        """
        activities:
          - id: a
            data: [contact]
          - id: b
        controls: []
        """,
        """
        activities[a].consent.given: true
        activities[b].data: [contact, "x: y"]
        controls[dpia].status: inPlace
        """,
        """
        activities:
          - id: a
            data: [contact]
            consent: { given: true }
          - id: b
            data: [contact, "x: y"]
        controls: [{ id: dpia, status: inPlace }]
        """
      ),
      (
        "within braces, beside others",
        "stores: [{ id: a, kind: primary }, {id: b}]\norganization: {}\n",
        "stores[a].region: aws/eu-west-1\nstores[b].kind: backup\norganization.employees: 3\n",
        "stores: [{ id: a, region: aws/eu-west-1, kind: primary }, {kind: backup, id: b}]\norganization: {employees: 3}\n"
      ),
      (
        "in place of nothing",
        "organization:\n  employees:\n  publicBody: ~\n  name: X\n",
        "organization.employees: 5\norganization.publicBody: true\n",
        "organization:\n  employees: 5\n  publicBody: true\n  name: X\n"
      ),
      (
        "as new parts at the end, which had no line end",
        "pratique: 1", "organization.employees: 5\nstores: []\n",
        "pratique: 1\norganization: { employees: 5 }\nstores: []\n"
      ),
      (
        "rows after rows",
        "controls:\n- id: a\n  status: planned\n# done\nname: x\n", "controls[b].status: inPlace\n",
        "controls:\n- id: a\n  status: planned\n- { id: b, status: inPlace }\n# done\nname: x\n"
      ),
      (
        "figures with their origin",
        "organization:\n  employees: 3\n",
        "organization.uptime: { value: 0.999, source: measured, until: 2027-01-31 }\n",
        "organization:\n  employees: 3\n  uptime: { value: 0.999, source: measured, until: 2027-01-31 }\n"
      ),
      (
        "in place of a target and of a figure that is over",
        "organization:\n  uptime: { value: 1, source: target }\n  cost: {value: 3, until: 2026-01-31} # old\n",
        "organization.uptime: 0.9\norganization.cost: {value: 4, until: 2027-01-31}\n",
        "organization:\n  uptime: 0.9\n  cost: { value: 4, until: 2027-01-31 } # old\n"
      ),
      (
        "no other rows",
        "stores: [{id: a}]\nmarkets:\n- country: DE\ncomplete: [activities]\n",
        "stores: []\nmarkets: []\nactivities: []\n",
        "stores: [{id: a}]\nmarkets:\n- country: DE\ncomplete: [stores, markets, activities]\nactivities: []\n"
      ),
      (
        "no other rows, as lines", "stores: [{id: a}]\ncomplete:\n  - activities\n", "stores: []\n",
        "stores: [{id: a}]\ncomplete:\n  - activities\n  - stores\n"
      ),
      (
        "rows of their own, and of facts",
        "stores:\n  - id: a\n# The end.\n",
        "stores:\n  - id: b\n    kind: backup\nstores[a].kind: primary\n",
        "stores:\n  - id: a\n    kind: primary\n  - { id: b, kind: backup }\n# The end.\n"
      ),
      (
        "before a remark in braces",
        "organization: {\n  name: X,\n  # where we sit\n  employees: 5,\n}\n",
        "organization.publicBody: true\n",
        "organization: { publicBody: true,\n  name: X,\n  # where we sit\n  employees: 5,\n}\n"
      ),
      (
        "after a literal that ends like a remark",
        "organization:\n  name: |\n    a\n    # b\n", "organization.employees: 3",
        "organization:\n  name: |\n    a\n    # b\n  employees: 3\n"
      ),
      (
        "with the plan's ends of lines",
        "organization:\r\n  employees: 3\r\n", "organization.publicBody: true",
        "organization:\r\n  employees: 3\r\n  publicBody: true\r\n"
      ),
      (
        "signs that YAML folds", "organization: {employees: 3}\n",
        "organization.name: \"a\\u0085b\\u0007\\u2028\"",
        "organization: {name: \"a\\u0085b\\u0007\\u2028\", employees: 3}\n"
      ),
      (
        "what the plan says already, once more",
        "organization: {employees: 3}\n", "organization.employees: 3\n", "organization: {employees: 3}\n"
      ),
    ]) func `answers are written where a person would`(
      name: String, plan: String, answers: String, wanted: String
    ) throws
  {
    #expect(try written(plan, answers) == wanted, "\(name)")
  }

  @Test func `a plan in JSON stays JSON`() throws {
    let made = try written(
      "{\n  \"organization\": {\"employees\": 3},\n  \"stores\": [{\"id\": \"a\"}]\n}\n",
      "organization.publicBody: false\nstores[a].kind: primary\nstores[a].name: yes indeed\ncontrols[x].status: planned\n",
      "plan.json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(made.utf8)) as? [String: Any])
    let stores = try #require(object["stores"] as? [[String: Any]])
    #expect(stores[0]["kind"] as? String == "primary")
    #expect(stores[0]["name"] as? String == "yes indeed")
    #expect((object["organization"] as? [String: Any])?["publicBody"] as? Bool == false)
  }

  @Test func `a page of Markdown counts by its blocks of YAML, with its own lines`() throws {
    let page = """
      # A worksheet
      organization.employees: 99
      ```yaml
      # How many?
      organization.employees: 7
      organization.publicBody:
      ```
      ```
      organization.name: not this
      ```
        ```yaml
      organization.countryOf: 3: 4
        ```
      """
    let mistakes = #expect(throws: Mistakes.self) { try answers(page, "sheet.md") }
    #expect(mistakes?.all.first?.location.line == 12)
    let sound = try answers(page.replacingOccurrences(of: "3: 4", with: ""), "sheet.md")
    #expect((sound.answered, sound.open) == (1, 2))
  }

  /// Removes a stated fact from a plan of the repository, answers it, and finds the same plan again.
  @Test(arguments: ["hiring-saas", "consumer-app", "payments-india", "second-market", "china-export"])
  func `a fact that was taken out can be answered back`(example: String) throws {
    let path = "\(Fixtures.root)/examples/\(example)/plan.yaml"
    let bytes = try Fixtures.bytes(path)
    let whole = try Node(reading: bytes, named: "plan.yaml")
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
    var tried = 0
    let kinds = try rules.get().vocabulary.kinds
    for entry in whole.entries ?? []
    where kinds.contains(where: { $0.collection == entry.key || $0.name == entry.key }) {
      let rows = entry.value.items ?? [entry.value]
      for row in rows {
        let name = row.rowKey.map { "\(entry.key)[\($0)]" } ?? entry.key
        for fact in row.entries ?? [] where fact.key != "id" && fact.key != "country" {
          let line = fact.location.line - 1
          // Facts with a line of their own: those can be taken out of the text.
          let others = (row.entries ?? []).filter { $0.location.line == fact.location.line }
          guard others.count == 1, fact.value.location.line == fact.location.line,
            lines[line].hasPrefix(String(repeating: " ", count: fact.location.column - 1) + fact.key)
          else { continue }
          var left = lines
          left.remove(at: line)
          let text = left.joined(separator: "\n")
          guard let cut = try? Node(reading: Array(text.utf8), named: "plan.yaml"),
            cut.isSame(
              as: whole.removing(
                "\(name == entry.key ? name : "\(entry.key).\(row.rowKey ?? "")").\(fact.key)"))
          else { continue }
          let made = try written(text, "\(name).\(fact.key): \(fact.value.flow())")
          #expect(
            try Node(reading: Array(made.utf8), named: "plan.yaml").isSame(as: whole), "\(name).\(fact.key)")
          tried += 1
        }
      }
    }
    #expect(tried > 5)
  }

  @Test(
    arguments: [
      ("organization.employees: 4", 1, "`organization.employees` is stated as `3` already"),
      ("\nstores[b].kind: primary", 2, "the plan has no `stores[b]`"),
    ]) func `what cannot be taken in is refused`(answer: String, line: Int, message: String) throws
  {
    let mistakes = #expect(throws: Mistakes.self) {
      try written("organization: {employees: 3}\nstores: [{id: a}]\n", answer)
    }
    #expect(mistakes?.all.first?.location.line == line)
    #expect(mistakes?.all.first?.message.hasPrefix(message) == true)
    #expect(mistakes?.all.first?.suggestion != nil)
  }

  @Test func `mistakes of answers are told all at once, each with its line`() throws {
    let found = try answers(
      """
      organisation.employees: 3
      organization.employees: 3
      store[a].kind: primary
      stores.kind: primary
      stores[a]: primary
      stores[].kind: primary
      "organization.employees ": 4
      organization.employees.: 4
      """, "a.yaml")
    #expect(found.mistakes.map(\.location.line) == [1, 3, 4, 5, 6, 8])
    #expect(found.mistakes.allSatisfy { $0.suggestion != nil })
  }

  @Test(arguments: ["", "# nothing\n", "- a\n", "3\n"]) func `a file without answers is refused`(text: String)
  {
    #expect(throws: Mistakes.self) { try answers(text, "a.yaml") }
  }

  @Test func `a file has a limit of answers`() throws {
    let lines = (0...AnswerSheet.limit).map { "organization.a\($0): 1" }
    let mistakes = #expect(throws: Mistakes.self) { try answers(lines.joined(separator: "\n"), "a.yaml") }
    #expect(mistakes?.all.map(\.code.rawValue) == ["answers.too-many"])
    #expect(mistakes?.all.first?.location.line == AnswerSheet.limit + 1)
  }

  @Test func `a plan in XML is refused`() throws {
    let given = try answers("organization.employees: 3", "a.yaml")
    #expect(throws: Mistakes.self) {
      try PlanEdit.answered(Array("<plan/>".utf8), named: "plan.xml", by: given)
    }
  }

  @Test(
    arguments: [
      // What stands behind the end of a document is none of it.
      "organization:\n  name: a\n...\n",
      // A remark would be lost with the figure.
      "organization:\n  employees: {value: 3, # so says Finance\n    source: target}\n",
    ]) func `a text in which no place is found is left alone`(plan: String) throws
  {
    let mistakes = #expect(throws: Mistakes.self) { try written(plan, "organization.employees: 4") }
    #expect(mistakes?.all.first?.suggestion?.contains("employees: 4") == true)
  }

  @Test func `two sheets may both say that there are no others`() throws {
    let one = try answers("stores: []\nmarkets: []\ncomplete: [activities]\n", "a.yaml")
    let both = one.joined(with: try answers("stores: []\nmarkets: []\n", "b.yaml"))
    let made = try PlanEdit.answered(Array("markets: [{country: DE}]\n".utf8), named: "plan.yaml", by: both)
    #expect(
      String(decoding: made, as: UTF8.self)
        == "markets: [{country: DE}]\ncomplete: [activities, markets]\nstores: []\n")
  }

  private func answers(_ text: String, _ name: String) throws -> AnswerSheet {
    try AnswerSheet(reading: Array(text.utf8), named: name, vocabulary: rules.get().vocabulary)
  }

  private func written(_ plan: String, _ text: String, _ name: String = "plan.yaml") throws -> String {
    let given = try answers(text, "answers.yaml")
    guard given.mistakes.isEmpty else { throw Mistakes(given.mistakes) }
    return String(
      decoding: try PlanEdit.answered(
        Array(plan.utf8), named: name, by: given, on: CalendarDate("2026-11-21")), as: UTF8.self)
  }
}
