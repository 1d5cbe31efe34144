import ArgumentParser
import Publishing
import Signing

struct PackLock: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock", abstract: "Write down which packs are used, by edition and content.",
    discussion: """
      A command that judges a plan holds the packs against a pratique.lock beside the plan, or the one named with --lock, and stops if \
      they differ. The hashes are the same for packs in folders and in archives.
      """)

  @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
  var output = Lock.fileName
  @Option(help: ArgumentHelp("The folder with rules and jurisdictions, or archives.", valueName: "path"))
  var packs: String?
  @Option(help: ArgumentHelp("Lock only packs signed by a key in this file, and by whom.", valueName: "file"))
  var trust: String?

  func run() throws {
    let library = try Library.find(packs)
    let contents = try library.allFiles()
    let inventory = try Inventory(of: contents)
    var signers: [String: String] = [:]
    if let trust = try Admission(trust: trust).trustFile() {
      signers = try Admission.signers(library.candidates(inventory, contents), trust, on: day(nil))
    }
    let lock = Lock(inventory, signers: signers)
    try Output.write(lock.text, to: output)
    Output.say("Wrote \(output): \(lock.packs.count) \(lock.packs.count == 1 ? "pack" : "packs")")
  }
}
