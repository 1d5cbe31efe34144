import Glibc

/// A file that is written piece by piece and appears whole or not at all; without a path, standard output.
struct NewFile: ~Copyable {
  private let path: String?
  private let temporary: String
  private let descriptor: Int32
  private var isWhole = false

  init(_ path: String?) throws {
    self.path = path
    temporary = "\(path ?? "").part-\(getpid())"
    descriptor =
      path == nil ? 1 : unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure() }
  }

  deinit {
    guard path != nil, descriptor >= 0 else { return }
    close(descriptor)
    if !isWhole { unsafe unlink(temporary) }
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
    guard fsync(descriptor) == 0, unsafe rename(temporary, path) == 0 else { throw failure() }
    isWhole = true
  }

  private func failure() -> Problem {
    let reason =
      switch errno {
      case ENOSPC: "no space left"
      case EACCES, EROFS: "permission denied"
      case ENOENT: "no such folder"
      default: "file error \(errno)"
      }
    return Problem("cannot write `\(path ?? "standard output")`: \(reason)")
  }
}
