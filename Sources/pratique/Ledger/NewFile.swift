import Glibc

/// A file that is written piece by piece and appears whole or not at all; without a path, standard output.
struct NewFile {
  private let path: String?
  private let temporary: String
  private let descriptor: Int32

  init(_ path: String?) throws {
    self.path = path
    temporary = "\(path ?? "").part-\(getpid())"
    guard path != nil else {
      descriptor = 1
      return
    }
    descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure() }
  }

  mutating func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Half an answer is none: unlike elsewhere, a full disk behind standard output is an error.
  mutating func write(_ bytes: [UInt8]) throws {
    var offset = 0
    while offset < bytes.count {
      let written = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress.map { unsafe $0 + offset }, $0.count - offset)
      }
      if written < 0 {
        if errno == EINTR { continue }
        throw failure()
      }
      offset += written
    }
  }

  mutating func finish() throws {
    guard let path else { return }
    guard fsync(descriptor) == 0, close(descriptor) == 0, unsafe rename(temporary, path) == 0 else {
      throw failure()
    }
  }

  private func failure() -> Problem {
    let reason =
      errno == ENOSPC ? "no space left" : errno == EACCES ? "permission denied" : "file error \(errno)"
    if path != nil { unsafe unlink(temporary) }
    return Problem("cannot write `\(path ?? "standard output")`: \(reason)")
  }
}
