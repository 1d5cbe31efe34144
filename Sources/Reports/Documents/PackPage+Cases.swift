import Diagnostics
import Engine
import Rules

extension PackPage {
  /// The cases that expect something of a provision, folded.
  func examples(of provision: Provision) -> Markup {
    var items: [Markup] = []
    var verdicts: [String] = []
    for (number, file) in cases.enumerated() {
      for each in file.cases where concerns(each, provision) {
        for expectation in each.expectations where expectation.provision == provision.id {
          let verdict = Verdict(rawValue: expectation.verdict)?.word ?? spaced(expectation.verdict)
          verdicts.append(verdict)
          items.append(item(each, verdict, expectation.subject, base: number))
        }
      }
    }
    if items.isEmpty { return "none" }
    let order = Verdict.byAttention.map(\.word) + ["not in force"]
    let counts = order.compactMap { word in
      let number = verdicts.count { $0 == word }
      return number == 0 ? nil : "\(number) \(word)"
    }
    return """
      <details><summary>\(count(items.count, "case")): \(counts.joined(separator: ", "))</summary>
      <ul class="cases">\(items.map { "<li>\($0)</li>" as Markup }.joined("\n"))</ul></details>
      """
  }

  /// A case belongs to the version in force on its day; on a day of no version to the first.
  private func concerns(_ each: CaseFile.Case, _ provision: Provision) -> Bool {
    let versions = pack.provisions.filter { $0.id == provision.id }
    let version = versions.first { $0.period.contains(each.asOf) } ?? versions.first
    return version?.location == provision.location
  }

  private func item(_ each: CaseFile.Case, _ verdict: String, _ subject: String?, base: Int) -> Markup {
    let words = CaseWords(vocabulary: glossary.vocabulary)
    let special = each.without.map(words.removal) + (each.changes.map(words.statements) ?? [])
    let about: Markup = subject.map { ", judged: \($0)" } ?? ""
    let changes: Markup =
      special.isEmpty ? "the base plan as it is" : special.map { html($0) }.joined("; ")
    return """
      <span class="title">\(each.name)</span>: <strong>\(verdict)</strong>
      <span class="muted">\(long(each.asOf))\(about), base <a href="#b-\(String(base + 1))">\(String(base + 1))</a></span><br>\(changes)
      """
  }

  /// What all cases of a file start from.
  var bases: Markup {
    if cases.isEmpty { return "" }
    let words = CaseWords(vocabulary: glossary.vocabulary)
    let parts = cases.enumerated().map { index, file -> Markup in
      let lines = file.cases.first.map { words.statements($0.base) } ?? []
      return """
        <details id="b-\(String(index + 1))"><summary>Base \(String(index + 1)): <code>\(file.file)</code></summary>
        <ul class="cases">\(lines.map { "<li>\(html($0))</li>" as Markup }.joined("\n"))</ul></details>

        """
    }
    return """
      <section id="bases"><h2>Base plans of the cases</h2>
      <p>Each case changes one of these plans; what a plan does not state is not known.</p>
      \(parts.joined())</section>
      """
  }
}
