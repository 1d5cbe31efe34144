import ArgumentParser
import Diagnostics
import Glibc
import Publishing
import Signing

struct PackSign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Sign archives or folders of packs.",
    discussion: """
      The signature of FILE.pratique is FILE.pratique.dsse.json; that of the folder of a pack is pack.dsse.json in it. It is an \
      in-toto statement in a DSSE envelope. Signatures of other keys over the same content stay.
      """)

  @Argument(help: ArgumentHelp("Archives, or folders that hold a pack.xml.", valueName: "files"))
  var files: [String]
  @Option(help: ArgumentHelp("The private key, as `pratique keys new` writes it.", valueName: "file"))
  var key: String

  func run() throws {
    let key = try KeyFile.privateKey(key)
    var envelopes: [(path: String, text: [UInt8])] = []
    for file in files {
      let (candidate, path) = try PublishedFile(file).candidate()
      var envelope = Envelope(candidate.statement)
      if let old = candidate.signature, let others = try? Envelope(reading: old, named: path),
        others.payload == envelope.payload, others.payloadType == envelope.payloadType
      {
        envelope = others
      }
      envelope.sign(with: key)
      envelopes.append((path, Array(envelope.text.utf8)))
    }
    for (file, envelope) in zip(files, envelopes) {
      try Output.write(envelope.text, to: envelope.path)
      Output.say("Signed \(file) with the key \(key.publicKey.id): \(envelope.path)")
    }
  }
}

/// What can be signed and verified: an archive, or the folder of a pack inside a library.
struct PublishedFile {
  let path: String

  init(_ path: String) throws {
    guard exists(path) else { throw Problem("cannot read `\(path)`: no such file or folder") }
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// With the place of its signature.
  func candidate() throws -> (candidate: Candidate, signatureFile: String) {
    guard isFolder(path) else {
      let candidate = try OpenedArchive(path).candidate
      return (candidate, candidate.signatureFile)
    }
    let (root, folder) = try place()
    let contents = try Library(root: root, reason: "above \(path)").allFiles()
    let inventory = try Inventory(of: contents)
    guard let pack = inventory.packs.first(where: { $0.folder == folder }) else {
      throw Problem("`\(path)` holds no pack.xml; name an archive or the folder of a pack")
    }
    let signature = contents["\(folder)/\(Inventory.signatureName)"]
    return (
      Candidate(pack, in: inventory, needs: .own, signature: signature), "\(path)/\(Inventory.signatureName)"
    )
  }

  /// The library above the folder, and the folder inside it.
  private func place() throws -> (root: String, folder: String) {
    guard let resolved = unsafe realpath(path, nil) else {
      throw Problem("cannot read `\(path)`: file error \(errno)")
    }
    defer { unsafe free(resolved) }
    let whole = unsafe String(cString: resolved)
    let parts = whole.split(separator: "/")
    for count in stride(from: parts.count - 1, through: 0, by: -1) where parts[count] == "jurisdictions" {
      let root = "/" + parts[..<count].joined(separator: "/")
      if exists("\(root)/rules/vocabulary.xml") { return (root, parts[count...].joined(separator: "/")) }
    }
    throw Problem("`\(path)` is in no folder of packs: above it is no `jurisdictions` beside `rules`")
  }
}
