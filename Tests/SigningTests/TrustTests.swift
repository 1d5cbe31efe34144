import Diagnostics
import FEEL
import Plans
import Signing
import Testing

@Suite struct TrustTests {
  private func trust(_ text: String) throws -> Trust {
    try Trust(reading: Node(reading: Array(text.utf8), named: "trust.yaml"), file: "trust.yaml")
  }

  private func trust(_ key: PrivateKey, _ more: String) throws -> Trust {
    try trust("pratique: 1\nkeys:\n  - {name: Publisher, key: \(key.publicKey.text), \(more)}\n")
  }

  private func envelope(_ keys: PrivateKey...) -> Envelope {
    var envelope = Envelope(payload: Array("content".utf8), payloadType: Envelope.statementType)
    for key in keys { envelope.sign(with: key) }
    return envelope
  }

  /// What a trust file says of the key, and the remark that follows; none: the signature counts.
  @Test(arguments: [
    ("packs: [eu.gdpr, \"in.*\"]", ""), ("packs: [\"*\"]", ""),
    ("packs: [\"eu.*\"]", "the key of `Publisher` is not trusted for `in.data`"),
    ("packs: [\"*\"], from: 2026-11-21, until: 2026-11-21", ""),
    (
      "packs: [\"*\"], from: 2026-11-22",
      "the key of `Publisher` counts from 2026-11-22 on, and the day is 2026-11-21"
    ),
    (
      "packs: [\"*\"], until: 2026-11-20",
      "the key of `Publisher` counted until 2026-11-20, and the day is 2026-11-21"
    ),
    (
      "packs: [\"*\"], revoked: stolen on 2026-10-01",
      "the key of `Publisher` is revoked: stolen on 2026-10-01"
    ),
  ])
  func `a key counts for its packs, on its days, unless it is revoked`(_ more: String, _ remark: String)
    throws
  {
    let day = try #require(CalendarDate("2026-11-21"))
    let trust = try trust(Keys.first, more)
    // A signature that nobody knows changes nothing.
    for envelope in [envelope(Keys.first), envelope(Keys.second, Keys.first)] {
      let result = trust.examine(envelope, for: ["eu.gdpr", "in.data"], on: day)
      #expect(result.signers.map(\.name) == (remark.isEmpty ? ["Publisher"] : []))
      #expect(remark.isEmpty || result.remarks.contains(remark))
    }
  }

  @Test(arguments: [
    ("bundles: [\"*\"]", true, false), ("packs: [\"*\"]", false, true),
    ("packs: [\"*\"], bundles: [Other]", false, true), ("packs: [x], bundles: [\"*\"]", true, false),
  ])
  func `a key counts for packs, bundles or both`(_ more: String, _ forBundles: Bool, _ forPacks: Bool) throws
  {
    let day = try #require(CalendarDate("2026-11-21"))
    let trust = try trust(Keys.first, more)
    let envelope = envelope(Keys.first)
    #expect(trust.examine(envelope, for: ["A plan"], as: .bundles, on: day).signers.isEmpty != forBundles)
    #expect(trust.examine(envelope, for: ["a.pack"], on: day).signers.isEmpty != forPacks)
  }

  @Test(arguments: [
    ("from: 2026-01-01", "`packs`, `bundles` or both"), ("bundles: []", "a key has `bundles`: a list"),
    ("bundles: all", "a key has `bundles`: a list"),
    ("packs: [\"*\"], bundles: [[a]]", "a key has `bundles`: a list"),
  ])
  func `what a key may sign is said in lists`(_ more: String, _ complaint: String) throws {
    let mistakes = #expect(throws: Mistakes.self) { try trust(Keys.first, more) }
    #expect(mistakes?.all.first?.message.contains(complaint) == true)
  }

  @Test func `the id of a key is only a hint`() throws {
    let day = try #require(CalendarDate("2026-11-21"))
    let trust = try trust(Keys.first, "packs: [\"*\"]")
    // Another's signature under the trusted id.
    var forged = envelope(Keys.second)
    forged.signatures[0].keyID = Keys.first.publicKey.id
    #expect(trust.examine(forged, for: ["a"], on: day).signers.isEmpty)
    // No id: all keys are tried.
    var silent = envelope(Keys.first)
    silent.signatures[0].keyID = ""
    #expect(trust.examine(silent, for: ["a"], on: day).signers.count == 1)
    var unknown = envelope(Keys.first)
    unknown.signatures[0].keyID = "x"
    #expect(trust.examine(unknown, for: ["a"], on: day).remarks == ["the key `x` is not in trust.yaml"])
    var altered = envelope(Keys.first)
    altered.payload[0] ^= 1
    #expect(
      trust.examine(altered, for: ["a"], on: day).remarks == [
        "the signature under the name of `Publisher` is not right for this content"
      ])
    var retyped = envelope(Keys.first)
    retyped.payloadType += " "
    #expect(trust.examine(retyped, for: ["a"], on: day).signers.isEmpty)
  }

  @Test func `all mistakes of a trust file are told at once`() throws {
    let mistakes = #expect(throws: Mistakes.self) {
      try trust(
        """
        pratique: 2
        shipped: perhaps
        keys:
          - name: A
            key: \(Keys.first.publicKey.text)
            id: abc
            packs: ["*"]
            untill: 2026-01-01
          - name: B
            key: abc
            packs: ["*"]
          - name: C
            key: \(Keys.second.publicKey.text)
            packs: []
          - name: D
            key: \(Keys.second.publicKey.text)
            packs: ["*"]
            until: tomorrow
            revoked: ""
        """)
    }
    let lines = mistakes?.all.map { "\($0.location.line) \($0.message)" } ?? []
    #expect(
      lines == [
        "1 a trust file begins with `pratique: 1`", "2 this is `true` or `false`", "8 a key has no `untill`",
        "6 `id` is not that of `key`", "10 `key` is the public key in base64, on one line",
        "12 a key has `packs`: a list of the ids that it may sign, in which `*` stands for anything",
        "19 `revoked` is the reason", "18 this is not a date; write YYYY-MM-DD",
      ])
  }

  @Test(arguments: [
    ("*", "anything", true), ("*", "", true), ("eu.*", "eu.gdpr", true), ("eu.*", "eu.", true),
    ("eu.*", "eu", false),
    ("eu.gdpr", "eu.gdpr", true), ("eu.gdpr", "eu.gdprs", false), ("*.data-*", "in.data-localization", true),
    ("*.data-*", "in.localization", false), ("a*a", "a", false), ("a*a", "aa", true), ("a*b*c", "abbc", true),
    ("", "a", false),
  ])
  func `a star stands for any characters`(_ pattern: String, _ name: String, _ matches: Bool) {
    #expect(Glob(pattern).matches(name) == matches)
  }

  @Test func `many stars take no time`() {
    #expect(!Glob(String(repeating: "*a", count: 1_000)).matches(String(repeating: "a", count: 900) + "b"))
  }
}
