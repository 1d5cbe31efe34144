import ArgumentParser
import Diagnostics
import Linting
import Rules
import Signing

struct PackVerifySources: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify-sources", abstract: "Hold packs against the texts of the laws that they cite.",
    discussion: """
      Tells which provisions cite an article whose text is not the one that they were read against (the SHA-256 in pins.yaml beside \
      the pack), have no pin, or quote what the cited article does not say, and which pins nothing needs; exit status 1 if there is any. PACK is \
      an id (eu.gdpr) or a prefix (eu); without any, all packs. docs/packs.md says how texts look.
      """)

  @Argument(help: ArgumentHelp("Ids or prefixes of packs.", valueName: "pack"))
  var packs: [String] = []
  @Option(help: ArgumentHelp("The folder with the texts of laws.", valueName: "folder"))
  var texts: String
  @Flag(help: "Write the pins anew: what the packs cite was read as it stands in the texts.")
  var write = false
  @OptionGroup var library: LibraryOptions

  func run() throws {
    let library = try library.find()
    if write, library.held != nil {
      throw Problem(
        "pins are written into a folder of packs; \(library.root) is no such folder, or is locked or signed")
    }
    let rulebook = try library.rulebook()
    let chosen = try library.packs(named: packs, in: rulebook)
    let texts = try LawTexts(library, rulebook, in: texts)
    var findings: [Diagnostic] = []
    var (unverified, absent): (Set<String>, [String]) = ([], [])
    var pinned = 0
    for pack in chosen.map(\.pack) {
      let file = pack.file.replacing("/pack.xml", with: "/\(Pins.fileName)")
      let known = try library.pins(beside: pack.file)
      var check = PackVerifySources.check(pack, known ?? Pins(file: file), texts)
      if write, known != nil || !check.renewed.laws.isEmpty {
        let text = check.renewed.text
        if try known == nil || text != String(decoding: library.bytes(file), as: UTF8.self) {
          try Output.write(text, to: library.absolute(file))
          Output.say("wrote \(file)")
        }
        check = PackVerifySources.check(pack, check.renewed, texts)
      }
      findings += check.findings
      unverified.formUnion(check.unverified)
      absent += check.absent.filter { !absent.contains($0) }
      pinned += check.renewed.laws.map(\.articles.count).reduce(0, +)
    }
    for finding in findings { Output.say(finding.text) }
    if !absent.isEmpty { Output.say("Not verified, not in the texts: \(absent.joined(separator: ", "))") }
    if !unverified.isEmpty {
      Output.say("Not verified, without a text: \(unverified.sorted().joined(separator: ", "))")
    }
    Output.say("\(chosen.count) packs, \(pinned) pins, \(findings.count) findings")
    if !findings.isEmpty { throw Status.findings }
  }

  private static func check(_ pack: Pack, _ pins: Pins, _ texts: LawTexts) -> SourceCheck {
    SourceCheck(pack, pins: pins, texts: texts.texts, names: texts.names) { sha256(Array($0.utf8)) }
  }
}
