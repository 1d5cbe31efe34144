import Engine
import FEEL
package import Rules

/// A resolved profile for the terminal: everything that it changes, with profile and reason.
package func profileText(_ tailoring: Tailoring) -> String {
  var lines = ["Profiles, a later one counts before an earlier one"]
  lines += columns(
    tailoring.profiles.map { profile in
      let bases = profile.bases.isEmpty ? "" : ", extends \(profile.bases.joined(separator: ", "))"
      return ["  \(profile.id)", oneLine(profile.title), "\(profile.file)\(bases), sha256 \(profile.sha256)"]
    })
  for profile in tailoring.profiles { lines.append("  \(profile.id): \(oneLine(profile.summary))") }
  for (title, entries) in sections(of: tailoring) where !entries.isEmpty {
    lines += ["", title] + entries.map { "  \($0)" }
  }
  return lines.joined(separator: "\n") + "\n"
}

/// What profiles decided, in words; what they leave out last, for it may be long.
func sections(of tailoring: Tailoring) -> [(title: String, entries: [String])] {
  let appetite = tailoring.appetite
  var stricter: [String] = []
  if let block = appetite.block {
    stricter.append(line("gaps from severity \(block.from.rawValue) on block entry", block.by))
  }
  if let verify = appetite.verify {
    stricter.append(line("findings below confidence \(verify.below.rawValue) say \"verify\"", verify.by))
  }
  stricter += appetite.limits.map { line("\($0.harm.rawValue) risk at most \($0.level.rawValue)", $0.by) }
  return [
    ("Emphasis", tailoring.emphases.map { oneLine("\($0.text) [\($0.profile)]\(sourceText($0.source))") }),
    (
      "Weights",
      tailoring.weights.map { each in
        let what = [each.weight.selector.text, each.weight.harm.map { "harm \($0.rawValue)" } ?? ""]
          .filter { !$0.isEmpty }.joined(separator: ", ")
        return line("× \(each.weight.factor) \(what) (\(count(each.provisions, "provision")))", each.by)
          + sourceText(each.weight.source)
      }
    ),
    (
      "Readings",
      tailoring.readings.map { line("\($0.pack)/\($0.provision): \($0.reading), \($0.title)", $0.by) }
    ),
    ("Values", tailoring.settings.map { line("\($0.pack): \($0.parameter) = \($0.text)", $0.by) }),
    (
      "Scoring",
      tailoring.scoring.map { scoring in
        let asserted = scoring.asserted.map { ", asserted controls leave \($0)" } ?? ""
        return [line("model \(scoring.model.rawValue)\(asserted)", scoring.by)]
      } ?? []
    ),
    (
      "Choice of remedies",
      tailoring.choice.map { [line("the least \($0.objective.rawValue)", $0.by)] } ?? []
    ),
    ("Appetite", stricter),
    (
      "Selected",
      tailoring.selections.map {
        line("\($0.selector.text) (\(count($0.provisions, "provision")))", $0.by)
      }
    ),
    (
      "Kept",
      tailoring.kept.map { line("\($0.pack)/\($0.provision), dropped by \($0.droppedBy)", $0.by) }
    ),
    ("Tailored out", tailoring.leftOut.map { $0.text() }),
  ]
}

private func line(_ what: String, _ by: Tailoring.Decision) -> String {
  oneLine("\(what) [\(by.profile)]: \(by.reason)")
}

private func sourceText(_ source: String?) -> String { source.map { " (source: \(oneLine($0)))" } ?? "" }

extension Report {
  /// Which profiles tailored the packs, which limits are exceeded and what is left out: a few lines, all of it with -v.
  func profileLines(_ style: TextStyle) -> [String] {
    guard let tailoring = assessment.tailoring, let profilesText else { return [] }
    func short(_ line: String) -> String { style.verbose ? style.wrap(line, indent: 2) : style.cut(line) }
    var lines = [short("Profiles: \(profilesText)")]
    if !appetiteTexts.isEmpty { lines.append(short("Appetite: \(appetiteTexts.joined(separator: "; "))")) }
    guard let tailoredOutText else { return lines }
    let shown =
      style.verbose
      ? tailoring.leftOut : Array(leftOutByAttention(tailoring).prefix(style.density == .dense ? 1 : 3))
    let rest = shown.count < tailoring.leftOut.count ? " (all with -v)" : ""
    lines.append(short("Profiles: \(tailoredOutText)\(rest)"))
    return lines + shown.map { style.item("  ~ \($0.text(outcome(of: $0)))") }
  }
}
