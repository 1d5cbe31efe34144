import Foundation
import Testing

/// What `pack new` writes is a pack that its author can go on from.
@Suite struct PackNewTests {
  /// For a country, and for a group of countries.
  @Test(arguments: ["in.ev-charging", "eu.robots"])
  func `a new pack lints, tests and proves clean where it lies`(_ id: String) throws {
    let folder = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    // Found beside the checkout of the binary, as packs of one's own are used.
    let found = ["PRATIQUE_PACKS": ""]
    func run(_ arguments: String...) throws -> Tool.Result {
      try Tool.run(arguments, in: folder, environment: found)
    }
    let new = try run("pack", "new", id, "--as-of", "2026-11-21", "--law", "An \"Act\" <of> 2026 & more")
    #expect(new.status == 0, "\(new.errors)")
    let lint = try run("pack", "lint", "--packs", id)
    #expect(lint.status == 0 && lint.output == "1 packs, 0 findings\n", "\(lint.output)\(lint.errors)")
    let test = try run("pack", "test", "--packs", id, "--coverage", "--threshold", "100")
    #expect(test.status == 0 && test.output.hasSuffix("8 passed, 0 failed\n"), "\(test.output)\(test.errors)")
    let prove = try run("pack", "prove", "--packs", id, "--minimum", "100")
    #expect(prove.status == 0, "\(prove.output)\(prove.errors)")
    #expect(try run("pack", "fmt", "--check", id).status == 0)
    #expect(try run("pack", "doc", "--packs", id, "--output-dir", "site").status == 0)
    #expect(try run("pack", "new", id).status == 2, "nothing is overwritten")
    let twice = folder.appending(path: "twice")
    try FileManager.default.createDirectory(at: twice, withIntermediateDirectories: true)
    for name in ["a", "b"] {
      try FileManager.default.copyItem(at: folder.appending(path: id), to: twice.appending(path: name))
    }
    let doubled = try run("pack", "test", "--packs", "twice")
    #expect(doubled.status == 2 && doubled.errors.contains("`\(id)` is also the id of twice/a/pack.xml"))
  }

  @Test func `all that is wrong with the answers is said at once, and nothing is written`() throws {
    let folder = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let result = try Tool.run(
      ["pack", "new", "in_x", "--jurisdiction", "INN", "--topic", "secto"], in: folder)
    #expect(result.status == 2)
    for word in ["`in_x` is no id", "did you mean `IN`?", "did you mean `sector`?"] {
      #expect(result.errors.contains(word), "\(result.errors)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}
