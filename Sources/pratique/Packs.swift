import ArgumentParser
import Diagnostics
import Engine
import FEEL
import Facts
import Plans
import Rules

struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "Write, check, test and prove packs.",
    subcommands: [
      PackNew.self, PackFormat.self, PackLint.self, PackTest.self, PackProve.self, PackDiff.self,
      PackMap.self, PackDocument.self, PackVerifySources.self, PackBuild.self, PackSign.self, PackVerify.self,
      PackLock.self,
      PackCompile.self,
    ])
}

/// Case files at a path: the file itself, or every `cases/*.yaml` at or below the folder (of the pack).
func caseFiles(under path: String) throws -> [String] {
  guard exists(path) else { throw Problem("cannot read `\(path)`: no such file or folder") }
  guard isFolder(path) else {
    guard path.hasSuffix("pack.xml") else { return [path] }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    return try caseFiles(under: folder.isEmpty ? "." : folder)
  }
  let inCases = path.split(separator: "/").last == "cases"
  return try files(below: path).filter {
    $0.hasSuffix(".yaml") && (inCases || "/\($0)".contains("/cases/"))
  }.sorted().map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
}
