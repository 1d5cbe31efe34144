import ArgumentParser
import DMN
import Diagnostics
import FoundationEssentials

struct DecisionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dmn", abstract: "Check decision models.",
    discussion:
      "Names, references and types; gaps and overlaps of decision tables, each with an example. Imported models are given too. Exit status: 0 nothing found, 1 warnings, 2 errors."
  )

  @Argument(help: ArgumentHelp("DMN files.", valueName: "model"))
  var models: [String]

  func run() throws {
    var read: [Model] = []
    var found: [Diagnostic] = []
    for path in models {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw Problem("cannot read `\(path)`")
      }
      do throws(Mistakes) {
        let (model, mistakes) = try Model.read(Array(data), named: path)
        read.append(model)
        found += mistakes
      } catch {
        found += error.all
      }
    }
    let decisions = Decisions(read)
    found = (found + decisions.mistakes + decisions.tableFindings).inFileOrder
    if !found.isEmpty { Output.say(found.map(\.text).joined(separator: "\n")) }
    if found.contains(where: { $0.severity == .error }) { throw Status.badInput }
    if found.contains(where: { $0.severity == .warning }) { throw Status.findings }
  }
}
