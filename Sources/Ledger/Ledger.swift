import Glibc

/// A file of entries that is only ever appended to: SQLite, with each entry chained to the one before by its hash. It knows
/// nothing of plans or rules, and no clock.
package struct Ledger: Sendable {
  package enum Mode: Sendable {
    /// Nothing is written; a ledger on a read-only disk can be read too.
    case readOnly
    /// The ledger must be there.
    case readWrite
    /// A file that is missing or empty becomes a ledger.
    case create
  }

  package let path: String
  package let mode: Mode
  let connection: Connection

  package init(opening path: String, mode: Mode) throws(LedgerError) {
    self.path = path
    self.mode = mode
    guard unsafe mode == .create || access(path, F_OK) == 0 else { throw .missing(path) }
    connection =
      switch mode {
      case .readOnly: try Connection.reading(path)
      case .readWrite: try Connection(path, "mode=rw")
      case .create: try Connection(path, "mode=rwc")
      }
    if mode == .create { try create() }
    try identify()
    if mode != .readOnly { try prepareToWrite() }
  }
}
