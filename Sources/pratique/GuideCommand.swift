import ArgumentParser
import Diagnostics
import Engine
import FEEL
import Facts
import Reports
import Rules

struct GuideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guide",
    abstract:
      "What an entrant meets in a market: law, authorities, clocks, languages, culture, working days, lead times.",
    discussion: """
      EXAMPLES
        pratique guide JP
        pratique guide DE --format markdown --output germany.md
      """)

  @Argument(help: ArgumentHelp("The market, by country code.", valueName: "country"))
  var country: String

  @Option(help: "The law of this day (YYYY-MM-DD). Default: SOURCE_DATE_EPOCH, else today in UTC.")
  var asOf: String?

  @Option(help: ArgumentHelp("text or markdown.", valueName: "format"))
  var format = GuideFormat.text.rawValue

  @OptionGroup var library: LibraryOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let form = try GuideFormat(named: format)
    let day = try day(asOf)
    let contents = try library.find().contents()
    let rulebook = contents.rulebook.enacted(on: day)
    if let mistake = rulebook.geography.mistake(inCountry: country) { throw Problem(mistake) }
    let guide = rulebook.guide(
      to: country.uppercased(), asOf: day,
      practices: try Practices(contents.library.source("rules/markets.csv"), geography: rulebook.geography),
      calendar: try contents.calendar())
    try output.give(form.render(guide))
  }
}

/// The forms in which a guide can be had.
enum GuideFormat: String, CaseIterable {
  case text, markdown

  func render(_ guide: MarketGuide) -> String {
    switch self {
    case .text: marketGuideText(guide)
    case .markdown: marketGuideMarkdown(guide)
    }
  }
}
