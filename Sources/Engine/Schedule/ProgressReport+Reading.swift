package import Diagnostics
package import FEEL

extension Checklist.ProgressReport {
  /// How many tasks a file may report.
  static let limit = 10_000

  /// Reads a file of progress; every mistake is told.
  ///
  /// `today`: nothing is done after it. `known`: ids of the tasks of the schedule; `inPlace`: controls that the plan states in place,
  /// which are no tasks any more and may still be named.
  package init(_ node: Node, today: CalendarDate, known: Set<String>, inPlace: @escaping (String) -> Bool)
    throws(Mistakes)
  {
    var reader = ProgressReader(today: today, known: known, inPlace: inPlace)
    let report = reader.read(node)
    guard reader.mistakes.isEmpty, let report else { throw Mistakes(reader.mistakes.inFileOrder) }
    self = report
  }
}

private struct ProgressReader {
  let today: CalendarDate
  let known: Set<String>
  let inPlace: (String) -> Bool
  var mistakes: [Diagnostic] = []

  init(today: CalendarDate, known: Set<String>, inPlace: @escaping (String) -> Bool) {
    self.today = today
    self.known = known
    self.inPlace = inPlace
  }

  mutating func read(_ node: Node) -> Checklist.ProgressReport? {
    guard node.entries != nil else {
      say(node.location, "a file of progress has `start`, the day on which work began, and a list `tasks`")
      return nil
    }
    check(node, ["start", "tasks"])
    let start = day(node["start"], "start")
    if node["start"] == nil { say(node.location, "`start` is missing: the day on which work began") }
    var items: [Checklist.ProgressReport.Item] = []
    var seen: Set<String> = []
    if let list = node["tasks"], !list.isNull {
      guard let nodes = list.items, nodes.count <= Checklist.ProgressReport.limit else {
        say(list.location, "`tasks` is a list of at most \(Checklist.ProgressReport.limit) tasks")
        return nil
      }
      for each in nodes {
        guard let item = item(each) else { continue }
        if !seen.insert(item.id).inserted { say(each.location, "`\(item.id)` is reported twice") }
        // What the plan says is in place is no task any more.
        if known.contains(item.id) { items.append(item) }
      }
    }
    return start.map { Checklist.ProgressReport(start: $0, tasks: items) }
  }

  private mutating func item(_ node: Node) -> Checklist.ProgressReport.Item? {
    guard node.entries != nil else {
      say(node.location, "a task is a map with `id` and `done`, or `started` and `remaining`")
      return nil
    }
    check(node, ["id", "started", "done", "remaining"])
    guard let id = node["id"]?.text else {
      say(node.location, "a task has an `id`")
      return nil
    }
    if !known.contains(id), !inPlace(id) {
      say(
        node["id"]?.location ?? node.location, "the schedule has no task `\(id)`",
        didYouMean(id, among: known.sorted()))
    }
    var item = Checklist.ProgressReport.Item(id: id)
    item.done = day(node["done"], "done")
    item.started = day(node["started"], "started")
    item.remaining = remaining(node["remaining"])
    if node["done"] == nil, node["started"] == nil, node["remaining"] == nil {
      say(node.location, "`\(id)` says nothing: write `done`, or `started` and `remaining`")
    }
    if node["done"] != nil, let rest = node["remaining"] {
      say(rest.location, "what is done has nothing remaining")
    }
    if let done = item.done, let started = item.started, done < started, let place = node["done"]?.location {
      say(place, "`\(id)` is done before it was started")
    }
    return item
  }

  private mutating func remaining(_ node: Node?) -> Int? {
    guard let node else { return nil }
    guard let text = node.text, let days = Int(text), 0...Project.longest ~= days else {
      say(node.location, "`remaining` is a whole number of working days, 0 to \(Project.longest)")
      return nil
    }
    return days
  }

  private mutating func day(_ node: Node?, _ name: String) -> CalendarDate? {
    guard let node else { return nil }
    guard let text = node.text, let date = CalendarDate(text) else {
      say(node.location, "`\(name)` is a day, written YYYY-MM-DD")
      return nil
    }
    guard date <= today, date.year >= 1900 else {
      say(
        node.location,
        date <= today ? "`\(name)` is before 1900" : "`\(name)` is after \(today), the day of the report")
      return nil
    }
    return date
  }

  private mutating func check(_ node: Node, _ keys: [String]) {
    var seen: Set<String> = []
    for entry in node.entries ?? [] {
      if !keys.contains(entry.key) {
        say(entry.location, "`\(entry.key)` is not known here", didYouMean(entry.key, among: keys))
      } else if !seen.insert(entry.key).inserted {
        say(entry.location, "`\(entry.key)` is written twice")
      }
    }
  }

  private mutating func say(_ place: Location, _ message: String, _ suggestion: String? = nil) {
    mistakes.append(Diagnostic(.progress, at: place, message, suggestion: suggestion))
  }
}

extension Diagnostic.Code { fileprivate static let progress = Self(rawValue: "progress.form") }
