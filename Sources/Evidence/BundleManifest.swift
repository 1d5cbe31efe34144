import Diagnostics
import JSON
import Signing
package import Zip

/// The table of contents of a bundle: its head, and every file but itself, the list of sums and the signature. It follows from the head and
/// the files, so it is checked by making it again.
package struct BundleManifest: Sendable {
  package static let path = "manifest.json"

  package let head: BundleHead
  /// By path.
  package let files: [BundleRecord]

  package init(_ head: BundleHead, files: [BundleRecord]) {
    self.head = head
    self.files = files
  }

  var text: String {
    let files = files.map { file in
      JSONValue.object([
        ("path", .string(file.path)), ("sha256", .string(file.sha256)), ("size", .number(file.size)),
        ("what", .string(BundlePart(path: file.path)?.title ?? "")),
      ])
    }
    return JSONValue.object(
      [("pratique", .string("evidence bundle"))] + head.members + [("files", .array(files))]
    )
    .text() + "\n"
  }

  private static var limits: Node.Limits {
    var limits = Node.Limits()
    limits.bytes = 8 << 20
    return limits
  }

  init(reading bytes: [UInt8]) throws(Mistakes) {
    let node = try JSON.parse(bytes, named: Self.path, limits: Self.limits)
    let json = JSONValue(node)
    let broken = Mistakes([
      Diagnostic(
        .manifest, at: node.location, "this is no manifest of a bundle of version \(BundleHead.version)")
    ])
    guard let head = BundleHead(json), let items = json["files"]?.items else { throw broken }
    var files: [BundleRecord] = []
    for item in items {
      guard let path = item["path"]?.string, let sha256 = item["sha256"]?.string, isSHA256(sha256),
        let size = item["size"]?.number
      else { throw broken }
      files.append(BundleRecord(path: path, sha256: sha256, size: size))
    }
    self.init(head, files: files)
  }
}

/// A file of a bundle by its path and content.
package struct BundleRecord: Sendable, Hashable {
  package var path: String
  package var sha256: String
  package var size: Int

  package init(path: String, sha256: String, size: Int) {
    self.path = path
    self.sha256 = sha256
    self.size = size
  }

  package init(_ file: ZipFile.Entry) {
    self.init(path: file.path, sha256: Signing.sha256(file.bytes), size: file.bytes.count)
  }
}

extension Diagnostic.Code {
  fileprivate static let manifest = Self(rawValue: "bundle.manifest")
}
