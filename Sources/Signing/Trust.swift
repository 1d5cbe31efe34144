package import FEEL

/// Whose signatures count, for what and when: what a trust file says.
package struct Trust: Sendable {
  package struct Key: Sendable, Hashable {
    /// The signer, as messages call it.
    package var name: String
    package var key: PublicKey
    /// Ids of the packs that it may sign.
    package var packs: [Glob]
    /// Names of the plans whose bundles it may sign.
    package var bundles: [Glob]
    /// First and last day on which it counts; nil is open.
    package var from: CalendarDate?
    package var until: CalendarDate?
    /// Why it no longer counts, whatever the day.
    package var revoked: String?

    package init(
      name: String, key: PublicKey, packs: [Glob] = [], bundles: [Glob] = [], from: CalendarDate? = nil,
      until: CalendarDate? = nil, revoked: String? = nil
    ) {
      self.name = name
      self.key = key
      self.packs = packs
      self.bundles = bundles
      self.from = from
      self.until = until
      self.revoked = revoked
    }
  }

  package var file: String
  package var keys: [Key]
  /// Files that the tool was released with need no signature.
  package var acceptsShipped: Bool

  package init(file: String, keys: [Key], acceptsShipped: Bool = false) {
    self.file = file
    self.keys = keys
    self.acceptsShipped = acceptsShipped
  }
}

extension Trust {
  /// What a signature is for.
  package enum Purpose: Sendable { case packs, bundles }

  /// What came of looking at the signatures of an envelope.
  package struct Examination: Sendable {
    /// Those whose signature is right and counts, in the order of the trust file.
    package var signers: [Key]
    /// Why the others do not count.
    package var remarks: [String]
  }

  /// Which signatures count for all these names on a day. The day is that of the law that is applied, for a bundle that of its signing, so
  /// that the answer does not hang on a clock.
  package func examine(
    _ envelope: Envelope, for names: [String], as purpose: Purpose = .packs, on day: CalendarDate
  ) -> Examination {
    let message = envelope.signedBytes
    var result = Examination(signers: [], remarks: [])
    var isRight = [Bool](repeating: false, count: keys.count)
    for signature in envelope.signatures {
      // The id only narrows the search.
      let candidates = keys.indices.filter { signature.keyID.isEmpty || keys[$0].key.id == signature.keyID }
      let fitting = candidates.filter { keys[$0].key.isSignature(signature.bytes, of: message) }
      for index in fitting { isRight[index] = true }
      guard fitting.isEmpty else { continue }
      result.remarks.append(
        candidates.isEmpty
          ? "the key `\(shown(signature.keyID))` is not in \(file)"
          : signature.keyID.isEmpty
            ? "a signature is by no key of \(file)"
            : "the signature under the name of `\(keys[candidates[0]].name)` is not right for this content")
    }
    for (index, key) in keys.enumerated() where isRight[index] {
      let doubts = key.doubts(for: names, as: purpose, on: day)
      if doubts.isEmpty { result.signers.append(key) }
      result.remarks += doubts
    }
    return result
  }

  private func shown(_ id: String) -> String { String(id.prefix(64)) }
}

extension Trust.Key {
  /// Whether it counts on a day, and if not, why.
  package enum Standing: Sendable, Hashable {
    case counts, notYet, ended
    case revoked(String)
  }

  package func standing(on day: CalendarDate) -> Standing {
    if let revoked { return .revoked(revoked) }
    if let from, day < from { return .notYet }
    if let until, until < day { return .ended }
    return .counts
  }

  fileprivate func doubts(for names: [String], as purpose: Trust.Purpose, on day: CalendarDate) -> [String] {
    var doubts: [String] = []
    if let revoked { doubts.append("the key of `\(name)` is revoked: \(revoked)") }
    if let from, day < from {
      doubts.append("the key of `\(name)` counts from \(from) on, and the day is \(day)")
    }
    if let until, until < day {
      doubts.append("the key of `\(name)` counted until \(until), and the day is \(day)")
    }
    let globs = purpose == .packs ? packs : bundles
    for other in names where !globs.contains(where: { $0.matches(other) }) {
      doubts.append(
        "the key of `\(name)` is not trusted for \(purpose == .packs ? "" : "bundles of ")`\(other)`")
    }
    return doubts
  }
}
