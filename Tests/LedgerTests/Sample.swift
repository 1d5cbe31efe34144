import Foundation
import GRDB
import JSON
import Testing

@testable import Ledger

/// A ledger of four entries in a folder of its own, and what a stranger with SQLite can do to it.
struct Sample: ~Copyable {
  let folder: URL
  var path: String { folder.appending(path: "a.ledger").path }

  /// Without anything in it.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  static func filled() throws -> Sample {
    let sample = try Sample()
    _ = try sample.open().append(drafts)
    return sample
  }

  static var drafts: [Draft] {
    [
      note("first", second: 5),
      Draft(
        kind: .assessment, time: "2026-01-02T03:04:06Z",
        body: .object([("plan", .string("é \"x\"\\\n")), ("gaps", .literal("1.50"))]),
        contents: [Array("plan: é\n".utf8)]),
      Draft(
        kind: .evidence, time: "2026-01-02T03:04:07Z", body: .object([]),
        contents: [Array("plan: é\n".utf8), [0, 255], []]),
      note("last", second: 8),
    ]
  }

  static func note(_ text: String, second: Int) -> Draft {
    let body = JSONValue.object([("role", .string("Counsel")), ("text", .string(text))])
    return Draft(kind: .note, time: "2026-01-02T03:04:0\(second)Z", body: body)
  }

  func open(_ mode: Ledger.Mode = .create) throws -> Ledger { try Ledger(opening: path, mode: mode) }

  func faults(head: String? = nil) throws -> [String] {
    try open(.readOnly).verify(head: head).map(\.text)
  }

  /// Runs statements as anybody can who may write the file.
  func tamper(_ statements: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: statements) }
    try queue.close()
  }

  /// The same with the triggers out of the way, and back in their place afterwards.
  func tamperUnnoticed(_ statements: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { database in
      let triggers = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'")
      for name in triggers { try database.execute(sql: "DROP TRIGGER \(name)") }
      try database.execute(sql: statements)
      for statement in Schema.statements.dropFirst(2) { try database.execute(sql: statement) }
    }
    try queue.close()
  }
}
