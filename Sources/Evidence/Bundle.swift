import JSON
package import Signing
package import Zip

/// A plan with everything that its result rests on, the result, and who vouches for it: the files of an evidence bundle.
package struct Bundle: Sendable {
  package static let sumsPath = "SHA256SUMS"
  package static let signaturePath = "bundle.dsse.json"
  /// The type of the predicate in the statement.
  package static let predicateType = "https://github.com/pratique/pratique/evidence-bundle/v1"

  private let zip: ZipFile

  /// By path, the signature among them.
  package var files: [ZipFile.Entry] { zip.entries }

  /// As an archive.
  package var archive: [UInt8] { zip.bytes }

  /// A bundle of this content: plan, packs, results and whatever belongs to them, without the files that are made of them.
  package init(_ head: BundleHead, content: [ZipFile.Entry], key: PrivateKey?) throws(BundleError) {
    for file in content {
      guard let part = BundlePart(path: file.path), part != .guide else {
        throw BundleError("`\(file.path)` belongs to no part of a bundle")
      }
      guard !PrivateKey.looksPresent(in: file.bytes) else {
        throw BundleError("`\(file.path)` looks like a private key, which no bundle may hold")
      }
    }
    let made = Derived(head, content: content.map(BundleRecord.init))
    var files = content + made.files
    if let key {
      var envelope = Envelope(made.statement)
      envelope.sign(with: key)
      files.append(ZipFile.Entry(path: Self.signaturePath, bytes: Array(envelope.text.utf8)))
    }
    do throws(ZipError) {
      zip = try ZipFile(files)
    } catch {
      throw BundleError("no bundle can be made: \(error.message)")
    }
  }
}

/// Why no bundle can be made.
package struct BundleError: Error, Hashable {
  /// Lower case, no full stop.
  package let message: String
  init(_ message: String) { self.message = message }
}

extension Bundle {
  /// The files that follow from the others.
  struct Derived {
    let guide: [UInt8]
    let manifest: [UInt8]
    let sums: [UInt8]
    let statement: Statement

    /// `content`: the files that do not follow from others, in any order.
    init(_ head: BundleHead, content: [BundleRecord]) {
      guide = Array(Guide.text(head).utf8)
      let inner = (content + [Self.record(BundlePart.guidePath, guide)]).inOrder
      manifest = Array(BundleManifest(head, files: inner).text.utf8)
      let listed = (inner + [Self.record(BundleManifest.path, manifest)]).inOrder
      sums = Array(listed.map { "\($0.sha256)  \($0.path)\n" }.joined().utf8)
      let all = (listed + [Self.record(Bundle.sumsPath, sums)]).inOrder
      statement = Statement(
        subjects: all.map { Statement.Subject(name: $0.path, sha256: $0.sha256) },
        predicateType: Bundle.predicateType, predicate: .object(head.members))
    }

    private static func record(_ path: String, _ bytes: [UInt8]) -> BundleRecord {
      BundleRecord(ZipFile.Entry(path: path, bytes: bytes))
    }

    var files: [ZipFile.Entry] {
      [
        ZipFile.Entry(path: BundlePart.guidePath, bytes: guide),
        ZipFile.Entry(path: BundleManifest.path, bytes: manifest),
        ZipFile.Entry(path: Bundle.sumsPath, bytes: sums),
      ]
    }
  }

  /// Files of a bundle that follow from the others, and the signature.
  static let derivedPaths = [BundlePart.guidePath, BundleManifest.path, sumsPath, signaturePath]
}

extension [BundleRecord] {
  var inOrder: [BundleRecord] { sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) } }
}
