import Engine
import Foundation
import Rules
import Testing

@testable import pratique

@Suite struct PackTests {
  @Test func `every case of every pack holds`() throws {
    let result = try Tool.run(["pack", "test"])
    #expect(result.status == 0, "\(result.output.suffix(2000))")
  }

  @Test func `packs lint clean`() throws {
    let result = try Tool.run(["pack", "lint"])
    #expect(result.status == 0, "\(result.output.suffix(2000))")
  }

  @Test func `a provision that has shipped keeps its id`() throws {
    let list = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "shipped-provisions.txt")
    let shipped = try String(contentsOf: list, encoding: .utf8).split(separator: "\n").map(String.init)
    let rulebook = try KnowledgeTests.rulebook.get()
    let present = Set(
      rulebook.packs.flatMap { pack in pack.pack.provisions.map { "\(pack.pack.id)/\($0.id)" } })
    let retired = rulebook.packs.flatMap { pack in pack.pack.retired.map { "\(pack.pack.id)/\($0.id)" } }
    let gone = shipped.filter {
      !present.contains($0) && rulebook.successors(of: $0).isEmpty && !retired.contains($0)
    }
    #expect(gone == [], "say what replaces them, or that they are retired")
    #expect(present.subtracting(shipped).sorted() == [], "add new provisions to shipped-provisions.txt")
  }
}
