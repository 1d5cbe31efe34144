package import Diagnostics
import JSON

extension Statement {
  private static var limits: Node.Limits {
    var limits = Node.Limits()
    limits.bytes = 6 << 20
    return limits
  }
  private static let subjectLimit = 20_000

  /// What an envelope says. Whether anybody vouches for it is for `Trust` to say, first.
  package init(in envelope: Envelope, named name: String) throws(Mistakes) {
    let start = Location(file: name, line: 1)
    guard envelope.payloadType == Envelope.statementType else {
      throw Mistakes([
        Diagnostic(
          .statement, at: start,
          "the payload is of the type `\(envelope.payloadType.prefix(100))`, not `\(Envelope.statementType)`")
      ])
    }
    let root = try JSON.parse(envelope.payload, named: "\(name) (payload)", limits: Self.limits)
    guard root["_type"]?.text == Self.type else {
      throw Mistakes([
        Diagnostic(.statement, at: root.location, "the payload is no statement of in-toto, version 1")
      ])
    }
    guard let predicateType = root["predicateType"]?.text, let items = root["subject"]?.items else {
      throw Mistakes([
        Diagnostic(.statement, at: root.location, "a statement has `subject` and `predicateType`")
      ])
    }
    guard (1...Self.subjectLimit).contains(items.count) else {
      throw Mistakes([
        Diagnostic(.statement, at: root.location, "a statement has 1 to \(Self.subjectLimit) subjects")
      ])
    }
    var subjects: [Subject] = []
    var names: Set<String> = []
    for item in items {
      guard let name = item["name"]?.text, let digest = item["digest"]?["sha256"]?.text, isSHA256(digest)
      else {
        throw Mistakes([
          Diagnostic(.statement, at: item.location, "a subject has a `name` and a `digest` with `sha256`")
        ])
      }
      guard names.insert(name).inserted else {
        throw Mistakes([Diagnostic(.statement, at: item.location, "`\(name)` is a subject twice")])
      }
      subjects.append(Subject(name: name, sha256: digest))
    }
    self.init(
      subjects: subjects, predicateType: predicateType,
      predicate: root["predicate"].map(JSONValue.init) ?? .object([]))
  }
}

extension Diagnostic.Code {
  fileprivate static let statement = Self(rawValue: "signature.statement")
}
