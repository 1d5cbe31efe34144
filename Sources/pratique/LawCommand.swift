import ArgumentParser

struct LawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "law", abstract: "Show what the law is that packs hold, and how it changes.",
    subcommands: [LawDiff.self, LawCoverageCommand.self])
}
