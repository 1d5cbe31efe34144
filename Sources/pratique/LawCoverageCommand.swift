import ArgumentParser
import Diagnostics
import Linting
import Plans
import Rules

struct LawCoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Write down for each article of a law what encodes it, or why nothing does.",
    discussion: """
      LAW is a short name (GDPR, "UK GDPR") or the name of an outline (uk-gdpr); without any, all laws with an outline in rules/outlines. \
      Exit status 1: an article that is neither encoded nor given a reason, a reason for one that is encoded or that the law does not \
      have; with --check, a table that is not what would be written.
      """)

  @Argument(help: ArgumentHelp("Laws with an outline.", valueName: "law"))
  var laws: [String] = []
  @Option(name: .shortAndLong, help: ArgumentHelp("The folder of the tables.", valueName: "folder"))
  var outputDir = "docs/coverage"
  @Flag(help: "Write nothing; say what would change.")
  var check = false
  @OptionGroup var library: LibraryOptions

  func run() throws {
    let library = try library.find()
    let outlines = try LawCoverageCommand.chosen(laws, among: library.outlines())
    let packs = try library.rulebook().packs.map(\.pack)
    var files: [(name: String, text: String)] = []
    var isClean = true
    for outline in outlines {
      let coverage = LawCoverage(of: outline, by: LawCoverageCommand.encoding(outline, among: packs))
      for finding in coverage.findings { Output.say(finding.text) }
      isClean = isClean && coverage.findings.isEmpty
      Output.say("\(coverage.law): \(coverage.counts)")
      files.append(("\(outline.name).md", coverage.markdown))
    }
    if check {
      isClean = try compare(files) && isClean
    } else {
      try Output.write(files, into: outputDir)
      Output.say("\(files.count) \(files.count == 1 ? "file" : "files") in \(outputDir)")
    }
    if !isClean { throw Status.findings }
  }

  /// Tells how each file differs from what would be written.
  private func compare(_ files: [(name: String, text: String)]) throws -> Bool {
    var isSame = true
    for file in files {
      let path = "\(outputDir)/\(file.name)"
      guard exists(path) else {
        Output.say("\(path):1: missing; run `pratique law coverage`")
        isSame = false
        continue
      }
      let difference = LineDifference(from: String(decoding: try read(path), as: UTF8.self), to: file.text)
      guard let line = difference.firstLine else { continue }
      Output.say("\(path):\(line): not what `pratique law coverage` writes\n\(difference.text)")
      isSame = false
    }
    return isSame
  }

  /// Who follows a framework of its own will does not encode the law that it cites. A text on which no pack of law rests is a
  /// standard itself, and standards encode it.
  private static func encoding(_ outline: Outline, among packs: [Pack]) -> [Pack] {
    let isLaw = packs.contains { $0.kind == .law && $0.sources.contains { $0.law == outline.law } }
    return packs.filter { $0.kind == .law || ($0.kind == .standard && !isLaw) }
  }

  static func chosen(_ laws: [String], among outlines: [Outline]) throws -> [Outline] {
    guard !laws.isEmpty else { return outlines }
    var chosen: [Outline] = []
    for law in laws {
      let found = outlines.first { [$0.law, $0.name].map(plain).contains(plain(law)) }
      guard let found else {
        let hint = didYouMean(law, among: outlines.flatMap { [$0.law, $0.name] }).map { "; \($0)" } ?? ""
        throw Problem("there is no outline of `\(law)` in rules/outlines\(hint)")
      }
      if !chosen.contains(where: { $0.name == found.name }) { chosen.append(found) }
    }
    return chosen
  }

  /// `UK GDPR`, `UK-GDPR` and `uk-gdpr` are one law.
  private static func plain(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

extension Outline {
  /// Of its file, without the ending.
  var name: String { String(file.split(separator: "/").last?.dropLast(".yaml".count) ?? "") }
}

extension Library {
  /// Which articles laws have; a library need not say it of any.
  func outlines() throws -> [Outline] {
    try files(in: "rules") { $0.hasSuffix(".yaml") }.filter { $0.hasPrefix("rules/outlines/") }.map { path in
      try Outline(reading: Node(reading: bytes(path), named: path), file: path)
    }
  }
}
