import Foundation
import Testing

/// Choosing and planning from the command line, on a pack and a catalogue of our own: every figure is worked out by hand.
///
/// `records` is closed by a register (4 + 6 person days with the map it needs, EUR 1,000, 7 + 14 days), an audit (2, EUR 9,000,
/// 42 days) or a scan (12, EUR 100, 28 days). `officer` is closed by freeing the officer (5 person days), which opens `means` (3);
/// by words (1); or by selling the firm (0.5).
@Suite struct ChoiceTests {
  static let sample = MalformedTests.cases.appending(path: "choice")
  static let plan = """
    pratique: 1
    organization: { name: Acme, establishedIn: [DE], publicBody: false, dpo: { independent: false, resourced: false } }
    markets: [{ country: DE, entry: 2027-03-01 }]
    complete: [activities, stores, recipients, controls]

    """

  struct Run {
    var result: Tool.Result
    var list: [String: Any]
    var choice: [String: Any] { list["choice"] as? [String: Any] ?? [:] }
    var tasks: [[String: Any]] { list["tasks"] as? [[String: Any]] ?? [] }
    var ids: [String] { tasks.compactMap { $0["id"] as? String }.sorted() }
    func task(_ id: String) -> [String: Any] { tasks.first { $0["id"] as? String == id } ?? [:] }
    func strings(_ key: String) -> [String] { choice[key] as? [String] ?? [] }
    var alternatives: [[String: Any]] { choice["alternatives"] as? [[String: Any]] ?? [] }
  }

