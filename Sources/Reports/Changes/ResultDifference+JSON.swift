import Rules

extension ResultDifference {
  /// As JSON, with every change.
  package var json: String { Reports.json(of: File(self)) }

  struct File: Codable {
    var schemaVersion = "1.0"
    var asOf: Pair
    var changes: [Change]
    var packs, facts: [Named]
    var staleControls: [String]

    struct Pair: Codable { var before, after: String? }
    struct Named: Codable { var name: String; var before, after: String? }
    struct Change: Codable {
      var kind, id, title, law, severity: String
      var before, after: String?
      var causes: [Cause]
      var isFirm: Bool
    }
    struct Cause: Codable { var kind, text: String }

    init(_ difference: ResultDifference) {
      asOf = Pair(before: difference.asOf.before, after: difference.asOf.after)
      changes = difference.changes.map {
        Change(
          kind: $0.kind.rawValue, id: $0.id, title: $0.title, law: $0.law, severity: $0.severity.rawValue,
          before: $0.before, after: $0.after, causes: $0.causes.map { Cause(kind: $0.name, text: $0.text) },
          isFirm: $0.isFirm)
      }
      packs = difference.packs.map { Named(name: $0.id, before: $0.before, after: $0.after) }
      facts = difference.facts.map { Named(name: $0.name, before: $0.before, after: $0.after) }
      staleControls = difference.staleControls
    }
  }
}
