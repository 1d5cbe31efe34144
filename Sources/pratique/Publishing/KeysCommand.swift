import ArgumentParser
import Signing

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Make keys for signing, and see and change which of them count.",
    subcommands: [KeysNew.self, KeysList.self, KeysRotate.self])
}

extension KeyAlgorithm: ExpressibleByArgument {}

struct KeysNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a pair of keys.",
    discussion: """
      FILE gets the private key, readable by its owner alone; FILE.pub the public one. Neither is ever overwritten. What is printed \
      can be put into a trust file.
      """)

  @Option(name: .shortAndLong, help: ArgumentHelp("The file for the private key.", valueName: "file"))
  var output: String
  @Option(
    help:
      "ed25519, or p256 (ECDSA) where others ask for it; a signature of p256 is another every time it is made."
  )
  var algorithm = KeyAlgorithm.ed25519

  func run() throws {
    let key = PrivateKey.random(algorithm)
    try KeyFile.write(key, to: output)
    Output.say(
      """
      Wrote \(output) (keep it to yourself) and \(output).pub. In a trust file, with what it may sign:

      pratique: 1
      keys:
        - name: whose it is
          id: \(key.publicKey.id)
          key: \(key.publicKey.text)
          packs: ["*"]
          bundles: ["*"]
      """)
  }
}
