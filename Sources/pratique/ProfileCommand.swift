import ArgumentParser
import Diagnostics
import Reports
import Rules

struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile", abstract: "List profiles, and show what they change.",
    subcommands: [ProfileList.self, ProfileShow.self])
}

struct ProfileList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The profiles of the library.")
  @OptionGroup var library: LibraryOptions

  func run() throws {
    let library = try library.find()
    // Each is read alone, so that two that share one to build on are both there.
    var mistakes: Set<Diagnostic> = []
    let rows = try library.profiles().map { id in
      let loaded = try ProfileLoader.load([.init(text: id)], from: library)
      mistakes.formUnion(loaded.mistakes)
      let profile = loaded.stack.last { $0.id == id }
      return (id, profile?.title ?? "", profile?.summary ?? "")
    }
    guard mistakes.isEmpty else { throw Mistakes(Array(mistakes).inFileOrder) }
    guard !rows.isEmpty else { return Output.say("The library has no profiles.") }
    let width = rows.map(\.0.count).max() ?? 0
    Output.say(
      rows.map { id, title, summary in
        "\(id)\(String(repeating: " ", count: width - id.count))  \(title): \(summary)"
      }.joined(separator: "\n"))
  }
}

struct ProfileShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Stack profiles and show what they change, each entry with its profile and reason.",
    discussion: "All mistakes of all of them are told at once; the exit status is 2 then.")

  @Argument(
    help: ArgumentHelp("Ids or files of profiles, the first that counts first.", valueName: "profiles"))
  var profiles: [String]
  @Option(help: ArgumentHelp("text or json.", valueName: "format"))
  var format = "text"
  @OptionGroup var library: LibraryOptions

  func run() throws {
    guard ["text", "json"].contains(format) else {
      throw Problem("`\(format)` is not a format; text or json")
    }
    let library = try library.find()
    guard let tailoring = try library.tailoring(profiles.map { .init(text: $0) }, of: library.rulebook())
    else { return }
    Output.say(format == "json" ? profileJSON(tailoring) : profileText(tailoring))
  }
}
