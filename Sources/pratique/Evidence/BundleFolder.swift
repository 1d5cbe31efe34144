import Evidence
import FoundationEssentials
import Glibc
import Zip

/// The files of a bundle as they lie in a folder or an archive, and what there is no file: links, devices, empty folders.
struct BundleFolder {
  private(set) var files: [ZipFile.Entry] = []
  private(set) var faults: [BundleFault] = []

  /// Whether nothing of it was read.
  var isRefused: Bool { files.isEmpty && !faults.isEmpty }

  private static let limits = ZipLimits.standard

  /// A folder, or an archive.
  init(_ path: String) throws {
    guard exists(path) else { throw Problem("cannot read `\(path)`: no such file or folder") }
    if isFolder(path) { try readFolder(path) } else { try readArchive(path) }
  }

  private mutating func readArchive(_ path: String) throws {
    let (size, type) = BundleFolder.look(path, followingLinks: true)
    guard type == S_IFREG else { throw Problem("cannot read `\(path)`: it is no file") }
    guard size <= BundleFolder.limits.archive else {
      faults.append(
        BundleFault(
          .archive, nil, "the archive is refused: it has more than \(BundleFolder.limits.bytes) bytes"))
      return
    }
    let content = try read(path)
    do throws(ZipError) {
      files = try ZipFile(reading: content).entries
    } catch {
      faults.append(BundleFault(.archive, nil, "the archive is refused: \(error.message)"))
    }
  }

  private mutating func readFolder(_ root: String) throws {
    var found: [ZipFile.Entry] = []
    var waiting = [""]
    var (count, size) = (0, 0)
    while let folder = waiting.popLast() {
      let names = try BundleFolder.names(in: "\(root)/\(folder)")
      if names.isEmpty { faults.append(BundleFault(.entry, folder, "`\(folder)` is an empty folder")) }
      for name in names.sorted() {
        let path = folder + name
        let (length, type) = BundleFolder.look("\(root)/\(path)", followingLinks: false)
        count += 1
        guard count <= BundleFolder.limits.files else {
          faults.append(
            BundleFault(
              .entry, nil, "the folder is refused: it has more than \(BundleFolder.limits.files) files"))
          return
        }
        if type == S_IFDIR {
          waiting.append(path + "/")
          continue
        }
        guard type == S_IFREG else {
          faults.append(
            BundleFault(.entry, path, "`\(path)` is no plain file; links and devices are refused"))
          continue
        }
        size += length
        guard length <= BundleFolder.limits.file, size <= BundleFolder.limits.bytes else {
          faults.append(BundleFault(.entry, path, "the folder is refused: with `\(path)` it is too large"))
          return
        }
        do {
          found.append(ZipFile.Entry(path: path, bytes: try read("\(root)/\(path)")))
        } catch let problem as Problem {
          faults.append(BundleFault(.entry, path, problem.text))
        }
      }
    }
    files = found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}

extension BundleFolder {
  /// Names in a folder, in no order.
  static func names(in folder: String) throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw Problem("cannot list `\(folder)`: \(Output.reason(error))")
    }
  }

  /// How long something is, and what it is.
  private static func look(_ path: String, followingLinks: Bool) -> (size: Int, type: mode_t) {
    var status = stat()
    let failed = followingLinks ? unsafe stat(path, &status) : unsafe lstat(path, &status)
    return failed == 0 ? (Int(status.st_size), status.st_mode & S_IFMT) : (0, 0)
  }
}
