import ArgumentParser
import Diagnostics
import JSON
import Ledger
import Reports
import Signing

struct SignOffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign-off",
    abstract: "Sign the last assessment of a plan in a ledger, in a role.",
    discussion: """
      The entry names what was signed by its hash: the entry of the assessment, the plan, and every verdict. It holds until a verdict \
      changes; `monitor` says whether it does. With --key it carries an in-toto statement in a DSSE envelope.

      EXAMPLES
        pratique ledger sign-off compliance.ledger --plan plan.yaml --role "Data protection officer" --key dpo.key
      """)

  @OptionGroup var ledger: LedgerOptions
  @Option(
    help: ArgumentHelp("The plan, as the ledger names it; needed if it holds several.", valueName: "name"))
  var plan: String?
  @Option(help: ArgumentHelp("Who signs: a role, not a name of a person.", valueName: "role"))
  var role: String
  @Option(help: ArgumentHelp("What is said with it.", valueName: "text"))
  var statement: String?
  @Option(
    help: ArgumentHelp("Sign with this private key, as `pratique keys new` writes it.", valueName: "file"))
  var key: String?

  static let predicateType = "https://github.com/pratique/pratique/sign-off/v1"

  func run() throws {
    guard role.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw Problem("--role is empty: name a role")
    }
    let key = try key.map(KeyFile.privateKey)
    let opened = try Ledger(opening: ledger.file, mode: .readWrite)
    let (name, entry) = try assessment(of: opened)
    let time = try moment()
    guard let outcomes = entry.body["outcomes"]?.string, let planFile = try opened.file("plan", of: entry),
      let snapshot = try opened.file("snapshot", of: entry)
    else { throw Problem("the entry \(entry.number) is no whole assessment; see `ledger verify`") }
    var said: [(String, JSONValue)] = [
      ("plan", .string(name)), ("role", .string(role)), ("time", .string(time)),
      ("entry", .number(entry.number)), ("entryHash", .string(entry.hash)), ("outcomes", .string(outcomes)),
    ]
    if let statement { said.append(("text", .string(statement))) }
    var body = said
    if let key {
      var envelope = Envelope(
        Statement(
          subjects: [
            .init(name: planFile.name, sha256: sha256(planFile.bytes)),
            .init(name: snapshot.name, sha256: sha256(snapshot.bytes)),
          ], predicateType: Self.predicateType, predicate: .object(said)))
      envelope.sign(with: key)
      body += [("key", .string(key.publicKey.id)), ("envelope", .string(envelope.text))]
    }
    let written = try opened.append([Draft(kind: .signOff, time: time, body: .object(body))])
    for entry in written { Output.say("\(entry.number) \(entry.hash)") }
  }

  private func assessment(of ledger: Ledger) throws -> (String, Entry) {
    let all = try ledger.lastAssessments()
    if let plan {
      guard let entry = all[plan] else {
        let hint = didYouMean(plan, among: all.keys.sorted()).map { "; \($0)" } ?? ""
        throw Problem("the ledger `\(ledger.path)` holds no assessment of `\(plan)`\(hint)")
      }
      return (plan, entry)
    }
    guard let only = all.first, all.count == 1 else {
      throw Problem(
        all.isEmpty
          ? "the ledger `\(ledger.path)` holds no assessment; `pratique monitor` writes one"
          : "the ledger `\(ledger.path)` holds \(all.count) plans; name one with --plan: \(all.keys.sorted().joined(separator: ", "))"
      )
    }
    return (only.key, only.value)
  }
}
