import Archive
import FEEL
import Foundation
import Rules
import Signing
import Testing

@testable import pratique

/// The compiled library says what the files say, or is not used.
@Suite struct CompiledLibraryTests {
  private let library = Library(root: Tool.checkout.path, reason: "test")

  private func compiled() throws -> [UInt8] {
    try #require(CompiledLibrary.archive(library.rulebook(checkingAll: true), library.calendar()))
  }

  private func decoded(_ bytes: [UInt8]) -> CompiledLibrary? {
    CompiledLibrary(bytes) { path in (try? library.bytes(path)) ?? [] }
  }

  @Test func `the library compiles to what is recorded; else run make record`() throws {
    #expect(CheckedFiles.isLibrary(sha256(try compiled())))
  }

  @Test func `what is read compiles to the same bytes again`() throws {
    let bytes = try compiled()
    let library = try #require(decoded(bytes))
    #expect(CompiledLibrary.archive(library.rulebook, library.calendar.value) == bytes)
  }

  /// In every format, with the compiled library and without; one that is not the recorded one is as good as none.
  @Test(arguments: ["hiring-saas", "payments-india", "consumer-app"])
  func `reports are the same`(_ example: String) throws {
    let scratch = try scratchLibrary()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let file = scratch.appending(path: Library.compiledPath)
    let bytes = try compiled()
    let plain = try report(example, scratch)
    try Data(bytes).write(to: file)
    #expect(Library(root: scratch.path, reason: "test").compiled() != nil)
    #expect(try report(example, scratch) == plain)
    var flipped = bytes
    flipped[bytes.count / 3] ^= 4
    for broken in [flipped, Array(bytes.dropLast()), bytes + [0], []] {
      try Data(broken).write(to: file)
      #expect(Library(root: scratch.path, reason: "test").compiled() == nil)
    }
    #expect(try report(example, scratch) == plain)
  }

  @Test(arguments: [
    "jurisdictions/eu/gdpr/pack.xml", "rules/vocabulary.xml",
    "jurisdictions/cn/data-localization/tables/export-route.dmn",
  ])
  func `it is not used beside a changed file`(_ path: String) throws {
    let scratch = try scratchLibrary()
    defer { try? FileManager.default.removeItem(at: scratch) }
    try Data(compiled()).write(to: scratch.appending(path: Library.compiledPath))
    let changed = Library(root: scratch.path, reason: "test")
    #expect(changed.compiled() != nil)
    let file = scratch.appending(path: path)
    let bytes = try Data(contentsOf: file)
    try (bytes + Data("\n".utf8)).write(to: file)
    #expect(changed.compiled() == nil)
    try FileManager.default.removeItem(at: file)
    #expect(changed.compiled() == nil)
    try bytes.write(to: file)
    try bytes.write(to: file.deletingLastPathComponent().appending(path: "more.dmn"))
    #expect((changed.compiled() == nil) == path.hasPrefix("jurisdictions/"))
  }

  /// Whatever the bytes are, reading them ends without a trap; the check of the SHA-256 is left out here.
  @Test func `broken bytes are refused or read, but never trap`() throws {
    let bytes = try compiled()
    for part in 0..<40 {
      #expect(decoded(Array(bytes.prefix(bytes.count * part / 40))) == nil)
    }
    var state: UInt64 = 2026
    for _ in 0..<60 {
      var broken = bytes
      for _ in 0..<20 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        broken[Int(state >> 33) % bytes.count] ^= UInt8(truncatingIfNeeded: state >> 20) | 1
      }
      guard let library = decoded(broken) else { continue }
      _ = library.calendar.value
      for pack in library.rulebook.packs {
        for condition in pack.conditions { _ = (condition.expression.root, condition.expression.source) }
        for provision in pack.provisions { _ = (provision.provision, provision.readings.map(\.reading)) }
      }
    }
  }

  private func scratchLibrary() throws -> URL {
    let scratch = try Tool.scratchFolder()
    for folder in ["rules", "jurisdictions"] {
      try FileManager.default.copyItem(
        at: Tool.checkout.appending(path: folder), to: scratch.appending(path: folder))
    }
    try? FileManager.default.removeItem(at: scratch.appending(path: Library.compiledPath))
    return scratch
  }

  /// All files that `report` writes, by name.
  private func report(_ example: String, _ scratch: URL) throws -> [String: Data] {
    let folder = scratch.appending(path: "out")
    defer { try? FileManager.default.removeItem(at: folder) }
    let plan = "examples/\(example)/plan.yaml"
    let result = try Tool.run([
      "report", plan, "--as-of", "2026-11-21", "--packs", scratch.path, "--output-dir", folder.path,
    ])
    var files = ["text": Data((result.output + result.errors + "\(result.status)").utf8)]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      files[name] = try Data(contentsOf: folder.appending(path: name))
    }
    #expect(files.count == 9)
    return files
  }
}
