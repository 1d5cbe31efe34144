import Diagnostics
import FEEL
package import Signing
package import Zip

/// What came of holding a bundle against its own lists and signature: everything but the answer itself.
package struct BundleCheck: Sendable {
  package private(set) var faults: [BundleFault] = []
  /// nil: it cannot be read.
  package private(set) var manifest: BundleManifest?
  /// Whose signature counts.
  package private(set) var signer: Trust.Key?
  package let fileCount: Int

  /// `trust`: whose signatures count; nil: a bundle without a signature is accepted, and none with one.
  package init(_ files: [ZipFile.Entry], trust: Trust?) {
    fileCount = files.count
    let records = files.filter { $0.path != Bundle.signaturePath }.map(BundleRecord.init)
    var bytes: [String: [UInt8]] = [:]
    for path in Bundle.derivedPaths { bytes[path] = files.first { $0.path == path }?.bytes }
    readManifest(bytes[BundleManifest.path])
    if let signature = bytes[Bundle.signaturePath] {
      check(signature, trust, records)
    } else if trust != nil || manifest?.head.signedOn != nil {
      faults.append(
        BundleFault(
          .unsigned, Bundle.signaturePath,
          manifest?.head.signedOn == nil
            ? "the bundle is not signed: nobody vouches for it"
            : "`\(Bundle.signaturePath)` is missing: the signature was taken away"))
    }
    compare(records, bytes)
  }

  private mutating func readManifest(_ bytes: [UInt8]?) {
    guard let bytes else {
      faults.append(BundleFault(.missing, BundleManifest.path, "`\(BundleManifest.path)` is missing"))
      return
    }
    do throws(Mistakes) {
      manifest = try BundleManifest(reading: bytes)
    } catch {
      faults.append(
        BundleFault(.manifest, BundleManifest.path, "`\(BundleManifest.path)` cannot be read: \(error.first)")
      )
    }
  }

  /// What the manifest lists, and whether it, the sums and the guide follow from the files. What is wrong with a file is told once.
  private mutating func compare(_ records: [BundleRecord], _ bytes: [String: [UInt8]]) {
    // Where somebody vouches, what was signed has told already what is wrong.
    guard let manifest, signer == nil || faults.isEmpty else { return }
    let content = records.filter { !Bundle.derivedPaths.contains($0.path) }
    let known = Set(faults.compactMap(\.path))
    let inner = records.filter { ![BundleManifest.path, Bundle.sumsPath].contains($0.path) }
    faults += BundleFault.differences(
      of: inner, from: manifest.files.map { ($0.path, $0.sha256) }, "listed"
    ).filter { !known.contains($0.path ?? "") }
    guard faults.isEmpty else { return }
    for record in content where BundlePart(path: record.path) == nil {
      faults.append(
        BundleFault(.entry, record.path, "`\(record.path)` belongs to no part of a bundle"))
    }
    for file in Bundle.Derived(manifest.head, content: content).files where bytes[file.path] != file.bytes {
      faults.append(
        bytes[file.path] == nil
          ? BundleFault(.missing, file.path, "`\(file.path)` is missing")
          : BundleFault(.manifest, file.path, "`\(file.path)` does not say of the files what they are"))
    }
  }
}

extension BundleCheck {
  /// First the form, then what is said, then who says it, then whether that lies here.
  private mutating func check(_ bytes: [UInt8], _ trust: Trust?, _ records: [BundleRecord]) {
    let path = Bundle.signaturePath
    do throws(Mistakes) {
      let envelope = try Envelope(reading: bytes, named: path)
      guard envelope.text.utf8.elementsEqual(bytes) else {
        return fail(
          .envelope, "`\(path)` says more than an envelope, or is not written as `pratique` writes it")
      }
      guard envelope.signatures.count == 1, let signature = envelope.signatures.first else {
        return fail(.envelope, "`\(path)` has \(envelope.signatures.count) signatures; a bundle has one")
      }
      let statement = try Statement(in: envelope, named: path)
      guard statement.predicateType == Bundle.predicateType, let head = BundleHead(statement.predicate),
        let day = head.signedOn
      else {
        return fail(
          .statement, "the signature speaks of something else (`\(statement.predicateType.prefix(100))`)")
      }
      vouch(envelope, signature, head, on: day, trust)
      // What nobody vouches for says nothing of the files.
      if signer != nil { compare(statement, envelope, records) }
    } catch {
      fail(.envelope, "`\(path)` cannot be read: \(error.first)")
    }
  }

  private mutating func vouch(
    _ envelope: Envelope, _ signature: Envelope.Signature, _ head: BundleHead, on day: CalendarDate,
    _ trust: Trust?
  ) {
    guard let trust else {
      return fail(.key, "the bundle is signed, and no key is trusted; name one")
    }
    let examination = trust.examine(envelope, for: [head.planName ?? ""], as: .bundles, on: day)
    guard let signer = examination.signers.first else {
      return fail(.signature, "no signature counts: \(examination.remarks.joined(separator: ", "))")
    }
    guard signature.keyID == signer.key.id, signer.key.isInOneForm(signature.bytes) else {
      return fail(
        .envelope, "the signature or the name of its key is right, but not written as `pratique` writes it")
    }
    self.signer = signer
  }

  private mutating func compare(
    _ statement: Statement, _ envelope: Envelope, _ records: [BundleRecord]
  ) {
    let differences = BundleFault.differences(
      of: records, from: statement.subjects.map { ($0.name, $0.sha256) }, "signed")
    faults += differences
    guard differences.isEmpty, let manifest else { return }
    let content = records.filter { !Bundle.derivedPaths.contains($0.path) }
    if Envelope(Bundle.Derived(manifest.head, content: content).statement).payload != envelope.payload {
      fail(.statement, "the statement that was signed does not follow from the files")
    }
  }

  private mutating func fail(_ code: BundleFault.Code, _ message: String) {
    faults.append(BundleFault(code, Bundle.signaturePath, message))
  }
}

extension Mistakes {
  /// The message of the first.
  fileprivate var first: String { all.first?.message ?? "" }
}
