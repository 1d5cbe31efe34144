import Engine

extension Report {
  /// Evidence and waivers in the terminal: a line each, and every waiver that somebody has to look at.
  func evidenceLines(_ style: TextStyle) -> [String] {
    var lines = [evidenceLine, waiverLine].compactMap(\.self).map { style.wrap($0, indent: 2) }
    let findings = assessment.waivers.filter { style.verbose || $0.isFinding }
    lines += findings.prefix(style.verbose ? .max : 5).map {
      style.item("  \($0.isFinding ? "!" : "~") \($0.line)", indent: 4)
    }
    guard style.verbose else { return lines }
    for control in assessment.evidence {
      lines += control.items.map { item in
        style.item("  \(control.control): \(item.name): \(item.stateText)", indent: 4)
      }
      lines += control.uncovered.map {
        style.item("  \(control.control): nothing covers \($0.text)", indent: 4)
      }
    }
    return lines
  }
}
