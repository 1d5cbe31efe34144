/// The forms in which the entry schedule can be had, each with its own file name.
package enum ChecklistFormat: String, Sendable, CaseIterable {
  case text, markdown, csv, msproject, jira, ics, mermaid, json, html

  package var fileName: String {
    switch self {
    case .text: "checklist.txt"
    case .markdown: "checklist.md"
    case .csv: "checklist.csv"
    case .msproject: "checklist-msproject.csv"
    case .jira: "checklist-jira.csv"
    case .ics: "checklist.ics"
    case .mermaid: "checklist.mmd"
    case .json: "checklist.json"
    case .html: "checklist.html"
    }
  }

  package func render(_ report: Report) -> String {
    switch self {
    case .text: checklistText(report)
    case .markdown: checklistMarkdown(report)
    case .csv: checklistCSV(report)
    case .msproject: checklistProject(report)
    case .jira: checklistJira(report)
    case .ics: checklistICalendar(report)
    case .mermaid: checklistMermaid(report)
    case .json: checklistJSON(report)
    case .html: checklistHTML(report)
    }
  }
}
