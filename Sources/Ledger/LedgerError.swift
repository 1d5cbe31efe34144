/// Why a ledger could not be opened, read or appended to; after it nothing of what was to be appended is there.
package enum LedgerError: Error, Hashable {
  case missing(String)
  /// A file of another kind, with what it is.
  case notALedger(String, String)
  /// Written by a later edition of this tool.
  case newer(String, Int)
  case readOnly(String)
  case full(String)
  case busy(String)
  /// Its tables or its last entry are not what was written; `ledger verify` says more.
  case damaged(String, String)
  case tooLarge(String)
  /// What SQLite says of anything else.
  case failed(String, String)

  package var text: String {
    switch self {
    case .missing(let path): "cannot read the ledger `\(path)`: no such file"
    case .notALedger(let path, let what): "`\(path)` is no ledger: \(what)"
    case .newer(let path, let version):
      "the ledger `\(path)` has the format \(version), which only a newer edition of pratique reads"
    case .readOnly(let path):
      "cannot write to the ledger `\(path)`: the file or its folder is read-only; not recorded"
    case .full(let path):
      "cannot write to the ledger `\(path)`: no space left; not recorded"
    case .busy(let path):
      "the ledger `\(path)` is locked by another process; not recorded, try again"
    case .damaged(let path, let how):
      "the ledger `\(path)` is damaged: \(how); `pratique ledger verify` says what is wrong"
    case .tooLarge(let what): "\(what); not recorded"
    case .failed(let path, let reason): "cannot use the ledger `\(path)`: \(reason)"
    }
  }
}
