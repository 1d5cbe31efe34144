import ArgumentParser
import Diagnostics
import Engine
import Reports
import Rules

let versionLine = "pratique \(engineVersion)"

struct Version: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The version; --verbose names every pack with its state of law.")
  @Flag(name: .shortAndLong, help: "Every pack with edition, review and hash.")
  var verbose = false
  @OptionGroup var library: LibraryOptions

  func run() throws {
    guard verbose else { return Output.say(versionLine) }
    let library = try library.find()
    let rulebook = try library.rulebook()
    var lines = [
      versionLine, "result schema \(ResultFile.schemaVersion)",
      "packs from \(library.root) (\(library.reason))",
    ]
    for pack in rulebook.packs {
      lines.append(
        "\(pack.pack.id)  edition \(pack.pack.edition)  reviewed \(pack.pack.review.on) (\(pack.pack.review.confidence.rawValue))"
          + "  \(Set(pack.pack.provisions.map(\.id)).count) provisions  sha256 \(pack.sha256)")
    }
    Output.say(lines.joined(separator: "\n"))
  }
}

struct Completion: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a completion script for bash, zsh or fish.")
  enum Shell: String, ExpressibleByArgument, CaseIterable { case bash, zsh, fish }
  @Argument(help: "bash, zsh or fish.")
  var shell: Shell

  func run() throws {
    Output.say(Pratique.completionScript(for: CompletionShell(rawValue: shell.rawValue) ?? .bash))
  }
}

struct Topic: ParsableCommand {
  static let names = ["exit-codes", "environment", "verdicts"]
  static let configuration = CommandConfiguration(
    abstract: "Help topics: exit-codes, environment, verdicts.",
    discussion: "Also as `pratique help exit-codes`.")

  @Argument(help: "exit-codes, environment or verdicts.")
  var name: String

  func run() throws {
    switch name {
    case "exit-codes": Output.say(Self.exitCodes)
    case "environment": Output.say(Self.environment)
    case "verdicts": Output.say(Self.verdicts)
    default:
      throw Problem(
        "there is no topic `\(name)`\(didYouMean(name, among: Self.names).map { "; \($0)" } ?? "")")
    }
  }

  private static let exitCodes = """
    0  judged; no gap and no open question at or above --fail-on (default: high)
    1  at least one gap at or above --fail-on
    2  bad usage or bad input: a file, key, value or pack; nothing was written
    3  no such gap, but facts are unknown on which one may hang: see `pratique questions`
    4  internal error: a condition of a pack could not be computed

    Findings of low confidence never decide the status. Coming law (`upcoming`) does not either.
    """
  private static let environment = """
    PRATIQUE_PACKS     folder with rules and jurisdictions, or archives, if --packs is not given
    PRATIQUE_TRUST     file with the keys whose signatures count, if --trust is not given
    SOURCE_DATE_EPOCH  as-of date in seconds since 1970, if --as-of is not given
    NO_COLOR, CLICOLOR=0   no colour;  CLICOLOR_FORCE=1   colour even into a pipe
    """
  private static let verdicts = """
    satisfied       the provision applies (or may apply) and is met
    gap             it applies and is not met
    undetermined    it depends on facts that the plan does not state
    notApplicable   it does not apply to this subject
    upcoming        it starts to apply within the horizon and would not be met, or not surely
    waived          a gap that was accepted
    error           a condition could not be computed
    allowed, notAllowed   what a permission says
    """
}
