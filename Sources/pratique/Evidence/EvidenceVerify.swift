import ArgumentParser
import Evidence
import JSON
import Publishing
import Signing

struct EvidenceVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a bundle: every byte, the signature, and whether the answer follows.",
    discussion: """
      EXAMPLES
        pratique evidence verify evidence.zip --key their.pub
        pratique evidence verify evidence/ --trust trust.yaml --format json

      Status 0: right. 1: not right, every fault named. 2: cannot be read, or bad usage.
      """)

  @Argument(help: "The bundle: a folder or an archive (*.zip).")
  var bundle: String
  @Option(help: ArgumentHelp("Only this public key counts.", valueName: "file"))
  var key: String?
  @Option(help: ArgumentHelp("The keys that count. Default: PRATIQUE_TRUST.", valueName: "file"))
  var trust: String?
  @Flag(help: "Accept that nobody signed.")
  var unsigned = false
  @Option(help: ArgumentHelp("text or json.", valueName: "format"))
  var format = BundleVerdict.Form.text.rawValue

  func run() throws {
    let form = try BundleVerdict.Form(named: format)
    let trust = try trusted()
    let found = try BundleFolder(bundle)
    var verdict = BundleVerdict(bundle: bundle, faults: found.faults)
    if !found.isRefused {
      let check = BundleCheck(found.files, trust: trust)
      verdict.add(check)
      if verdict.faults.isEmpty, let manifest = check.manifest { verdict.derive(manifest.head, found.files) }
    }
    Output.say(verdict.render(form))
    leave(verdict.faults.isEmpty ? .clean : .findings)
  }

  /// nil: a bundle without a signature is accepted. A trust file in the working folder is not looked for: it could be one of the bundle.
  private func trusted() throws -> Trust? {
    let variable = environment("PRATIQUE_TRUST").flatMap { $0.isEmpty ? nil : $0 }
    switch (key, trust) {
    case (_?, _?): throw Problem("--key and --trust exclude each other")
    case (_, _) where unsigned && (key != nil || trust != nil):
      throw Problem("--unsigned accepts bundles that nobody signed; leave it out where a key is named")
    case (let key?, nil):
      let owner = Trust.Key(name: key, key: try KeyFile.publicKey(key), bundles: [Glob("*")])
      return Trust(file: key, keys: [owner])
    case (nil, let path?): return try Admission.trust(path)
    case (nil, nil) where unsigned: return nil
    case (nil, nil):
      guard let variable else {
        throw Problem(
          "no key is trusted; name a public key with --key or a trust file with --trust, or accept with --unsigned that nobody signed"
        )
      }
      return try Admission.trust(variable)
    }
  }
}
