import Engine
import Rules

extension Report {
  /// The profiles, what they decided and what they leave out; nothing without a profile.
  func profileSection() -> [String] {
    guard let tailoring = assessment.tailoring else { return [] }
    var lines = ["", "## Profiles"]
    lines += table(
      ["Profile", "Title", "Summary", "File", "SHA-256"],
      tailoring.profiles.map {
        [code($0.id), escaped($0.title), escaped($0.summary), code($0.file), code($0.sha256)]
      })
    for text in appetiteTexts { lines += ["", "**Appetite**: \(escaped(text))"] }
    for (title, entries) in sections(of: tailoring).dropLast() where !entries.isEmpty {
      lines += ["", "\(escaped(title)):", ""] + entries.map { "- \(escaped($0))" }
    }
    guard let tailoredOutText else { return lines }
    lines += ["", "\(escaped(tailoredOutText))."]
    return lines
      + table(
        ["Provision", "Title", "Law", "Way", "Profile", "Reason", "Would be"],
        tailoring.leftOut.map {
          [
            code("\($0.pack)/\($0.provision)"), escaped($0.title), $0.isLaw ? "yes" : "no",
            $0.way == .dropped ? "dropped" : "not selected", code($0.by.profile), escaped($0.by.reason),
            outcome(of: $0),
          ]
        })
  }
}
