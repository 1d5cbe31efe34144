import Diagnostics
package import Engine
import FEEL
import Facts
package import Rules

/// A workshop for one plan: where the plan stands, what it says, what it does not say, what is to be done when, and how success shows.
package struct Worksheet: Sendable {
  struct Stand {
    var verdict: String
    var title: String
    var id: String
  }
  struct Known {
    var fact: String
    var value: String
    var place: String
  }
  struct Question {
    var fact: String
    var ask: String
    var help: String?
    /// What can be answered: values, or an example.
    var answers: String
    /// The answers of which one is chosen; empty where there are more, or several may be.
    var choices: [String]
    /// Whether an answer is a list, which brackets close in.
    var isList: Bool
    /// Whether an answer is text that YAML could take for something else.
    var isText: Bool

    /// The fact as a key of YAML.
    var key: String {
      let isPlain = fact.utf8.allSatisfy { byte in
        byte >= 0x80 || "[]._-".utf8.contains(byte) || (0x30...0x39).contains(byte)
          || (0x61...0x7A).contains(byte | 0x20)
      }
      return isPlain
        ? fact
        : "'\(oneLine(fact).split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
    }
  }
  struct Task {
    var title: String
    var owner: String
    var start: String
    var finish: String
  }
  /// A value that the standard sets, and what the plan states beside it.
  struct Figure {
    var title: String
    var target: String
    var basis: String
    var now: String
  }
  struct Part {
    var title: String
    /// `0:30 to 1:15`
    var time: String
    var aim: String
    var steps: [String]
    var stands: [Stand]
    var known: [Known]
    var questions: [Question]
    var tasks: [Task]
    var figures: [Figure]
    var guides: [(market: String, lines: [String])]
    var metrics: [String]
    var sheets: [Workshop.Sheet]
    var decisions: [String]
  }

  var id: String
  var title: String
  var about: String
  var planFile: String
  /// `after Playbook P117`; nil: our own.
  var citation: String?
  var asOf: String
  var summary: String
  var duration: String
  var invited: [String]
  var brought: [String]
  /// Standards that it takes the organization to follow, though the plan does not name them.
  var supposed: [String]
  var parts: [Part]

  /// Whom it is for, and what it rests on.
  var lead: String {
    let plan = about == planFile ? [planFile] : [about, planFile]
    return (plan + ["law and standards as of \(asOf)"]).joined(separator: ", ")
      + (citation.map { "; \($0)" } ?? "") + "."
  }

  var questionCount: Int { parts.reduce(0) { $0 + $1.questions.count } }
}

extension Worksheet {
  /// `supposed`: standards that the plan does not name. `guides`: to the markets of the plan, in its order.
  package init(
    _ workshop: Workshop, _ report: Report, _ rulebook: Rulebook, supposed: [String], guides: [MarketGuide]
  ) {
    let questions = Dictionary(
      report.assessment.questions.map { ($0.fact, $0) }, uniquingKeysWith: { first, _ in first })
    var asked: Set<String> = []
    var minute = 0
    id = workshop.id
    title = workshop.title
    about = report.about
    planFile = report.assessment.planFile
    citation = workshop.citation.map { "after \($0)" }
    asOf = report.assessment.asOf.description
    summary = workshop.summary
    duration = clock(workshop.minutes)
    invited = workshop.invited
    brought = workshop.brought
    self.supposed = supposed
    parts = workshop.parts.map { part in
      let begin = minute
      minute += part.minutes
      let findings = report.assessment.findings.filter { finding in
        part.provisions.contains { $0.pack == finding.pack && $0.provision == finding.provision }
      }
      let bound = findings.filter { $0.verdict != .notApplicable }
      let open = bound.flatMap(\.unknownFacts).filter { asked.insert($0).inserted }
      let ids = Set(findings.map(\.id))
      return Part(
        title: part.title, time: "\(clock(begin)) to \(clock(minute))", aim: part.aim, steps: part.steps,
        stands: findings.map { Stand(verdict: $0.verdict.word, title: $0.titleWithSubject, id: $0.id) },
        known: Known.all(in: bound),
        questions: open.map { Question(fact: $0, questions[$0]) },
        tasks: report.checklist.tasks.filter { !ids.isDisjoint(with: $0.closes) }.map(Task.init),
        figures: Figure.all(in: bound, rulebook, on: report.assessment.asOf),
        guides: part.showsGuides ? guides.map { ($0.head, $0.localizationLines) } : [],
        metrics: part.showsGuides ? report.metrics.filter(\.isMeasuredByMarket).map(\.line) : [],
        sheets: part.sheets, decisions: part.decisions)
    }
  }
}

