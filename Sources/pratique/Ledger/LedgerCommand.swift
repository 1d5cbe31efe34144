import ArgumentParser

struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "Read, check and export a ledger of assessments; add notes and sign-offs.",
    discussion: """
      EXAMPLES
        pratique ledger note audit.ledger --role Counsel "Read the new guidance; nothing changes."
        pratique ledger history audit.ledger --plan hiring-saas
        pratique ledger verify audit.ledger --head 5f0c…

      Each entry is chained to the one before by SHA-256; what that shows, and what it cannot, is in docs/ledger.md.
      """,
    subcommands: [
      LedgerVerify.self, LedgerExport.self, LedgerHead.self, LedgerHistory.self, LedgerContent.self,
      LedgerNote.self, SignOffCommand.self,
    ])
}

/// The file that every subcommand reads.
struct LedgerOptions: ParsableArguments {
  @Argument(help: "The ledger.")
  var file: String
}
