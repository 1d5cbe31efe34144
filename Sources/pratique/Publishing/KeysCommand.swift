import ArgumentParser
import Publishing
import Signing

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Make keys for signing.", subcommands: [KeysNew.self])
}

struct KeysNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a pair of Ed25519 keys.",
    discussion: """
      FILE gets the private key, readable by its owner alone; FILE.pub the public one. Neither is ever overwritten. What is printed \
      can be put into a trust file.
      """)

  @Option(name: .shortAndLong, help: ArgumentHelp("The file for the private key.", valueName: "file"))
  var output: String

  func run() throws {
    let key = PrivateKey.random()
    try KeyFile.write(key, to: output)
    Output.say(
      """
      Wrote \(output) (keep it to yourself) and \(output).pub. In a trust file:

      pratique: 1
      keys:
        - name: whose it is
          id: \(key.publicKey.id)
          key: \(key.publicKey.text)
          packs: ["*"]
      """)
  }
}
