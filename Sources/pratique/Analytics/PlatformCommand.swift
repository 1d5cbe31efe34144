import Analytics
import ArgumentParser
import Diagnostics
import Engine
import FEEL
import JSON
import Plans
import Reports
import Signing
import YAML

struct PlatformCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "platform",
    abstract:
      "Which platform wins by weighted criteria, how far weights must move to change it, what each costs, and the way there.",
    discussion: """
      EXAMPLES
        pratique platform
        pratique platform docs/operations/platforms.yaml --within 120
        pratique platform platforms.yaml --start 2027-01-11 --format html --output platform.html

      Without a file, the three examples of the playbook (rules/platforms.yaml, to copy from): of them only prices are known. A score
      that is not known may be anything on the scale; a winner is named only if no such value changes it. docs/operations.md has the
      keys of the file and all formulas.
      Exit status: 2 for a file or option that cannot be used.
      """)

  @Argument(help: "The options and criteria: YAML or JSON; `-` reads standard input.")
  var file: String?
  @Option(help: ArgumentHelp("Tell the chance to finish the roadmap within so many days.", valueName: "days"))
  var within: Double?
  @Option(help: ArgumentHelp("The first day of the roadmap (YYYY-MM-DD).", valueName: "date"))
  var start: String?
  @OptionGroup var figures: FigureOptions
  @Option(help: ArgumentHelp("text, json, markdown or html.", valueName: "format"))
  var format = PlatformFormat.text.rawValue
  @OptionGroup var output: OutputOptions

  func run() throws {
    let form = try PlatformFormat(named: format)
    let reader = try figures.reader()
    let fragile = try reader.value("fragileWeight", in: 0...1)
    let days = try within.map { try checked($0, "within", in: 1...100_000) }
    let first = try start.map { try day($0) }
    let source = try source()
    let selection = try withExcerpts(of: source) { () throws(Mistakes) in
      try Selection(try YAML.parse(source.bytes, named: source.name))
    }
    guard selection.roadmap != nil || days == nil && first == nil else {
      throw Problem("`\(source.name)` has no `roadmap`, of which `--within` and `--start` speak")
    }
    let result = PlatformResult(
      comparison: Comparison(selection, on: reader.day, fragileChange: fragile),
      outlook: selection.roadmap.map(RoadmapOutlook.init),
      start: first, within: days, file: source.name)
    switch form {
    case .text: try output.give(result.text)
    case .json: try output.give(result.json.text() + "\n")
    case .markdown: try output.give(result.page.markdown)
    case .html: try output.give(result.page.html(version: engineVersion, digest: sha256Bytes))
    }
  }

  private func source() throws -> Source {
    guard let file else { return try figures.library.find().source("rules/platforms.yaml") }
    return Source(name: file == "-" ? "standard input" : file, bytes: try read(file))
  }
}

/// The forms in which a choice of a platform can be had.
enum PlatformFormat: String, CaseIterable { case text, json, markdown, html }

/// A comparison and the way to what is chosen, with what was asked of them.
struct PlatformResult {
  var comparison: Comparison
  var outlook: RoadmapOutlook?
  var start: CalendarDate?
  var within: Double?
  var file: String

  var lead: String { "As of \(comparison.day) (\(file))" }
  var sections: [Section] {
    comparison.sections + (outlook.map { [$0.section(start: start, within: within)] } ?? [])
  }

  /// For people.
  var text: String {
    var lines = ["\(comparison.selection.title): \(comparison.verdictText)", lead]
    lines += comparison.notes.map { "Note: \($0)" }
    for section in sections {
      lines += ["", section.title] + section.lead.map { "  \($0)." }
      if !section.rows.isEmpty { lines.append(columns(section.rows)) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  var page: TablePage {
    TablePage(
      brand: "Choice of a platform", title: comparison.selection.title, verdict: comparison.verdictText,
      isSettled: comparison.isSettled && !comparison.isFragile, lead: lead, notes: comparison.notes,
      tables: sections.map { .init(title: $0.title, lead: $0.lead, rows: $0.rows) })
  }
}
