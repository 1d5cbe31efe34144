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
    for id in ids where !rulebook.packs.contains(where: { matches($0.pack.id, id) }) {
      let hint = didYouMean(id, among: rulebook.packs.map(\.pack.id)).map { "; \($0)" } ?? ""
      throw Problem("there is no pack `\(id)`\(hint)")
    }
    rulebook.packs =
      ids.isEmpty
      ? library.subjects(rulebook)
      : rulebook.packs.filter { pack in ids.contains { matches(pack.pack.id, $0) } }
    let cases = try library.caseFiles().map { path in
      try CaseFile(reading: Node(reading: library.bytes(path), named: path), file: path)
    }
    let documentation = Documentation(
      rulebook: rulebook, cases: cases, day: try asOf.map { try day($0) }, version: engineVersion,
      digest: sha256Bytes)
    let files = documentation.files()
    try Output.write(files, into: outputDir)
    Output.say("\(files.count) files in \(outputDir): \(files.map(\.name).joined(separator: ", "))")
  }

  private func matches(_ id: String, _ wanted: String) -> Bool {
    id == wanted || id.hasPrefix("\(wanted).")
  }
}
