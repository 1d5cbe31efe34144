import ArgumentParser
import Glibc
import Ledger
import Signing

struct LedgerExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Print all entries, one a line (NDJSON).",
    discussion: "The hash of an entry is the SHA-256 of its line without the member `hash` (docs/ledger.md).")

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.check(besides: [ledger.file])
    let opened = try Ledger(opening: ledger.file, mode: .readOnly)
    var file = try NewFile(output.output)
    // What is appended meanwhile belongs to the next export.
    let last = try opened.head.number
    var number = 0
    while number < last {
      let page = try opened.entries(after: number).filter { $0.number <= last }
      guard let end = page.last else { break }
      try file.write(page.map { $0.line + "\n" }.joined())
      number = end.number
    }
    try file.finish()
  }
}

struct LedgerContent: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "content", abstract: "Write out what an entry names by its SHA-256.")

  @OptionGroup var ledger: LedgerOptions
  @Argument(help: ArgumentHelp("The SHA-256 of the content.", valueName: "hash"))
  var hash: String
  @OptionGroup var output: OutputOptions

  func run() throws {
    try output.check(besides: [ledger.file])
    guard isSHA256(hash) else { throw Problem("`\(hash)` is no SHA-256 in 64 small hexadecimal digits") }
    guard let bytes = try Ledger(opening: ledger.file, mode: .readOnly).content(hash) else {
      throw Problem("the ledger `\(ledger.file)` holds no content \(hash)")
    }
    var file = try NewFile(output.output)
    try file.write(bytes)
    try file.finish()
  }
}
