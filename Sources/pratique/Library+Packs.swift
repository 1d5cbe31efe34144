import Diagnostics
import Rules

extension Library {
  /// By id or prefix; those of one's own, or all, if none is named.
  func packs(named ids: [String], in rulebook: Rulebook) throws -> [CompiledPack] {
    guard !ids.isEmpty else { return subjects(rulebook) }
    func matches(_ pack: CompiledPack, _ id: String) -> Bool {
      pack.pack.id == id || pack.pack.id.hasPrefix("\(id).")
    }
    for id in ids where !rulebook.packs.contains(where: { matches($0, id) }) {
      let hint = didYouMean(id, among: rulebook.packs.map(\.pack.id)).map { "; \($0)" } ?? ""
      throw Problem("there is no pack `\(id)`\(hint)")
    }
    return rulebook.packs.filter { pack in ids.contains { matches(pack, $0) } }
  }
}
