import ArgumentParser
import Diagnostics
import Plans
import Rules

struct AnswerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer",
    abstract: "Write answers into a plan: filled worksheets, or YAML with facts as reports name them.",
    discussion: """
      EXAMPLES
        pratique answer plan.yaml worksheet.md
        pratique answer plan.yaml answers.yaml --in-place

      Answers say what the plan did not say; what it says otherwise is refused. Remarks and order of the plan stay as they are.
      """)

  @Argument(help: "The plan: YAML or JSON.")
  var plan: String

  @Argument(
    help: ArgumentHelp("Markdown with blocks of YAML, or YAML; several count together.", valueName: "file"))
  var answers: [String]

  @Option(
    help: "Figures whose last day is before this day (YYYY-MM-DD) may be answered anew. Default: today.")
  var asOf: String?

  @Flag(help: "Change the plan itself instead of printing it.")
  var inPlace = false

  @OptionGroup var library: LibraryOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    guard !answers.isEmpty else { throw Problem("name a file of answers") }
    guard !(inPlace && (output.output != nil || plan == "-")) else {
      throw Problem("--in-place needs a plan in a file, and no --output")
    }
    try output.check(besides: ([plan] + answers).filter { $0 != "-" })
    let day = try day(asOf)
    let rulebook = try library.find().rulebook()
    let bytes = try read(plan)
    let given = try taken(rulebook)
    var mistakes = given.mistakes
    var made: [UInt8] = []
    do throws(Mistakes) {
      made = try PlanEdit.answered(bytes, named: plan, by: given.answers, on: day)
    } catch {
      mistakes += error.all
    }
    do throws(Mistakes) {
      // What the answers make of the plan is judged as such: its mistakes then stand in the answers.
      let node = try Node(reading: bytes, named: plan, vocabulary: rulebook.vocabulary)
      _ = try Plan(
        node.merged(with: given.answers.changes), file: plan, vocabulary: rulebook.vocabulary,
        geography: rulebook.geography)
    } catch {
      mistakes += error.all.filter { !mistakes.contains($0) }
    }
    let sources = given.sources + [Source(name: plan, bytes: bytes)]
    guard mistakes.isEmpty else {
      throw Mistakes(mistakes.map { mistake in sources.reduce(mistake) { $0.withExcerpt(of: $1) } })
    }
    let text = String(decoding: made, as: UTF8.self)
    if inPlace { try Output.change(plan, to: text) } else { try output.give(text) }
    let count = given.answers.answered
    Output.complain(
      "\(count) answer\(count == 1 ? "" : "s") taken into \(plan), \(given.answers.open) left open")
  }

  /// All files together, with the mistakes of all.
  private func taken(_ rulebook: Rulebook) throws -> (
    answers: AnswerSheet, sources: [Source], mistakes: [Diagnostic]
  ) {
    var all: AnswerSheet?
    var sources: [Source] = []
    var mistakes: [Diagnostic] = []
    for path in answers {
      let bytes = try read(path)
      sources.append(Source(name: path, bytes: bytes))
      do throws(Mistakes) {
        let next = try AnswerSheet(reading: bytes, named: path, vocabulary: rulebook.vocabulary)
        all = all?.joined(with: next) ?? next
      } catch {
        mistakes += error.all
      }
    }
    guard let all else { throw Mistakes(mistakes) }
    return (all, sources, mistakes + all.mistakes)
  }
}
