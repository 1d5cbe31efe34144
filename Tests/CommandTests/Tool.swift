import Foundation

/// The built tool, run as a user runs it.
enum Tool {
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Beside the test bundle.
  static var binary: URL {
    var folder = Bundle.main.bundleURL
    while folder.path.count > 1 {
      let candidate = folder.appending(path: "pratique")
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder), !isFolder.boolValue {
        return candidate
      }
      folder = folder.deletingLastPathComponent()
    }
    preconditionFailure("the tool is not built")
  }

  static func run(
    _ arguments: [String], in folder: URL = checkout, environment: [String: String] = [:], input: String = "",
    binary: URL = Tool.binary
  ) throws -> Result {
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var variables = ["PATH": "/usr/bin:/bin", "PRATIQUE_PACKS": checkout.path]
    variables.merge(environment) { $1 }
    process.environment = variables
    // Files, not pipes: a full pipe would stop the tool.
    let scratch = try scratchFolder()
    defer { try? FileManager.default.removeItem(at: scratch) }
    let files = ["in", "out", "err"].map { scratch.appending(path: $0) }
    try Data(input.utf8).write(to: files[0])
    for file in files[1...] { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationReason == .exit
        ? process.terminationStatus : 128 + process.terminationStatus,
      output: try String(contentsOf: files[1], encoding: .utf8),
      errors: try String(contentsOf: files[2], encoding: .utf8))
  }

  static func scratchFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "pratique-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
