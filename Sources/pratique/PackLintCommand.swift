import ArgumentParser
import Diagnostics
import Engine
import Linting
import Plans
import Rules

/// The forms in which findings of the lint can be had.
enum LintFormat: String, CaseIterable, ExpressibleByArgument { case text, json, sarif }

struct PackLint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Check packs beyond what loading checks.",
    discussion:
      "Loading already checks schema, names, types, periods and references; lint looks for faults of meaning. Conditions are decided by the solver z3 where it is installed, else by search. What a pack leaves out, and why, stands in its lint.yaml."
  )

  @Option(help: "text, json or sarif (2.1.0).")
  var format = LintFormat.text
  @Option(help: ArgumentHelp("Only packs with these ids, separated by commas.", valueName: "ids"))
  var only: String?
  @Option(help: ArgumentHelp("Look quotations up in the texts of laws in this folder.", valueName: "folder"))
  var texts: String?
  @Option(help: ArgumentHelp("Say what a rule looks for, and stop.", valueName: "rule"))
  var explain: String?
  @Flag(help: "Also show what packs leave out, with their reasons, and what could not be checked.")
  var all = false
  @OptionGroup var library: LibraryOptions

  func run() throws {
    if let explain { return try PackLint.explain(explain) }
    let library = try library.find()
    let rulebook = try library.rulebook(checkingAll: true)
    var material = try LintMaterial(library, rulebook, texts: texts)
    if let only {
      material.only = try PackLint.packs(only, rulebook)
    } else if !library.additions.isEmpty {
      material.only = Set(library.subjects(rulebook).map(\.pack.id))
    }
    material.solver = LintMaterial.installedSolver
    let findings = rulebook.lint(material)
    switch format {
    case .text:
      for finding in findings where all || !finding.isQuiet { Output.say(finding.text) }
      Output.say(findings.summary(packs: material.only?.count ?? rulebook.packs.count))
    case .json: Output.say(findings.json)
    case .sarif: Output.say(findings.sarif(version: engineVersion))
    }
    // A note asks for nothing.
    if findings.contains(where: \.counts) { throw Status.findings }
  }

  private static func explain(_ id: String) throws {
    guard let rule = LintRule(rawValue: id) ?? LintRule(rawValue: "lint.\(id)") else {
      let hint =
        didYouMean(id.hasPrefix("lint.") ? id : "lint.\(id)", among: LintRule.allCases.map(\.rawValue)).map {
          "; \($0)"
        } ?? ""
      throw Problem("there is no rule `\(id)`\(hint)")
    }
    Output.say("\(rule.rawValue): \(rule.summary)\n\(rule.mending)\nMore in docs/lint.md#\(rule.anchor)")
  }

  private static func packs(_ ids: String, _ rulebook: Rulebook) throws -> Set<String> {
    let known = rulebook.packs.map(\.pack.id)
    let wanted = ids.split(separator: ",").map(String.init)
    for id in wanted where !known.contains(id) {
      let hint = didYouMean(id, among: known).map { "; \($0)" } ?? ""
      throw Problem("there is no pack `\(id)`\(hint)")
    }
    return Set(wanted)
  }
}

extension LintMaterial {
  /// Cases, notes and outlines of a library; `texts` names a folder with texts of laws.
  init(_ library: Library, _ rulebook: Rulebook, texts folder: String?) throws {
    self.init()
    for file in try library.caseFiles() {
      cases.append(try CaseFile(reading: Node(reading: library.bytes(file), named: file), file: file))
    }
    let noted = try library.files(in: "jurisdictions") { $0 == "lint.yaml" }
    for pack in rulebook.packs {
      let path = pack.pack.file.split(separator: "/").dropLast().joined(separator: "/") + "/lint.yaml"
      guard noted.contains(path) else { continue }
      let node = try Node(reading: library.bytes(path), named: path)
      notes[pack.pack.file] = try LintNotes(reading: node, file: path)
    }
    outlines = try library.outlines()
    if let folder { texts = try LawTexts(library, rulebook, in: folder).texts }
  }
}
