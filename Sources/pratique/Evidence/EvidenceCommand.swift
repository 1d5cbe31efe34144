import ArgumentParser

struct EvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Give an answer away with everything that it rests on, and check such a bundle.",
    subcommands: [EvidenceBundle.self, EvidenceVerify.self])
}
