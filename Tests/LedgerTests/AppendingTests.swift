import Foundation
import GRDB
import JSON
import Testing

@testable import Ledger

@Suite struct AppendingTests {
  /// Hashes from sha256sum over these lines, written by hand.
  @Test func `the hash of an entry is that of its line without the hash`() throws {
    let sample = try Sample.filled()
    let entries = try sample.open(.readOnly).entries()
    #expect(entries.map(\.number) == [1, 2, 3, 4])
    #expect(
      entries[0].line == #"""
        {"number":1,"kind":"note","time":"2026-01-02T03:04:05Z","contents":[],"body":{"role":"Counsel","text":"first"},"previous":"0000000000000000000000000000000000000000000000000000000000000000","hash":"ad6ead669698176f9ef2d277262fde33aafded345c5cf68e89300a3f458db741"}
        """#)
    #expect(
      entries[1].line == #"""
        {"number":2,"kind":"assessment","time":"2026-01-02T03:04:06Z","contents":["33b33237f5a00ed3f4936d37d8513a7e515763d8f06db068a75b1c7c5f0cabb5"],"body":{"plan":"é \"x\"\\\n","gaps":1.50},"previous":"ad6ead669698176f9ef2d277262fde33aafded345c5cf68e89300a3f458db741","hash":"8b3a392da3c191355adda552a2f49b4a82cac6e208e4febc1aa20ffb2af7e1da"}
        """#)
    #expect(entries[2].previous == entries[1].hash)
  }

  @Test func `what is appended is returned, and is there when the file is opened again`() throws {
    let sample = try Sample()
    let ledger = try sample.open()
    #expect(try ledger.head == Head(number: 0, hash: Entry.origin))
    let returned = try ledger.append(Sample.drafts)
    #expect(try sample.open(.readOnly).entries().map(\.line) == returned.map(\.line))
    #expect(try sample.open(.readOnly).head == Head(number: 4, hash: returned[3].hash))
    #expect(try sample.open(.readOnly).entry(2)?.line == returned[1].line)
    #expect(try sample.open(.readOnly).entry(5) == nil)
    #expect(try sample.open(.readOnly).entries(.note).map(\.number) == [1, 4])
    #expect(try sample.open(.readOnly).entries(after: 3).map(\.number) == [4])
    #expect(try sample.faults() == [])
    #expect(try sample.faults(head: returned[0].hash) == [])
    #expect(try sample.faults(head: Entry.origin) == [])
  }

  @Test func `contents lie in the ledger once, ascending in each entry`() throws {
    let sample = try Sample.filled()
    let ledger = try sample.open(.readOnly)
    let names = try #require(try ledger.entry(3)).contents
    #expect(names == names.sorted() && names.count == 3)
    #expect(try ledger.content(try #require(try ledger.entry(2)).contents[0]) == Array("plan: é\n".utf8))
    #expect(Set(try names.map { try ledger.content($0) }) == [Array("plan: é\n".utf8), [0, 255], []])
    #expect(try ledger.content(Entry.origin) == nil)
    #expect(try ledger.connection.use { try Int.fetchOne($0, sql: "SELECT count(*) FROM content") } == 3)
  }

  @Test func `two who have it open append in turn, and each sees the other's`() throws {
    let sample = try Sample()
    let (one, two) = (try sample.open(), try sample.open())
    for index in 0..<20 { _ = try (index % 3 == 0 ? one : two).append([Sample.note("\(index)", second: 1)]) }
    #expect(try one.head == two.head)
    #expect(try two.head.number == 20)
    #expect(try sample.faults() == [])
  }

  @Test func `a reader keeps its pages while others append`() throws {
    let sample = try Sample()
    let ledger = try sample.open()
    _ = try ledger.append((0..<250).map { Sample.note("\($0)", second: 1) })
    let reader = try sample.open(.readOnly)
    var numbers: [Int] = []
    while let page = try Optional(reader.entries(after: numbers.last ?? 0)), !page.isEmpty {
      #expect(page.count <= Limits.page)
      numbers += page.map(\.number)
      if numbers.count < 500 { _ = try ledger.append([Sample.note("more", second: 2)]) }
    }
    #expect(numbers == Array(1...numbers.count))
    #expect(numbers.count > 250)
  }

  @Test func `all entries of an append are there, or none`() throws {
    let sample = try Sample.filled()
    let large = Draft(
      kind: .note, time: "2026-01-02T03:04:05Z",
      body: .object([("text", .string(String(repeating: "x", count: Limits.body)))]))
    #expect(throws: LedgerError.self) { try sample.open().append([Sample.note("good", second: 9), large]) }
    #expect(try sample.open(.readOnly).head.number == 4)
    let deep = (0..<70).reduce(JSONValue.object([])) { inner, _ in .array([inner]) }
    let draft = Draft(kind: .note, time: "2026-01-02T03:04:05Z", body: .object([("a", deep)]))
    #expect(throws: LedgerError.self) { try sample.open().append([draft]) }
    #expect(try sample.open().append([]).isEmpty)
    #expect(try sample.faults() == [])
  }

  @Test func `numbers of entries and contents have limits`() throws {
    let sample = try Sample.filled()
    let many = [Draft](repeating: Sample.note("a", second: 1), count: Limits.drafts + 1)
    #expect(throws: LedgerError.tooLarge("at most 10000 entries are appended at once")) {
      try sample.open().append(many)
    }
    let crowded = Draft(
      kind: .evidence, time: "2026-01-02T03:04:05Z", body: .object([]),
      contents: [[UInt8]](repeating: [], count: Limits.contents + 1))
    #expect(throws: LedgerError.tooLarge("an entry has at most 10000 contents")) {
      try sample.open().append([crowded])
    }
    #expect(try sample.open(.readOnly).head.number == 4)
  }

  @Test func `who waits too long for another is told, and may try again`() throws {
    let sample = try Sample.filled()
    let ledger = try sample.open()
    try ledger.connection.use { try $0.execute(sql: "PRAGMA busy_timeout = 20") }
    try DatabaseQueue(path: sample.path).inTransaction(.immediate) { _ in
      #expect(throws: LedgerError.busy(sample.path)) { try ledger.append([Sample.note("a", second: 9)]) }
      let head = try ledger.head
      #expect(head.number == 4)
      return .rollback
    }
    #expect(try ledger.append([Sample.note("a", second: 9)]).map(\.number) == [5])
  }

  /// SQLite's own limit stands for a full disk, at every size at which something does not fit.
  @Test func `when the disk is full nothing of an append is there, and the next works`() throws {
    let sample = try Sample.filled()
    let head = try sample.open(.readOnly).head
    let large = Draft(
      kind: .evidence, time: "2026-01-02T03:04:09Z", body: .object([]),
      contents: [[UInt8](repeating: 7, count: 40_000)])
    let pages = try #require(
      try sample.open().connection.use { try Int.fetchOne($0, sql: "PRAGMA ledger.page_count") })
    for more in 0..<9 {
      let ledger = try sample.open()
      try ledger.connection.use { try $0.execute(sql: "PRAGMA ledger.max_page_count = \(pages + more)") }
      #expect(throws: LedgerError.full(sample.path)) {
        try ledger.append([Sample.note("a", second: 9), large])
      }
      #expect(try ledger.head == head)
      #expect(try sample.faults(head: head.hash) == [])
    }
    #expect(try sample.open().append([large]).map(\.number) == [5])
    #expect(try sample.faults(head: head.hash) == [])
  }

  @Test(arguments: [
    ("2026-01-02T03:04:05Z", true), ("2024-02-29T23:59:59Z", true), ("2025-02-29T00:00:00Z", false),
    ("2026-01-02T24:00:00Z", false), ("2026-01-02T23:60:00Z", false), ("2026-01-02T23:59:60Z", false),
    ("2026-01-02 03:04:05Z", false), ("2026-01-02T03:04:05+00:00", false), ("2026-01-02T03:04:05", false),
    ("-026-01-02T03:04:05Z", false), ("2026-01-02T+3:04:05Z", false), ("", false),
  ])
  func `a time has one form`(_ text: String, _ isRight: Bool) { #expect(isTime(text) == isRight) }

  /// From `date --utc --date=@N`.
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (951_782_399, "2000-02-28T23:59:59Z"),
    (1_795_315_200, "2026-11-22T02:40:00Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
    (253_402_300_800, nil), (-1, nil), (Int.max, nil),
  ])
  func `seconds since 1970 are a time`(_ seconds: Int, _ text: String?) {
    #expect(utc(seconds: seconds) == text)
  }

  @Test(arguments: [
    ("note", true), ("signOff", true), ("a1", true), ("", false), ("Note", false), ("1a", false),
    ("a-b", false),
    ("a b", false), ("é", false), ("a\"", false), ("{", false), ("a[", false),
    (String(repeating: "a", count: 32), true), (String(repeating: "a", count: 33), false),
  ])
  func `a kind is a word`(_ text: String, _ isRight: Bool) {
    #expect((Kind(rawValue: text) != nil) == isRight)
  }
}
