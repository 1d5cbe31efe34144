import ArgumentParser
import Diagnostics
import Engine
import FEEL
import Facts
import Reports
import Rules

struct Transfers: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Every lane of data with the law that governs it, rules of place, home law, conflicts of laws.",
    discussion: """
      EXAMPLES
        pratique transfers plan.yaml
        pratique transfers --from JP --to US
        pratique transfers --from BR

      Without a plan it shows what the law of one country says of personal data of customers that a controller there gives to a
      processor in another: recognition, and which ways are open or possible. Without --to: to every country that has a pack.
      """)

  @Argument(help: "The plan: YAML, JSON or XML; `-` reads standard input. Not with --from.")
  var plan: String?

  @OptionGroup var law: LawOptions

  @Option(help: ArgumentHelp("Judge the plan as one of its scenarios changes it.", valueName: "name"))
  var scenario: String?

  @Option(help: ArgumentHelp("Instead of a plan: the country that data leave.", valueName: "country"))
  var from: String?

  @Option(help: ArgumentHelp("With --from: where they go, separated by commas.", valueName: "countries"))
  var to: String?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if (plan == nil) == (from == nil) { throw ValidationError("give a plan, or --from with a country") }
    if from == nil, to != nil { throw ValidationError("--to needs --from") }
    if from != nil, scenario != nil { throw ValidationError("--scenario needs a plan") }
  }

  func run() throws {
    guard let from else {
      var request = law.request(plan ?? "-")
      request.scenario = scenario
      return try output.give(transfersText(try request.assessed().report))
    }
    var request = law.request("lane")
    let day = try day(request.asOf)
    let contents = try request.contents(on: day)
    let lane = try countries(from, contents.rulebook, day)
    request.content = Array(Self.plan(from: lane.origin, to: lane.destinations).utf8)
    let report = try request.assessed(by: contents, on: day).report
    let isPair = lane.destinations.count == 1
    try output.give(
      isPair
        ? transfersText(report, isPair: true)
        : transferMatrixText(report, from: lane.origin, to: lane.destinations))
  }

  /// All mistakes at once.
  private func countries(_ from: String, _ rulebook: Rulebook, _ day: CalendarDate) throws -> (
    origin: String, destinations: [String]
  ) {
    let geography = rulebook.geography
    let origin = from.uppercased()
    let covered = { (code: String) in
      rulebook.packs.contains { ($0.pack.jurisdiction.prefix { $0 != "-" }) == code }
    }
    let asked =
      to?.split { $0 == "," || $0 == " " }.map { $0.uppercased() }
      ?? geography.countries.map(\.code).filter { covered($0) && $0 != origin }
    var mistakes = ([("--from", from)] + asked.map { ("--to", $0) }).compactMap { option, text in
      geography.mistake(inCountry: text).map { "\(option): \($0)" }
    }
    if asked.contains(origin) { mistakes.append("--to: `\(origin)` is where the data come from") }
    if asked.isEmpty { mistakes.append("--to: name at least one country") }
    guard mistakes.isEmpty else { throw Problem(mistakes.joined(separator: "\n")) }
    var destinations: [String] = []
    for code in asked where !destinations.contains(code) { destinations.append(code) }
    return (origin, destinations)
  }

  /// A controller in one country and a processor in each of the others. Nothing lies elsewhere, so that there are no other lanes.
  private static func plan(from origin: String, to destinations: [String]) -> String {
    let recipients = destinations.map { code in
      "  - { id: in-\(code.lowercased()), name: A processor in \(code), role: processor, country: \(code), "
        + "processesIn: [\(code)], subProcessors: [] }"
    }
    let ids = destinations.map { "in-\($0.lowercased())" }.joined(separator: ", ")
    return """
      pratique: 1
      organization: { name: A controller in \(origin), establishedIn: [\(origin)], mainEstablishment: \(origin) }
      markets: []
      activities:
        - id: lane
          name: Personal data of customers
          roles: [controller]
          data: [identity, contact]
          sources: [dataSubject]
          subjects: { kinds: [customer] }
          establishmentContext: [\(origin)]
          offeredIn: [\(origin)]
          monitorsBehaviourIn: []
          collectedIn: [\(origin)]
          stores: []
          processedIn: []
          remoteAccessFrom: []
          recipients: [\(ids)]
          systems: []
      recipients:
      \(recipients.joined(separator: "\n"))
      complete: [markets, activities, systems, stores, recipients, incidents]
      """
  }
}
