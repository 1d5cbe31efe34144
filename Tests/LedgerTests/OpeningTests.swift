import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite struct OpeningTests {
  @Test func `what is no ledger is refused, and not touched`() throws {
    let sample = try Sample()
    let file = URL(filePath: sample.path)
    for text in ["text", "", String(repeating: "SQLite format 3\0", count: 400)] {
      try Data(text.utf8).write(to: file)
      let modes: [Ledger.Mode] = text.isEmpty ? [.readOnly, .readWrite] : [.readOnly, .readWrite, .create]
      for mode in modes { #expect(throws: LedgerError.self) { try sample.open(mode) } }
      #expect(try Data(contentsOf: file) == Data(text.utf8))
    }
    try FileManager.default.removeItem(at: file)
    try sample.tamper("CREATE TABLE t(a); INSERT INTO t VALUES (1)")
    let bytes = try Data(contentsOf: file)
    for mode in [Ledger.Mode.readOnly, .readWrite, .create] {
      let error = LedgerError.notALedger(sample.path, "it is a database of something else")
      #expect(throws: error) { try sample.open(mode) }
    }
    #expect(try Data(contentsOf: file) == bytes)
  }

  @Test func `a missing file is made only where that is wanted`() throws {
    let sample = try Sample()
    for mode in [Ledger.Mode.readOnly, .readWrite] {
      #expect(throws: LedgerError.missing(sample.path)) { try sample.open(mode) }
    }
    #expect(!FileManager.default.fileExists(atPath: sample.path))
    #expect(throws: LedgerError.failed(sample.path + "/b", "its folder does not exist")) {
      try Ledger(opening: sample.path + "/b", mode: .create)
    }
    #expect(throws: LedgerError.failed(sample.folder.path, "it is a folder")) {
      try Ledger(opening: sample.folder.path, mode: .create)
    }
    _ = try sample.open(.create)
    #expect(try sample.open(.readWrite).head.number == 0)
    #expect(try sample.faults() == [])
  }

  @Test func `an empty file becomes a ledger where one may be made`() throws {
    let sample = try Sample()
    try Data().write(to: URL(filePath: sample.path))
    #expect(throws: LedgerError.notALedger(sample.path, "it holds nothing")) { try sample.open(.readWrite) }
    #expect(try sample.open(.create).append(Sample.drafts).count == 4)
  }

  /// A maker that is stopped leaves either nothing or a ledger; what SQLite itself may leave is taken up.
  @Test func `an empty database, in either journal mode, becomes a ledger`() throws {
    for mode in ["WAL", "DELETE"] {
      let sample = try Sample()
      try sample.tamper("PRAGMA journal_mode = \(mode); VACUUM")
      #expect(try sample.open(.create).append(Sample.drafts).count == 4)
      #expect(try sample.faults() == [])
    }
  }

  @Test func `names that mean something in a URI are names`() throws {
    let sample = try Sample()
    for name in ["a?mode=memory", "a#b", "a%41", "é ü", "file:x", "a&immutable=1"] {
      let path = sample.folder.appending(path: "folder/\(name)").path
      try FileManager.default.createDirectory(
        at: sample.folder.appending(path: "folder"), withIntermediateDirectories: true)
      _ = try Ledger(opening: path, mode: .create).append([Sample.note("a", second: 1)])
      #expect(try FileManager.default.contentsOfDirectory(atPath: sample.folder.path + "/folder") == [name])
      #expect(try Ledger(opening: path, mode: .readOnly).head.number == 1)
      try FileManager.default.removeItem(atPath: path)
    }
  }

  @Test func `a format of the future is refused`() throws {
    let sample = try Sample.filled()
    try sample.tamper("PRAGMA user_version = 2")
    for mode in [Ledger.Mode.readOnly, .readWrite, .create] {
      #expect(throws: LedgerError.newer(sample.path, 2)) { try sample.open(mode) }
    }
  }

  @Test func `a ledger is read in a folder where nothing can be written`() throws {
    let sample = try Sample.filled()
    let files = FileManager.default
    try files.setAttributes([.posixPermissions: 0o444], ofItemAtPath: sample.path)
    try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: sample.folder.path)
    defer { try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: sample.folder.path) }
    // Root writes anywhere; `scripts/ledger-crash` does the same as nobody.
    #expect(try sample.open(.readOnly).head.number == 4)
    #expect(try sample.faults() == [])
    #expect(try files.contentsOfDirectory(atPath: sample.folder.path) == ["a.ledger"])
  }

  @Test func `SQLite is as the ledger needs it`() throws {
    let sample = try Sample.filled()
    let found = try sample.open().connection.use { database in
      try ["journal_mode", "synchronous", "application_id", "user_version"].map {
        try String.fetchOne(database, sql: "PRAGMA ledger.\($0)")
      } + [String.fetchOne(database, sql: "PRAGMA foreign_keys")]
    }
    #expect(found == ["wal", "2", "1886549105", "1", "0"])
    let options = try sample.open().connection.use { try String.fetchAll($0, sql: "PRAGMA compile_options") }
    #expect(options.contains("USE_URI") && options.contains("THREADSAFE=1"))
  }
}
