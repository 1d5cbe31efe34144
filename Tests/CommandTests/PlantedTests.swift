import Diagnostics
import Foundation
import Linting
import Plans
import Rules
import Testing

@testable import pratique

/// Faults planted in copies of the GDPR pack before the rules that find them were written, and changes that look like faults.
@Suite(.serialized) struct PlantedTests {
  private static let folder = Tool.checkout.appending(path: "Tests/CommandTests/Planted")

  /// Which rules fit a kind of fault.
  private static let fitting: [String: [LintRule]] = [
    "provision can never apply": [.neverApplies],
    "condition that is always true": [.constantCondition, .neverFails],
    "provision can never fail": [.neverFails, .constantCondition],
    "provision can never be satisfied": [.neverSatisfied, .constantCondition],
    "condition implied by another": [.impliedCondition],
    "contradictory provisions": [.contradiction],
    "shadowed exception": [.shadowedException],
    "unused declaration": [.unused],
    "unused declaration; typo near a known name": [.nearName],
    "date gap": [.dateGap],
    "date overlap": [.dateOverlap],
    "period that can never be": [.deadPeriod, .neverApplies],
    "citation that the source does not have": [.citation],
    "missing case kind": [.missingCase],
    "typo near a known name": [.nearName],
    "unit that does not fit": [.unit],
    "duplicate": [.duplicate, .emptyReading],
    "quotation does not fit": [.quotation],
    "review date": [.reviewDate],
    "sanction does not fit": [.sanctionTier],
  ]

  @Test func `every planted fault is found, and nothing where there is none`() throws {
    var library = try Copy()
    defer { library.remove() }
    #expect(try library.findings([]).map(\.text) == [])
    let faults = try faults().filter { $0.id != Self.needsTexts }
    #expect(faults.count == 57)
    for fault in faults { try expectFound(fault, in: &library) }
    for change in try planted("clean.yaml", "clean") {
      #expect(try library.findings(change.changes).map(\.text) == [], "\(change.id)")
    }
  }

  /// The texts of laws are no part of the repository.
  private static let needsTexts = "quotation-not-in-the-text"

  @Test(.enabled(if: Copy.texts != nil, "PRATIQUE_SHARED names no folder with law/texts"))
  func `a quotation that is not in the text is found`() throws {
    var library = try Copy()
    defer { library.remove() }
    let fault = try #require(faults().first { $0.id == Self.needsTexts })
    try expectFound(fault, in: &library)
  }

  private func expectFound(_ fault: Fault, in library: inout Copy) throws {
    let findings = try library.findings(fault.changes)
    let rules = try #require(Self.fitting[fault.kind], "\(fault.kind)")
    let isFound = findings.contains { finding in
      rules.contains(finding.rule) && finding.method != .search(plans: 0) && fault.names(finding)
    }
    #expect(isFound, "\(fault.id): \(findings.map(\.text))")
    guard fault.kind == "contradictory provisions" else { return }
    let isShown = findings.contains { $0.plan != nil && $0.text.contains("as the engine confirms") }
    #expect(isShown, "\(fault.id): \(findings.map(\.text))")
  }

  private func faults() throws -> [Fault] {
    try ["conditions", "declarations", "texts"].flatMap { try planted("faults-of-\($0).yaml", "faults") }
  }

  private func planted(_ file: String, _ key: String) throws -> [Fault] {
    let path = Self.folder.appending(path: file).path
    let node = try Node(reading: read(path), named: file)
    return try #require(node[key]?.items).map { try Fault($0) }
  }
}

private struct Fault {
  struct Change {
    let file: String
    let find: String
    let replace: String
  }
  let id: String
  let kind: String
  let place: String
  let changes: [Change]

  init(_ node: Node) throws {
    id = try #require(node["id"]?.text)
    kind = try #require(node["kind"]?.text)
    place = try #require(node["at"]?.text)
    changes = try #require(node["changes"]?.items).map { change in
      Change(
        file: try #require(change["file"]?.text), find: try #require(change["find"]?.text),
        replace: try #require(change["replace"]?.text))
    }
  }

  /// Does a finding speak of one of the names of the place: an id with a hyphen or a dot, a name with a capital inside, a word after
  /// `parameter`.
  func names(_ finding: LintFinding) -> Bool {
    let words = place.split { !($0.isLetter || $0.isNumber || "-._".contains($0)) }.map(String.init)
    let names = words.enumerated().filter { index, word in
      word.contains("-") || word.contains(".")
        || index > 0 && ["parameter", "review"].contains(words[index - 1])
        || word.dropFirst().contains(where: \.isUppercase) || place.hasPrefix("review")
    }.map(\.element)
    let told = Set(
      "\(finding.subject) \(finding.diagnostic.message)".split {
        !($0.isLetter || $0.isNumber || "-._".contains($0))
      }
      .map(String.init))
    return names.contains(where: told.contains)
  }
}

/// A library with the GDPR pack alone, whose files can be changed and are put back.
private struct Copy {
  let folder: URL
  private var memory = LintMemory()

  /// Where the texts of laws are, if they are at hand.
  static var texts: String? {
    let folder = ProcessInfo.processInfo.environment["PRATIQUE_SHARED"].map { "\($0)/law/texts" }
    return folder.flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
  }

  init() throws {
    folder = try Tool.scratchFolder()
    let files = FileManager.default
    try files.createDirectory(
      at: folder.appending(path: "jurisdictions/eu"), withIntermediateDirectories: true)
    for path in ["rules", "jurisdictions/eu/gdpr"] {
      try files.copyItem(at: Tool.checkout.appending(path: path), to: folder.appending(path: path))
    }
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  mutating func findings(_ changes: [Fault.Change]) throws -> [LintFinding] {
    var originals: [String: Data] = [:]
    defer { for (path, data) in originals { try? data.write(to: folder.appending(path: path)) } }
    for change in changes {
      let file = folder.appending(path: change.file)
      let data = try Data(contentsOf: file)
      if originals[change.file] == nil { originals[change.file] = data }
      let text = String(decoding: data, as: UTF8.self)
      #expect(
        text.components(separatedBy: change.find).count == 2,
        "\(change.file) must have this once: \(change.find)")
      try Data(text.replacingOccurrences(of: change.find, with: change.replace).utf8).write(to: file)
    }
    let library = Library(root: folder.path, reason: "test")
    let rulebook = try library.rulebook(checkingAll: true)
    var material = try LintMaterial(library, rulebook, texts: Copy.texts)
    // Debian's package z3; without it nothing about conditions is found.
    material.solver = LintMaterial.installedSolver
    return rulebook.lint(material, &memory).filter(\.counts)
  }
}
