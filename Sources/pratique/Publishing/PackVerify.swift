import ArgumentParser
import Diagnostics
import FEEL
import Publishing
import Signing

struct PackVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check archives or folders of packs and their signatures.",
    discussion: "Status 2 if one is not as it was signed, or nobody vouches for it whose key counts.")

  @Argument(help: ArgumentHelp("Archives, or folders that hold a pack.xml.", valueName: "files"))
  var files: [String]
  @Option(
    help: ArgumentHelp(
      "The keys that count. Default: PRATIQUE_TRUST, else trust.yaml or trust.json here.", valueName: "file"))
  var trust: String?
  @Option(help: ArgumentHelp("Only this public key counts, for all packs.", valueName: "file"))
  var key: String?
  @Option(
    help: ArgumentHelp(
      "The day on which keys must count, YYYY-MM-DD. Default: SOURCE_DATE_EPOCH, else today.",
      valueName: "date"))
  var asOf: String?

  func run() throws {
    let day = try day(asOf)
    let trust = try trusted()
    var mistakes: [Diagnostic] = []
    var lines: [String] = []
    for file in files {
      let candidate = try PublishedFile(file).candidate().candidate
      do throws(Mistakes) {
        let signers = try candidate.signers(trusted: trust, on: day, running: .own)
        lines += candidate.packs.map(\.line)
        lines.append(
          "\(file) is signed by \(signers.map { "\($0.name) (\($0.key.id))" }.joined(separator: ", "))")
      } catch {
        mistakes += error.all
      }
    }
    if !lines.isEmpty { Output.say(lines.joined(separator: "\n")) }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
  }

  private func trusted() throws -> Trust {
    if let key {
      guard trust == nil else { throw Problem("--key and --trust exclude each other") }
      let owner = Trust.Key(name: key, key: try KeyFile.publicKey(key), packs: [Glob("*")])
      return Trust(file: key, keys: [owner])
    }
    guard let trust = try Admission(trust: trust).trustFile() else {
      throw Problem("no key is trusted; name a trust file with --trust, or a public key with --key")
    }
    return trust
  }
}
