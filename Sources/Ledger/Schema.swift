/// The tables and triggers of a ledger, word for word: whatever else a file holds, it is not one.
enum Schema {
  /// `PRAGMA application_id`: "prtq".
  static let application = 0x7072_7471
  /// `PRAGMA user_version`.
  static let version = 1

  /// The name under which a connection knows the file (`Connection`).
  static let name = "ledger"

  /// What is made, and how, in this order.
  private static let parts = [
    (
      "TABLE",
      """
      entry(
        number INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        time TEXT NOT NULL,
        contents TEXT NOT NULL,
        body TEXT NOT NULL,
        previous TEXT NOT NULL,
        hash TEXT NOT NULL
      ) STRICT
      """
    ),
    (
      "TABLE",
      """
      content(
        sha256 TEXT PRIMARY KEY NOT NULL,
        bytes BLOB NOT NULL
      ) STRICT
      """
    ),
    // An insertion that replaces fires no trigger for the row that goes, so what is there already is refused here.
    (
      "TRIGGER",
      """
      entry_insert BEFORE INSERT ON entry
      WHEN new.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM entry)
        OR new.previous IS NOT coalesce((SELECT hash FROM entry ORDER BY number DESC LIMIT 1), printf('%064d', 0))
      BEGIN SELECT raise(ABORT, 'an entry follows the last one'); END
      """
    ),
    (
      "TRIGGER",
      """
      entry_update BEFORE UPDATE ON entry
      BEGIN SELECT raise(ABORT, 'entries never change'); END
      """
    ),
    (
      "TRIGGER",
      """
      entry_delete BEFORE DELETE ON entry
      BEGIN SELECT raise(ABORT, 'entries never go'); END
      """
    ),
    // What is there already stays, silently: the same name is the same content.
    (
      "TRIGGER",
      """
      content_insert BEFORE INSERT ON content
      WHEN EXISTS (SELECT 1 FROM content WHERE sha256 = new.sha256)
      BEGIN SELECT raise(IGNORE); END
      """
    ),
    (
      "TRIGGER",
      """
      content_update BEFORE UPDATE ON content
      BEGIN SELECT raise(ABORT, 'contents never change'); END
      """
    ),
    (
      "TRIGGER",
      """
      content_delete BEFORE DELETE ON content
      BEGIN SELECT raise(ABORT, 'contents never go'); END
      """
    ),
  ]

  /// As the file keeps them.
  static let statements = parts.map { "CREATE \($0) \($1)" }

  /// As they are made.
  static let making = parts.map { "CREATE \($0) \(name).\($1)" }

  /// Without which nothing can be read.
  static var tables: ArraySlice<String> { statements[..<2] }
}
