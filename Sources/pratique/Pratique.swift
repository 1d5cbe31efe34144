import ArgumentParser
import Diagnostics
import Ledger

@main
struct Pratique: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pratique",
    abstract: "Holds a deployment plan against the law of the markets it enters.",
    discussion: """
      EXAMPLES
        pratique assess plan.yaml --as-of 2026-11-21
        pratique report plan.yaml --output-dir out
        pratique explain plan.yaml eu.gdpr/art-27@organization

      Exit status: 0 nothing at or above --fail-on, 1 findings, 2 bad usage or input, 3 blocking facts
      unknown, 4 internal error (`pratique help exit-codes`).
      """,
    version: versionLine,
    groupedSubcommands: [
      CommandGroup(
        name: "Assess",
        subcommands: [
          Assess.self, ReportCommand.self, ChecklistCommand.self, RiskCommand.self, PortfolioCommand.self,
          Transfers.self, GuardrailsCommand.self, CompareCommand.self, GuideCommand.self,
        ]),
      CommandGroup(name: "Explain", subcommands: [Explain.self, Questions.self, Topic.self]),
      CommandGroup(
        name: "Evidence", subcommands: [EvidenceCommand.self, LedgerCommand.self, KeysCommand.self]),
      CommandGroup(
        name: "Stay right", subcommands: [DiffCommand.self, MonitorCommand.self, ReplayCommand.self]),
      CommandGroup(
        name: "Operate",
        subcommands: [
          ForecastCommand.self, CapacityCommand.self, DriftCommand.self, BiasCommand.self, CanaryCommand.self,
          ServiceLevelCommand.self, PlatformCommand.self,
        ]),
      CommandGroup(
        name: "Plans", subcommands: [Init.self, WorkshopCommand.self, AnswerCommand.self, SchemaCommand.self]),
      CommandGroup(
        name: "Packs",
        subcommands: [
          PackCommand.self, LawCommand.self, ProfileCommand.self, BacktestCommand.self,
        ]),
      CommandGroup(
        name: "Decision models", subcommands: [DecisionCommand.self, TckCommand.self, BenchCommand.self]),
      CommandGroup(name: "About", subcommands: [Version.self, Completion.self]),
    ])

  static func main() {
    Heap.prepare()
    do {
      let given = arguments(Array(CommandLine.arguments.dropFirst()))
      try PlainAssess(given)?.run()
      var command = try direct(given) ?? parseAsRoot(given)
      try command.run()
    } catch let status as Status {
      leave(status)
    } catch let mistakes as Mistakes {
      Output.complain(mistakes)
      leave(.badInput)
    } catch let error as LedgerError {
      Output.complain("error: \(error.text)")
      leave(.badInput)
    } catch let problem as Problem {
      Output.complain(problem.text)
      leave(.badInput)
    } catch {
      let message = fullMessage(for: error)
      if exitCode(for: error) == .success {
        Output.say(message)
        leave(.clean)
      }
      Output.complain(message)
      leave(.badInput)
    }
  }

  /// The commands that judge a plan are parsed on their own: to look at all commands takes longer than to parse one. Whatever
  /// is not plainly such a command (help, a mistake) is left to the parser that knows them all.
  private static func direct(_ given: [String]) -> (any ParsableCommand)? {
    let rest = Array(given.dropFirst())
    return switch given.first {
    case "assess": try? Assess.parseAsRoot(rest)
    case "report": try? ReportCommand.parseAsRoot(rest)
    case "checklist": try? ChecklistCommand.parseAsRoot(rest)
    case "risk": try? RiskCommand.parseAsRoot(rest)
    case "portfolio": try? PortfolioCommand.parseAsRoot(rest)
    case "transfers": try? Transfers.parseAsRoot(rest)
    case "questions": try? Questions.parseAsRoot(rest)
    case "explain": try? Explain.parseAsRoot(rest)
    default: nil
    }
  }

  /// `help exit-codes` reads like a command; ArgumentParser keeps the word `help` for itself.
  private static func arguments(_ given: [String]) -> [String] {
    guard given.first == "help", given.count == 2, Topic.names.contains(given[1]) else { return given }
    return ["topic", given[1]]
  }
}
