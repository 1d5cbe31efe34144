import Foundation
import Signing
import Testing

@testable import pratique

/// The list of checked files in the binary: it names exactly the files of this checkout, and all of them pass the full check.
@Suite struct RecordTests {
  private var library: Library { Library(root: Tool.checkout.path, reason: "test") }

  @Test func `every shipped file is recorded as it is; else run make record`() throws {
    #expect(try library.ownFiles().count == CheckedFiles.count)
    for path in try library.ownFiles() {
      #expect(CheckedFiles.contains(path, sha256(try library.bytes(path))), "\(path) has changed")
    }
  }

  @Test func `every shipped file passes the full check`() throws {
    _ = try library.rulebook(checkingAll: true)
  }

  @Test func `a record holds for one path and one content`() throws {
    let bytes = try library.bytes("rules/geography.xml")
    #expect(!CheckedFiles.contains("rules/vocabulary.xml", sha256(bytes)))
    #expect(!CheckedFiles.contains("rules/geography.xml", sha256(bytes + [0x20])))
  }

  /// A pack that a byte sets apart from the recorded one is held against its schema and its conditions are compiled, and so are
  /// the conditions of all packs beside it.
  @Test(arguments: [
    ("boundary>", "boundry>", "unknown element <boundry>"),
    ("occasional and not(", "ocasional and not(", "has no fact `ocasional`"),
  ])
  func `a changed file is checked`(_ right: String, _ wrong: String, _ complaint: String) throws {
    let scratch = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    for folder in ["rules", "jurisdictions"] {
      try FileManager.default.copyItem(
        at: Tool.checkout.appending(path: folder), to: scratch.appending(path: folder))
    }
    let pack = scratch.appending(path: "jurisdictions/eu/gdpr/pack.xml")
    let text = try String(contentsOf: pack, encoding: .utf8)
    #expect(text.contains(right))
    try Data(text.replacing(right, with: wrong).utf8).write(to: pack)
    let plan = "examples/hiring-saas/plan.yaml"
    let result = try Tool.run(["assess", plan, "--as-of", "2026-11-21", "--packs", scratch.path])
    #expect(result.status == 2)
    #expect(result.errors.contains(complaint))
  }
}