  private func checklist(
    _ options: [String] = [], plan: String = Self.plan, asOf: String = "2026-11-21", done: String? = nil
  ) throws -> Run {
    let library = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: library) }
    let files = FileManager.default
    for folder in ["rules/controls", "jurisdictions/xx/choice"] {
      try files.createDirectory(at: library.appending(path: folder), withIntermediateDirectories: true)
    }
    let rules = Tool.checkout.appending(path: "rules")
    for name in try files.contentsOfDirectory(atPath: rules.path)
    where !["controls", "profiles", "outlines"].contains(name) {
      try files.createSymbolicLink(
        at: library.appending(path: "rules/\(name)"), withDestinationURL: rules.appending(path: name))
    }
    for (name, place) in [
      ("controls.xml", "rules/controls/controls.xml"), ("pack.xml", "jurisdictions/xx/choice/pack.xml"),
    ] {
      try files.copyItem(at: Self.sample.appending(path: name), to: library.appending(path: place))
    }
    try plan.write(to: library.appending(path: "plan.yaml"), atomically: true, encoding: .utf8)
    var arguments = ["checklist", "plan.yaml", "--packs", library.path, "--as-of", asOf, "--format", "json"]
    if let done {
      try done.write(to: library.appending(path: "done.yaml"), atomically: true, encoding: .utf8)
      arguments += ["--done", "done.yaml"]
    }
    let result = try Tool.run(arguments + options, in: library)
    let list = try? JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    return Run(result: result, list: list ?? [:])
  }

  static let free = ["change-xx-choice-means", "change-xx-choice-officer"]

  @Test(arguments: [
    ("effort", ["audit"], 10.0, 7.0, 9000.0), ("money", ["scan"], 100, 100, 100),
    ("time", ["map", "register"], 21, 21, 1000),
  ])
  func `what is to be least turns the choice`(
    _ objective: String, tasks: [String], value: Double, bound: Double, cost: Double
  ) throws {
    let run = try checklist(["--minimize", objective])
    #expect(run.result.status == 0, "\(run.result.errors)")
    #expect(run.ids == (tasks + Self.free).sorted())
    #expect(run.choice["objective"] as? String == objective && run.choice["value"] as? Double == value)
    // What freeing the officer opens is chosen for afterwards: no choice is known to need all of it.
    #expect(run.choice["bound"] as? Double == bound && run.choice["cost"] as? Double == cost)
    #expect(run.choice["isProven"] as? Bool == (value == bound))
    #expect(run.strings("followUps") == ["xx.choice/means@organization"])
    let proof = run.choice["proof"] as? [String: [String]]
    #expect(proof?["closed"]?.count == 3 && proof?["stillOpen"] == [] && proof?["opened"] == [])
  }

  @Test func `words and giving up business are shown with their price, not chosen`() throws {
    let run = try checklist()
    let others = run.alternatives.map {
      "\($0["use"] ?? "") \($0["standing"] ?? "") \($0["effortDays"] ?? "") \($0["cost"] ?? "") \($0["days"] ?? "")"
    }
    #expect(
      Set(others) == [
        "Sell the firm surrenders -4.5 0 0", "Explain it inWords -4 0 0",
        // 10 person days for 2, and 21 days for 42.
        "Keep records proven 8 -8000 -21",
      ])
    let text = try checklist(["--format", "text"]).result.output
    #expect(
      text.contains(
        "Instead of Free the officer: Sell the firm (-4.5 person days, EUR 0, the same finish), gives up business"
      ))
    #expect(text.contains("Explain it (-4 person days, EUR 0, the same finish), in words only"))
    #expect(
      text.contains(
        "The changes open 1 gap, for which the choice was made too: xx.choice/means@organization."))
    #expect(
      text.contains(
        "Not proven best: 10 person days, and no choice needs less than 7 person days, a difference of at most 30 %."
      ))
  }

  @Test(arguments: [
    (["--rule-out", "audit"], ["map", "register"]),
    (["--rule-out", "Have it audited"], ["map", "register"]),
    (["--rule-out", "audit", "--rule-out", "map"], ["scan"]),
    (["--decide", "scan"], ["scan"]),
    (["--decide", "Keep records"], ["map", "register"]),
  ])
  func `what is ruled out is not used, what is decided is`(_ options: [String], tasks: [String]) throws {
    let run = try checklist(options)
    #expect(run.ids == (tasks + Self.free).sorted(), "\(run.result.errors)")
    // The same as decisions of the plan, whose ids have no spaces.
    let decisions = stride(from: 0, to: options.count, by: 2).map { place in
      "{ id: \(options[place + 1].lowercased().replacingOccurrences(of: " ", with: "-")), decided: \(options[place] == "--decide" ? "use" : "ruleOut") }"
    }
    let stated = try checklist(plan: Self.plan + "decisions: [\(decisions.joined(separator: ", "))]\n")
    #expect(stated.ids == run.ids, "\(stated.result.errors)")
  }

  @Test(arguments: ["Sell the firm", "change-xx-choice-officer-3"])
  func `business is given up where that is decided, and nothing opens then`(_ name: String) throws {
    let run = try checklist(["--decide", name])
    #expect(run.ids == ["audit", "change-xx-choice-officer-3"] && run.strings("followUps") == [])
    #expect(run.choice["isProven"] as? Bool == true && run.choice["value"] as? Double == 2.5)
  }

  @Test func `ruling out every better way leaves words, then giving up business`() throws {
    #expect(
      try checklist(["--rule-out", "Free the officer"]).ids == ["audit", "change-xx-choice-officer-2"])
    #expect(
      try checklist(["--rule-out", "Free the officer", "--rule-out", "Explain it"]).ids
        == ["audit", "change-xx-choice-officer-3"])
  }

  @Test func `a gap that is left no way is shown with what rules it out`() throws {
    let options = ["audit", "register", "scan"].flatMap { ["--rule-out", $0] }
    let run = try checklist(options)
    #expect(run.result.status == 0 && run.ids == Self.free)
    #expect(run.strings("ruledOut") == ["xx.choice/records@organization"])
    let text = try checklist(options + ["--format", "text"]).result.output
    #expect(
      text.contains(
        "Every remedy was ruled out for xx.choice/records@organization, by audit, register, scan."))
  }

  @Test func `only gaps of the severity are planned`() throws {
    // Possible and moderate are 9 of 25, medium; unlikely and minor are 4, low.
    #expect(try checklist(["--gaps-from", "medium"]).ids == ["audit"])
    #expect(try checklist(["--gaps-from", "high"]).ids == [])
    let typo = try checklist(["--gaps-from", "hihg"])
    #expect(typo.result.status == 2 && typo.result.errors.contains("did you mean `high`?"))
  }

  @Test(arguments: [
    (
      ["--decide", "registre"],
      "`registre` is neither a control nor a remedy nor a change; did you mean `register`?"
    ),
    (["--rule-out", "Free the oficer"], "did you mean `Free the officer`?"),
    (["--decide", "change-xx-choice-offcer"], "did you mean `change-xx-choice-officer`?"),
    (["--minimize", "mony"], "`mony` is not what can be minimized; did you mean `money`?"),
    (["--decide", "map", "--rule-out", "map"], "`map` cannot be decided and ruled out at once"),
    (
      ["--decide", "register", "--rule-out", "map"],
      "`--decide register` cannot be kept: `map`, without which it cannot be, is ruled out (--rule-out map)"
    ),
    (
      ["--decide", "Keep records", "--rule-out", "map"],
      "`--decide Keep records` cannot be kept: `map`, without which it cannot be, is ruled out (--rule-out map)"
    ),
    (
      ["--decide", "Free the officer", "--rule-out", "change-xx-choice-officer"],
      "`--decide Free the officer` cannot be kept: `change-xx-choice-officer`"
    ),
    (["--people", "DPOO=1"], "no control has the owner `DPOO`; did you mean `DPO`?"),
    (["--people", "DPO=0"], "`--people DPO=0` is not ROLE=N"),
    (["--by", "soon"], "`soon` is not a date"),
  ])
  func `a wrong option is refused and says why`(_ options: [String], message: String) throws {
    let result = try checklist(options).result
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test func `decisions of the plan that contradict each other are told with their lines`() throws {
    func errors(_ decisions: String, _ options: [String] = []) throws -> String {
      let result = try checklist(options, plan: Self.plan + "decisions:\n" + decisions).result
      #expect(result.status == 2 && result.output.isEmpty)
      return result.errors
    }
    let register = "  - { id: register, decided: use }\n"
    let map = "  - { id: map, decided: ruleOut }\n"
    let message = "`register` is to be used, but `map`, without which it cannot be, is ruled out"
    #expect(try errors(register + map).contains("plan.yaml:6:5: error: \(message) (plan.yaml:7)"))
    #expect(try errors(map + register).contains("plan.yaml:7:5: error: \(message) (plan.yaml:6)"))
    #expect(
      try errors(register, ["--rule-out", "map"]).contains(
        "plan.yaml:6:5: error: \(message) (--rule-out map)"))
    #expect(
      try errors(map, ["--decide", "register"]).contains(
        "plan.yaml:6:5: error: \(message) (--decide register)"))
    let typo = try errors("  - { id: registre, decided: use }\n")
    #expect(typo.contains("plan.yaml:6") && typo.contains("did you mean `register`?"))
    let twice = try errors("  - { id: map, decided: use }\n  - { id: map, decided: ruleOut }\n")
    #expect(twice.contains("plan.yaml:7") && twice.contains("map"), "\(twice)")
    // The command line counts before the plan.
    #expect(try checklist(["--decide", "map"], plan: Self.plan + "decisions:\n" + map).ids.contains("map"))
  }

  /// 28 calendar days are 20 working days from Monday, 23 November 2026; 12 person days at half a person are 24.
  @Test func `people, and the last day of the window`() throws {
    let options = ["--minimize", "money"]
    let free = try checklist(options + ["--by", "2026-12-18"])
    #expect(free.task("scan")["finish"] as? String == "2026-12-18" && free.list["fits"] as? Bool == true)
    #expect(try checklist(options + ["--by", "2026-12-17"]).list["fits"] as? Bool == false)
    let few = try checklist(options + ["--by", "2026-12-18", "--people", "CISO=0.5"])
    #expect(few.task("scan")["finish"] as? String == "2026-12-24" && few.list["fits"] as? Bool == false)
    let many = try checklist(options + ["--by", "2026-12-18", "--people", "CISO=3"])
    #expect(many.task("scan")["finish"] as? String == "2026-12-18")
  }

  /// The audit takes 30 working days; what is left on 30 November are changes of 10 calendar days, 8 working days.
  @Test func `what is done shortens the rest`() throws {
    let done = "start: 2026-11-23\ntasks: [{ id: audit, done: 2026-11-27 }]\n"
    let run = try checklist(asOf: "2026-11-30", done: done)
    #expect(run.result.status == 0, "\(run.result.errors)")
    let audit = run.task("audit")
    #expect((audit["progress"] as? [String: Any])?["state"] as? String == "done")
    #expect(audit["finish"] as? String == "2026-11-27")
    for id in Self.free {
      #expect(
        run.task(id)["start"] as? String == "2026-11-30" && run.task(id)["finish"] as? String == "2026-12-09")
    }
    let typo = try checklist(asOf: "2026-11-30", done: done.replacingOccurrences(of: "audit", with: "audti"))
    #expect(typo.result.status == 2 && typo.result.errors.contains("did you mean `audit`?"))
    #expect(typo.result.errors.contains("done.yaml:2"))
  }
}
