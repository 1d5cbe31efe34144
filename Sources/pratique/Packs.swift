import ArgumentParser
import Diagnostics
import Engine
import FEEL
import Facts
import Plans
import Rules

struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "Write, check and test packs.",
    subcommands: [PackTest.self, PackLint.self, PackFormat.self, PackDiff.self])
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
    let rulebook = try library.rulebook(checkingAll: true)
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
    let rulebook = try library.rulebook(checkingAll: true)
    var files: [CaseFile] = []
    for file in try caseFiles(under: "\(library.root)/jurisdictions") {
      files.append(try CaseFile(reading: Node(reading: read(file), named: file), file: file))
    }
    let remarks = rulebook.lint(cases: files)
    for remark in remarks { Output.say(remark.text) }
    // A note asks for nothing.
    let findings = remarks.filter { $0.severity != .note }
    Output.say("\(rulebook.packs.count) packs, \(findings.count) findings")
    if !findings.isEmpty { throw Status.findings }
  }
}

/// Case files at a path: the file itself, or every `cases/*.yaml` at or below the folder (of the pack).
private func caseFiles(under path: String) throws -> [String] {
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
