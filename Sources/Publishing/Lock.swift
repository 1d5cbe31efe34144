package import Diagnostics
import JSON
import Signing

/// Which packs a plan is judged by, exactly: the lock file.
package struct Lock: Sendable {
  package struct Pack: Sendable, Hashable {
    package var id: String
    package var edition: String
    package var sha256: String
    /// Id of the key that vouched for it when it was locked; nil: none was asked for.
    package var signer: String?
  }

  package static let fileName = "pratique.lock"

  /// By id.
  package var packs: [Pack]
  /// Of the shared files together.
  package var shared: String
  private var places: [String: Location] = [:]
  private var start = Location(file: Lock.fileName, line: 1)

  /// Signers by the id of the pack.
  package init(_ inventory: Inventory, signers: [String: String]) {
    packs = inventory.packs.map {
      Pack(id: $0.id, edition: $0.facts.edition, sha256: $0.sha256, signer: signers[$0.id])
    }
    shared = inventory.shared.digest
  }

  package var text: String {
    JSONValue.object([
      ("pratique", .number(1)),
      (
        "packs",
        .array(
          packs.map { pack in
            .object(
              [
                ("id", .string(pack.id)), ("edition", .string(pack.edition)),
                ("sha256", .string(pack.sha256)),
              ] + (pack.signer.map { [("signer", .string($0))] } ?? []))
          })
      ), ("shared", .string(shared)),
    ]).text() + "\n"
  }
}

extension Lock {
  package init(reading bytes: [UInt8], named name: String) throws(Mistakes) {
    let root = try JSON.parse(bytes, named: name)
    func broken(_ node: Node) -> Mistakes {
      Mistakes([
        Diagnostic(
          .lock, at: node.location, "this is no lock file, version 1",
          suggestion: "write it with `pratique pack lock`")
      ])
    }
    guard root["pratique"]?.text == "1", let packs = root["packs"]?.items, let shared = root["shared"]?.text
    else {
      throw broken(root)
    }
    self.packs = []
    self.shared = shared
    start = root.location
    for node in packs {
      guard let id = node["id"]?.text, let edition = node["edition"]?.text, let sha256 = node["sha256"]?.text,
        places[id] == nil
      else { throw broken(node) }
      self.packs.append(Pack(id: id, edition: edition, sha256: sha256, signer: node["signer"]?.text))
      places[id] = node.location
    }
  }

  /// Everything in which the packs at hand are not those of the lock. Signers count only if signatures were checked this time.
  package func differences(from found: Lock, checkedSignatures: Bool) -> [Diagnostic] {
    var result: [Diagnostic] = []
    func complain(_ location: Location, _ message: String) {
      result.append(
        Diagnostic(
          .lock, at: location, message,
          suggestion: "get the locked packs, or accept these with `pratique pack lock`"))
    }
    for locked in packs {
      let location = places[locked.id] ?? start
      guard let pack = found.packs.first(where: { $0.id == locked.id }) else {
        complain(location, "the locked pack `\(locked.id)` (edition \(locked.edition)) is not there")
        continue
      }
      if pack.edition != locked.edition {
        complain(
          location, "`\(locked.id)` is locked at edition \(locked.edition), and here is \(pack.edition)")
      } else if pack.sha256 != locked.sha256 {
        complain(
          location, "the files of `\(locked.id)` are not those that were locked (edition \(pack.edition))")
      }
      if checkedSignatures, let signer = locked.signer, pack.signer != signer {
        complain(
          location,
          "`\(locked.id)` was signed by \(signer) when it was locked, now by \(pack.signer ?? "nobody")")
      }
    }
    for pack in found.packs where places[pack.id] == nil {
      complain(start, "the pack `\(pack.id)` (edition \(pack.edition)) is not in the lock")
    }
    if found.shared != shared {
      complain(start, "the files that all packs rest on (under `rules`) are not those that were locked")
    }
    return result
  }
}

extension Diagnostic.Code {
  fileprivate static let lock = Self(rawValue: "lock")
}
