import ArgumentParser
import Diagnostics
import FEEL
import Plans
import Signing

struct KeysRotate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate", abstract: "Put a new key in the place of one in a trust file.",
    discussion: """
      The new key may sign what the old one may, from the day on; the old one counts until the day before, so that what it signed \
      stays good. The trust file keeps its comments.
      """)

  @Option(help: ArgumentHelp("The trust file, in YAML.", valueName: "file"))
  var trust: String
  @Option(help: ArgumentHelp("Whose key, as the trust file calls it.", valueName: "name"))
  var name: String
  @Option(name: .shortAndLong, help: ArgumentHelp("The file for the new private key.", valueName: "file"))
  var output: String
  @Option(
    help: ArgumentHelp(
      "The first day of the new key (YYYY-MM-DD). Default: SOURCE_DATE_EPOCH, else today in UTC.",
      valueName: "day"))
  var on: String?
  @Option(help: "ed25519 or p256. Default: that of the old key.")
  var algorithm: KeyAlgorithm?

  func run() throws {
    let first = try day(on)
    guard let last = CalendarDate(dayNumber: first.dayNumber - 1) else {
      throw Problem("there is no day before \(first)")
    }
    let text = try read(trust)
    let root = try Node(reading: text, named: trust)
    let before = try Trust(reading: root, file: trust)
    let index = try index(in: before, on: last)
    let old = before.keys[index]
    let key = PrivateKey.random(algorithm ?? old.key.algorithm)
    let new = Trust.Key(
      name: old.name, key: key.publicKey, packs: old.packs, bundles: old.bundles, from: first)
    guard let changed = TrustText(text)?.rotated(root, index, until: last, new),
      try isRight(changed, before, index, new, last)
    else {
      throw Problem(
        """
        `\(trust)` is not changed, for `\(name)` is not written there as a block with a line for each word. By hand: make a key with `pratique keys new`, add \
        `until: \(last)` to that of `\(name)`, and add the new one with `from: \(first)`
        """)
    }
    try KeyFile.write(key, to: output)
    try Output.write(changed, to: trust)
    Output.say(
      "Wrote \(output) (keep it to yourself) and \(output).pub. In \(trust), the key \(old.key.id) of `\(name)` counts until \(last), the key \(new.key.id) from \(first)."
    )
  }

  /// The one key of the name that counts on the last day.
  private func index(in trust: Trust, on last: CalendarDate) throws -> Int {
    let named = trust.keys.indices.filter { trust.keys[$0].name == name }
    guard !named.isEmpty else { throw Problem("\(trust.file) has no key of `\(name)`") }
    let counting = named.filter { trust.keys[$0].standing(on: last) == .counts }
    guard counting.count == 1, let index = counting.first else {
      throw Problem(
        counting.isEmpty
          ? "no key of `\(name)` in \(trust.file) counts on \(last); add the new one with `from:` by hand"
          : "\(counting.count) keys of `\(name)` in \(trust.file) count on \(last); write `until:` by hand")
    }
    return index
  }

  /// Read again, the file must say what is wanted and nothing else.
  private func isRight(
    _ text: [UInt8], _ before: Trust, _ index: Int, _ new: Trust.Key, _ last: CalendarDate
  ) throws -> Bool {
    guard let node = try? Node(reading: text, named: trust),
      let after = try? Trust(reading: node, file: trust)
    else {
      return false
    }
    var wanted = before.keys
    wanted[index].until = last
    wanted.insert(new, at: index + 1)
    return after.keys == wanted && after.acceptsShipped == before.acceptsShipped
  }
}
