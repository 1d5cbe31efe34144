import Diagnostics
import Publishing
import Testing

@Suite struct LockTests {
  private func lock(_ files: [String: [UInt8]], _ signers: [String: String] = [:]) throws -> Lock {
    try Lock(Inventory(of: files), signers: signers)
  }

  @Test func `a lock holds for a folder and for an archive of it`() throws {
    let lock = try lock(Sample.files)
    let archive = try PackArchive(reading: Sample.archive(), named: "a.pratique")
    let found = Lock(archive.manifest.inventory, signers: [:])
    #expect(lock.text == found.text)
    let read = try Lock(reading: Array(lock.text.utf8), named: "pratique.lock")
    #expect(read.differences(from: found, checkedSignatures: false).isEmpty)
  }

  @Test func `all differences are told at once`() throws {
    let text = try lock(Sample.files, ["aa.one": "k1"]).text
    let read = try Lock(reading: Array(text.utf8), named: "pratique.lock")
    var files = Sample.files
    files["jurisdictions/aa/one/cases/reach.yaml"] = []
    files["jurisdictions/aa/two/pack.xml"] = Sample.pack("aa.two", edition: "2027-01-01")
    files["jurisdictions/aa/new/pack.xml"] = Sample.pack("aa.new")
    files["rules/size.csv"] = [1]
    let told = read.differences(from: try lock(files, ["aa.one": "k2"]), checkedSignatures: true)
    #expect(
      told.map { "\($0.location.line) \($0.message)" } == [
        "4 the files of `aa.one` are not those that were locked (edition 2026-11-21)",
        "4 `aa.one` was signed by k1 when it was locked, now by k2",
        "10 `aa.two` is locked at edition 2026-11-21, and here is 2027-01-01",
        "1 the pack `aa.new` (edition 2026-11-21) is not in the lock",
        "1 the files that all packs rest on (under `rules`) are not those that were locked",
      ])
    for path in files.keys where path.hasPrefix("jurisdictions/aa/one") { files[path] = nil }
    #expect(
      read.differences(from: try lock(files), checkedSignatures: false).first?.message
        == "the locked pack `aa.one` (edition 2026-11-21) is not there")
  }

  @Test(arguments: [
    "", "{}", #"{"pratique": 2, "packs": [], "shared": ""}"#,
    #"{"pratique": 1, "packs": [{}], "shared": ""}"#,
    #"{"pratique": 1, "packs": [], "packs": [], "shared": ""}"#,
    #"{"pratique": 1, "packs": [{"id": "a", "edition": "", "sha256": ""}, {"id": "a", "edition": "", "sha256": ""}], "shared": ""}"#,
  ])
  func `what is no lock is refused`(_ text: String) {
    #expect(throws: Mistakes.self) { try Lock(reading: Array(text.utf8), named: "pratique.lock") }
  }
}
