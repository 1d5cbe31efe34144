import Diagnostics
import FEEL
import Facts
import Plans
import Rules

extension Search {
  /// The item as a case of its file, if it still tells the packs apart when it is read from its text.
  func proposed(_ item: Corpus.Item, _ place: Int, _ changed: Rulebook?) -> ProposedCase? {
    let id = docked.pack.provisions[place].rule.id
    let places = docked.pack.provisions.indices.filter { docked.pack.provisions[$0].rule.id == id }
    let seed = docked.exhibits[item.variation.seed]
    var writer = CaseWriter(seed, docked.rulebook)
    for edit in item.variation.edits { writer.apply(edit, item.exhibit.plan) }
    guard let exhibit = writer.exhibit(on: item.exhibit.day, docked.rulebook) else { return nil }
    let before = exhibit.findings(docked.rulebook, of: places)
    let after = changed.map { exhibit.findings($0, of: places) } ?? []
    for expectation in expectations(before, id) {
      let relevant = expectation.relevant(among: before)
      guard expectation.isMet(by: relevant) else { continue }
      let now = expectation.relevant(among: after)
      if changed != nil, expectation.isMet(by: now) { continue }
      return ProposedCase(
        file: seed.each.location.file,
        yaml: writer.text(expectation, on: item.exhibit.day),
        provision: id, verdict: expectation.verdict,
        otherwise: now.isEmpty ? "notInForce" : now.map(\.verdict.rawValue).uniqued.joined(separator: ", "))
    }
    return nil
  }

  /// What could be expected of the provision: of all subjects at once if they agree, else of each.
  private func expectations(_ findings: [Finding], _ id: String) -> [CaseFile.Expectation] {
    func expect(_ subject: String?, _ verdict: String) -> CaseFile.Expectation {
      CaseFile.Expectation(
        provision: id, subject: subject, verdict: verdict, location: Location(file: "", line: 1))
    }
    let relevant = findings.filter { $0.provision == id && !$0.isVersionToCome }
    if relevant.isEmpty { return [expect(nil, "notInForce")] }
    let verdicts = Set(relevant.map(\.verdict))
    if let only = verdicts.first, verdicts.count == 1 { return [expect(nil, only.rawValue)] }
    return relevant.map { expect($0.subject.id, $0.verdict.rawValue) }
  }
}

extension [String] {
  /// Without repeats, in order.
  var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
