import Archive
import FEEL
import Foundation
import Rules
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

  @Test func `what is read compiles to the same bytes again`() throws {
    let bytes = try compiled()
    let library = try #require(decoded(bytes))
    #expect(CompiledLibrary.archive(library.rulebook, library.calendar.value) == bytes)
  }

  /// In every format, with the compiled library behind the program, which put it there itself, and without.
  @Test func `reports are the same`() throws {
    let scratch = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let program = scratch.appending(path: "pratique")
    try FileManager.default.copyItem(at: Tool.binary, to: program)
    #expect(library.compiled(behind: program.path) == nil)
    for _ in 1...2 {
      let result = try Tool.run(["pack", "compile"], binary: program)
      #expect(result.status == 0, "\(result.errors)")
      #expect(library.compiled(behind: program.path) != nil)
    }
    for example in ["hiring-saas", "payments-india", "consumer-app"] {
      #expect(try report(example, program, scratch) == report(example, Tool.binary, scratch))
    }
  }

  @Test func `a program has one attachment, the last`() throws {
    let scratch = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let program = scratch.appending(path: "program")
    try Data("program".utf8).write(to: program)
    #expect(Attachment(behind: program.path) == nil)
    for last in [
      Attachment(files: [1, 2], library: Array(0..<100)), Attachment(files: [], library: []),
      Attachment(files: [3], library: [4, 5]),
    ] {
      for _ in 1...2 {
        try last.attach(to: program.path)
        #expect(Attachment(behind: program.path) == last)
      }
      let bytes = try Data(contentsOf: program)
      #expect(bytes.starts(with: Data("program".utf8)))
      #expect(bytes.count == 7 + last.files.count + last.library.count + 32)
    }
  }

  @Test(arguments: [
    "jurisdictions/eu/gdpr/pack.xml", "rules/vocabulary.xml",
    "jurisdictions/cn/data-localization/tables/export-route.dmn",
  ])
  func `it is not used beside a changed file`(_ path: String) throws {
    let scratch = try scratchLibrary()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let program = scratch.appending(path: "program").path
    try library.attachment().attach(to: program)
    let changed = Library(root: scratch.path, reason: "test")
    #expect(changed.compiled(behind: program) != nil)
    let file = scratch.appending(path: path)
    let bytes = try Data(contentsOf: file)
    for changes in [
      bytes + Data("\n".utf8), Data(bytes.dropLast()), Data(), Data(bytes.dropLast()) + Data([0]),
    ] {
      try changes.write(to: file)
      #expect(changed.compiled(behind: program) == nil)
    }
    try FileManager.default.removeItem(at: file)
    #expect(changed.compiled(behind: program) == nil)
    try bytes.write(to: file)
    try bytes.write(to: file.deletingLastPathComponent().appending(path: "more.dmn"))
    #expect((changed.compiled(behind: program) == nil) == path.hasPrefix("jurisdictions/"))
  }

  /// Wherever a byte is flipped or the end cut off, the files are read as if nothing were there.
  @Test func `a broken attachment is not used`() throws {
    let scratch = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let program = scratch.appending(path: "program")
    try Data().write(to: program)
    try library.attachment().attach(to: program.path)
    let bytes = try Data(contentsOf: program)
    let end = bytes.count
    for place in Array(stride(from: 0, to: end, by: end / 40)) + Array(end - 32..<end) {
      var flipped = bytes
      flipped[place] ^= UInt8(1 << (place % 8))
      try flipped.write(to: program)
      #expect(library.compiled(behind: program.path) == nil, "byte \(place)")
    }
    for count in [0, 31, 32, 33, end / 2, end - 33, end - 32, end - 1] {
      try bytes.prefix(count).write(to: program)
      #expect(library.compiled(behind: program.path) == nil, "\(count) bytes")
    }
    try (bytes + [0]).write(to: program)
    #expect(library.compiled(behind: program.path) == nil)
  }

  /// Lengths that reach beyond the file, or beyond all numbers.
  @Test(arguments: [
    [0, 0], [UInt64.max, 1], [1, .max], [.max, .max], [1 << 63, 1 << 63], [9, 0], [0, 9],
  ])
  func `no length of an attachment is trusted`(_ lengths: [UInt64]) throws {
    let scratch = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let program = scratch.appending(path: "program")
    try Data().write(to: program)
    try Attachment(files: [], library: [1, 2, 3, 4, 5, 6, 7, 8]).attach(to: program.path)
    var bytes = try Data(contentsOf: program)
    for (place, length) in lengths.enumerated() {
      for byte in 0..<8 { bytes[8 + 8 * place + byte] = UInt8(length >> UInt64(8 * byte) & 0xFF) }
    }
    try bytes.write(to: program)
    #expect(Attachment(behind: program.path) == nil)
  }

  /// Whatever the bytes are, reading them ends without a trap; the checks of `Attachment` are left out here.
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
    try Data().write(to: scratch.appending(path: "program"))
    return scratch
  }

  /// All files that `report` writes, by name.
  private func report(_ example: String, _ program: URL, _ scratch: URL) throws -> [String: Data] {
    let folder = scratch.appending(path: "out")
    defer { try? FileManager.default.removeItem(at: folder) }
    let plan = "examples/\(example)/plan.yaml"
    let result = try Tool.run(
      ["report", plan, "--as-of", "2026-11-21", "--output-dir", folder.path], binary: program)
    var files = ["text": Data((result.output + result.errors + "\(result.status)").utf8)]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      files[name] = try Data(contentsOf: folder.appending(path: name))
    }
    #expect(files.count == 17)
    return files
  }
}
