import Evidence
import FEEL
import Signing
import Testing
import Zip

/// Whatever is done to a bundle after signing is detected, and the file is named.
@Suite struct TamperTests {
  @Test func `no byte of an archive can be turned`() throws {
    let bundle = try Sample.bundle()
    let archive = bundle.archive
    for index in archive.indices {
      var turned = archive
      turned[index] ^= 1
      // Not one even reads: each file has a check sum, and everything else one form.
      let error = #expect(throws: ZipError.self, "byte \(index)") { try ZipFile(reading: turned) }
      #expect(error.map(isNamed) ?? false, "byte \(index): \(error?.message ?? "")")
    }
  }

  /// A file, or the part of the archive that is none.
  private func isNamed(_ error: ZipError) -> Bool {
    error.message.contains("`") || error.message.contains("directory")
      || error.message.contains("at its start")
  }

  @Test(arguments: Sample.paths)
  func `no byte of a file in a folder can be turned`(_ path: String) throws {
    let files = try Sample.bundle().files
    let file = try #require(files.first { $0.path == path })
    let trust = Sample.trust()
    for index in file.bytes.indices {
      var bytes = file.bytes
      bytes[index] ^= 1
      var turned = files
      turned[file.path] = bytes
      let faults = BundleCheck(turned, trust: trust).faults
      #expect(!faults.isEmpty && faults.allSatisfy { $0.path == file.path }, "byte \(index): \(faults)")
    }
  }

  @Test func `a file that is dropped, cut, grown, added, renamed or swapped is named`() throws {
    let files = try Sample.bundle().files
    for file in files where file.path != "bundle.dsse.json" {
      let path = file.path
      var dropped = files
      dropped[path] = nil
      #expect(told(dropped).contains("missing: `\(path)` is missing"), "\(told(dropped))")
      var cut = files
      cut[path] = Array(file.bytes.dropLast())
      #expect(told(cut).contains("changed: `\(path)` was changed"))
      var grown = files
      grown[path] = file.bytes + [0x0A]
      #expect(told(grown).contains("changed: `\(path)` was changed"))
      var renamed = files
      renamed[path] = nil
      renamed["evidence/other"] = file.bytes
      #expect(
        told(renamed).contains("renamed: `\(path)` was renamed to `evidence/other`"), "\(told(renamed))")
      for other in files where other.path != path && other.path != "bundle.dsse.json" {
        var swapped = files
        swapped[path] = other.bytes
        swapped[other.path] = file.bytes
        #expect(
          told(swapped).contains(
            "changed: `\(path)` was changed: here lies what was signed as `\(other.path)`"))
        #expect(
          told(swapped).contains(
            "changed: `\(other.path)` was changed: here lies what was signed as `\(path)`"))
      }
    }
    for path in ["evidence/more.txt", "packs/jurisdictions/aa/three/pack.xml", "unknown", "SHA256SUMS.bak"] {
      var added = files
      added[path] = Array("more".utf8)
      #expect(told(added) == ["added: `\(path)` was added: it was not signed"])
    }
  }

  private func told(_ files: [ZipFile.Entry]) -> [String] { Sample.faults(files) }

  /// Nobody's signature protects these, but the lists do.
  @Test func `in a bundle without a signature changes by accident are named too`() throws {
    let files = try Sample.bundle(nil).files
    for file in files {
      var changed = files
      changed[file.path] = file.bytes + [0x20]
      let faults = BundleCheck(changed, trust: nil).faults
      #expect(faults.contains { $0.path == file.path }, "\(file.path): \(faults)")
      var dropped = files
      dropped[file.path] = nil
      #expect(Sample.faults(dropped, nil) == ["missing: `\(file.path)` is missing"])
    }
    var added = files
    added["evidence/more.txt"] = []
    #expect(Sample.faults(added, nil) == ["added: `evidence/more.txt` was added: it was not listed"])
  }

  /// One whose key counts signs lists that do not follow from the files.
  @Test func `a signer can claim nothing of the files that they do not say`() throws {
    for path in ["manifest.json", "SHA256SUMS", "README.md"] {
      var files = try Sample.bundle().files
      files[path]?.append(0x20)
      files["bundle.dsse.json"] = nil
      let statement = Statement(
        subjects: files.map { Statement.Subject(name: $0.path, sha256: sha256($0.bytes)) },
        predicateType: Bundle.predicateType,
        predicate: try Statement(
          in: Envelope(reading: #require(Sample.bundle().files["bundle.dsse.json"]), named: "a"), named: "a"
        ).predicate)
      var envelope = Envelope(statement)
      envelope.sign(with: Sample.key)
      files["bundle.dsse.json"] = Array(envelope.text.utf8)
      #expect(told(files).contains("statement: the statement that was signed does not follow from the files"))
    }
  }
}
