import Diagnostics
import Facts
import Rules

extension Rulebook {
  /// A control of the catalogue that is another one with a typo. That no pack uses a control is no fault: plans may name it, and packs
  /// to come.
  func nearControls() -> [LintFinding] {
    var used: Set<String> = []
    for pack in packs {
      for provision in pack.pack.provisions {
        used.formUnion(provision.requirement?.controls ?? [])
        used.formUnion(provision.remedies.flatMap(\.controls))
      }
      for source in pack.pack.allExpressions {
        let parts = String(decoding: source.bytes, as: UTF8.self).split(separator: "\"")
        used.formUnion(parts.map(String.init))
      }
    }
    var findings: [LintFinding] = []
    let controls = catalogue.controls
    let countries = Set(geography.countries.map { $0.code.lowercased() })
    for (index, control) in controls.enumerated() {
      for other in controls.dropFirst(index + 1) where control.isNear(other, countries) {
        let (wrong, right) =
          used.contains(other.id) && !used.contains(control.id) ? (control, other) : (other, control)
        findings.append(
          LintFinding(
            .nearName, in: "rules", "control \(wrong.id)", at: wrong.location,
            "the control `\(wrong.id)` is all but `\(right.id)`: a plan that names one gets no credit for the other",
            suggestion: "keep one of the two"))
      }
    }
    return findings
  }
}

extension Catalogue.Control {
  fileprivate func isNear(_ other: Catalogue.Control, _ countries: Set<String>) -> Bool {
    if title == other.title && description == other.description { return true }
    // The same measure for two countries.
    let ends = [id, other.id].map { $0.split(separator: "-").first.map(String.init) ?? "" }
    if ends[0] != ends[1], ends.allSatisfy(countries.contains) { return false }
    let (a, b) = (Array(id.utf8), Array(other.id.utf8))
    guard min(a.count, b.count) >= 8, abs(a.count - b.count) <= 1 else { return false }
    let front = zip(a, b).prefix { $0 == $1 }.count
    let back = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
    // One letter more, less or other.
    return front + back >= max(a.count, b.count) - 1
  }
}
