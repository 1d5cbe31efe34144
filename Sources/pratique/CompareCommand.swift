import ArgumentParser
import Diagnostics
import Engine
import FEEL
import Facts
import Plans
import Reports
import Rules

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Where to next: candidate markets ranked by what stands between the plan and each of them.",
    discussion: """
      EXAMPLES
        pratique compare plan.yaml --markets JP,BR,IN,SG
        pratique compare plan.yaml --markets JP,BR --format json

      Each candidate is judged as one more market of the plan: what is offered, marketed or collected in a market of the plan is taken
      to be so there too.
      """)

  @OptionGroup var options: PlanOptions

  @Option(
    help: ArgumentHelp("Candidate markets, by country code, separated by commas.", valueName: "countries"))
  var markets: String

  @Option(help: ArgumentHelp("text or json.", valueName: "format"))
  var format = NextMarketFormat.text.rawValue

  @OptionGroup var output: OutputOptions

  func run() throws {
    let form = try NextMarketFormat(named: format)
    var request = options.request
    request.content = try read(request.plan)
    let day = try day(request.asOf)
    let contents = try request.contents(on: day)
    let present = try request.assessed(by: contents, on: day)
    let chosen = try countries(beside: present.report.assessment.markets, present.rulebook)
    let found = try chosen.compactMap { country in
      try request.candidate(country, by: contents, on: day, beside: present.report.checklist)
    }
    try output.give(form.render(NextMarket.ranked(found), present.report, day))
  }

  /// The countries asked for, all mistakes at once.
  private func countries(beside taken: [Assessment.Market], _ rulebook: Rulebook) throws -> [String] {
    let asked = markets.split { $0 == "," || $0 == " " }.map { $0.uppercased() }
    var mistakes = asked.isEmpty ? ["name at least one country"] : []
    var result: [String] = []
    for text in asked {
      if let mistake = rulebook.geography.mistake(inCountry: text) {
        mistakes.append(mistake)
      } else if taken.contains(where: { $0.country == text }) {
        mistakes.append("`\(text)` is a market of the plan already")
      } else if result.contains(text) {
        mistakes.append("`\(text)` is named twice")
      } else {
        result.append(text)
      }
    }
    guard mistakes.isEmpty else { throw Problem("--markets: " + mistakes.joined(separator: "\n--markets: ")) }
    return result
  }
}

extension PlanRequest {
  /// The plan with one more market, as it stands and if every unknown turns out a gap.
  fileprivate func candidate(
    _ country: String, by contents: LibraryContents, on day: CalendarDate, beside present: Checklist
  ) throws -> NextMarket? {
    var request = self
    request.entering = country
    let (report, rulebook, plan) = try request.assessed(by: contents, on: day)
    let worst = try request.schedule(
      report.assessment.atWorst, rulebook, plan, contents.calendar(), day, judging)
    return NextMarket(
      country, in: report.assessment, schedule: report.checklist, atWorst: worst.checklist, present: present)
  }
}

/// The forms in which the comparison can be had.
enum NextMarketFormat: String, CaseIterable {
  case text, json

  func render(_ candidates: [NextMarket], _ report: Report, _ day: CalendarDate) -> String {
    switch self {
    case .text: nextMarketsText(candidates, head: "Next markets for \(report.about), law as of \(day)")
    case .json: nextMarketsJSON(candidates, plan: report.about, asOf: day, engine: engineVersion)
    }
  }
}
