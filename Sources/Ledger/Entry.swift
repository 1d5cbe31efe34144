package import JSON
import Signing

/// One row of a ledger, chained to the one before by its hash.
package struct Entry: Sendable {
  /// 1, 2, 3 and so on, without gaps.
  package let number: Int
  package let kind: Kind
  /// RFC 3339 in UTC, as the writer's clock said.
  package let time: String
  /// SHA-256 of contents that lie in the same ledger, in ascending order.
  package let contents: [String]
  package let body: JSONValue
  /// The hash of the entry before, or `Entry.origin`.
  package let previous: String
  package let hash: String

  /// What the first entry follows.
  package static let origin = String(repeating: "0", count: 64)

  init(
    number: Int, kind: Kind, time: String, contents: [String], body: JSONValue, previous: String
  ) {
    self.number = number
    self.kind = kind
    self.time = time
    self.contents = contents
    self.body = body
    self.previous = previous
    let row = StoredEntry(
      number: number, kind: kind.rawValue, time: time, contents: StoredEntry.text(of: contents),
      body: body.compactText, previous: previous)
    self.hash = row.hashed
  }

  /// The line of the export: the text that is hashed, with the hash as its last member.
  package var line: String {
    StoredEntry(
      number: number, kind: kind.rawValue, time: time, contents: StoredEntry.text(of: contents),
      body: body.compactText, previous: previous, hash: hash
    ).line
  }
}

/// What an entry is about: the names below, or another word.
package struct Kind: RawRepresentable, Sendable, Hashable {
  package let rawValue: String

  package static let assessment = Kind("assessment")
  package static let evidence = Kind("evidence")
  package static let waiver = Kind("waiver")
  package static let signOff = Kind("signOff")
  package static let note = Kind("note")

  private init(_ name: String) { rawValue = name }

  /// A small letter, then letters and digits, 32 in all at most: a name that needs no quoting anywhere.
  package init?(rawValue: String) {
    let bytes = Array(rawValue.utf8)
    guard (1...32).contains(bytes.count), bytes[0] & 0x20 != 0,
      bytes.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }),
      !(0x30...0x39).contains(bytes[0])
    else { return nil }
    self.rawValue = rawValue
  }
}

/// An entry before it has a number and a place in the chain.
package struct Draft: Sendable {
  package let kind: Kind
  package let time: String
  package let body: JSONValue
  /// Lie in the ledger once each, under their SHA-256, which the entry names.
  package let contents: [[UInt8]]

  /// The time is given by who has a clock, as `isTime` wants it; the body is an object.
  package init(kind: Kind, time: String, body: JSONValue, contents: [[UInt8]] = []) {
    precondition(isTime(time), "a time is written YYYY-MM-DDThh:mm:ssZ")
    guard case .object = body else { preconditionFailure("the body of an entry is an object") }
    self.kind = kind
    self.time = time
    self.body = body
    self.contents = contents
  }
}

/// How large entries may be.
package enum Limits {
  /// Bytes of the text of a body; what is larger belongs into the contents.
  package static let body = 1 << 20
  /// Bytes of one content.
  package static let content = 256 << 20
  /// Contents of one entry.
  package static let contents = 10_000
  /// Entries of one `append`.
  package static let drafts = 10_000
  /// Entries of one page of reading.
  package static let page = 100
}
