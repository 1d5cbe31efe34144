import ArgumentParser
import Ledger
import Signing

struct LedgerVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check every entry, the chain, and all contents.",
    discussion: "Status 1 if anything is not as it was written, 2 if the file cannot be read.")

  @OptionGroup var ledger: LedgerOptions
  @Option(
    help: ArgumentHelp(
      "This hash, noted down or signed elsewhere, must be in the chain: a cut-off end shows.",
      valueName: "hash"))
  var head: String?

  func run() throws {
    if let head, !isSHA256(head) { throw Problem("`\(head)` is no SHA-256 in 64 small hexadecimal digits") }
    var last: Head?
    var faults: [String] = []
    do throws(LedgerError) {
      let opened = try Ledger(opening: ledger.file, mode: .readOnly)
      faults = try opened.verify(head: head).map(\.text)
      if faults.isEmpty { last = try opened.head }
    } catch {
      guard case .damaged(_, let how) = error else { throw error }
      faults = ["ledger: \(how)"]
    }
    if let last {
      return Output.say("\(ledger.file): \(entries(last.number)), nothing is wrong; head \(last.hash)")
    }
    Output.say((faults + [faults.count == 1 ? "1 fault" : "\(faults.count) faults"]).joined(separator: "\n"))
    throw Status.findings
  }

  private func entries(_ count: Int) -> String { count == 1 ? "1 entry" : "\(count) entries" }
}

struct LedgerHead: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "head", abstract: "Print the number and the hash of the last entry.",
    discussion: "Kept elsewhere, or in a signed bundle, it is what `verify --head` takes.")

  @OptionGroup var ledger: LedgerOptions

  func run() throws {
    let head = try Ledger(opening: ledger.file, mode: .readOnly).head
    Output.say("\(head.number) \(head.hash)")
  }
}
