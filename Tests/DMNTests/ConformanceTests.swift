import DMN
import Diagnostics
import Foundation
import Testing

struct ConformanceTests {
  /// Our own models, in the format of the conformance kit; what is expected was worked out from the standard.
  @Test func `our own cases pass`() throws {
    let conformance = try Conformance(below: Files.root.appending(path: "Cases"))
    #expect(conformance.mistakes.isEmpty)
    #expect(conformance.verdicts.count > 150)
    for verdict in conformance.verdicts {
      #expect(
        verdict.isPassed,
        "\(verdict.folder) \(verdict.caseID) \(verdict.result): \(verdict.expected), not \(verdict.actual) \(verdict.reason)"
      )
    }
  }

  @Test func `an error is reported where one is expected`() throws {
    let conformance = try Conformance(below: Files.root.appending(path: "Cases"))
    let silent = conformance.verdicts.filter { !$0.agreesOnError }
    // An entry of another type leaves an error beside a result that is not null.
    #expect(silent.map(\.result) == ["typed entry"])
  }

  @Test func `the last line is the sum`() throws {
    let conformance = try Conformance(below: Files.root.appending(path: "Cases/versions"))
    #expect(conformance.text.hasSuffix("\n5 passed, 0 failed"))
    #expect(conformance.csv.split(separator: "\n").count == 11)
  }

  @Test func `a model that cannot be read fails the cases that need it, and no others`() throws {
    func file(_ path: String, as name: String) throws -> Conformance.File {
      Conformance.File(path: "x/\(name)", bytes: try Files.bytes("Cases/versions/\(path)"))
    }
    var conformance = Conformance()
    conformance.run(
      folder: "x",
      [
        Conformance.File(path: "x/version-1.5.dmn", bytes: Array("<definitions".utf8)),
        try file("version-1.2.dmn", as: "version-1.2.dmn"),
        try file("version-1.2.xml", as: "version-1.2.xml"),
        try file("version-1.5.xml", as: "version-1.5.xml"),
      ])
    #expect(conformance.verdicts.map(\.isPassed) == [true, true, false, false])
    #expect(conformance.mistakes.map(\.location.file) == ["x/version-1.5.dmn"])
  }

  @Test(.enabled(if: Shared.hasKit, "no conformance kit beside the checkout (PRATIQUE_SHARED)"))
  func `the conformance kit passes`() throws {
    let root = try #require(Shared.root).appending(path: "dmn-tck")
    let conformance = try Conformance(below: root)
    // Java is out of reach; `docs/tck.md` names the rest.
    let cases = Dictionary(grouping: conformance.verdicts) { "\($0.file) \($0.caseID)" }
    let failed = cases.filter { $0.value.contains { !$0.isPassed && !$0.folder.contains("external-java") } }
    #expect(Double(failed.count) <= 0.005 * Double(cases.count), "\(failed.keys.sorted())")
  }
}
