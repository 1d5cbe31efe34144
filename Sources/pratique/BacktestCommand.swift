import ArgumentParser
import Diagnostics
import Engine
import FoundationEssentials
import Plans
import Reports
import Rules

struct BacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest", abstract: "Compare findings with what authorities found in real decisions.",
    discussion:
      "The folder holds one file per decision: case, asOf, plan, infringed and clear [{law, article, paragraph}]."
  )

  @Argument(help: ArgumentHelp("Folder with one YAML file per decision.", valueName: "folder"))
  var folder: String
  @Option(help: ArgumentHelp("text or json.", valueName: "format"))
  var format = "text"
  @OptionGroup var library: LibraryOptions

  func run() throws {
    guard ["text", "json"].contains(format) else {
      throw Problem("`\(format)` is not a format; text or json")
    }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw Problem("cannot list `\(folder)`")
    }
    let files = names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }.sorted()
    guard !files.isEmpty else { throw Problem("`\(folder)` has no decision (*.yaml)") }
    let rulebook = try library.find().rulebook()
    var result = Backtest()
    var mistakes: [Diagnostic] = []
    for name in files {
      let path = "\(folder)/\(name)"
      let content = try read(path)
      do throws(Mistakes) {
        try result.add(Precedent(reading: Node(reading: content, named: path), file: path), rulebook)
      } catch {
        mistakes += error.all
      }
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    Output.say(format == "json" ? json(result) : text(result))
  }
}
