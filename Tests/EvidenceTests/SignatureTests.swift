import Evidence
import FEEL
import Foundation
import JSON
import Signing
import Testing
import Zip

/// Signatures that are stripped, replaced, doubled, rewritten, or by keys that do not count.
@Suite struct SignatureTests {
  private static let path = "bundle.dsse.json"

  /// What the trust file says of the key, the day of signing, and what is told; none: it counts.
  @Test(arguments: [
    (Sample.trust(), "2026-11-22", ""), (Sample.trust(bundles: ["Sh*"]), "2026-11-22", ""),
    (Sample.trust(from: "2026-11-22", until: "2026-11-22"), "2026-11-22", ""),
    // The old key after a rotation: what it signed before stays good.
    (Sample.trust(until: "2026-11-21"), "2026-11-20", ""),
    (
      Sample.trust(until: "2026-11-21"), "2026-11-22",
      "the key of `Auditor` counted until 2026-11-21, and the day is 2026-11-22"
    ),
    (
      Sample.trust(from: "2026-11-23"), "2026-11-22",
      "the key of `Auditor` counts from 2026-11-23 on, and the day is 2026-11-22"
    ),
    (
      Sample.trust(revoked: "stolen on 2026-12-01"), "2026-11-22",
      "the key of `Auditor` is revoked: stolen on 2026-12-01"
    ),
    (
      Sample.trust(bundles: ["Other"]), "2026-11-22",
      "the key of `Auditor` is not trusted for bundles of `Shop`"
    ),
    (
      Sample.trust(bundles: [], packs: ["*"]), "2026-11-22",
      "the key of `Auditor` is not trusted for bundles of `Shop`"
    ),
    (
      Sample.trust(Sample.stranger.publicKey), "2026-11-22",
      "the key `\(Sample.key.publicKey.id)` is not in trust.yaml"
    ),
  ])
  func `a key counts for its plans, on its days, unless it is revoked`(
    _ trust: Trust, _ day: String, _ remark: String
  ) throws {
    let told = Sample.faults(try Sample.bundle(signedOn: day).files, trust)
    #expect(told == (remark.isEmpty ? [] : ["signature: no signature counts: \(remark)"]))
  }

  @Test func `a signature that was taken away is missed`() throws {
    var files = try Sample.bundle().files
    files[Self.path] = nil
    let told = ["unsigned: `bundle.dsse.json` is missing: the signature was taken away"]
    #expect(Sample.faults(files) == told)
    // Also where nobody need have signed.
    #expect(Sample.faults(files, nil) == told)
    // With lists made anew it is a bundle that nobody signed.
    #expect(try Sample.faults(Sample.bundle(nil).files).count == 1)
  }

