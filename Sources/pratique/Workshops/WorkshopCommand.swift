import ArgumentParser
import Diagnostics
import Engine
import Plans
import Reports
import Rules
import Signing
import XML

struct WorkshopCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workshop",
    abstract: "A worksheet for a meeting: what the plan says, what it leaves open, what to decide.",
    discussion: """
      EXAMPLES
        pratique workshop                          (which there are)
        pratique workshop infrastructure plan.yaml --output worksheet.md
        pratique workshop quality plan.yaml --format html --output worksheet.html
        pratique answer plan.yaml worksheet.md --in-place
      """)

  @Argument(help: ArgumentHelp("Which workshop; without it they are listed.", valueName: "name"))
  var name: String?

  @Argument(help: "The plan: YAML, JSON or XML; `-` reads standard input.")
  var plan: String?

  @OptionGroup var law: LawOptions

  @Option(help: ArgumentHelp("markdown or html.", valueName: "format"))
  var format = WorksheetFormat.markdown.rawValue

  @OptionGroup var output: OutputOptions

  func run() throws {
    let form = try WorksheetFormat(named: format)
    guard let name else { return try list() }
    let request = law.request(plan ?? "")
    let day = try day(request.asOf)
    let contents = try request.contents(on: day)
    let workshops = try contents.workshops()
    guard let workshop = workshops.first(where: { $0.id == name }) else {
      let hint = didYouMean(name, among: workshops.map(\.id)).map { "; \($0)" } ?? ""
      throw Problem(
        "there is no workshop `\(name)`\(hint); there are \(workshops.map(\.id).joined(separator: ", "))")
    }
    guard let plan else { throw Problem("name a plan: pratique workshop \(name) plan.yaml") }
    try output.check(besides: plan == "-" ? [] : [plan])
    try output.give(form.render(try worksheet(workshop, request, contents)))
  }

  private func list() throws {
    let workshops = try law.library.find().contents().workshops()
    let width = workshops.map(\.id.count).max() ?? 0
    let lines = workshops.map { workshop in
      let name = workshop.id + String(repeating: " ", count: width - workshop.id.count)
      return "\(name)  \(workshop.title) (\(workshop.minutes) minutes). \(workshop.summary)"
    }
    try output.give(lines.joined(separator: "\n") + "\n")
  }

  /// The plan is taken to follow the standards that the workshop is about: whoever meets about them means to.
  private func worksheet(_ workshop: Workshop, _ request: PlanRequest, _ contents: LibraryContents) throws
    -> Worksheet
  {
    var request = request
    let day = try day(request.asOf)
    request.content = try read(request.plan)
    let followed = try Node(
      reading: request.content ?? [], named: plan ?? "", vocabulary: contents.rulebook.vocabulary
    ).frameworks
    let standards = workshop.packs.filter { id in
      contents.rulebook.packs.contains { $0.pack.id == id && $0.pack.kind == .standard }
    }
    request.following = standards.filter { !followed.contains($0) }
    let (report, rulebook, _) = try request.assessed(by: contents, on: day)
    let practices = try Practices(
      contents.library.source("rules/markets.csv"), geography: rulebook.geography)
    let calendar = try contents.calendar()
    return Worksheet(
      workshop, report, rulebook, supposed: request.following,
      guides: report.assessment.markets.map {
        rulebook.guide(to: $0.country, asOf: day, practices: practices, calendar: calendar)
      })
  }
}

/// The forms in which a worksheet can be had.
enum WorksheetFormat: String, CaseIterable {
  case markdown, html

  func render(_ worksheet: Worksheet) -> String {
    switch self {
    case .markdown: worksheet.markdown
    case .html: worksheet.html(version: engineVersion, digest: sha256Bytes)
    }
  }
}

extension LibraryContents {
  /// Those of `rules/workshops.xml`, held against the schema and against the packs.
  func workshops() throws -> [Workshop] {
    let path = "rules/workshops.xml"
    let schema = try Schema(library.bytes("rules/schema/workshops.xsd"), named: "rules/schema/workshops.xsd")
    let element = try parse(library.bytes(path), named: library.shown(path), validatedBy: schema)
    return try Workshop.all(reading: element, file: library.shown(path), rulebook: rulebook)
  }
}
