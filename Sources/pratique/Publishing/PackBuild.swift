import ArgumentParser
import Diagnostics
import Publishing
import Rules
import Signing

struct PackBuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Put packs into one archive.",
    discussion: """
      The archive holds the packs with their cases, the files under `rules` that they rest on, and a manifest: editions, state of \
      the law, sources, reviews, licence and the SHA-256 of every file. The same files give the same bytes.
      """)

  @Argument(
    help: ArgumentHelp("Ids of packs, or prefixes of them; without any, all packs.", valueName: "packs"))
  var packs: [String] = []
  @Option(name: .shortAndLong, help: ArgumentHelp("The archive to write (*.pratique).", valueName: "file"))
  var output: String
  @Option(help: ArgumentHelp("The licence of the packs, as an SPDX expression.", valueName: "expression"))
  var licence: String
  @Option(
    name: .customLong("packs"),
    help: ArgumentHelp("The folder with rules and jurisdictions.", valueName: "folder"))
  var library: String?

  func run() throws {
    guard output.hasSuffix(PackArchive.ending) else {
      throw Problem("the name of an archive ends in `\(PackArchive.ending)`")
    }
    guard Manifest.isLicence(licence) else {
      throw Problem("`\(licence)` is no SPDX expression; write for example Apache-2.0 or CC-BY-4.0")
    }
    let contents = try Library.find(library).allFiles()
    let chosen = try chosen(Inventory(of: contents).packs.map(\.id))
    let bytes = try PackArchive.bytes(of: contents, packs: chosen, licence: licence, needs: .own)
    // What cannot be read back, or does not compile on its own, is not written.
    let archive = try PackArchive(reading: bytes, named: output)
    let own = Library(root: output, reason: "just built", held: archive.files)
    _ = try own.rulebook(checkingAll: true)
    try Output.write(bytes, to: output)
    for pack in archive.manifest.inventory.packs { Output.say(pack.line) }
    Output.say("Wrote \(output), sha256 \(archive.sha256)")
  }

  private func chosen(_ known: [String]) throws -> Set<String> {
    guard !packs.isEmpty else { return Set(known) }
    var chosen: Set<String> = []
    for id in packs {
      let found = known.filter { $0 == id || $0.hasPrefix(id + ".") }
      guard !found.isEmpty else {
        throw Problem("there is no pack `\(id)`\(didYouMean(id, among: known).map { "; \($0)" } ?? "")")
      }
      chosen.formUnion(found)
    }
    return chosen
  }
}

extension Inventory.Pack {
  /// One line of text.
  var line: String { "\(id)  edition \(facts.edition)  law of \(facts.asOf)  sha256 \(sha256)" }
}
