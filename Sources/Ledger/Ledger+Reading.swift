import GRDB
import Signing

/// The last entry, by which a ledger can be known.
package struct Head: Sendable, Hashable {
  /// 0 in a ledger without entries.
  package let number: Int
  package let hash: String
}

extension Ledger {
  package var head: Head {
    get throws(LedgerError) { try reading { try last(in: $0) } }
  }

  /// The next entries after a number, oldest first, at most `Limits.page`; none at the end. What was read stays true: entries
  /// never change.
  package func entries(_ kind: Kind? = nil, after number: Int = 0) throws(LedgerError) -> [Entry] {
    try reading { database in
      let cursor = try Row.fetchCursor(
        database,
        sql: """
          SELECT \(StoredEntry.columns) FROM \(Schema.name).entry WHERE number > ? AND (?2 IS NULL OR kind = ?2)
          ORDER BY number LIMIT \(Limits.page)
          """, arguments: [number, kind?.rawValue])
      var entries: [Entry] = []
      while let row = try cursor.next() { entries.append(try sound(row)) }
      return entries
    }
  }

  /// The entry of a number.
  package func entry(_ number: Int) throws(LedgerError) -> Entry? {
    try reading { database in
      try Row.fetchOne(
        database, sql: "SELECT \(StoredEntry.columns) FROM \(Schema.name).entry WHERE number = ?",
        arguments: [number]
      ).map(sound)
    }
  }

  /// What lies in the ledger under its SHA-256; nil if nothing does.
  package func content(_ name: String) throws(LedgerError) -> [UInt8]? {
    let path = path
    return try reading { database in
      guard
        let row = try Row.fetchOne(
          database, sql: "SELECT CAST(bytes AS BLOB) FROM \(Schema.name).content WHERE sha256 = ?",
          arguments: [name])
      else { return nil }
      guard let bytes = row.bytes(0), sha256(bytes) == name else {
        throw LedgerError.damaged(path, "the content \(name) has another hash")
      }
      return bytes
    }
  }

  /// The end of the chain; what is not sound is not built upon.
  func last(in database: Database) throws -> Head {
    let row = try Row.fetchOne(
      database, sql: "SELECT \(StoredEntry.columns) FROM \(Schema.name).entry ORDER BY number DESC LIMIT 1")
    guard let row else { return Head(number: 0, hash: Entry.origin) }
    let entry = try sound(row)
    return Head(number: entry.number, hash: entry.hash)
  }

  private func sound(_ row: Row) throws -> Entry {
    guard let entry = StoredEntry(row).flatMap(Entry.init) else {
      let number = row.integer(0).map { "\($0)" } ?? "without a number"
      throw LedgerError.damaged(path, "the entry \(number) is not as it was written")
    }
    return entry
  }
}

extension StoredEntry {
  /// As bytes: text of SQLite may end before its end.
  static let columns =
    "number, CAST(kind AS BLOB), CAST(time AS BLOB), CAST(contents AS BLOB), CAST(body AS BLOB), CAST(previous AS BLOB), CAST(hash AS BLOB)"

  /// Nil if a column is no UTF-8.
  init?(_ row: Row) {
    guard let number = row.integer(0), let kind = row.text(1), let time = row.text(2),
      let contents = row.text(3), let body = row.text(4), let previous = row.text(5), let hash = row.text(6)
    else { return nil }
    self.init(
      number: number, kind: kind, time: time, contents: contents, body: body, previous: previous, hash: hash)
  }
}
