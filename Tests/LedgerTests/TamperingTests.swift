import Foundation
import Testing

@testable import Ledger

/// Whatever is changed in a ledger, without the triggers that forbid it, is noticed and named.
@Suite struct TamperingTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let statements: String
    let faults: [String]
    var testDescription: String { name }

    static var all: [Case] {
      get throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/tampering.txt")
        let blocks = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n\n")
        return blocks.dropFirst().map { block in
          let lines = block.split(separator: "\n").map { String($0) }
          return Case(
            name: String(lines[0].dropFirst(2)), statements: lines[1],
            faults: lines.dropFirst(2).map { String($0.dropFirst(3)) })
        }
      }
    }
  }

  @Test(arguments: try Case.all)
  func `every change is named`(_ each: Case) throws {
    let sample = try Sample.filled()
    try sample.tamperUnnoticed(each.statements)
    #expect(try sample.faults() == each.faults)
  }

  @Test(arguments: 1...4, ["number", "kind", "time", "contents", "body", "previous", "hash"])
  func `no column of any row can be changed`(_ number: Int, _ column: String) throws {
    let values = [
      "number": ["number + 10", "-number"], "kind": ["'waiver'", "kind || 's'", "''"],
      "time": ["'2026-01-02T03:04:09Z'", "''"],
      "contents": ["'[\"\(Entry.origin)\"]'", "''", "contents || ' '"],
      "body": ["'{\"a\":1}'", "body || ' '", "''"],
      "previous": ["'\(String(repeating: "1", count: 64))'", "''", "previous || '0'"],
      "hash": ["'\(String(repeating: "1", count: 64))'", "''", "hash || char(0)", "' ' || hash"],
    ]
    for value in try #require(values[column]) {
      let sample = try Sample.filled()
      try sample.tamperUnnoticed("UPDATE entry SET \(column) = \(value) WHERE number = \(number)")
      let faults = try sample.open(.readOnly).verify()
      let named = column == "number" ? [number, number + 10, -number] : [number]
      #expect(
        faults.contains { fault in named.contains { fault.place == .entry($0) } }, "\(value): \(faults)")
    }
  }

  @Test func `an end that is cut off shows by the head`() throws {
    let sample = try Sample.filled()
    let entries = try sample.open(.readOnly).entries()
    try sample.tamperUnnoticed("DELETE FROM entry WHERE number = 4")
    #expect(try sample.faults() == [])
    #expect(try sample.faults(head: entries[2].hash) == [])
    #expect(
      try sample.faults(head: entries[3].hash) == [
        "ledger: no entry has the hash \(entries[3].hash): the end is cut off, or the ledger is another (head)"
      ])
    // Written anew from there on the chain is whole, and another.
    _ = try sample.open().append([Sample.note("another", second: 9)])
    #expect(try sample.faults() == [])
    #expect(try sample.faults(head: entries[3].hash).count == 1)
  }

  @Test(arguments: [
    "UPDATE entry SET body = '{}' WHERE number = 2", "DELETE FROM entry WHERE number = 4",
    "INSERT OR REPLACE INTO entry SELECT number, kind, time, contents, '{}', previous, hash FROM entry WHERE number = 4",
    "INSERT INTO entry SELECT 6, kind, time, contents, body, hash, hash FROM entry WHERE number = 4",
    "INSERT INTO entry SELECT 5, kind, time, contents, body, previous, hash FROM entry WHERE number = 4",
    "UPDATE content SET bytes = x''", "DELETE FROM content",
  ])
  func `the triggers stop what is not an append`(_ statement: String) throws {
    let sample = try Sample.filled()
    #expect(throws: (any Error).self) { try sample.tamper(statement) }
    #expect(try sample.faults() == [])
  }

  @Test func `a content that is there already stays as it is`() throws {
    let sample = try Sample.filled()
    for verb in ["INSERT", "INSERT OR REPLACE", "INSERT OR IGNORE"] {
      try sample.tamper("\(verb) INTO content SELECT sha256, x'78' FROM content")
    }
    #expect(try sample.faults() == [])
  }

  @Test func `nothing is appended to what is damaged`() throws {
    let sample = try Sample.filled()
    try sample.tamperUnnoticed("UPDATE entry SET body = '{}' WHERE number = 4")
    let error = LedgerError.damaged(sample.path, "the entry 4 is not as it was written")
    #expect(throws: error) { try sample.open().append([Sample.note("more", second: 9)]) }
    #expect(throws: error) { try sample.open(.readOnly).entries() }
    #expect(throws: error) { try sample.open(.readOnly).head }
    let other = try Sample.filled()
    try other.tamper("DROP TRIGGER entry_delete")
    let missing = "the trigger `entry_delete` is not as it was made"
    #expect(throws: LedgerError.damaged(other.path, missing)) { try other.open() }
    #expect(try other.faults() == ["ledger: \(missing) (schema)"])
    let altered = try Sample.filled()
    try altered.tamperUnnoticed("UPDATE content SET bytes = x''")
    let name = try #require(try altered.open(.readOnly).entry(2)).contents[0]
    #expect(throws: LedgerError.damaged(altered.path, "the content \(name) has another hash")) {
      try altered.open(.readOnly).content(name)
    }
  }

  /// Below SQLite: what is not noticed as damage to the file is noticed as a change of an entry, and what is neither changed
  /// nothing that a ledger says.
  @Test func `no byte of the file can be turned so that it says something else`() throws {
    let sample = try Sample.filled()
    let said = try sample.open(.readOnly).entries().map(\.line)
    let bytes = try Data(contentsOf: URL(filePath: sample.path))
    var silent = 0
    for index in stride(from: 0, to: bytes.count, by: 61) {
      var turned = bytes
      turned[index] ^= 1 << (index % 8)
      try turned.write(to: URL(filePath: sample.path))
      guard let ledger = try? sample.open(.readOnly), try ledger.verify() == [] else { continue }
      silent += 1
      #expect(try ledger.entries().map(\.line) == said, "byte \(index)")
    }
    // The pages are mostly empty, and free space says nothing.
    #expect(silent < bytes.count / 61)
  }

  @Test func `a file that ends too early is noticed`() throws {
    let sample = try Sample.filled()
    let bytes = try Data(contentsOf: URL(filePath: sample.path))
    for count in stride(from: 1, to: bytes.count, by: 997) {
      try bytes.prefix(count).write(to: URL(filePath: sample.path))
      guard let ledger = try? sample.open(.readOnly) else { continue }
      #expect(try !ledger.verify().isEmpty, "\(count) bytes")
    }
  }
}
