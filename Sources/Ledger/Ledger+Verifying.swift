import GRDB
import Signing

extension Ledger {
  /// Everything that is wrong: nothing is wrong with a ledger that only this module has written to. A head that was noted down
  /// elsewhere must be in the chain, which shows that no end was cut off and nothing before it written anew.
  package func verify(head: String? = nil) throws(LedgerError) -> [Fault] {
    var faults: [Fault] = []
    do throws(LedgerError) {
      try reading { database in
        var names: [String: Int] = [:]
        faults += try Ledger.foreignParts(of: database).map { Fault(.ledger, .schema, $0) }
        faults += try Ledger.readable { try Ledger.storageFaults(database) }
        faults += try Ledger.readable { try Ledger.chainFaults(database, head: head, naming: &names) }
        faults += try Ledger.readable { try Ledger.contentFaults(database, named: names) }
      }
    } catch {
      guard case .damaged(_, let how) = error else { throw error }
      faults.append(Fault(.ledger, .storage, "it cannot be read to its end: \(how)"))
    }
    return faults
  }

  /// The faults; or, in a file with broken pages, that it cannot be read, and what comes after is looked at all the same.
  private static func readable(_ faults: () throws -> [Fault]) throws -> [Fault] {
    do {
      return try faults()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      return [Fault(.ledger, .storage, "it cannot be read to its end: \(error.message ?? "")")]
    }
  }

  private static func storageFaults(_ database: Database) throws -> [Fault] {
    let lines = try String.fetchAll(database, sql: "PRAGMA \(Schema.name).integrity_check(20)")
    return lines == ["ok"] ? [] : lines.map { Fault(.ledger, .storage, "SQLite says: \($0)") }
  }

  /// `naming` gets every content that an entry names, with the first that does.
  private static func chainFaults(
    _ database: Database, head: String?, naming names: inout [String: Int]
  ) throws -> [Fault] {
    var faults: [Fault] = []
    var last = Head(number: 0, hash: Entry.origin)
    var hasHead = head == nil || head == Entry.origin
    let cursor = try Row.fetchCursor(
      database, sql: "SELECT \(StoredEntry.columns) FROM \(Schema.name).entry ORDER BY number")
    while let row = try cursor.next() {
      guard let entry = StoredEntry(row) else {
        let number = row.integer(0) ?? 0
        faults.append(Fault(.entry(number), .text, "a column is no text in UTF-8"))
        last = Head(number: number, hash: "")
        continue
      }
      faults += gap(after: last.number, before: entry.number)
      faults += entry.faults
      if entry.previous != last.hash {
        let message =
          last.number == 0
          ? "it follows no entry, and says that it does"
          : "it does not follow entry \(last.number) as it is here"
        faults.append(Fault(.entry(entry.number), .previous, message))
      }
      for name in entry.contentNames ?? [] where names[name] == nil { names[name] = entry.number }
      if entry.hash == head { hasHead = true }
      last = Head(number: entry.number, hash: entry.hash)
    }
    if !hasHead {
      let message = "no entry has the hash \(head ?? ""): the end is cut off, or the ledger is another"
      faults.append(Fault(.ledger, .head, message))
    }
    return faults
  }

  private static func gap(after last: Int, before number: Int) -> [Fault] {
    guard number > 0 else { return [Fault(.entry(number), .number, "entries are numbered from 1")] }
    let first = max(last, 0) + 1
    guard number > first else { return [] }
    return (number == first + 1)
      ? [Fault(.entry(first), .number, "it is missing")]
      : [Fault(.entry(first), .number, "it is missing, and all to entry \(number - 1)")]
  }

  private static func contentFaults(_ database: Database, named names: [String: Int]) throws -> [Fault] {
    var faults: [Fault] = []
    var waiting = names
    let cursor = try Row.fetchCursor(
      database,
      sql: "SELECT CAST(sha256 AS BLOB), CAST(bytes AS BLOB) FROM \(Schema.name).content ORDER BY sha256")
    while let row = try cursor.next() {
      let name = row.text(0) ?? ""
      if row.bytes(1).map(sha256) != name {
        let entry = names[name].map { " (entry \($0) names it)" } ?? ""
        faults.append(Fault(.content(name), .alteredContent, "its bytes have another hash\(entry)"))
      }
      if names[name] == nil {
        faults.append(Fault(.content(name), .strayContent, "no entry names it"))
      }
      waiting[name] = nil
    }
    let missing = waiting.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    return faults
      + missing.map { Fault(.entry($0.value), .missingContent, "its content \($0.key) is missing") }
  }
}
