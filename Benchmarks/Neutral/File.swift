import Glibc

/// Files and clocks, without Foundation.
enum File {
  static func read(_ path: String) -> [UInt8]? {
    guard let file = unsafe fopen(path, "rb") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      // `fread` writes at most as many bytes as the buffer has.
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe fread($0.baseAddress, 1, $0.count, file) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}

enum Clock {
  static var cpu: Int { nanoseconds(CLOCK_PROCESS_CPUTIME_ID) }
  static var wall: Int { nanoseconds(CLOCK_MONOTONIC) }

  private static func nanoseconds(_ clock: clockid_t) -> Int {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}

enum Memory {
  /// Kilobytes of a line of `/proc/self/status`.
  static func kilobytes(_ name: String) -> Int {
    let text = File.read("/proc/self/status").map { String(decoding: $0, as: UTF8.self) } ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
    return line.flatMap { Int($0.split(whereSeparator: \.isWhitespace).dropFirst().first ?? "") } ?? 0
  }
}
