import FoundationEssentials
import GRDB
import JSON
import Signing

extension Ledger {
  /// Adds entries at the end, with their contents, all or none. When it returns they are on the disk; when it throws the ledger is
  /// as it was.
  package func append(_ drafts: [Draft]) throws(LedgerError) -> [Entry] {
    precondition(mode != .readOnly, "a ledger opened for reading is not appended to")
    let drafts = try drafts.map { (draft: Draft) throws(LedgerError) in try checked(draft) }
    guard drafts.count <= Limits.drafts else {
      throw .tooLarge("at most \(Limits.drafts) entries are appended at once")
    }
    return try writing { database in
      var head = try last(in: database)
      var entries: [Entry] = []
      for (draft, contents) in drafts {
        let (number, overflows) = head.number.addingReportingOverflow(1)
        guard !overflows else {
          throw LedgerError.damaged(path, "the last entry has the number \(head.number)")
        }
        for (name, bytes) in contents {
          try database.execute(
            sql: "INSERT INTO \(Schema.name).content(sha256, bytes) VALUES (?, ?)",
            arguments: [name, Data(bytes)])
        }
        let entry = Entry(
          number: number, kind: draft.kind, time: draft.time, contents: contents.map(\.0), body: draft.body,
          previous: head.hash)
        try insert(entry, into: database)
        head = Head(number: entry.number, hash: entry.hash)
        entries.append(entry)
      }
      return entries
    }
  }

  private func insert(_ entry: Entry, into database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO \(Schema.name).entry(number, kind, time, contents, body, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        entry.number, entry.kind.rawValue, entry.time, StoredEntry.text(of: entry.contents),
        entry.body.compactText, entry.previous, entry.hash,
      ])
  }

  /// With its contents under their names, in ascending order, each once.
  private func checked(_ draft: Draft) throws(LedgerError) -> (Draft, [(String, [UInt8])]) {
    guard draft.contents.count <= Limits.contents else {
      throw .tooLarge("an entry has at most \(Limits.contents) contents")
    }
    let body = Array(draft.body.compactText.utf8)
    // What could be written but not read again would be a fault at once.
    guard body.count <= Limits.body, StoredEntry.bodyValue(body) != nil else {
      throw .tooLarge("the body of an entry has at most \(Limits.body) bytes and is not nested deeply")
    }
    var named: [(String, [UInt8])] = []
    for bytes in draft.contents {
      guard bytes.count <= Limits.content else {
        throw .tooLarge("a content has at most \(Limits.content) bytes")
      }
      named.append((sha256(bytes), bytes))
    }
    named.sort { $0.0 < $1.0 }
    var once: [(String, [UInt8])] = []
    for pair in named where once.last?.0 != pair.0 { once.append(pair) }
    return (draft, once)
  }
}
