package import Diagnostics
import FEEL

extension Trust {
  /// Reads a trust file (YAML or JSON); all mistakes at once. A word that is not known is a mistake: it could have been a restriction.
  package init(reading root: Node, file: String) throws(Mistakes) {
    var reader = TrustReader()
    let trust = reader.trust(root, file: file)
    guard reader.mistakes.isEmpty else { throw Mistakes(reader.mistakes) }
    self = trust
  }
}

private struct TrustReader {
  private(set) var mistakes: [Diagnostic] = []

  private static let keyLimit = 1_000

  private mutating func complain(_ node: Node, _ message: String, _ suggestion: String? = nil) {
    mistakes.append(Diagnostic(.trust, at: node.location, message, suggestion: suggestion))
  }

  mutating func trust(_ root: Node, file: String) -> Trust {
    var trust = Trust(file: file, keys: [])
    check(root, ["pratique", "keys", "shipped"], "a trust file")
    if root["pratique"]?.text != "1" { complain(root, "a trust file begins with `pratique: 1`") }
    if let shipped = root["shipped"] { trust.acceptsShipped = boolean(shipped) }
    guard let keys = root["keys"]?.items, keys.count <= Self.keyLimit else {
      complain(root, "a trust file has a list of at most \(Self.keyLimit) `keys`")
      return trust
    }
    for key in keys { if let key = self.key(key) { trust.keys.append(key) } }
    return trust
  }

  private mutating func key(_ node: Node) -> Trust.Key? {
    check(node, ["name", "id", "key", "packs", "bundles", "from", "until", "revoked"], "a key")
    guard let text = node["key"]?.text, let key = PublicKey(text: text) else {
      complain(
        node["key"] ?? node, "`key` is the public key in base64, on one line", "`pratique keys new` prints it"
      )
      return nil
    }
    if let id = node["id"], id.text != key.id {
      complain(id, "`id` is not that of `key`", "it would be `\(key.id)`")
    }
    guard let name = node["name"]?.text, !name.isEmpty else {
      complain(node, "a key has a `name`: whose it is")
      return nil
    }
    guard node["packs"] != nil || node["bundles"] != nil else {
      complain(node, "a key has `packs`, `bundles` or both: what it may sign")
      return nil
    }
    guard let packs = names(node["packs"]) else {
      complain(
        node, "a key has `packs`: a list of the ids that it may sign, in which `*` stands for anything")
      return nil
    }
    guard let bundles = names(node["bundles"]) else {
      complain(
        node,
        "a key has `bundles`: a list of the names of plans whose bundles it may sign, in which `*` stands for anything"
      )
      return nil
    }
    let revoked = node["revoked"]
    if let revoked, revoked.text?.isEmpty ?? true {
      complain(revoked, "`revoked` is the reason", "leave it out if the key counts")
    }
    return Trust.Key(
      name: name, key: key, packs: packs, bundles: bundles, from: node["from"].flatMap { date($0) },
      until: node["until"].flatMap { date($0) }, revoked: revoked?.text)
  }

  /// None if there is no list; nil if it is empty, or none of texts.
  private func names(_ node: Node?) -> [Glob]? {
    guard let node else { return [] }
    guard let items = node.items, !items.isEmpty else { return nil }
    let texts = items.compactMap(\.text)
    return texts.count == items.count ? texts.map(Glob.init) : nil
  }

  private mutating func date(_ node: Node) -> CalendarDate? {
    guard let date = node.text.flatMap({ CalendarDate($0) }) else {
      complain(node, "this is not a date; write YYYY-MM-DD")
      return nil
    }
    return date
  }

  private mutating func boolean(_ node: Node) -> Bool {
    if node.text != "true", node.text != "false" { complain(node, "this is `true` or `false`") }
    return node.text == "true"
  }

  private mutating func check(_ node: Node, _ known: [String], _ what: String) {
    guard let entries = node.entries else {
      return complain(node, "\(what) is a map of \(known.joined(separator: ", "))")
    }
    for entry in entries where !known.contains(entry.key) {
      mistakes.append(
        Diagnostic(
          .trust, at: entry.location, "\(what) has no `\(entry.key)`",
          suggestion: didYouMean(entry.key, among: known)))
    }
  }
}

extension Diagnostic.Code {
  fileprivate static let trust = Self(rawValue: "trust.file")
}
