import ArgumentParser
import JSON
import Ledger

struct LedgerNote: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Append a note; a ledger that is not there is made.",
    discussion: """
      Prints number and hash of the entry once it is on the disk. `-` makes a note of every line of standard input, each on its own.
      """)

  @OptionGroup var ledger: LedgerOptions
  @Option(help: ArgumentHelp("Who says so: a role, not a name of a person.", valueName: "role"))
  var role: String
  @Argument(help: "What is to be remembered; `-` reads lines.")
  var text: String

  func run() throws {
    let opened = try Ledger(opening: ledger.file, mode: .create)
    guard text == "-" else { return try note(text, in: opened) }
    while let line = readLine() { try note(line, in: opened) }
  }

  private func note(_ text: String, in opened: Ledger) throws {
    let body = JSONValue.object([("role", .string(role)), ("text", .string(text))])
    for entry in try opened.append([Draft(kind: .note, time: try moment(), body: body)]) {
      Output.say("\(entry.number) \(entry.hash)")
    }
  }
}
