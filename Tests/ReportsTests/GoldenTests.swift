import Engine
import Foundation
import Testing

@testable import Reports

/// Whole reports compared with files that were read by a person. `UPDATE_GOLDEN=1` writes them.
@Suite struct GoldenTests {
  @Test(arguments: [
    "text.txt", "text-80.txt", "text-verbose.txt", "text-empty.txt", "report.md", "findings.csv",
    "result.json",
    "checklist.txt", "checklist.md", "checklist.csv", "checklist-msproject.csv", "checklist-jira.csv",
    "checklist.ics",
    "checklist.mmd", "checklist.json", "checklist-empty.txt", "risk.txt", "risk-reduce.txt",
    "risk-register.csv", "risk-register.oscal.json", "risk-appetite.txt", "transfers.txt", "questions.yaml",
    "loss.txt", "report-loss.md", "loss.html", "loss-empty.txt", "explain.txt", "text-profile.txt",
    "text-profile-verbose.txt", "report-profile.md", "profile.txt",
    "profile.json", "portfolio.txt", "portfolio.csv", "portfolio.json", "portfolio.html",
  ])
  func `reports are as read`(_ name: String) throws {
    let made = try #require(Self.make(name))
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Golden/\(name)")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(made.utf8).write(to: url)
    }
    let golden = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    guard made != golden else { return }
    Attachment.record(Array(made.utf8), named: name)
    let (old, new) = (golden.components(separatedBy: "\n"), made.components(separatedBy: "\n"))
    for index in 0..<max(old.count, new.count) {
      let (before, after) = (
        index < old.count ? old[index] : "(end)", index < new.count ? new[index] : "(end)"
      )
      guard before != after else { continue }
      Issue.record("Golden/\(name):\(index + 1)\n  golden: \(before)\n  made:   \(after)")
      break
    }
  }

  private static func make(_ name: String) -> String? {
    let report = Fixture.report
    if let format = ChecklistFormat.allCases.first(where: { $0.fileName == name }) {
      return format.render(Fixture.planned)
    }
    return switch name {
    case "text.txt": text(report)
    case "text-80.txt": text(report, style: TextStyle(width: 80))
    case "text-verbose.txt": text(report, style: TextStyle(verbose: true))
    case "text-empty.txt": text(Fixture.empty)
    case "report.md": markdown(report)
    case "findings.csv": csv(report)
    case "result.json": json(report)
    case "checklist-empty.txt": checklistText(Fixture.empty)
    case "risk.txt": riskText(report)
    case "loss.txt": lossText(Fixture.lossy)
    case "loss-empty.txt": lossText(Fixture.lossless)
    case "loss.html": Page(Fixture.lossy).loss
    case "report-loss.md": markdown(Fixture.lossy)
    case "risk-reduce.txt": riskText(Fixture.weighed, most: 1)
    case "risk-register.csv": riskRegisterCSV(Fixture.weighed)
    case "risk-register.oscal.json": riskRegisterOSCAL(Fixture.weighed)
    case "risk-appetite.txt": riskText(Fixture.tailored)
    case "transfers.txt": transfersText(report)
    case "questions.yaml": questionsText(report)
    case "explain.txt": explain(report, finding: "eu.gdpr/art-27@organization")
    case "text-profile.txt": text(Fixture.tailored)
    case "text-profile-verbose.txt":
      text(Fixture.tailored, style: TextStyle(verbose: true)).split(separator: "\n").filter {
        $0.contains("rofile") || $0.hasPrefix("  ~ ")
      }.joined(separator: "\n")
    case "report-profile.md":
      "## Profiles" + (markdown(Fixture.tailored).components(separatedBy: "## Profiles").last ?? "")
    case "profile.txt": Fixture.tailored.assessment.tailoring.map(profileText)
    case "profile.json": Fixture.tailored.assessment.tailoring.map(profileJSON)
    case "portfolio.txt": portfolioText(Fixture.portfolio)
    case "portfolio.csv": portfolioCSV(Fixture.portfolio)
    case "portfolio.json": portfolioJSON(Fixture.portfolio)
    case "portfolio.html": Fixture.portfolio.main
    default: nil
    }
  }
}
