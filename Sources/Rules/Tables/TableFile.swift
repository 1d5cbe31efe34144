import Archive
package import DMN
package import Diagnostics

/// A DMN file beside a pack.
package struct TableFile: Sendable {
  /// Path from the folder of the pack, as the pack names it.
  package let name: String
  /// Path as shown.
  package let file: String
  package let sha256: String
  private let read: Late<Reading>
  package var model: Model { read.value.model }
  /// What was wrong with what could be read.
  package var mistakes: [Diagnostic] { read.value.mistakes }

  private struct Reading: Sendable {
    let model: Model
    let mistakes: [Diagnostic]
  }

  package init(_ bytes: [UInt8], name: String, file: String, sha256: String) throws(Mistakes) {
    self.name = name
    self.file = file
    self.sha256 = sha256
    let (model, mistakes) = try Model.read(bytes, named: file)
    read = Late(made: Reading(model: model, mistakes: mistakes))
  }

  /// A file that is known to have been read without mistakes: read again when one of its decisions is first made.
  init(known bytes: [UInt8], name: String, file: String, sha256: String) {
    self.name = name
    self.file = file
    self.sha256 = sha256
    read = Late {
      let result = try? Model.read(bytes, named: file)
      guard let (model, mistakes) = result else {
        preconditionFailure("the recorded file `\(file)` cannot be read")
      }
      return Reading(model: model, mistakes: mistakes)
    }
  }
}
