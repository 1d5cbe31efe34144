import Diagnostics
import FEEL
import Facts
import Rules

extension Translator {
  /// Two conclusions of a kind that come to the same terms.
  func duplicateConclusions() -> [LintFinding] {
    var findings: [LintFinding] = []
    for (index, definition) in pack.definitions.enumerated() {
      guard let mine = truth(of: definition), mine.yes != .no, mine.yes != .yes else { continue }
      for other in pack.definitions.dropFirst(index + 1) where other.per == definition.per {
        guard let theirs = truth(of: other), mine.yes == theirs.yes, mine.no == theirs.no else { continue }
        findings.append(
          LintFinding(
            .duplicate, in: pack.id, other.subject, at: other.location,
            "`\(other.name)` says the same as `\(definition.name)`", suggestion: "keep one of the two names"))
      }
    }
    return findings
  }

  private func truth(of definition: Definition) -> Truth? {
    let row = definition.per.flatMap { vocabulary.kind(named: $0) }.map { subjectRow($0) }
    guard
      case .truth(let truth)? = conclusions[
        Conclusion(name: "\(definition.per ?? "").\(definition.name)", row: row)]
    else { return nil }
    return truth
  }

  /// A parameter compared with a fact of another unit.
  func unitFindings() -> [LintFinding] {
    unitClashes.compactMap { clash in
      guard let source = clash.source else { return nil }
      let units = clash.units.map { "`\($0)`" }.joined(separator: " with ")
      return LintFinding(
        .unit, in: pack.id, "parameter \(clash.parameter)", at: source, clash.extent,
        "compares \(units): the parameter `\(clash.parameter)` has another unit than the fact")
    }
  }

  /// Texts that are compared with columns of tables, or with places, and that nothing can equal.
  func nameFindings() -> [LintFinding] {
    var findings: [LintFinding] = []
    var seen: Set<String> = []
    for comparison in comparisons {
      guard let source = comparison.source,
        seen.insert("\(source.name):\(source.firstLine):\(comparison.extent):\(comparison.text)").inserted
      else { continue }
      if let column = comparison.column {
        let values = self.values(ofColumn: column)
        if !values.contains(comparison.text) {
          findings.append(
            LintFinding(
              .nearName, in: pack.id, comparison.owner, at: source, comparison.extent,
              "no row of `\(column)` says `\(comparison.text)`",
              suggestion: didYouMean(comparison.text, among: values)))
        }
      } else if let group = nearGroup(comparison.text) {
        findings.append(
          LintFinding(
            .nearName, in: pack.id, comparison.owner, at: source, comparison.extent,
            "`\(comparison.text)` is no country and no group of the geography",
            suggestion: "did you mean `\(group)`?"))
      }
    }
    return findings + unreadRows()
  }

  private func values(ofColumn column: String) -> Set<String> {
    let parts = column.split(separator: ".").map(String.init)
    guard parts.count == 2, let parameter = parameters[parts[0]] else { return [] }
    return Set(
      parameter.entries.compactMap { entry in
        guard case .context(let context) = entry.value, case .string(let text)? = context[parts[1]] else {
          return nil
        }
        return text
      })
  }

  /// A group of the geography one letter away from a text in capitals that nothing else is called.
  private func nearGroup(_ text: String) -> String? {
    guard text.utf8.count > 2, text == text.uppercased(), text.contains(where: \.isLetter) else { return nil }
    let groups = rulebook.geography.groups.map(\.id)
    let isKnown =
      groups.contains(text) || vocabulary.enumerations.contains { $0.index(of: text) != nil }
    return isKnown ? nil : nearest(to: text, among: groups.filter { $0.utf8.count > 2 })
  }

  /// Rows whose text no condition looks for, where conditions look for each text by itself.
  private func unreadRows() -> [LintFinding] {
    var findings: [LintFinding] = []
    var wanted: [String: Set<String>] = [:]
    for comparison in comparisons {
      if let column = comparison.column { wanted[column, default: []].insert(comparison.text) }
    }
    for (column, texts) in wanted.sorted(by: { $0.key < $1.key }) {
      let parts = column.split(separator: ".").map(String.init)
      guard parts.count == 2, let parameter = parameters[parts[0]] else { continue }
      for entry in parameter.entries {
        guard case .context(let context) = entry.value, case .string(let text)? = context[parts[1]],
          !texts.contains(text)
        else { continue }
        findings.append(
          LintFinding(
            .nearName, in: pack.id, "parameter \(parameter.name)",
            at: Location(file: pack.file, line: entry.line),
            "no condition looks for `\(text)` in `\(column)`: the row never counts",
            suggestion: didYouMean(text, among: texts)))
      }
    }
    return findings
  }
}
