package import Diagnostics
package import FEEL
package import Signing

extension Candidate {
  /// Who vouches for it, or why it is refused. First the signature, then what was signed, then whether that is what lies there.
  package func signers(
    trusted trust: Trust, on day: CalendarDate, running: Needs
  ) throws(Mistakes) -> [Trust.Key] {
    guard let signature else {
      throw refusal(
        .unsigned, "`\(name)` is not signed",
        "sign it with `pratique pack sign`, or leave it out\(shippedHint(trust))")
    }
    let envelope = try Envelope(reading: signature, named: signatureFile)
    let examination = trust.examine(envelope, for: packs.map(\.id), on: day)
    guard !examination.signers.isEmpty else {
      throw refusal(
        .untrusted, "`\(name)` has no signature that counts: \(examination.remarks.joined(separator: ", "))",
        "get it from a signer in \(trust.file), or put the signer's key there once you know whose it is")
    }
    let statement = try Statement(in: envelope, named: signatureFile)
    let differences = differences(from: statement, running: running)
    guard differences.isEmpty else {
      throw Mistakes(
        differences.map {
          Diagnostic(
            .altered, at: location, "`\(name)` is not what was signed: \($0)",
            suggestion: "get it again from its publisher")
        })
    }
    return examination.signers
  }

  private var location: Location { Location(file: signatureFile, line: 1) }

  private func refusal(_ code: Diagnostic.Code, _ message: String, _ suggestion: String) -> Mistakes {
    Mistakes([Diagnostic(code, at: location, message, suggestion: suggestion)])
  }

  private func shippedHint(_ trust: Trust) -> String {
    trust.acceptsShipped
      ? "" : "; `shipped: true` in \(trust.file) accepts the packs that this version was released with"
  }
}

extension Candidate {
  private func differences(from statement: Statement, running: Needs) -> [String] {
    guard statement.predicateType == Release.predicateType, let signed = Release(statement.predicate) else {
      return ["the signature speaks of something else (`\(statement.predicateType.prefix(100))`)"]
    }
    if signed.packs.map(\.id) != release.packs.map(\.id) {
      return ["the signature is for \(list(signed.packs.map(\.id))), and here lies \(list(packs.map(\.id)))"]
    }
    var result = fileDifferences(from: statement.subjects)
    if result.isEmpty {
      result += sharedDifferences(from: signed.shared)
      if signed.packs != release.packs {
        result.append("edition, state of law or content of a pack are others")
      }
      if case .archive = form, result.isEmpty, signed != release {
        result.append("licence or version of the engine are others")
      }
    }
    if let doubt = signed.needs.doubt(running: running) { result.append(doubt) }
    return result
  }

  private func fileDifferences(from signed: [Statement.Subject]) -> [String] {
    switch form {
    case .archive(let sha256, _):
      return signed.contains { $0.sha256 == sha256 } ? [] : ["its SHA-256 is \(sha256), another was signed"]
    case .folder:
      return compare(
        Dictionary(subjects.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first }),
        Dictionary(signed.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first }))
    }
  }

  private func sharedDifferences(from signed: [Release.Shared]) -> [String] {
    compare(
      Dictionary(shared.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first }),
      Dictionary(signed.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    ).map { "of the files that it rests on, \($0)" }
  }

  private func compare(_ found: [String: String], _ signed: [String: String]) -> [String] {
    Set(found.keys).union(signed.keys).sorted().compactMap { path in
      guard let expected = signed[path] else { return "`\(path)` was added" }
      guard let actual = found[path] else { return "`\(path)` is missing" }
      return actual == expected ? nil : "`\(path)` was changed"
    }
  }

  private func list(_ ids: [String]) -> String { ids.map { "`\($0)`" }.joined(separator: ", ") }
}

extension Diagnostic.Code {
  fileprivate static let unsigned = Self(rawValue: "trust.unsigned")
  fileprivate static let untrusted = Self(rawValue: "trust.signature")
  fileprivate static let altered = Self(rawValue: "trust.altered")
}
