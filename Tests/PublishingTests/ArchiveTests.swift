import Diagnostics
import JSON
import Publishing
import Signing
import Tar
import Testing

@Suite struct ArchiveTests {
  @Test func `the same files give the same archive`() throws {
    let bytes = try Sample.archive()
    #expect(try Sample.archive(of: Dictionary(uniqueKeysWithValues: Sample.files.shuffled())) == bytes)
    let archive = try PackArchive(reading: bytes, named: "a.pratique")
    #expect(
      archive.files.keys.sorted() == [
        "jurisdictions/aa/one/cases/reach.yaml", "jurisdictions/aa/one/pack.xml",
        "jurisdictions/aa/two/pack.xml",
        "rules/size.csv", "rules/vocabulary.xml",
      ])
    #expect(archive.sha256 == sha256(bytes))
    #expect(try PackArchive(reading: Sample.archive(["aa.two"]), named: "a").files.count == 3)
  }

  @Test func `the manifest says what the packs say`() throws {
    let entries = try TarFile(reading: Sample.archive(["aa.two"])).entries
    let bytes = try #require(entries.first { $0.path == Manifest.path }?.bytes)
    let manifest = JSONValue(try JSON.parse(bytes, named: "manifest"))
    let pack = manifest["packs"]?.items?.first
    #expect(manifest["licence"]?.string == "CC-BY-4.0")
    #expect(manifest["needs"]?.compactText == #"{"engine":"0.1.0","language":"urn:pratique:pack:1"}"#)
    #expect(pack?["id"]?.string == "aa.two")
    #expect(pack?["edition"]?.string == "2026-11-21")
    #expect(pack?["asOf"]?.string == "2026-11-20")
    #expect(pack?["title"]?.string == "A & B")
    #expect(pack?["review"]?.compactText == #"{"on":"2026-11-20","confidence":"medium","note":"Read once."}"#)
    #expect(pack?["sources"]?.items?.first?["href"]?.string == "https://example.org/law")
    let content = Sample.pack("aa.two")
    #expect(
      pack?["files"]?.compactText
        == #"[{"path":"pack.xml","sha256":"\#(sha256(content))","size":\#(content.count)}]"#)
    // What `sha256sum pack.xml | sha256sum` prints.
    #expect(pack?["sha256"]?.string == sha256(Array("\(sha256(content))  pack.xml\n".utf8)))
    #expect(
      manifest["shared"]?.items?.compactMap { $0["path"]?.string } == [
        "rules/size.csv", "rules/vocabulary.xml",
      ])
  }

  private func changed(_ change: (inout [String: [UInt8]]) -> Void) throws -> [UInt8] {
    var files: [String: [UInt8]] = [:]
    for entry in try TarFile(reading: Sample.archive()).entries { files[entry.path] = entry.bytes }
    change(&files)
    return try TarFile(files.map { TarFile.Entry(path: $0.key, bytes: $0.value) }).bytes
  }

  private func refusals(_ bytes: [UInt8]) -> [String] {
    let mistakes = #expect(throws: Mistakes.self) { try PackArchive(reading: bytes, named: "a.pratique") }
    return mistakes?.all.map(\.message) ?? []
  }

  @Test func `files and manifest must agree; every difference is told`() throws {
    let one = "jurisdictions/aa/one/pack.xml"
    #expect(
      try refusals(changed { $0[one] = nil }) == ["`\(one)` is in the manifest, but not in the archive"])
    #expect(
      try refusals(changed { $0["rules/more.xml"] = [] }) == [
        "`rules/more.xml` is in the archive, but not in its manifest"
      ])
    #expect(
      try refusals(changed { $0[one]?[10] ^= 1 }) == ["`\(one)` is not the file that the manifest lists"])
    #expect(
      try refusals(
        changed {
          $0["jurisdictions/aa/one/cases/other.yaml"] = $0.removeValue(
            forKey: "jurisdictions/aa/one/cases/reach.yaml")
          $0["rules/size.csv"] = [1]
        }
      ).count == 3)
    #expect(try refusals(changed { $0[Manifest.path] = nil }) == ["the archive has no manifest.json"])
  }

  /// A manifest whose list of files is right, and which says other things of them than they do.
  @Test(arguments: [
    ("2026-11-20", "2026-11-29"), ("\"medium\"", "\"high\""), ("\"aa.one\"", "\"aa.six\""), ("  ", " "),
    ("The law", "My law"),
    ("\"pratique\": 1", "\"pratique\": 2"), ("\"licence\"", "\"licence\": \"MIT\", \"licence\""),
    ("0.1.0", "0.1"),
    ("CC-BY-4.0", "CC\u{7}"),
  ])
  func `a manifest can claim nothing of its own`(_ right: String, _ wrong: String) throws {
    let bytes = try changed { files in
      let text = String(decoding: files[Manifest.path] ?? [], as: UTF8.self)
      #expect(text.contains(right))
      files[Manifest.path] = Array(text.replacing(right, with: wrong).utf8)
    }
    // The engine and the licence are the publisher's word; the signature holds them.
    let isWord = wrong == "0.1"
    if isWord {
      let archive = try PackArchive(reading: bytes, named: "a.pratique")
      #expect(archive.manifest.needs.doubt(running: Sample.needs) == "`0.1` is no version of the engine")
    } else {
      #expect(refusals(bytes).count == 1)
    }
  }

  @Test(arguments: [
    ("0.1.0", "urn:pratique:pack:1", true), ("0.0.9", "urn:pratique:pack:1", true),
    ("0.1.1", "urn:pratique:pack:1", false),
    ("0.10.0", "urn:pratique:pack:1", false), ("1.0.0", "urn:pratique:pack:1", false),
    ("0.1.0", "urn:pratique:pack:2", false), ("x", "urn:pratique:pack:1", false),
    ("99999999999999999999.0.0", "urn:pratique:pack:1", false),
  ])
  func `an older engine is told what it lacks`(_ engine: String, _ language: String, _ works: Bool) {
    #expect((Needs(engine: engine, language: language).doubt(running: Sample.needs) == nil) == works)
  }

  @Test func `a pack without an id is refused, and one with an entity`() {
    for text in [
      "<pack/>", "<!DOCTYPE pack [<!ENTITY a 'b'>]><pack id='&a;'/>", "", "<pack id='a' edition='b'/>",
    ] {
      #expect(throws: Mistakes.self) { try Inventory(of: ["jurisdictions/a/pack.xml": Array(text.utf8)]) }
    }
  }
}
