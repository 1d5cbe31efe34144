import GRDB
import Glibc

/// GRDB's connection to a file.
///
/// The tool is compiled with counts of references that are not atomic, so no second thread may ever run. GRDB runs what it is given
/// on the calling thread. Only when its dispatch queue goes, what the queue holds is released on a thread of libdispatch; so the queue
/// stays until the process ends, closed. It would also go when GRDB fails to open a file, so GRDB opens a database in memory, which
/// cannot fail, and the file is attached to it.
final class Connection: Sendable {
  private let queue: DatabaseQueue
  private let path: String

  /// Parameters are those of SQLite's URIs, which alone say that nothing may be created.
  init(_ path: String, _ parameters: String, isReadOnly: Bool = false) throws(LedgerError) {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(30)
    let queue = try LedgerError.translating(path) { try DatabaseQueue(configuration: configuration) }
    _ = unsafe Unmanaged.passRetained(queue)
    self.queue = queue
    self.path = path
    try use { database in
      // A file may come from anybody: what its schema calls is not trusted, and broken pages are noticed.
      try database.execute(
        sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0")
      try database.execute(
        sql: "ATTACH ? AS \(Schema.name)", arguments: [Connection.uri(path, parameters)])
      try database.execute(sql: "PRAGMA \(Schema.name).synchronous = FULL")
      if isReadOnly { try database.execute(sql: "PRAGMA query_only = ON") }
      // The first look into the file: whatever attaching leaves for later happens here.
      _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(Schema.name).sqlite_schema")
    }
  }

  /// As one who might write, if possible: only such a connection cleans up after itself. Else read-only; and in a folder where
  /// nothing can be written, where SQLite cannot keep the file that coordinates readers and writers, as a file that nobody changes,
  /// which is sound where no log of a writer lies beside it.
  static func reading(_ path: String) throws(LedgerError) -> Connection {
    do {
      return try Connection(path, "mode=rw", isReadOnly: true)
    } catch {
      guard error.mayBePermission else { throw error }
      if let connection = try? Connection(path, "mode=ro", isReadOnly: true) { return connection }
      guard unsafe access(path, R_OK) == 0 else { throw error }
      guard unsafe access(path + "-wal", F_OK) != 0 else {
        throw .failed(path, "a writer's log lies beside it, and the folder is read-only; copy both elsewhere")
      }
      return try Connection(path, "immutable=1", isReadOnly: true)
    }
  }

  deinit { try? queue.close() }

  func use<Result>(_ body: (Database) throws -> Result) throws(LedgerError) -> Result {
    try LedgerError.translating(path) { try queue.writeWithoutTransaction(body) }
  }

  /// A path as a URI.
  private static func uri(_ path: String, _ parameters: String) -> String {
    let hexadecimal = Array("0123456789ABCDEF".utf8)
    var escaped: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"):
        escaped += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      default: escaped.append(byte)
      }
    }
    let name = String(decoding: escaped, as: UTF8.self)
    return (path.hasPrefix("/") ? "file://\(name)" : "file:./\(name)") + "?\(parameters)"
  }
}
