import Diagnostics
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

extension Diagnostic.Code { fileprivate static let evidence = Self(rawValue: "bundle.evidence") }
