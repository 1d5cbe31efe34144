import ArgumentParser
import Diagnostics
import Engine
import FEEL
import Plans
import Reports
import Rules
import Signing

struct PackDocument: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doc", abstract: "Write packs as pages that people read.",
    discussion: """
      A page for each pack, and an index: every provision in words beside its law, with conditions that need no FEEL, cases
      and history. PACK is an id (eu.gdpr) or a prefix (eu); without any, all packs of the library are written.
      """)

  @Argument(help: ArgumentHelp("Ids or prefixes of packs.", valueName: "pack"))
  var ids: [String] = []
  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write into.", valueName: "folder"))
  var outputDir = "pratique-packs"
  @Option(
    help: ArgumentHelp(
      "Show the values of the law of this day (YYYY-MM-DD). Default: the edition of each pack.",
      valueName: "date"))
  var asOf: String?
  @OptionGroup var library: LibraryOptions

  func run() throws {
    let library = try library.find()
    var rulebook = try library.rulebook(checkingAll: true)
    rulebook.packs = try library.packs(named: ids, in: rulebook)
    let cases = try library.caseFiles().map { path in
      try CaseFile(reading: Node(reading: library.bytes(path), named: path), file: path)
    }
    var pins: [String: Pins] = [:]
    for pack in rulebook.packs { pins[pack.pack.file] = try library.pins(beside: pack.pack.file) }
    let documentation = Documentation(
      rulebook: rulebook, cases: cases, day: try asOf.map { try day($0) }, version: engineVersion,
      pins: pins,
      digest: sha256Bytes)
    let files = documentation.files()
    try Output.write(files, into: outputDir)
    Output.say("\(files.count) files in \(outputDir): \(files.map(\.name).joined(separator: ", "))")
  }
}
