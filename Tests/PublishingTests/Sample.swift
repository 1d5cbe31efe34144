import Diagnostics
import FEEL
import Publishing
import Signing
import Testing

/// A small library in memory with two packs, and keys to sign it with.
enum Sample {
  static func pack(_ id: String, edition: String = "2026-11-21") -> [UInt8] {
    Array(
      """
      <pack xmlns="urn:pratique:pack:1" id="\(id)" edition="\(edition)" jurisdiction="FR" title="A &amp; B">
        <source id="law" law="LAW" title="The law" href="https://example.org/law" textRead="no" from="2019-06-01"/>
        <review on="2026-11-20" confidence="medium">Read
          once.</review>
      </pack>

      """.utf8)
  }

  static let files: [String: [UInt8]] = [
    "jurisdictions/README.md": Array("in no pack".utf8),
    "jurisdictions/aa/one/pack.xml": pack("aa.one"),
    "jurisdictions/aa/one/cases/reach.yaml": Array("pack: aa.one\n".utf8),
    "jurisdictions/aa/one/pack.dsse.json": Array("an old signature".utf8),
    "jurisdictions/aa/two/pack.xml": pack("aa.two"),
    "rules/vocabulary.xml": Array("<vocabulary/>".utf8),
    "rules/size.csv": [],
  ]

  static let needs = Needs(engine: "0.1.0")

  static func archive(
    _ packs: Set<String> = ["aa.one", "aa.two"], of files: [String: [UInt8]] = files,
    licence: String = "CC-BY-4.0"
  ) throws -> [UInt8] {
    try PackArchive.bytes(of: files, packs: packs, licence: licence, needs: needs)
  }

  static let day = CalendarDate("2026-11-21")

  /// RFC 8032, section 7.1, TEST 1 and TEST 2.
  static let key = key("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
  static let stranger = key("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")

  private static func key(_ seed: String) -> PrivateKey {
    let digits = Array(seed)
    let bytes = stride(from: 0, to: 64, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
    guard let key = PrivateKey(seed: bytes) else { preconditionFailure("a seed has 32 bytes") }
    return key
  }

  static func trust(_ packs: String = "*", revoked: String? = nil) -> Trust {
    Trust(
      file: "trust.yaml",
      keys: [Trust.Key(name: "Publisher", key: key.publicKey, packs: [Glob(packs)], revoked: revoked)])
  }

  static func signature(_ candidate: Candidate, _ keys: PrivateKey...) -> [UInt8] {
    var envelope = Envelope(candidate.statement)
    for key in keys { envelope.sign(with: key) }
    return Array(envelope.text.utf8)
  }

  static func candidate(_ archive: [UInt8], _ signature: [UInt8]? = nil) throws -> Candidate {
    Candidate(
      try PackArchive(reading: archive, named: "a.pratique"), path: "a.pratique", signature: signature)
  }

  static func candidate(_ id: String, of files: [String: [UInt8]], _ signature: [UInt8]? = nil) throws
    -> Candidate
  {
    let inventory = try Inventory(of: files)
    let pack = try #require(inventory.packs.first { $0.id == id })
    return Candidate(pack, in: inventory, needs: needs, signature: signature)
  }

  /// Code and message of what is told; empty if it is accepted.
  static func refusals(
    _ candidate: Candidate, _ trust: Trust = trust(), running: Needs = needs
  ) throws -> [String] {
    let day = try #require(Sample.day)
    do throws(Mistakes) {
      let signers = try candidate.signers(trusted: trust, on: day, running: running)
      #expect(!signers.isEmpty)
      return []
    } catch {
      return error.all.map { "\($0.code.rawValue): \($0.message)" }
    }
  }
}
