import ArgumentParser
import Diagnostics
import Engine
import Plans
import Reports
import Rules
import XML

struct PackMap: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "Put the claims of mappings between packs to the test.",
    discussion: """
      A mapping says how provisions of one pack relate to those of another: equal, subset, superset or intersects. For each \
      claim but the last, plans are searched that disprove it. With --from and --to, says what follows for one provision over \
      all mappings. Status 1: a claim is disproved. Without files, those of `mappings` in the library.
      """)

  @Argument(help: ArgumentHelp("Mapping files (*.xml).", valueName: "files"))
  var files: [String] = []
  @Option(help: ArgumentHelp("Provision to start from: eu.gdpr/art-32-1.", valueName: "provision"))
  var from: String?
  @Option(help: ArgumentHelp("Pack to arrive at.", valueName: "pack"))
  var to: String?
  @OptionGroup var library: LibraryOptions

  func run() throws {
    guard (from == nil) == (to == nil) else { throw Problem("--from and --to belong together") }
    let library = try library.find()
    let rulebook = try library.rulebook(checkingAll: true)
    let mappings = try mappings(library, rulebook)
    if let from, let to { return try follow(from, to, mappings, rulebook) }
    let cases = try cases(library)
    let reports = mappings.map { mapping in
      MappingReport(
        mapping: mapping, attacks: mapping.links.map { MappingAttack($0, of: mapping, rulebook, cases) })
    }
    Output.say(text(reports))
    if reports.contains(where: { $0.disproved > 0 }) { throw Status.findings }
  }

  private func mappings(_ library: Library, _ rulebook: Rulebook) throws -> [Mapping] {
    let shipped =
      exists("\(library.root)/mappings")
      ? try library.files(in: "mappings") { $0.hasSuffix(".xml") }.map { "\(library.root)/\($0)" } : []
    let files = files.isEmpty ? shipped : files
    guard !files.isEmpty else {
      throw Problem("no mappings; name their files, or put them into `mappings` of the library")
    }
    let schema = try Schema(library.bytes("rules/schema/mapping.xsd"), named: "rules/schema/mapping.xsd")
    var mappings: [Mapping] = []
    var mistakes: [Diagnostic] = []
    for file in files {
      let bytes = try read(file)
      do throws(Mistakes) {
        let root = try XML.parse(bytes, named: file, validatedBy: schema)
        mappings.append(try Mapping(reading: root, file: file, packs: rulebook.packs.map(\.pack)))
      } catch {
        mistakes += error.all
      }
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    return mappings
  }

  private func follow(_ from: String, _ to: String, _ mappings: [Mapping], _ rulebook: Rulebook) throws {
    let parts = from.split(separator: "/", maxSplits: 1).map(String.init)
    let packs = rulebook.packs.map(\.pack)
    guard parts.count == 2, let pack = packs.first(where: { $0.id == parts[0] }) else {
      throw Problem("`\(from)` is no provision; write PACK/PROVISION, as in eu.gdpr/art-32-1")
    }
    guard pack.provisions.contains(where: { $0.id == parts[1] }) else {
      let hint = didYouMean(parts[1], among: pack.provisions.map(\.id)).map { "; \($0)" } ?? ""
      throw Problem("`\(pack.id)` has no provision `\(parts[1])`\(hint)")
    }
    guard packs.contains(where: { $0.id == to }) else {
      throw Problem(
        "there is no pack `\(to)`\(didYouMean(to, among: packs.map(\.id)).map { "; \($0)" } ?? "")")
    }
    let start = MappingPaths.Place(parts[0], parts[1])
    Output.say(text(MappingPaths(mappings).paths(from: start, to: to), from: start))
  }

  private func cases(_ library: Library) throws -> [CaseFile] {
    try library.caseFiles().map { file in
      try CaseFile(reading: Node(reading: library.bytes(file), named: file), file: file)
    }
  }
}