  @Test func `a signature of another bundle or of something else is none`() throws {
    var files = try Sample.bundle().files
    files[Self.path] = try Sample.bundle(signedOn: "2026-11-23").files[Self.path]
    let told = Sample.faults(files)
    #expect(told.contains("changed: `manifest.json` was changed"), "\(told)")
    #expect(told.contains("changed: `README.md` was changed"))
    files[Self.path] = try Sample.bundle(Sample.stranger).files[Self.path]
    #expect(
      Sample.faults(files) == [
        "signature: no signature counts: the key `\(Sample.stranger.publicKey.id)` is not in trust.yaml"
      ])
    var other = Envelope(
      Statement(
        subjects: [.init(name: "a", sha256: sha256([]))], predicateType: "urn:pratique:pack-release:1",
        predicate: .object([])))
    other.sign(with: Sample.key)
    files[Self.path] = Array(other.text.utf8)
    #expect(
      Sample.faults(files) == [
        "statement: the signature speaks of something else (`urn:pratique:pack-release:1`)"
      ])
  }

  /// Each is the right envelope, written otherwise.
  @Test(arguments: [
    ("{\n", "{\n\n"), ("}\n", "}"), ("}\n", "}\n\n"), ("{\n", "{\n  \"more\": 1,\n"), (": ", " : "),
    ("\"payload\"", "\"p\\u0061yload\""),
    ("\"keyid\": \"0", "\"keyid\": \"\\u0030"), ("\"signatures\"", "\"comment\": \"\", \"signatures\""),
    ("\n      \"sig\"", "\n      \"note\": \"\",\n      \"sig\""), ("  \"payload\"", "\t\"payload\""),
    ("==", ""), ("\"payloadType\"", "\"payloadtype\": \"\", \"payloadType\""),
  ])
  func `an envelope has one form`(_ right: String, _ wrong: String) throws {
    var files = try Sample.bundle().files
    let text = String(decoding: try #require(files[Self.path]), as: UTF8.self)
    let range = try #require(text.range(of: right, options: .backwards) ?? text.range(of: right))
    files[Self.path] = Array(text.replacingCharacters(in: range, with: wrong).utf8)
    let faults = BundleCheck(files, trust: Sample.trust()).faults
    #expect(
      faults.count == 1 && faults.first?.code == .envelope && faults.first?.path == Self.path, "\(faults)")
  }

  private func resigned(_ change: (inout Envelope) -> Void) throws -> [String] {
    var files = try Sample.bundle().files
    var envelope = try Envelope(reading: #require(files[Self.path]), named: "a")
    change(&envelope)
    files[Self.path] = Array(envelope.text.utf8)
    return Sample.faults(files)
  }

  @Test func `there is one signature, under the name of its key`() throws {
    var other = Envelope(payload: [], payloadType: "")
    other.sign(with: Sample.stranger)
    let wrong = other.signatures[0]
    let two = ["envelope: `bundle.dsse.json` has 2 signatures; a bundle has one"]
    #expect(try resigned { $0.signatures.append(wrong) } == two)
    #expect(try resigned { $0.signatures.insert(wrong, at: 0) } == two)
    #expect(try resigned { $0.sign(with: Sample.stranger) } == two)
    #expect(try resigned { $0.signatures.append($0.signatures[0]) } == two)
    let id = Sample.key.publicKey.id
    #expect(
      try resigned { $0.signatures[0].keyID = id.uppercased() } == [
        "signature: no signature counts: the key `\(id.uppercased())` is not in trust.yaml"
      ])
    #expect(try resigned { $0.signatures[0].keyID = "" }.first?.hasPrefix("envelope: ") == true)
    #expect(
      try resigned { $0.payloadType = "application/json" }.contains {
        $0.contains("the payload is of the type")
      })
  }

  /// A signature of ECDSA can be turned into another right one by anybody; only one of the two counts.
  @Test func `the other half of an ECDSA signature is refused`() throws {
    let key = PrivateKey.random(.p256)
    var files = try Sample.bundle(key).files
    var envelope = try Envelope(reading: #require(files[Self.path]), named: "a")
    let other = try #require(P256Text.mirrored(envelope.signatures[0].bytes))
    #expect(key.publicKey.isSignature(other, of: envelope.signedBytes))
    envelope.signatures[0].bytes = other
    files[Self.path] = Array(envelope.text.utf8)
    let told = Sample.faults(files, Sample.trust(key.publicKey))
    #expect(
      told.count == 1 && told[0].hasPrefix("envelope: the signature or the name of its key is right"),
      "\(told)")
  }

  @Test func `an envelope that is too large is refused`() throws {
    var files = try Sample.bundle().files
    files[Self.path] = Array("{\"payload\": \"".utf8) + [UInt8](repeating: UInt8(ascii: "A"), count: 9 << 20)
    let told = Sample.faults(files)
    #expect(told.first?.contains("may have at most") == true, "\(told)")
    files[Self.path] = Array(String(repeating: "[", count: 100_000).utf8)
    #expect(Sample.faults(files).count == 1)
    files[Self.path] = []
    #expect(Sample.faults(files).count == 1)
    files["manifest.json"] = Array(String(repeating: "{\"a\":", count: 100_000).utf8)
    #expect(Sample.faults(files).count == 2)
  }
}
