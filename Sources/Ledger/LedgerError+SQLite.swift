import GRDB
import Glibc

extension LedgerError {
  /// Runs what speaks with SQLite and says its errors in our words.
  static func translating<Result>(_ path: String, _ body: () throws -> Result) throws(LedgerError) -> Result {
    do {
      return try body()
    } catch let error as LedgerError {
      throw error
    } catch let error as DatabaseError {
      throw LedgerError(error, path)
    } catch {
      throw .failed(path, "\(error)")
    }
  }

  private init(_ error: DatabaseError, _ path: String) {
    let reason = error.message ?? "error \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_FULL: self = .full(path)
    case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path)
    case .SQLITE_NOTADB: self = .notALedger(path, "it is no database of SQLite")
    case .SQLITE_CORRUPT: self = .damaged(path, reason)
    case .SQLITE_CANTOPEN: self = LedgerError.unopenable(path)
    case .SQLITE_IOERR where [.SQLITE_IOERR_WRITE, .SQLITE_IOERR_SHMSIZE].contains(error.extendedResultCode):
      self = .failed(path, "the disk is full, or the size of files is limited; not recorded")
    case .SQLITE_IOERR: self = .failed(path, "\(reason) (\(error.extendedResultCode.rawValue))")
    default: self = .failed(path, reason)
    }
  }

  /// SQLite does not say why it could not open a file.
  private static func unopenable(_ path: String) -> LedgerError {
    var status = stat()
    if unsafe stat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { return .failed(path, "it is a folder") }
      return unsafe access(path, R_OK) == 0 ? .readOnly(path) : .failed(path, "permission denied")
    }
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) + "/" } ?? "."
    guard unsafe stat(folder, &status) == 0 else { return .failed(path, "its folder does not exist") }
    return unsafe access(folder, W_OK) == 0 ? .failed(path, "it cannot be created") : .readOnly(path)
  }

  /// May another way of opening help.
  var mayBePermission: Bool {
    switch self {
    case .readOnly, .failed: true
    default: false
    }
  }
}
