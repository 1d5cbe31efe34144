import ArgumentParser
import Diagnostics
import Engine
import FEEL
import Plans
import Reports
import Rules

struct LawDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "What changes in the law from one day to another.",
    discussion: """
      Amendments that became law in between, what they say, which duties begin or end, which dates and values are others; with \
      --plan also the findings that change. PACK is an id (eu.ai-act) or a prefix (eu); without any, all packs are compared.
      """)

  @Argument(help: ArgumentHelp("Ids or prefixes of packs.", valueName: "pack"))
  var packs: [String] = []
  @Option(help: ArgumentHelp("The earlier day (YYYY-MM-DD).", valueName: "date"))
  var from: String
  @Option(help: ArgumentHelp("The later day (YYYY-MM-DD).", valueName: "date"))
  var to: String
  @Option(help: ArgumentHelp("Plan to judge on both days; may be repeated.", valueName: "file"))
  var plan: [String] = []
  @Option(help: ArgumentHelp("text, json or markdown.", valueName: "format"))
  var format = "text"
  @OptionGroup var library: LibraryOptions

  func run() throws {
    guard ["text", "json", "markdown"].contains(format) else {
      throw Problem("`\(format)` is not a format; text, json or markdown")
    }
    let days = (try day(from), try day(to))
    if days.1 < days.0 { throw Problem("--to \(to) is before --from \(from)") }
    let found = try library.find()
    let rulebook = try found.rulebook()
    let chosen = try found.packs(named: packs, in: rulebook)
    let ids = chosen.map(\.pack.id)
    let samples = try plan.map { path in
      let bytes = try read(path)
      func assessed(_ day: CalendarDate) throws -> Assessment {
        let plan = try Plan(
          reading: bytes, named: path, vocabulary: rulebook.vocabulary, geography: rulebook.geography,
          asOf: day)
        return rulebook.assess(plan, asOf: day, options: Rulebook.Options(only: ids))
      }
      let comparison = AssessmentComparison(try assessed(days.0), try assessed(days.1)) { pack, id in
        chosen.first { $0.pack.id == pack }?.enacted(on: days.1).pack.successors(of: id) ?? []
      }
      return LawDifference.Sample(plan: path, comparison: comparison)
    }
    let difference = LawDifference(
      packs: chosen.map { LawComparison($0.pack, from: days.0, to: days.1) }, samples: samples)
    switch format {
    case "json": Output.say(json(difference))
    case "markdown": Output.say(markdown(difference))
    default: Output.say(text(difference))
    }
  }
}
