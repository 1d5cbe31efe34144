import Diagnostics
import FoundationEssentials
import Glibc

/// Answers go to standard output, complaints to standard error, files appear whole or not at all.
enum Output {
  static func say(_ text: String) { write(text, to: 1) }

  static func complain(_ text: String) { write(text, to: 2) }

  static func complain(_ mistakes: Mistakes) {
    complain(mistakes.all.map(\.text).joined(separator: "\n"))
    // A note says how many more there are.
    let count = mistakes.all.count { $0.severity == .error }
    complain("\(count) \(count == 1 ? "error" : "errors")")
  }

  /// Somebody is there to answer.
  static var canAsk: Bool { isatty(0) == 1 && isatty(2) == 1 }

  /// A question, with room for the answer behind it.
  static func ask(_ question: String) { write(question, to: 2, endsLine: false) }

  private static func write(_ text: String, to descriptor: Int32, endsLine: Bool = true) {
    var bytes = Array(text.utf8)
    if endsLine, bytes.last != 0x0A { bytes.append(0x0A) }
    var offset = 0
    while offset < bytes.count {
      let written = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress.map { unsafe $0 + offset }, $0.count - offset)
      }
      if written < 0 {
        if errno == EINTR { continue }
        // A reader that has gone (`| head`) is no error of ours.
        return
      }
      offset += written
    }
  }

  /// Colour only on a terminal; `NO_COLOR` and `CLICOLOR=0` forbid it, `CLICOLOR_FORCE` asks for it.
  static var hasColor: Bool {
    if let value = environment("NO_COLOR"), !value.isEmpty { return false }
    if let value = environment("CLICOLOR_FORCE"), value != "0", !value.isEmpty { return true }
    if environment("CLICOLOR") == "0" || environment("TERM") == "dumb" { return false }
    return isTerminal
  }

  static var isTerminal: Bool { isatty(1) == 1 }

  /// Width of the terminal; nil when the answer goes into a pipe or file.
  static var width: Int? {
    guard isTerminal else { return nil }
    var size = winsize()
    guard unsafe ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 80 }
    return Int(size.ws_col)
  }

  /// Writes all files, each under a temporary name first, so that none is half-written.
  static func write(_ files: [(name: String, text: String)], into folder: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for file in files {
        try Data(file.text.utf8).write(to: URL(filePath: "\(folder)/\(file.name)"), options: .atomic)
      }
    } catch {
      throw Problem("cannot write into `\(folder)`: \(reason(error))")
    }
  }

  static func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

  static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw Problem("cannot write `\(path)`: \(reason(error))")
    }
  }

  /// Changes a file: the one that a link leads to, with its mode and owner. What is no file, may not be written or has a second name
  /// is left alone.
  static func change(_ path: String, to text: String) throws {
    guard let resolved = unsafe realpath(path, nil) else {
      throw Problem("cannot change `\(path)`: no such file")
    }
    defer { unsafe free(resolved) }
    let file = unsafe String(cString: resolved)
    var status = stat()
    guard unsafe stat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Problem("cannot change `\(path)`: it is no file")
    }
    guard status.st_nlink == 1 else {
      throw Problem("cannot change `\(path)`: the file has a second name, which would keep the old text")
    }
    // Who may do everything still means a file that is read-only to be left alone.
    guard status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH) != 0, unsafe access(file, W_OK) == 0 else {
      throw Problem("cannot change `\(path)`: it may not be written; use --output")
    }
    try write(text, to: file)
    unsafe chmod(file, status.st_mode & 0o7777)
    _ = unsafe chown(file, status.st_uid, status.st_gid)
  }

  /// Whether a file can be written there that is none of these.
  static func check(_ path: String, besides inputs: [String]) throws {
    var status = stat()
    if unsafe stat(path, &status) == 0 {
      let (device, node) = (status.st_dev, status.st_ino)
      for input in inputs where unsafe stat(input, &status) == 0 {
        if status.st_dev == device, status.st_ino == node {
          throw Problem("`\(path)` is also what is read; name another file for the output")
        }
      }
    }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard isFolder(folder), unsafe access(folder, W_OK) == 0 else {
      throw Problem("cannot write `\(path)`: its folder is not there, or cannot be written to")
    }
  }

  static func reason(_ error: any Error) -> String {
    guard let cocoa = error as? CocoaError else { return "\(error)" }
    return switch cocoa.code {
    case .fileNoSuchFile, .fileReadNoSuchFile: "no such file or folder"
    case .fileReadNoPermission, .fileWriteNoPermission: "permission denied"
    case .fileWriteFileExists: "a file of that name is in the way"
    case .fileWriteOutOfSpace: "no space left"
    default: "file error \(cocoa.code.rawValue)"
    }
  }
}
