import Diagnostics
import Engine
import Plans
import Reports
import Rules

extension PackTest {
  /// Carries out every remedy on the cases and says which of them close their gaps.
  func proveRemedies(_ library: Library, _ rulebook: Rulebook) throws {
    let (files, ids) = (paths.filter(exists), paths.filter { !exists($0) })
    let names = try files.isEmpty ? library.caseFiles() : files.flatMap(caseFiles(under:))
    let wanted = try ids.map { try Wanted($0, rulebook) }
    var cases: [CaseFile] = []
    for name in names {
      let bytes = try files.isEmpty ? library.bytes(name) : read(name)
      cases.append(try CaseFile(reading: Node(reading: bytes, named: name), file: name))
    }
    let tested = Set(cases.map(\.pack))
    var isProven = true
    for pack in rulebook.packs where tested.contains(pack.pack.id) {
      let asked = wanted.filter { $0.takes(pack.pack.id) }
      guard wanted.isEmpty || !asked.isEmpty else { continue }
      let isWhole = asked.contains { $0.provision == nil }
      let run = RemedyRun(
        of: pack, rulebook, cases, only: isWhole ? [] : Set(asked.compactMap(\.provision)))
      Output.say(text(run, all: !asked.isEmpty))
      isProven = isProven && run.broken.isEmpty && run.trials.allSatisfy { $0.outcome != .notProven }
    }
    if !isProven { throw Status.findings }
  }

  /// `eu`, `eu.gdpr` or `eu.gdpr/art-13`.
  private struct Wanted {
    let pack: String
    let provision: String?

    init(_ text: String, _ rulebook: Rulebook) throws {
      let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
      let name = parts.first ?? ""
      pack = name
      provision = parts.count > 1 ? parts[1] : nil
      let ids = rulebook.packs.map(\.pack.id)
      guard ids.contains(where: { $0 == name || $0.hasPrefix(name + ".") }) else {
        let hint = didYouMean(name, among: ids).map { "; \($0)" } ?? ""
        throw Problem("`\(text)` is neither a file nor a pack\(hint)")
      }
      guard let provision else { return }
      let known = rulebook.packs.filter { $0.pack.id == name }.flatMap(\.pack.provisions).map(\.id)
      if !known.contains(provision) {
        let hint = didYouMean(provision, among: Set(known).sorted()).map { "; \($0)" } ?? ""
        throw Problem("the pack `\(name)` has no provision `\(provision)`\(hint)")
      }
    }

    func takes(_ id: String) -> Bool { id == pack || id.hasPrefix(pack + ".") }
  }
}
