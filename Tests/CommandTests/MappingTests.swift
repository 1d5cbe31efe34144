import Foundation
import Rules
import Testing

/// Small packs whose relations are known by hand: see the reasons in the mappings.
@Suite struct MappingTests {
  private static let cases = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Cases/mappings")

  private func run(_ arguments: [String], changing change: (String, String)? = nil) throws -> Tool.Result {
    let library = try Tool.scratchFolder()
    defer { try? FileManager.default.removeItem(at: library) }
    let files = FileManager.default
    try files.createSymbolicLink(
      at: library.appending(path: "rules"), withDestinationURL: Tool.checkout.appending(path: "rules"))
    for name in ["alpha", "beta", "gamma"] {
      let folder = library.appending(path: "jurisdictions/xx/\(name)")
      try files.createDirectory(at: folder.appending(path: "cases"), withIntermediateDirectories: true)
      try files.copyItem(
        at: Self.cases.appending(path: "\(name).xml"), to: folder.appending(path: "pack.xml"))
      try files.copyItem(
        at: Self.cases.appending(path: "\(name).yaml"), to: folder.appending(path: "cases/all.yaml"))
    }
    try files.createDirectory(at: library.appending(path: "mappings"), withIntermediateDirectories: true)
    for name in ["alpha-to-beta", "beta-to-gamma"] {
      var text = try String(contentsOf: Self.cases.appending(path: "\(name).xml"), encoding: .utf8)
      if let change { text = text.replacingOccurrences(of: change.0, with: change.1) }
      try Data(text.utf8).write(to: library.appending(path: "mappings/\(name).xml"))
    }
    return try Tool.run(["pack", "map", "--packs", library.path] + arguments)
  }

  @Test func `false claims are disproved, by a fact and by a number at its border; true ones stand`() throws {
    let result = try run([])
    #expect(result.status == 1)
    #expect(result.output.contains("encrypt = crypto  equal: stands"), "\(result.output)\(result.errors)")
    #expect(result.output.contains("encrypt ⊇ at-rest  superset: stands"))
    #expect(result.output.contains("access = login  equal: DISPROVED"))
    #expect(result.output.contains("plainCredentials: true"))
    #expect(result.output.contains("large = watch  equal: DISPROVED"))
    #expect(result.output.contains("subjects: { count: 1000 }"), "the border")
    #expect(result.output.contains("at-rest ⊆ everything  subset: stands"))
    #expect(result.output.contains("2 mappings, 7 claims, 2 disproved"))
  }

  @Test func `a claim the wrong way round is disproved`() throws {
    let result = try run([], changing: ("relation=\"subset\"", "relation=\"superset\""))
    #expect(
      result.output.contains("at-rest ⊇ everything  superset: DISPROVED"), "\(result.output)\(result.errors)")
  }

  @Test func `over several steps the weakest link counts`() throws {
    let result = try run(["--from", "xx.alpha/encrypt", "--to", "xx.gamma"])
    #expect(
      result.output == """
        xx.alpha/encrypt ∩ xx.gamma/everything  intersects, confidence medium
          xx.alpha/encrypt ⊇ xx.beta/at-rest, high
          xx.beta/at-rest ⊆ xx.gamma/everything, medium
        xx.alpha/encrypt ⊇ xx.gamma/storage  superset, confidence low
          xx.alpha/encrypt ⊇ xx.beta/at-rest, high
          xx.beta/at-rest = xx.gamma/storage, low

        """)
    let back = try run(["--from", "xx.gamma/storage", "--to", "xx.alpha"])
    #expect(
      back.output.hasPrefix("xx.gamma/storage ⊆ xx.alpha/encrypt  subset, confidence low\n"), "\(back.output)"
    )
  }

  @Test(arguments: [
    ("from=\"encrypt\" to=\"crypto\"", "from=\"encrypted\" to=\"crypto\"", "no provision `encrypted`"),
    ("to=\"xx.beta\"", "to=\"xx.bete\"", "there is no pack `xx.bete`"),
    ("relation=\"superset\"", "relation=\"supreset\"", "supreset"),
    ("from=\"access\" to=\"login\"", "from=\"encrypt\" to=\"crypto\"", "are related twice"),
  ])
  func `a mistake is refused with its line`(_ before: String, _ after: String, _ complaint: String) throws {
    let result = try run([], changing: (before, after))
    #expect(result.status == 2)
    #expect(
      result.errors.contains(complaint) && result.errors.contains("alpha-to-beta.xml:"), "\(result.errors)")
  }

  /// What a chain claims must be true of every three sets that its links are true of; and what follows from no pair of relations
  /// must be left open by some three sets.
  @Test func `chains of relations follow from sets`() {
    let sets = (1..<16).map { bits in Set((0..<4).filter { bits >> $0 & 1 == 1 }) }
    func holds(_ relation: SetRelation, _ a: Set<Int>, _ b: Set<Int>) -> Bool {
      switch relation {
      case .equal: a == b
      case .subset: a.isSubset(of: b)
      case .superset: a.isSuperset(of: b)
      case .intersects: !a.isDisjoint(with: b)
      }
    }
    for first in SetRelation.allCases {
      for second in SetRelation.allCases {
        var possible = Set(SetRelation.allCases)
        for a in sets {
          for b in sets where holds(first, a, b) {
            for c in sets where holds(second, b, c) { possible = possible.filter { holds($0, a, c) } }
          }
        }
        // The strongest that always holds.
        let strongest = [SetRelation.equal, .subset, .superset, .intersects].first { possible.contains($0) }
        #expect(first.then(second) == strongest, "\(first) then \(second)")
      }
      for a in sets { for b in sets { #expect(holds(first, a, b) == holds(first.inverted, b, a)) } }
    }
  }
}
