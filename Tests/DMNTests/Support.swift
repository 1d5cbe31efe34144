import DMN
import Diagnostics
import FEEL
import Foundation
import TimeZones

/// Files beside the tests.
enum Files {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()

  static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path).sorted()
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appending(path: path)))
  }
}

/// A folder of models and tests outside the repository.
enum Shared {
  static let root: URL? = {
    let environment = ProcessInfo.processInfo.environment["PRATIQUE_SHARED"]
    let beside = Files.root.appending(path: "../../../shared").standardized.path
    let path = environment ?? beside
    return FileManager.default.fileExists(atPath: path) ? URL(filePath: path) : nil
  }()

  static var hasKit: Bool { exists("dmn-tck") }
  static var hasSchemas: Bool { exists("schemas/dmn/DMN15.xsd") }

  private static func exists(_ path: String) -> Bool {
    root.map { FileManager.default.fileExists(atPath: $0.appending(path: path).path) } ?? false
  }
}

extension Conformance {
  /// Runs every folder below a folder.
  init(below root: URL) throws {
    self.init(in: Surroundings(zones: .system()))
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { $0.hasSuffix(".dmn") || $0.hasSuffix(".xml") }
    let folders = Dictionary(grouping: paths) { ($0 as NSString).deletingLastPathComponent }
    for (folder, files) in folders.sorted(by: { $0.key < $1.key }) {
      run(
        folder: folder,
        try files.sorted().map {
          File(path: $0, bytes: Array(try Data(contentsOf: root.appending(path: $0))))
        })
    }
  }
}

extension Decisions {
  /// One model, with all that is wrong with it.
  static func read(_ text: String, named name: String = "model.dmn") throws -> (Decisions, [Diagnostic]) {
    let (model, mistakes) = try Model.read(Array(text.utf8), named: name)
    let decisions = Decisions([model])
    return (decisions, mistakes + decisions.mistakes)
  }

  func element(_ name: String) -> Int? { index(of: name, where: { _ in true }) }
}

/// `line: severity code: message`, as the files of expectations write it.
func line(_ diagnostic: Diagnostic) -> String {
  let suggestion = diagnostic.suggestion.map { "; \($0)" } ?? ""
  return
    "\(diagnostic.location.line): \(diagnostic.severity.rawValue) \(diagnostic.code.rawValue): \(diagnostic.message)\(suggestion)"
}
