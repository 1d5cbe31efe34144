package import Diagnostics
package import FEEL
package import Facts

extension Plan {
  /// Reads a plan file; without a format the name's ending or the first characters decide.
  package init(
    reading bytes: [UInt8], named name: String, format: Node.Format? = nil, vocabulary: Vocabulary,
    geography: Geography, asOf: CalendarDate? = nil
  ) throws(Mistakes) {
    do throws(Mistakes) {
      let node = try Node(reading: bytes, named: name, format: format, vocabulary: vocabulary)
      self = try Plan(node, file: name, vocabulary: vocabulary, geography: geography, asOf: asOf)
    } catch {
      let source = Source(name: name, bytes: bytes)
      throw Mistakes(error.all.map { $0.withExcerpt(of: source) })
    }
  }

  /// Types a plan, all mistakes at once. A fact whose period leaves out `asOf` is not stated.
  package init(
    _ node: Node, file: String, vocabulary: Vocabulary, geography: Geography, asOf: CalendarDate? = nil
  ) throws(Mistakes) {
    var builder = PlanBuilder(file: file, vocabulary: vocabulary, geography: geography, asOf: asOf)
    self = try builder.plan(node)
    guard let scenarios = node["scenarios"] else { return }
    let base = node.removing("scenarios")
    try Plan.weigh(scenarios, on: base)
    var mistakes: [Diagnostic] = []
    for entry in scenarios.entries ?? [] where mistakes.count < PlanBuilder.mistakesLimit {
      let changed = base.merged(with: entry.value)
      var builder = PlanBuilder(file: file, vocabulary: vocabulary, geography: geography, asOf: asOf)
      do throws(Mistakes) { _ = try builder.plan(changed) } catch {
        mistakes += error.all.map { mistake in
          Diagnostic(
            mistake.code, at: mistake.location, "with scenario `\(entry.key)`: \(mistake.message)",
            suggestion: mistake.suggestion)
        }
      }
      self.scenarios.append(
        Scenario(name: entry.key, changes: entry.value, plan: changed, location: entry.location))
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes) }
  }

  /// Each scenario is the whole plan once more, and each of its rows is looked for among those of the plan.
  private static func weigh(_ scenarios: Node, on base: Node) throws(Mistakes) {
    let size = base.count
    var work = 0
    for entry in scenarios.entries ?? [] {
      work += size + size * entry.value.count / 64
      guard work <= 10_000_000 else {
        throw Mistakes([
          Diagnostic(
            .scenarios, at: entry.location,
            "the scenarios up to `\(entry.key)` are too many, or too long, for a plan of \(size) values")
        ])
      }
    }
  }
}

extension Node {
  /// The scalars, lists and maps.
  fileprivate var count: Int {
    switch self {
    case .scalar: 1
    case .list(let items, _): items.reduce(1) { $0 + $1.count }
    case .map(let entries, _): entries.reduce(1) { $0 + $1.value.count }
    }
  }
}

extension Diagnostic.Code {
  fileprivate static let scenarios = Self(rawValue: "plan.too-many-scenarios")
}
