import Engine
import FEEL
import Rules

/// Pack by pack and section by section, then what changes for each plan.
package func text(_ difference: LawDifference) -> String {
  var lines: [String] = []
  for pack in difference.packs where !pack.changes.isEmpty {
    lines.append("\(pack.pack)  \(oneLine(pack.title)), from \(pack.from) to \(pack.to)")
    for section in pack.sections {
      lines.append("  \(section.heading)")
      for entry in section.entries {
        lines.append("    \(entry.text)")
        lines += entry.details.map { "      \($0)" }
      }
    }
  }
  for sample in difference.samples {
    lines.append(sample.heading)
    lines += sample.changes.map {
      "  \($0.id): \($0.standings.before) to \($0.standings.after)"
    }
  }
  return (lines + [difference.summary]).joined(separator: "\n") + "\n"
}

/// The same as Markdown.
package func markdown(_ difference: LawDifference) -> String {
  var lines: [String] = []
  for pack in difference.packs where !pack.changes.isEmpty {
    lines += ["# \(escaped(pack.title))", "", "\(code(pack.pack)), from \(pack.from) to \(pack.to)"]
    for section in pack.sections {
      lines += ["", "## \(section.heading)", ""]
      for entry in section.entries {
        lines.append("- \(escaped(entry.text))")
        lines += entry.details.map { detail in
          let depth = detail.prefix { $0 == " " }
          return "  \(depth)- \(escaped(detail))"
        }
      }
    }
    lines.append("")
  }
  for sample in difference.samples {
    lines += ["# \(escaped(sample.heading))"]
    lines += table(
      ["Finding", "Before", "After"],
      sample.changes.map {
        [code($0.id), escaped($0.standings.before), escaped($0.standings.after)]
      })
    lines.append("")
  }
  return (lines + [difference.summary]).joined(separator: "\n") + "\n"
}

extension LawDifference.Sample {
  fileprivate var heading: String {
    let number = changes.count
    return
      "\(plan): \(number == 0 ? "no finding changes" : count(number, "finding changes", "findings change"))"
  }
}

/// The same as JSON, keys sorted.
package func json(_ difference: LawDifference) -> String {
  json(
    of: LawFile(
      version: "1.0",
      packs: difference.packs.map { pack in
        LawFile.Pack(
          pack: pack.pack, title: pack.title, from: pack.from.description, to: pack.to.description,
          amendments: pack.amendments.map {
            .init(
              id: $0.id, title: $0.title, from: $0.from.description, citations: $0.citations.map(\.text))
          }, changes: pack.changes.map(LawFile.Change.init))
      },
      plans: difference.samples.map { sample in
        LawFile.Plan(
          plan: sample.plan,
          findings: sample.changes.map {
            .init(
              id: $0.id, title: $0.title, before: $0.before?.rawValue, after: $0.after?.rawValue,
              appliesFromBefore: $0.appliesFrom.before?.description,
              appliesFromAfter: $0.appliesFrom.after?.description)
          })
      }))
}

private struct LawFile: Encodable {
  struct Amendment: Encodable {
    var id, title, from: String
    var citations: [String]
  }
  struct Aspect: Encodable { var name: String, before: String?, after: String?, reach: String }
  /// `was` and `now` are days; which ones, `change` says.
  struct Application: Encodable { var change: String, was: String?, now: String? }
  struct Values: Encodable { var before: String?, after: String? }
  struct Change: Encodable {
    var kind, part, name: String
    var title: String?
    var application: Application?
    var values: Values?
    var aspects: [Aspect]
    var affects: [String]
  }
  struct Pack: Encodable {
    var pack, title, from, to: String
    var amendments: [Amendment]
    var changes: [Change]
  }
  struct Finding: Encodable {
    var id, title: String, before, after, appliesFromBefore, appliesFromAfter: String?
  }
  struct Plan: Encodable {
    var plan: String
    var findings: [Finding]
  }
  var version: String
  var packs: [Pack]
  var plans: [Plan]
}

extension LawFile.Change {
  init(_ change: LawComparison.Change) {
    self.init(
      kind: change.kind.rawValue, part: change.part, name: change.name, title: change.title,
      application: change.application.map(LawFile.Application.init),
      values: change.values.map {
        .init(
          before: $0.before.map(LawComparison.Values.text), after: $0.after.map(LawComparison.Values.text))
      },
      aspects: change.aspects.map {
        .init(name: $0.name, before: $0.before, after: $0.after, reach: $0.reach.rawValue)
      }, affects: change.affects)
  }
}

extension LawFile.Application {
  init(_ application: LawComparison.Application) {
    switch application {
    case .begins(let from): self.init(change: "begins", was: nil, now: from?.description)
    case .ends(let until): self.init(change: "ends", was: until?.description, now: nil)
    case .starts(let was, let now):
      self.init(change: "starts", was: was?.description, now: now?.description)
    case .lasts(let was, let now): self.init(change: "lasts", was: was?.description, now: now?.description)
    case .from(let from): self.init(change: "from", was: nil, now: from?.description)
    }
  }
}
