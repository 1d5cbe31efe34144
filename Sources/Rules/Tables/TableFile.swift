package import DMN
package import Diagnostics

/// A DMN file beside a pack.
package struct TableFile: Sendable {
  /// Path from the folder of the pack, as the pack names it.
  package let name: String
  /// Path as shown.
  package let file: String
  package let sha256: String
  package let model: Model
  /// What was wrong with what could be read.
  package let mistakes: [Diagnostic]

  package init(_ bytes: [UInt8], name: String, file: String, sha256: String) throws(Mistakes) {
    self.name = name
    self.file = file
    self.sha256 = sha256
    (model, mistakes) = try Model.read(bytes, named: file)
  }
}
