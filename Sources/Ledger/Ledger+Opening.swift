import GRDB

extension Ledger {
  /// Makes the tables in a file that holds nothing yet; all of them or none.
  func create() throws(LedgerError) {
    guard try reading({ try Ledger.isEmpty($0) }) else { return }
    try writing { database in
      // Another process may have been faster.
      guard try Ledger.isEmpty(database) else { return }
      try database.execute(sql: "PRAGMA \(Schema.name).application_id = \(Schema.application)")
      try database.execute(sql: "PRAGMA \(Schema.name).user_version = \(Schema.version)")
      for statement in Schema.making { try database.execute(sql: statement) }
    }
  }

  private static func isEmpty(_ database: Database) throws -> Bool {
    try number(database, "PRAGMA \(Schema.name).application_id") == 0
      && number(database, "PRAGMA \(Schema.name).user_version") == 0
      && number(database, "SELECT count(*) FROM \(Schema.name).sqlite_schema") == 0
  }

  private static func number(_ database: Database, _ sql: String) throws -> Int {
    try Int.fetchOne(database, sql: sql) ?? 0
  }

  /// Nothing is read as a ledger that does not say it is one.
  func identify() throws(LedgerError) {
    let path = path
    try reading { database in
      let application = try Ledger.number(database, "PRAGMA \(Schema.name).application_id")
      let version = try Ledger.number(database, "PRAGMA \(Schema.name).user_version")
      guard application == Schema.application else {
        let isEmpty = try Ledger.isEmpty(database)
        throw LedgerError.notALedger(
          path, isEmpty ? "it holds nothing" : "it is a database of something else")
      }
      guard version <= Schema.version else { throw LedgerError.newer(path, version) }
      guard version == Schema.version else {
        throw LedgerError.notALedger(path, "it has the format \(version)")
      }
      let differing = try Ledger.foreignParts(of: database)
      let isReadable = try mode == .readOnly && Ledger.hasTables(database)
      guard differing.isEmpty || isReadable else {
        throw LedgerError.damaged(path, differing[0])
      }
    }
  }

  /// What is in the file beside or instead of the tables and triggers of a ledger, in words.
  static func foreignParts(of database: Database) throws -> [String] {
    let parts = try Row.fetchAll(
      database,
      sql:
        "SELECT CAST(name AS BLOB), CAST(sql AS BLOB) FROM \(Schema.name).sqlite_schema WHERE name <> 'sqlite_autoindex_content_1' ORDER BY name"
    )
    var missing = Set(Schema.statements)
    var foreign: [String] = []
    for part in parts {
      let sql = part.text(1) ?? ""
      if missing.remove(sql) == nil {
        foreign.append("`\(part.text(0) ?? "")` is not what a ledger has of that name")
      }
    }
    return foreign
      + Schema.statements.filter(missing.contains).map { statement in
        let words = statement.split { $0 == " " || $0 == "(" || $0 == "\n" }
        return "the \(words[1].lowercased()) `\(words[2])` is not as it was made"
      }
  }

  private static func hasTables(_ database: Database) throws -> Bool {
    let tables = try String.fetchAll(
      database,
      sql:
        "SELECT sql FROM \(Schema.name).sqlite_schema WHERE type = 'table' AND name IN ('entry', 'content')")
    return Set(tables) == Set(Schema.tables)
  }

  /// A ledger whose maker was stopped before this point is as safe without the log, only slower.
  func prepareToWrite() throws(LedgerError) {
    try connection.use { database in
      do {
        _ = try String.fetchOne(database, sql: "PRAGMA \(Schema.name).journal_mode = WAL")
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
        return
      }
    }
  }

  /// One state of the ledger, whatever others append meanwhile.
  func reading<Result>(_ body: (Database) throws -> Result) throws(LedgerError) -> Result {
    try transaction(.deferred, body)
  }

  /// All or nothing, alone.
  func writing<Result>(_ body: (Database) throws -> Result) throws(LedgerError) -> Result {
    try transaction(.immediate, body)
  }

  private func transaction<Result>(
    _ kind: Database.TransactionKind, _ body: (Database) throws -> Result
  ) throws(LedgerError) -> Result {
    try connection.use { database in
      var results: [Result] = []
      try database.inTransaction(kind) {
        results.append(try body(database))
        return .commit
      }
      return results[0]
    }
  }
}
