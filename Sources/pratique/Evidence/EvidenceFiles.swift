import Diagnostics
import Glibc
import Engine
import Signing
import Zip

/// The files that a plan names as evidence, as they lie beside it.
struct EvidenceFiles {
  /// Path of the plan; `-`: its files are looked for in the working folder.
  let plan: String

  /// Each file as it is to lie in a bundle. One that is missing, or is not the one that the plan means, is a mistake: all of them at
  /// once, with the line of the plan.
  func entries(_ evidence: [ControlEvidence]) throws -> [ZipFile.Entry] {
    var entries: [String: [UInt8]] = [:]
    var mistakes: [Diagnostic] = []
    for item in evidence.flatMap(\.items) {
      guard let file = item.file else { continue }
      let path = (folder(ofPlan: plan) ?? "") + file
      func complain(_ message: String, _ suggestion: String) {
        mistakes.append(Diagnostic(.evidence, at: item.location, message, suggestion: suggestion))
      }
      do {
        guard isPlainFile(file, below: folder(ofPlan: plan) ?? "") else {
          complain(
            "`\(file)` is no plain file below the folder of the plan, or is larger than \(ZipLimits.standard.file) bytes",
            "copy the file there; links, folders and devices are not followed")
          continue
        }
        let bytes = try read(path)
        let hash = sha256(bytes)
        if let place = item.bundlePath, item.sha256 == hash {
          entries[place] = bytes
        } else if let stated = item.sha256 {
          complain(
            "`\(file)` is not the file that the plan means: its SHA-256 is \(hash), and the plan says \(stated)",
            "get the file back, or look at the new one and change the plan")
        } else {
          complain("`\(file)` has no `sha256` in the plan", "write `sha256: \(hash)`")
        }
      } catch let problem as Problem {
        complain(
          "the evidence \(problem.text.replacing("error: ", with: ""))",
          "paths are from the folder of the plan")
      }
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes.inFileOrder) }
    return entries.sorted { $0.key < $1.key }.map { ZipFile.Entry(path: $0.key, bytes: $0.value) }
  }
}

/// Whether a path leads to a file of bearable size without a link on its way. What is not there is told when it is read.
private func isPlainFile(_ path: String, below folder: String) -> Bool {
  let parts = path.split(separator: "/")
  for count in 1...max(parts.count, 1) {
    var status = stat()
    guard unsafe lstat(folder + parts.prefix(count).joined(separator: "/"), &status) == 0 else { return true }
    let wanted = count == parts.count ? S_IFREG : S_IFDIR
    guard status.st_mode & S_IFMT == wanted else { return false }
    if count == parts.count, status.st_size > ZipLimits.standard.file { return false }
  }
  return true
}

extension Diagnostic.Code { fileprivate static let evidence = Self(rawValue: "bundle.evidence") }
