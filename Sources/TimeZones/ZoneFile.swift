import FEEL

/// The bytes of a compiled time zone (RFC 8536), read into its offsets and changes.
struct ZoneFile {
  private let bytes: [UInt8]
  private var place = 0

  /// More than any zone has had; a file that says otherwise is none.
  private static let changeLimit = 10_000

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Nil if the bytes are no such file of version 2 or later.
  mutating func zone(named name: String) -> NamedZone? {
    // The first block has times of 32 bits, for readers of old; the second is the one to read.
    guard let old = header(), old.version >= 0x32, skip(old.length(timeSize: 4)), let header = header(),
      header.times <= ZoneFile.changeLimit, header.types > 0, header.types <= 256,
      bytes.count - place >= header.length(timeSize: 8)
    else { return nil }
    let times = (0..<header.times).map { _ in Int(truncatingIfNeeded: integer(8)) }
    let kinds = (0..<header.times).map { _ in integer(1) }
    var offsets: [Int] = []
    for _ in 0..<header.types {
      offsets.append(Int(Int32(truncatingIfNeeded: integer(4))))
      place += 2
    }
    guard offsets.allSatisfy({ $0.magnitude <= 93_600 }), kinds.allSatisfy({ $0 < offsets.count }),
      skip(header.length(timeSize: 8) - header.times * 9 - header.types * 6)
    else { return nil }
    var changes: [NamedZone.Change] = []
    for (time, kind) in zip(times, kinds) {
      if let last = changes.last, last.instant >= time { return nil }
      changes.append(NamedZone.Change(at: time, to: offsets[kind]))
    }
    switch footer() {
    case .none: return nil
    case .fixed(let offset):
      // Without changes the last line tells the only offset.
      return NamedZone(name, offset: changes.isEmpty ? offset ?? offsets[0] : offsets[0], changes: changes)
    case .rule(let rule): return NamedZone(name, offset: offsets[0], changes: changes, rule: rule)
    }
  }

  private struct Header {
    let version: Int
    let utcFlags, standardFlags, leaps, times, types, letters: Int

    func length(timeSize: Int) -> Int {
      times * (timeSize + 1) + types * 6 + letters + leaps * (timeSize + 4) + standardFlags + utcFlags
    }
  }

  private mutating func header() -> Header? {
    guard bytes.count - place >= 44, bytes[place...].starts(with: "TZif".utf8) else { return nil }
    let version = Int(bytes[place + 4])
    place += 20
    let counts = (0..<6).map { _ in integer(4) }
    guard counts.allSatisfy({ $0 >= 0 && $0 <= bytes.count }) else { return nil }
    return Header(
      version: version, utcFlags: counts[0], standardFlags: counts[1], leaps: counts[2], times: counts[3],
      types: counts[4], letters: counts[5])
  }

  /// A big-endian number whose bytes are known to be there.
  private mutating func integer(_ count: Int) -> Int {
    var value: UInt64 = 0
    for byte in bytes[place..<place + count] { value = value << 8 | UInt64(byte) }
    place += count
    return Int(truncatingIfNeeded: value)
  }

  private mutating func skip(_ count: Int) -> Bool {
    guard count >= 0, count <= bytes.count - place else { return false }
    place += count
    return true
  }

  private enum Footer { case fixed(Int?), rule(ZoneRule) }

  /// The line that tells what holds after the last change; it may be empty.
  private mutating func footer() -> Footer? {
    guard place < bytes.count, bytes[place] == 0x0A else { return nil }
    let line = bytes[(place + 1)...].prefix { $0 != 0x0A }
    guard place + 1 + line.count < bytes.count else { return nil }
    if line.isEmpty { return .fixed(nil) }
    var reader = RuleReader(line)
    guard let (standard, rule) = reader.rule() else { return nil }
    return rule.map(Footer.rule) ?? .fixed(standard)
  }
}