/// `1:05` for 65 minutes.
private func clock(_ minutes: Int) -> String {
  "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
}

extension Finding {
  /// The subject is named where there may be several.
  fileprivate var titleWithSubject: String {
    let whole = id.hasSuffix("@organization")
    return whole ? title : "\(title); \(subject.title)"
  }
}

extension SuccessMetric {
  fileprivate var isMeasuredByMarket: Bool { metric == .efficiency || metric == .satisfaction }
}

extension Worksheet.Known {
  /// What the plan says, each fact once; that it follows the standard goes without saying.
  fileprivate static func all(in findings: [Finding]) -> [Self] {
    var seen: Set<String> = []
    var result: [Self] = []
    for finding in findings {
      for fact in finding.because.filter({ $0.part != .scope }).flatMap(\.facts) {
        guard let value = fact.value, seen.insert(fact.fact).inserted else { continue }
        result.append(
          Self(
            fact: fact.fact, value: value, place: fact.place.isEmpty ? "follows from other facts" : fact.place
          ))
      }
      for control in finding.controls where control.assurance != .unknown {
        let name = "controls[\(control.control)].status"
        guard seen.insert(name).inserted else { continue }
        result.append(Self(fact: name, value: control.assurance.word, place: ""))
      }
    }
    return result
  }
}

extension Worksheet.Question {
  fileprivate init(fact: String, _ question: Engine.Question?) {
    self.fact = fact
    ask = question?.ask ?? fact
    help = question?.help
    let sample = question?.sample ?? ""
    let values = question?.values.joined(separator: ", ") ?? ""
    answers =
      switch sample {
      case "0": "a number"
      case "2027-01-31": "a day, like 2027-01-31"
      case "[]" where !fact.utf8.contains(UInt8(ascii: ".")):
        "[] if there are none, or none besides those of the plan; others are added to the plan itself"
      case "[]": values.isEmpty ? "a list, like [a, b]" : "a list, like [a, b], of: \(values)"
      default: values
      }
    isList = sample == "[]"
    isText = sample == "…" && values.isEmpty
    choices = sample == "[]" ? [] : question?.values ?? []
  }
}

extension Engine.Question {
  /// The value in its line of YAML.
  fileprivate var sample: String {
    let line = paste.prefix { $0 != "#" }
    return line.firstIndex(of: ":").map { oneLine(String(line[line.index(after: $0)...])) } ?? ""
  }
}

extension Worksheet.Task {
  fileprivate init(_ task: Checklist.Task) {
    title = task.title
    owner = task.owner
    start = task.start.description
    finish = task.finish.description
  }
}

extension Worksheet.Figure {
  /// The single values of the packs that the conditions compare with.
  fileprivate static func all(in findings: [Finding], _ rulebook: Rulebook, on day: CalendarDate) -> [Self] {
    var result: [Self] = []
    var seen: Set<String> = []
    for finding in findings {
      guard let pack = rulebook.packs.first(where: { $0.pack.id == finding.pack })?.pack else { continue }
      let glossary = Glossary(rulebook.vocabulary, rulebook.catalogue, pack, on: day)
      for reason in finding.because {
        let names = Set(names(in: reason.expression ?? ""))
        for parameter in pack.parameters where !parameter.isTable && names.contains(parameter.name) {
          guard seen.insert("\(pack.id)/\(parameter.name)").inserted,
            let entry = parameter.entries.first(where: { $0.period.contains(day) })
          else { continue }
          let stated = reason.facts.compactMap { fact in fact.value.map { "\(fact.fact) = \($0)" } }
          let since = entry.period.from.map { "from \($0)" } ?? "at all times"
          result.append(
            Self(
              title: parameter.title ?? parameter.name,
              target: glossary.words(entry.value, parameter.type, unit: parameter.unit),
              basis: [entry.cite.map { pack.named($0) }, since].compactMap(\.self).joined(separator: ", "),
              now: stated.isEmpty ? "not stated" : stated.joined(separator: ", ")))
        }
      }
    }
    return result
  }

  private static func names(in expression: String) -> [String] {
    expression.split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }
}

extension Pack {
  /// `Playbook P25` for `pb P25`.
  fileprivate func named(_ citation: String) -> String {
    citation.split(separator: ";").map { part in
      let words = part.split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2, let source = sources.first(where: { $0.id == words[0] }) else {
        return oneLine(String(part))
      }
      return "\(source.law) \(words[1])"
    }.joined(separator: "; ")
  }
}
