import ArgumentParser
import Evidence
import Signing

struct EvidenceBundle: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle",
    abstract: "Put a plan, the packs, the result and a signature into one folder or archive.",
    discussion: """
      EXAMPLES
        pratique evidence bundle plan.yaml --as-of 2026-11-21 --key my.key --output evidence.zip
        pratique evidence verify evidence.zip --key my.key.pub

      The README.md in the bundle shows how to check it with sha256sum, openssl and a library for Python. The same input gives the \
      same bytes, but for a signature of ECDSA. Without --key nobody vouches for the bundle.
      """)

  @Argument(help: "The plan: YAML, JSON or XML; `-` reads standard input.")
  var plan: String
  @OptionGroup var law: LawOptions
  @Option(help: ArgumentHelp("Judge the plan as one of its scenarios changes it.", valueName: "name"))
  var scenario: String?
  @OptionGroup var waivers: WaiverOptions
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The archive (*.zip), or else the folder, to write.", valueName: "file|folder"))
  var output: String
  @Option(
    help: ArgumentHelp("Sign with this private key, as `pratique keys new` writes it.", valueName: "file"))
  var key: String?
  @Option(
    help: ArgumentHelp(
      "The day of signing, on which the key must count (YYYY-MM-DD). Default: SOURCE_DATE_EPOCH, else today in UTC.",
      valueName: "day"))
  var signedOn: String?

  func run() throws {
    if signedOn != nil, key == nil { throw Problem("--signed-on says when a key signs; name one with --key") }
    var request = law.request(plan)
    (request.scenario, request.waivers) = (scenario, waivers.choice)
    let target = try BundleTarget(output)
    let signer = try key.map { (key: try KeyFile.privateKey($0), day: try day(signedOn)) }
    let bundle = try BundleRequest(plan: request, asOf: day(law.asOf), signer: signer).bundle()
    try target.write(bundle)
    let by =
      signer.map { "signed on \($0.day) with the key \($0.key.publicKey.id)" }
      ?? "not signed: nobody vouches for it"
    Output.say("Wrote \(output): \(bundle.files.count) files, \(by)")
  }
}
