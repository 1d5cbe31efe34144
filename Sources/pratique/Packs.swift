import ArgumentParser
import Diagnostics
import Engine
import FEEL
import Facts
import FoundationEssentials
import Plans
import Rules

struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "Check and test packs.", subcommands: [PackTest.self, PackLint.self])
}

struct PackTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the cases beside the packs.",
    discussion: "Paths are case files, packs or folders; without any, all cases of the library run.")

  @Argument(help: ArgumentHelp("Case files, packs or folders.", valueName: "paths"))
  var paths: [String] = []
  @OptionGroup var library: LibraryOptions

  func run() throws {
    let library = try library.find()
    let rulebook = try library.rulebook()
    let files =
      try paths.isEmpty ? caseFiles(under: "\(library.root)/jurisdictions") : paths.flatMap(caseFiles(under:))
    guard !files.isEmpty else {
      throw Problem("no case files (cases/*.yaml) under \(paths.joined(separator: ", "))")
    }
    var passed = 0
    var failures: [CaseRun.Failure] = []
    for file in files {
      let run = CaseRun(try CaseFile(reading: Node(reading: read(file), named: file), file: file), rulebook)
      passed += run.passed
      failures += run.failures
    }
    for failure in failures {
      Output.say("\(failure.location.file):\(failure.location.line): \(failure.text)")
    }
    Output.say("\(passed) passed, \(failures.count) failed")
    if !failures.isEmpty { throw Status.findings }
  }
}

struct PackLint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Check packs beyond what loading checks.",
    discussion:
      "Loading already checks schema, names, types, periods and references; lint adds what cases, harms and sanctions leave out."
  )
  @OptionGroup var library: LibraryOptions

  func run() throws {
    let library = try library.find()
    let rulebook = try library.rulebook()
    var files: [CaseFile] = []
    for file in try caseFiles(under: "\(library.root)/jurisdictions") {
      files.append(try CaseFile(reading: Node(reading: read(file), named: file), file: file))
    }
    let remarks = rulebook.lint(cases: files)
    for remark in remarks { Output.say(remark.text) }
    Output.say("\(rulebook.packs.count) packs, \(remarks.count) findings")
    if !remarks.isEmpty { throw Status.findings }
  }
}

/// Case files at a path: the file itself, or every `cases/*.yaml` at or below the folder (of the pack).
private func caseFiles(under path: String) throws -> [String] {
  var isFolder = false
  guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
    throw Problem("cannot read `\(path)`: no such file or folder")
  }
  guard isFolder else {
    return path.hasSuffix("pack.xml")
      ? try caseFiles(under: URL(filePath: path).deletingLastPathComponent().path) : [path]
  }
  let names = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
  let inCases = path.split(separator: "/").last == "cases"
  return names.filter { $0.hasSuffix(".yaml") && (inCases || "/\($0)".contains("/cases/")) }.sorted()
    .map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
}
