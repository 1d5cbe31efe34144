import Diagnostics
import FoundationEssentials
import Glibc

/// Answers go to standard output, complaints to standard error, files appear whole or not at all.
enum Output {
  static func say(_ text: String) { write(text, to: 1) }

  static func complain(_ text: String) { write(text, to: 2) }

  static func complain(_ mistakes: Mistakes) {
    complain(mistakes.all.map(\.text).joined(separator: "\n"))
    complain("\(mistakes.all.count) \(mistakes.all.count == 1 ? "error" : "errors")")
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)
    if bytes.last != 0x0A { bytes.append(0x0A) }
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
