import ArgumentParser
import Diagnostics
import Engine
import FEEL
import Plans
import Reports
import Signing

struct PortfolioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "portfolio",
    abstract: "Several plans ranked, with the worst plan by market and category, and the trend.",
    discussion: """
      EXAMPLES
        pratique portfolio app.yaml shop.yaml
        pratique portfolio *.yaml --earlier app-may.json --format html --output portfolio.html

      docs/risk.md says how plans are ranked. The order of plans and results does not matter.
      """)

  @Argument(help: "The plans: YAML, JSON or XML; `-` reads standard input.")
  var plans: [String]
  @OptionGroup var law: LawOptions
  @OptionGroup var choice: ChoiceOptions

  @Option(
    help: ArgumentHelp(
      "Show what changed since this result (`assess --format json`); several times, one for each plan.",
      valueName: "result"))
  var earlier: [String] = []

  @Option(help: ArgumentHelp("text, csv, json or html.", valueName: "format"))
  var format = PortfolioFormat.text.rawValue

  @OptionGroup var output: OutputOptions

  func run() throws {
    let form = try PortfolioFormat(named: format)
    let made = form.render(try portfolio())
    try output.give(made)
  }

  /// Judges one plan after the other, and tells the mistakes of all files at once.
  private func portfolio() throws -> Portfolio {
    let day = try day(law.asOf)
    let files = try distinct(plans, "plan")
    let results = try distinct(earlier, "result")
    var libraries: [[String?]: LibraryContents] = [:]
    var entries: [Portfolio.Entry] = []
    var mistakes: [Diagnostic] = []
    for file in files {
      var request = law.request(file)
      request.choice = choice.request
      let paths = try request.admission.paths()
      let contents = try libraries[paths] ?? request.contents(on: day)
      libraries[paths] = contents
      do {
        entries.append(Portfolio.Entry(try request.assessed(by: contents, on: day).report))
      } catch let found as Mistakes {
        mistakes += found.all
      }
    }
    var before: [EarlierResult] = []
    for file in results {
      let bytes = try read(file)
      do throws(Mistakes) {
        before.append(try earlierResult(bytes, file))
      } catch {
        mistakes += error.all
      }
    }
    mistakes += EarlierResult.twins(before)
    guard mistakes.isEmpty else { throw Mistakes(mistakes.inFileOrder) }
    return Portfolio(entries, earlier: before, asOf: day, engine: engineVersion)
  }

  private func earlierResult(_ bytes: [UInt8], _ file: String) throws(Mistakes) -> EarlierResult {
    do throws(Mistakes) {
      let node = try Node(reading: bytes, named: file, format: .json, limits: EarlierResult.limits)
      return try EarlierResult(node, file: file)
    } catch {
      let source = Source(name: file, bytes: bytes)
      throw Mistakes(error.all.map { $0.withExcerpt(of: source) })
    }
  }

  /// Sorted, so that their order does not matter.
  private func distinct(_ files: [String], _ kind: String) throws -> [String] {
    let sorted = files.sorted()
    if let twice = zip(sorted, sorted.dropFirst()).first(where: { $0 == $1 }) {
      throw Problem("the \(kind) `\(twice.0)` is named twice")
    }
    return sorted
  }
}

/// The forms in which the overview can be had.
enum PortfolioFormat: String, CaseIterable {
  case text, csv, json, html

  func render(_ portfolio: Portfolio) -> String {
    switch self {
    case .text: portfolioText(portfolio)
    case .csv: portfolioCSV(portfolio)
    case .json: portfolioJSON(portfolio)
    case .html: portfolioHTML(portfolio, digest: sha256Bytes)
    }
  }
}
