import Diagnostics
import Publishing
import Signing
import Testing

/// Whatever is done to packs or their signatures after signing, they are refused, and the reason is named.
@Suite struct TamperingTests {
  private func signedFolder() throws -> (files: [String: [UInt8]], signature: [UInt8]) {
    let signature = Sample.signature(try Sample.candidate("aa.one", of: Sample.files), Sample.key)
    return (Sample.files, signature)
  }

  @Test func `what was signed is accepted, in an archive and in a folder`() throws {
    let archive = try Sample.archive()
    let signature = Sample.signature(try Sample.candidate(archive), Sample.key)
    #expect(try Sample.refusals(Sample.candidate(archive, signature)) == [])
    let (files, own) = try signedFolder()
    #expect(try Sample.refusals(Sample.candidate("aa.one", of: files, own)) == [])
    // Signatures of strangers beside it change nothing; nor does the archive's file name.
    let more = Sample.signature(try Sample.candidate(archive), Sample.stranger, Sample.key)
    let renamed = Candidate(
      try PackArchive(reading: archive, named: "b.pratique"), path: "elsewhere/b.pratique", signature: more)
    #expect(try Sample.refusals(renamed) == [])
  }

  @Test func `nobody's, a stranger's and a revoked signature are refused`() throws {
    let archive = try Sample.archive()
    let bare = try Sample.candidate(archive)
    #expect(try Sample.refusals(bare) == ["trust.unsigned: `a.pratique` is not signed"])
    let stranger = try Sample.candidate(archive, Sample.signature(bare, Sample.stranger))
    #expect(
      try Sample.refusals(stranger) == [
        "trust.signature: `a.pratique` has no signature that counts: the key `\(Sample.stranger.publicKey.id)` is not in trust.yaml"
      ])
    let signed = try Sample.candidate(archive, Sample.signature(bare, Sample.key))
    #expect(
      try Sample.refusals(signed, Sample.trust(revoked: "lost")) == [
        "trust.signature: `a.pratique` has no signature that counts: the key of `Publisher` is revoked: lost"
      ])
    #expect(try Sample.refusals(signed, Sample.trust("aa.one")).count == 1)
    #expect(try Sample.refusals(signed, Sample.trust("aa.*")) == [])
  }

  @Test func `no byte of an archive can be turned`() throws {
    let archive = try Sample.archive()
    let signature = Sample.signature(try Sample.candidate(archive), Sample.key)
    // Every byte of the frame is turned in `TarTests`; these reach all kinds of content.
    for index in stride(from: 0, to: archive.count, by: 7) {
      var flipped = archive
      flipped[index] ^= 1
      // Most do not even read; the rest is not what was signed.
      guard let candidate = try? Sample.candidate(flipped, signature) else { continue }
      #expect(try !Sample.refusals(candidate).isEmpty, "byte \(index)")
    }
  }

  /// White space between the fields is the only thing that can change without effect.
  @Test func `no byte of a signature can be turned so that it says something else`() throws {
    let (files, signature) = try signedFolder()
    var accepted = 0
    for index in signature.indices {
      var flipped = signature
      flipped[index] ^= 1
      if try Sample.refusals(Sample.candidate("aa.one", of: files, flipped)).isEmpty {
        accepted += 1
        let (before, after) = try (
          Envelope(reading: signature, named: "a"), Envelope(reading: flipped, named: "b")
        )
        #expect(before.payload == after.payload && before.payloadType == after.payloadType, "byte \(index)")
      }
    }
    #expect(accepted == 0 || accepted < 20)
  }

  typealias Files = [String: [UInt8]]
  private static let folder = "jurisdictions/aa/one"

  @Test func `a file that was changed, dropped, added or renamed is named`() throws {
    let folder = Self.folder
    let changes: [(String, (inout Files) -> Void)] = [
      ("`pack.xml` was changed", { $0["\(folder)/pack.xml"]?.append(0x20) }),
      ("`cases/reach.yaml` is missing", { $0["\(folder)/cases/reach.yaml"] = nil }),
      ("`tables/a.dmn` was added", { $0["\(folder)/tables/a.dmn"] = [] }),
      (
        "`cases/other.yaml` was added|`cases/reach.yaml` is missing",
        { $0["\(folder)/cases/other.yaml"] = $0.removeValue(forKey: "\(folder)/cases/reach.yaml") }
      ),
      (
        "of the files that it rests on, `rules/vocabulary.xml` was changed",
        { $0["rules/vocabulary.xml"] = Array("<vocabulary />".utf8) }
      ),
      (
        "of the files that it rests on, `rules/controls/a.xml` was added",
        { $0["rules/controls/a.xml"] = [] }
      ),
      ("of the files that it rests on, `rules/size.csv` is missing", { $0["rules/size.csv"] = nil }),
      (
        "`pack.xml` was changed",
        { $0["\(folder)/pack.xml"] = Sample.pack("aa.one", edition: "2026-11-22") }
      ),
    ]
    for (expected, change) in changes {
      var (files, signature) = try signedFolder()
      change(&files)
      let told = try Sample.refusals(Sample.candidate("aa.one", of: files, signature))
      #expect(
        told
          == expected.split(separator: "|").map {
            "trust.altered: `\(folder)` is not what was signed: \($0)"
          })
    }
  }

  @Test func `the signature of another pack is no signature`() throws {
    let (files, signature) = try signedFolder()
    #expect(
      try Sample.refusals(Sample.candidate("aa.two", of: files, signature)) == [
        "trust.altered: `jurisdictions/aa/two` is not what was signed: the signature is for `aa.one`, and here lies `aa.two`"
      ])
    // Nor that of an archive for a folder, nor the other way round.
    let archive = try Sample.archive(["aa.one"])
    let whole = Sample.signature(try Sample.candidate(archive), Sample.key)
    #expect(try !Sample.refusals(Sample.candidate("aa.one", of: files, whole)).isEmpty)
    #expect(try !Sample.refusals(Sample.candidate(archive, signature)).isEmpty)
  }

  @Test func `a signature that speaks of something else is none`() throws {
    let candidate = try Sample.candidate("aa.one", of: Sample.files)
    var statement = candidate.statement
    statement.predicateType = "https://slsa.dev/provenance/v1"
    var envelope = Envelope(statement)
    envelope.sign(with: Sample.key)
    let other = try Sample.candidate("aa.one", of: Sample.files, Array(envelope.text.utf8))
    #expect(
      try Sample.refusals(other) == [
        "trust.altered: `jurisdictions/aa/one` is not what was signed: the signature speaks of something else (`https://slsa.dev/provenance/v1`)"
      ])
  }

  @Test func `a newer engine may be needed`() throws {
    let (files, signature) = try signedFolder()
    let refusals = try Sample.refusals(
      Sample.candidate("aa.one", of: files, signature), running: Needs(engine: "0.0.9"))
    #expect(refusals.count == 1 && refusals[0].contains("published with version 0.1.0"))
  }
}
