import ArgumentParser
import Diagnostics
import Engine
import Plans
import Reports
import Rules

struct PackProve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove", abstract: "Show what the cases of packs would find.",
    discussion: """
      Puts small mistakes into the conditions, periods and parameters of a pack, one at a time, and runs its cases: a mistake that \
      no case finds is listed with its place, and with a case that would find it, where the search finds one. Looks also for a \
      plan for each verdict of each provision, and at the borders of numbers and dates.
      """)

  @Argument(
    help: ArgumentHelp("Ids of packs, or prefixes of them; without any, all packs.", valueName: "packs"))
  var packs: [String] = []
  @Option(
    help: ArgumentHelp("Exit 1 if the cases find less than this share of the mistakes.", valueName: "percent")
  )
  var minimum: Int?
  @Flag(help: "List also the plans found for verdicts, and the borders of numbers and dates.")
  var verbose = false
  @Flag(help: "Only count: search for no cases, verdicts or borders.")
  var scoreOnly = false
  @Option(help: ArgumentHelp("text or json.", valueName: "format"))
  var format = "text"
  @OptionGroup var library: LibraryOptions

  func run() throws {
    guard ["text", "json"].contains(format) else {
      throw Problem("`\(format)` is not a format; text or json")
    }
    if let minimum, !(0...100).contains(minimum) { throw Problem("--minimum is a share from 0 to 100") }
    let library = try library.find()
    let rulebook = try library.rulebook(checkingAll: true)
    let chosen = try library.packs(named: packs, in: rulebook)
    let files = try caseFiles(library)
    let proofs = chosen.map { Proof(of: $0, rulebook, files, onlyScore: scoreOnly) }
    let failures = proofs.flatMap(\.failures)
    for failure in failures {
      Output.say("\(failure.location.file):\(failure.location.line): \(failure.text)")
    }
    guard failures.isEmpty else {
      Output.say(
        "\(failures.count) cases do not hold, so nothing can be proved with them; run `pratique pack test`")
      throw Status.findings
    }
    Output.say(
      format == "json" ? json(proofs) : scoreOnly ? scores(proofs) : text(proofs, isWhole: verbose))
    let isTooFew = proofs.contains { $0.killed * 100 < (minimum ?? 0) * $0.mutants }
    if isTooFew { throw Status.findings }
  }

  private func caseFiles(_ library: Library) throws -> [CaseFile] {
    try library.caseFiles().map { file in
      try CaseFile(reading: Node(reading: library.bytes(file), named: file), file: file)
    }
  }
}
