import Evidence
import JSON
import Signing
import Testing
import Zip

@Suite struct BundleTests {
  @Test func `the same content gives the same bytes, and is right`() throws {
    let bundle = try Sample.bundle()
    let again = try Bundle(Sample.head(), content: Sample.entries.shuffled(), key: Sample.key)
    #expect(bundle.archive == again.archive)
    #expect(try ZipFile(reading: bundle.archive).entries == bundle.files)
    #expect(Sample.faults(bundle.files) == [])
    let check = BundleCheck(bundle.files.reversed(), trust: Sample.trust())
    #expect(check.faults == [])
    #expect(check.signer?.name == "Auditor")
    #expect(check.manifest?.head == Sample.head())
  }

  @Test func `the lists name every file with what it is`() throws {
    let files = try Sample.bundle().files
    let sums = String(decoding: try #require(files["SHA256SUMS"]), as: UTF8.self).split(separator: "\n")
    #expect(sums.count == files.count - 2)
    for file in files where !["SHA256SUMS", "bundle.dsse.json"].contains(file.path) {
      #expect(sums.contains("\(sha256(file.bytes))  \(file.path)"))
    }
    let manifest = JSONValue(try JSON.parse(#require(files["manifest.json"]), named: "manifest.json"))
    #expect(manifest["signedOn"]?.string == "2026-11-22")
    #expect(manifest["plan"]?["name"]?.string == "Shop")
    #expect(manifest["options"]?.compactText == #"{"only":"aa","profiles":["strict"]}"#)
    #expect(
      manifest["files"]?.items?.compactMap { $0["path"]?.string } == [
        "README.md", "evidence/audit report.txt", "packs/jurisdictions/aa/one/pack.xml",
        "packs/jurisdictions/aa/two/pack.xml", "packs/rules/vocabulary.xml", "plan/plan.yaml",
        "results/result.json",
      ])
    #expect(manifest["files"]?.items?.allSatisfy { !($0["what"]?.string ?? "").isEmpty } == true)
    // A program that knows in-toto and nothing of us finds every file but the signature.
    let envelope = try Envelope(reading: #require(files["bundle.dsse.json"]), named: "a")
    let statement = try Statement(in: envelope, named: "a")
    #expect(
      statement.subjects.map(\.name) == files.map(\.path).filter { $0 != "bundle.dsse.json" })
  }

  @Test func `a key of P-256 vouches too`() throws {
    for _ in 0..<20 {
      let key = PrivateKey.random(.p256)
      let bundle = try Sample.bundle(key)
      #expect(Sample.faults(bundle.files, Sample.trust(key.publicKey)) == [])
      // But for the signature the same input gives the same bytes.
      let other = try Sample.bundle(key).files
      #expect(
        bundle.files.filter { $0.path != "bundle.dsse.json" }
          == other.filter { $0.path != "bundle.dsse.json" })
    }
  }

  @Test func `a bundle that nobody signed is right only where that is accepted`() throws {
    let bundle = try Sample.bundle(nil)
    #expect(bundle.files["bundle.dsse.json"] == nil)
    #expect(Sample.faults(bundle.files) == ["unsigned: the bundle is not signed: nobody vouches for it"])
    #expect(Sample.faults(bundle.files, nil) == [])
    #expect(
      try Sample.faults(Sample.bundle().files, nil) == [
        "key: the bundle is signed, and no key is trusted; name one"
      ])
  }

  @Test func `a plan without a name needs a key for all`() throws {
    let bundle = try Sample.bundle(name: nil)
    #expect(Sample.faults(bundle.files) == [])
    #expect(
      Sample.faults(bundle.files, Sample.trust(bundles: ["Shop"])) == [
        "signature: no signature counts: the key of `Auditor` is not trusted for bundles of ``"
      ])
  }

  @Test(arguments: [
    ("evidence/key.pem", "-----BEGIN PRIVATE KEY-----\nMC4CAQA\n", "looks like a private key"),
    ("plan/notes.txt", "# mine: -----BEGIN OPENSSH PRIVATE KEY-----", "looks like a private key"),
    ("evidence/a.asc", "-----BEGIN PGP PRIVATE KEY BLOCK-----", "looks like a private key"),
    ("other/file", "", "belongs to no part of a bundle"), ("README.md", "", "belongs to no part of a bundle"),
    ("plan/../../x", "", "`.` or `..`"), ("plan/plan.yaml", "", "is in it twice"),
    ("Plan/x", "", "belongs to no part"), ("plan/Plan.yaml", "", "one file where case does not count"),
    ("plan/plan.yaml/x", "", "lies in it"), ("evidence/Prüfung.pdf", "", "plain ASCII"),
  ])
  func `what does not belong into a bundle is refused`(_ path: String, _ text: String, _ complaint: String) {
    let error = #expect(throws: BundleError.self) {
      try Bundle(
        Sample.head(), content: Sample.entries + [ZipFile.Entry(path: path, bytes: Array(text.utf8))],
        key: nil)
    }
    #expect(error?.message.contains(complaint) == true, "\(error?.message ?? "")")
  }

  @Test func `public keys and certificates may be evidence`() {
    let text =
      "-----BEGIN PUBLIC KEY-----\n-----BEGIN CERTIFICATE-----\nPRIVATE KEY\n--BEGIN PRIVATE KEY-----"
    #expect(!PrivateKey.looksPresent(in: Array(text.utf8)))
    #expect(!PrivateKey.looksPresent(in: Array(String(repeating: "-", count: 1_000_000).utf8)))
    #expect(PrivateKey.looksPresent(in: Array("-----BEGIN -----BEGIN EC PRIVATE KEY-----".utf8)))
  }
}
