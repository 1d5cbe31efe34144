package import JSON

/// An in-toto Statement v1: something (the predicate) is said about files (the subjects) that are known by their SHA-256.
package struct Statement: Sendable {
  package struct Subject: Sendable, Hashable {
    package var name: String
    package var sha256: String
    package init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }
  }

  static let type = "https://in-toto.io/Statement/v1"

  /// At least one, each name once.
  package var subjects: [Subject]
  /// A URI.
  package var predicateType: String
  /// An object.
  package var predicate: JSONValue

  package init(subjects: [Subject], predicateType: String, predicate: JSONValue) {
    self.subjects = subjects
    self.predicateType = predicateType
    self.predicate = predicate
  }

  /// The same bytes for the same statement.
  var text: String {
    let subjects = subjects.map { subject in
      JSONValue.object([
        ("name", .string(subject.name)), ("digest", .object([("sha256", .string(subject.sha256))])),
      ])
    }
    return JSONValue.object([
      ("_type", .string(Self.type)), ("subject", .array(subjects)),
      ("predicateType", .string(predicateType)), ("predicate", predicate),
    ]).compactText
  }
}
