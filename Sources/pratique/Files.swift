import Glibc

/// The bytes of a file; `-` is standard input.
func read(_ path: String) throws -> [UInt8] {
  if path == "-" { return try bytes(of: 0, named: path, expecting: 1 << 16) }
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw unreadable(path) }
  defer { close(descriptor) }
  var status = stat()
  guard unsafe fstat(descriptor, &status) == 0 else { throw unreadable(path) }
  guard status.st_mode & S_IFMT != S_IFDIR else { throw Problem("cannot read `\(path)`: it is a folder") }
  guard status.st_size <= readLimit else {
    throw Problem("cannot read `\(path)`: it has more than \(readLimit) bytes")
  }
  return try bytes(of: descriptor, named: path, expecting: Int(status.st_size) + 1)
}

/// Bytes of any file that is read whole: no bundle is larger.
private let readLimit = 512 << 20

/// Everything up to the end; a file may grow while it is read, and a pipe has no size.
private func bytes(of descriptor: Int32, named path: String, expecting size: Int) throws -> [UInt8] {
  var bytes: [UInt8] = []
  var capacity = size
  while true {
    var failed = false
    let room = bytes.count..<capacity
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: room.count) { buffer, count in
      while count < room.count {
        let start = unsafe buffer.baseAddress.map { unsafe UnsafeMutableRawPointer($0 + count) }
        let got = unsafe Glibc.read(descriptor, start, room.count - count)
        if got < 0, errno == EINTR { continue }
        failed = got < 0
        guard got > 0 else { return }
        count += got
      }
    }
    if failed { throw unreadable(path) }
    guard bytes.count + piece.count <= readLimit else {
      throw Problem("cannot read `\(path)`: it has more than \(readLimit) bytes")
    }
    if bytes.isEmpty { bytes = piece } else { bytes += piece }
    if piece.count < room.count { return bytes }
    capacity = bytes.count * 2
  }
}

/// Bytes from the middle of a file; nil unless it has them all.
func piece(of descriptor: Int32, from offset: Int, count: Int) -> [UInt8]? {
  let piece = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, got in
    while got < count {
      let start = unsafe buffer.baseAddress.map { unsafe UnsafeMutableRawPointer($0 + got) }
      let more = unsafe pread(descriptor, start, count - got, offset + got)
      if more < 0, errno == EINTR { continue }
      guard more > 0 else { return }
      got += more
    }
  }
  return piece.count == count ? piece : nil
}

private func unreadable(_ path: String) -> Problem {
  switch errno {
  case ENOENT, ENOTDIR: Problem("cannot read `\(path)`: no such file or folder")
  case EACCES, EPERM: Problem("cannot read `\(path)`: permission denied")
  default: Problem("cannot read `\(path)`: file error \(errno)")
  }
}

/// Is there a file or folder of that name.
func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

func isFolder(_ path: String) -> Bool { isFolder(path, followingLinks: true) }

func isLink(_ path: String) -> Bool {
  var status = stat()
  return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
}

private func isFolder(_ path: String, followingLinks: Bool) -> Bool {
  var status = stat()
  let failed = followingLinks ? unsafe stat(path, &status) : unsafe lstat(path, &status)
  return failed == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// All files at or below a folder, as paths from it, in no order. Links to folders are not followed, nor are folders looked into
/// that have a name to be skipped.
func files(below folder: String, skipping skipped: String? = nil) throws -> [String] {
  var found: [String] = []
  var waiting = [""]
  while let prefix = waiting.popLast() {
    guard let directory = unsafe opendir("\(folder)/\(prefix)") else {
      throw Problem("cannot list `\(folder)/\(prefix)`")
    }
    defer { unsafe closedir(directory) }
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name == "." || name == ".." || name == skipped { continue }
      let path = prefix + name
      // Some file systems do not say what an entry is.
      let type = unsafe Int(entry.pointee.d_type)
      if type == DT_DIR || type == DT_UNKNOWN && isFolder("\(folder)/\(path)", followingLinks: false) {
        waiting.append(path + "/")
      } else {
        found.append(path)
      }
    }
  }
  return found
}

/// A variable of the environment; nil if it is not set.
func environment(_ name: String) -> String? { unsafe getenv(name).map { unsafe String(cString: $0) } }
