import Glibc

/// Looks again and again whether files at or below some folders have changed.
struct FileWatch {
  private let roots: [String]
  private var seen: [String: Stamp]

  /// Milliseconds between two looks.
  private static let pause: UInt32 = 250

  private struct Stamp: Equatable {
    let size: Int
    let seconds: Int
    let nanoseconds: Int
  }

  init(_ roots: [String]) {
    self.roots = roots
    seen = FileWatch.stamps(roots)
  }

  /// What the tests of packs depend on.
  static func roots(of library: Library, and paths: [String]) -> [String] {
    ["\(library.root)/rules", "\(library.root)/jurisdictions"] + library.additions + paths
  }

  /// Returns when a file was changed, added or removed since the last call, or since the start.
  mutating func waitForChange() {
    while true {
      let now = FileWatch.stamps(roots)
      if now != seen {
        seen = now
        return
      }
      usleep(FileWatch.pause * 1000)
    }
  }

  /// What cannot be read is not there.
  private static func stamps(_ roots: [String]) -> [String: Stamp] {
    var result: [String: Stamp] = [:]
    for root in roots {
      let paths = isFolder(root) ? ((try? files(below: root)) ?? []).map { "\(root)/\($0)" } : [root]
      for path in paths {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { continue }
        result[path] = Stamp(
          size: Int(status.st_size), seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
      }
    }
    return result
  }
}
