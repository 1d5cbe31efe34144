import Diagnostics
import FEEL
import Facts
import Plans
import Testing

struct PlanTests {
  let rules: Fixtures

  init() throws { rules = try Fixtures.standard.get() }

  private func value(_ path: String, _ plan: Plan) throws -> Value {
    let parts = path.split(separator: ".").map(String.init)
    let kind = try #require(rules.vocabulary.kind(named: parts.dropLast(2).joined(separator: ".")))
    let fact = try #require(rules.vocabulary.kinds[kind].fact(planKey: parts[parts.count - 1]))
    return plan.value(Cell(kind: kind, row: try #require(Int(parts[parts.count - 2])), fact: fact))
  }

  private func extent(_ collection: String, _ plan: Plan) throws -> Plan.Extent {
    plan.collections[try #require(rules.vocabulary.kind(ofCollection: collection))].extent
  }

  @Test func `an empty plan knows nothing and has its singleton`() throws {
    let plan = try rules.plan("pratique: 1\n")
    let employees = try value("organization.0.employees", plan)
    guard case .unknown = employees else {
      Issue.record("\(employees)")
      return
    }
    #expect(try extent("stores", plan) == .unstated)
    #expect(
      try value("organization.0.dpo", plan)
        == .entity(Entity(kind: #require(rules.vocabulary.kind(named: "organization.dpo")), row: 0)))
  }

  @Test(arguments: [
    "profiles: [healthcare, small]\n", "profiles:\n  - healthcare\n  - small\n",
    "{ \"profiles\": [\"healthcare\", \"small\"] }",
    "<plan xmlns=\"urn:pratique:plan:1\"><profiles>healthcare small</profiles></plan>",
    "<plan xmlns=\"urn:pratique:plan:1\"><profiles><item>healthcare</item><item>small</item></profiles></plan>",
  ])
  func `a plan names its profiles in order`(_ text: String) throws {
    #expect(try rules.plan(text, named: "-").profiles.map(\.id) == ["healthcare", "small"])
  }

  @Test(arguments: [
    ("profiles: healthcare\n", "`profiles` must be a list of ids, like [healthcare, small]"),
    ("profiles: [{ id: small }]\n", "an entry of `profiles` must be the id of a profile"),
    ("profile: [small]\n", "a plan has no key `profile`"),
  ])
  func `profiles are a list of ids`(_ text: String, _ message: String) throws {
    let mistakes = #expect(throws: Mistakes.self) { try rules.plan(text) }
    #expect(mistakes?.all.map(\.message) == [message])
  }

  @Test func `collections are unstated, open or closed`() throws {
    let plan = try rules.plan(
      "stores: [{ id: a }]\nactivities: []\nmarkets: [{ country: DE }]\ncomplete: [markets, controls]\n")
    #expect(try extent("stores", plan) == .open)
    #expect(try extent("activities", plan) == .closed)
    #expect(try extent("markets", plan) == .closed)
    #expect(try extent("controls", plan) == .closed)
  }

  @Test func `a list says whether there may be more`() throws {
    let plan = try rules.plan(
      "activities: [{ id: a, data: { values: [health], complete: false } }, { id: b, data: [health] }]")
    guard case .list(let open) = try value("activity.0.data", plan),
      case .list(let closed) = try value("activity.1.data", plan)
    else { throw Mistakes([]) }
    #expect(open.items == [.string("health")] && open.open?.cells.count == 1)
    #expect(closed == List([.string("health")]))
  }

  @Test(arguments: [
    ("{ value: 4, source: measured }", "2026-06-01", true),
    ("{ value: 4, source: target }", "2026-06-01", false),
    ("{ value: 4, from: 2026-06-01 }", "2026-06-01", true),
    ("{ value: 4, from: 2026-06-02 }", "2026-06-01", false),
    ("{ value: 4, until: 2026-06-01 }", "2026-06-01", true),
    ("{ value: 4, until: 2026-05-31 }", "2026-06-01", false),
  ])
  func `a wish, and a figure of another time, leave a fact unknown`(
    _ stated: String, _ day: String, _ isKnown: Bool
  ) throws {
    let plan = try rules.plan("organization: { employees: \(stated) }", asOf: day)
    #expect(try value("organization.0.employees", plan) == .number(Decimal(4)) || !isKnown)
    #expect((plan.rows[0][0].statements[2] != nil) == isKnown)
  }

  @Test func `null is stated`() throws {
    let plan = try rules.plan("organization: { employees: ~, dpo: ~ }\n")
    #expect(try value("organization.0.employees", plan) == .null)
    #expect(try value("organization.0.dpo", plan) == .null)
  }

  @Test func `statements know their place`() throws {
    let plan = try rules.plan("organization:\n  employees: 4\n")
    #expect(plan.rows[0][0].statements[2]?.location == Location(file: "plan.yaml", line: 2, column: 14))
    let kind = try #require(rules.vocabulary.kind(named: "organization.dpo"))
    #expect(
      plan.name(of: Cell(kind: kind, row: 0, fact: 0), in: rules.vocabulary) == "organization.dpo.published")
  }

  @Test func `a scenario holds the plan with its changes`() throws {
    let plan = try rules.plan(
      "stores: [{ id: a, region: aws/eu-west-1 }]\nscenarios: { b: { stores: [{ id: a, region: aws/eu-central-1 }] } }\n"
    )
    let changed = try Plan(
      #require(plan.scenarios.first).plan, file: "plan.yaml", vocabulary: rules.vocabulary,
      geography: rules.geography)
    #expect(try value("store.0.region", changed) == .string("aws/eu-central-1"))
    #expect(plan.scenarios[0].name == "b")
  }

  @Test func `a mistake is shown with its line`() throws {
    let mistakes = #expect(throws: Mistakes.self) { try rules.plan("organization:\n  emploees: 4\n") }
    #expect(
      mistakes?.all.first?.text == """
        plan.yaml:2:3: error: `organization` has no key `emploees`; did you mean `employees`?
            emploees: 4
            ^
        """)
  }
}
