import ArgumentParser
import DMN
import Diagnostics
import FEEL
import FoundationEssentials
import TimeZones

struct TckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tck", abstract: "Run a folder of the DMN conformance kit.",
    discussion:
      "Test files are run against the models beside them. Exit status: 0 all pass, 1 some fail, 2 bad input.")

  @Argument(help: ArgumentHelp("Folder with models and test files, at any depth.", valueName: "folder"))
  var folder: String
  @Option(help: ArgumentHelp("Write one row for each result.", valueName: "file"))
  var csv: String?

  func run() throws {
    // The kit asks only for the kind of what `now()` gives.
    let instant = DateTime(Date().formatted(.iso8601))
    var conformance = Conformance(in: Surroundings(zones: .system(), instant: instant))
    let folders = try Dictionary(
      grouping: files(), by: { $0.split(separator: "/").dropLast().joined(separator: "/") })
    for (name, files) in folders.sorted(by: { $0.key < $1.key }) {
      conformance.run(
        folder: name,
        try files.sorted().map { Conformance.File(path: $0, bytes: try bytes(of: "\(folder)/\($0)")) })
    }
    guard !conformance.verdicts.isEmpty else {
      guard conformance.mistakes.isEmpty else { throw Mistakes(conformance.mistakes) }
      throw Problem("`\(folder)` holds no test cases")
    }
    if let csv { try Output.write(conformance.csv, to: csv) }
    if !conformance.mistakes.isEmpty { Output.complain(Mistakes(conformance.mistakes)) }
    Output.say(conformance.text)
    if conformance.hasFailures { throw Status.findings }
  }

  /// Models and tests, as paths below the folder.
  private func files() throws -> [String] {
    guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
      throw Problem("cannot list `\(folder)`")
    }
    return paths.filter { $0.hasSuffix(".dmn") || $0.hasSuffix(".xml") }
  }

  private func bytes(of path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Problem("cannot read `\(path)`")
    }
    return Array(data)
  }
}
