import ArgumentParser
import Diagnostics
import Engine
import Plans
import Reports
import Rules

struct PackTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the cases beside the packs.",
    discussion: """
      Paths are case files, packs or folders; without any, all cases of the library run. With --coverage, every operand of the \
      conditions behind an expectation should be true in one case and false in another; what is not is listed. With --remedies, every remedy is carried out on the plan of each case \
      in which its rule has a gap; what does not close the gap is listed with the conditions that still fail. Arguments that are no \
      paths are then packs or provisions: eu, eu.gdpr, eu.gdpr/art-13.
      """)

  @Argument(help: ArgumentHelp("Case files, packs or folders.", valueName: "paths"))
  var paths: [String] = []
  @Flag(help: "List the branches of conditions that no case takes.")
  var coverage = false
  @Option(
    help: ArgumentHelp(
      "With --coverage: list only packs whose cases take less than this share of their branches, and exit 1 if there are any.",
      valueName: "percent"))
  var threshold: Int?
  @Flag(help: "Prove that the remedies close the gaps of the cases.")
  var remedies = false
  @Flag(help: "Run again whenever a file of the library or a case changes.")
  var watch = false
  @Option(help: ArgumentHelp("With --watch: stop after so many runs.", visibility: .hidden))
  var rounds: Int?
  @OptionGroup var library: LibraryOptions

  func run() throws {
    if threshold != nil, !coverage { throw Problem("--threshold needs --coverage") }
    if remedies, coverage { throw Problem("--remedies and --coverage are asked one at a time") }
    if let threshold, !(0...100).contains(threshold) { throw Problem("--threshold is a share from 0 to 100") }
    guard watch else { return try runOnce() }
    let folders = try FileWatch.roots(of: library.find(), and: paths)
    var watch = FileWatch(folders)
    for round in 1...max(1, rounds ?? Int.max) {
      do {
        try runOnce()
      } catch let mistakes as Mistakes {
        Output.complain(mistakes)
      } catch let problem as Problem {
        Output.complain(problem.text)
      } catch is Status {}
      if round == rounds { return }
      Output.say("waiting for changes (Ctrl-C ends)")
      watch.waitForChange()
    }
  }

  private func runOnce() throws {
    let library = try library.find()
    let rulebook = try library.rulebook(checkingAll: true)
    if remedies { return try proveRemedies(library, rulebook) }
    let names =
      try paths.isEmpty ? library.caseFiles() : paths.flatMap(caseFiles(under:))
    guard !names.isEmpty else {
      throw Problem("no case files (cases/*.yaml) under \(paths.joined(separator: ", "))")
    }
    var passed = 0
    var failures: [CaseRun.Failure] = []
    var files: [CaseFile] = []
    for name in names {
      let bytes = try paths.isEmpty ? library.bytes(name) : read(name)
      let file = try CaseFile(reading: Node(reading: bytes, named: name), file: name)
      let run = CaseRun(file, rulebook)
      passed += run.passed
      failures += run.failures
      files.append(file)
    }
    for failure in failures {
      Output.say("\(failure.location.file):\(failure.location.line): \(failure.text)")
    }
    let isCovered = coverage ? report(files, rulebook) : true
    Output.say("\(passed) passed, \(failures.count) failed")
    if !failures.isEmpty || !isCovered { throw Status.findings }
  }

  /// Of the packs whose cases ran.
  private func report(_ files: [CaseFile], _ rulebook: Rulebook) -> Bool {
    let tested = Set(files.map(\.pack))
    let coverage = rulebook.packs.filter { tested.contains($0.pack.id) }.map {
      Coverage(of: $0, rulebook, files)
    }
    Output.say(text(coverage, below: threshold ?? 100))
    return coverage.allSatisfy { $0.covered * 100 >= (threshold ?? 0) * $0.branches }
  }
}
