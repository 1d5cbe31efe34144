import Engine
import FEEL

extension Report {
  /// Evidence and waivers as tables; nothing where there is neither.
  func evidenceSection() -> [String] {
    var lines: [String] = []
    if let evidenceLine {
      lines += ["", "## Evidence", "", escaped(evidenceLine)]
      lines += table(
        ["Control", "Evidence", "State", "Covers", "SHA-256"],
        assessment.evidence.flatMap { control in
          control.items.map { item in
            [
              code(control.control), escaped(item.name), escaped(item.stateText),
              item.covers?.text ?? "not stated", item.sha256.map(code) ?? "none",
            ]
          }
        })
      let gaps = assessment.evidence.flatMap { control in
        control.uncovered.map { "- \(code(control.control)): nothing covers \($0.text)" }
      }
      if !gaps.isEmpty { lines += [""] + gaps }
    }
    if let waiverLine {
      lines += ["", "## Waivers", "", escaped(waiverLine)]
      lines += table(
        ["Gap", "Standing", "Reason", "Owner", "Approved by", "Until"],
        assessment.waivers.map { each in
          [
            code(each.waiver.scope), escaped(each.standingText), escaped(each.waiver.reason),
            escaped(each.waiver.owner), escaped(each.waiver.approver),
            escaped("\(each.waiver.until), \(each.waiver.timeZone)"),
          ]
        })
    }
    return lines
  }
}
