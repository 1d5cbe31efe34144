import ArgumentParser
import Diagnostics
import Engine
import Plans
import Reports
import Rules

struct PackDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Compare two editions of packs by meaning.",
    discussion: """
      OLD and NEW are folders with `rules` and `jurisdictions`. Provisions, definitions, parameters, scopes and sanctions are
      compared part by part, and with --plan also what comes out for a plan. Status 1: a shipped id was dropped or given to
      another rule without `replaces` or <retired>.
      """)

  @Argument(help: ArgumentHelp("Folder with the earlier edition.", valueName: "old"))
  var old: String
  @Argument(help: ArgumentHelp("Folder with the later edition.", valueName: "new"))
  var new: String
  @Option(help: ArgumentHelp("Plan to judge under both; may be repeated.", valueName: "file"))
  var plan: [String] = []
  @Option(help: ArgumentHelp("Day of the law that plans are judged by, YYYY-MM-DD.", valueName: "date"))
  var asOf: String?
  @Option(help: ArgumentHelp("text or json.", valueName: "format"))
  var format = "text"

  func run() throws {
    guard ["text", "json"].contains(format) else {
      throw Problem("`\(format)` is not a format; text or json")
    }
    let day = try day(asOf)
    func rulebook(_ path: String) throws -> Rulebook {
      try Admission().admit(Library.find(path)) { day }.rulebook()
    }
    let (before, after) = (try rulebook(old), try rulebook(new))
    let common = after.packs.compactMap { pack in
      before.packs.first { $0.pack.id == pack.pack.id }.map { PackComparison($0.pack, pack.pack) }
    }
    let ids = (before.packs.map(\.pack.id), after.packs.map(\.pack.id))
    let samples = try plan.map { path in
      let bytes = try read(path)
      func assessed(_ rulebook: Rulebook) throws -> Assessment {
        let plan = try Plan(
          reading: bytes, named: path, vocabulary: rulebook.vocabulary, geography: rulebook.geography,
          asOf: day)
        return rulebook.assess(plan, asOf: day)
      }
      let comparison = AssessmentComparison(try assessed(before), try assessed(after)) { pack, id in
        after.packs.first { $0.pack.id == pack }?.pack.successors(of: id) ?? []
      }
      return PackDifference.Sample(plan: path, comparison: comparison)
    }
    let difference = PackDifference(
      packs: common, added: ids.1.filter { !ids.0.contains($0) },
      removed: ids.0.filter { !ids.1.contains($0) },
      samples: samples)
    Output.say(format == "json" ? json(difference) : text(difference))
    if !difference.removed.isEmpty || common.contains(where: { !$0.refusals.isEmpty }) {
      throw Status.findings
    }
  }
}
