/// Numbers strings: those of the lexicon once and for all, those of a plan until the next plan.
@safe
struct TextStore: ~Copyable {
  private(set) var count = 0
  let constantCount: Int
  /// All strings one after the other, and where each starts (with one more start at the end).
  private var bytes = Pool<UInt8>(capacity: 1 << 14)
  private var starts = Pool<Int>(capacity: 1 << 10)
  private var hashes = Pool<UInt64>(capacity: 1 << 10)
  /// Open addressing: the number of a string, valid while the stamp is that of the plan (or of the lexicon).
  private var slots = Pool<Int32>()
  private var stamps = Pool<UInt32>()
  private var stamp: UInt32 = 1
  private static let lasting = UInt32.max

  init(_ lexicon: Lexicon) {
    constantCount = lexicon.texts.count
    starts.append(0)
    var size = 1 << 10
    while size < lexicon.texts.count * 4 { size *= 2 }
    slots.fill(0, count: size)
    stamps.fill(0, count: size)
    stamp = TextStore.lasting
    for text in lexicon.texts { _ = number(of: text) }
    stamp = 1
  }

  /// Forgets the strings of the last plan.
  mutating func reset() {
    stamp = stamp == TextStore.lasting - 1 ? 1 : stamp + 1
    if stamp == 1 {
      for slot in 0..<slots.count where stamps[slot] != TextStore.lasting { stamps[slot] = 0 }
    }
    bytes.removeLast(bytes.count - starts[constantCount])
    starts.removeLast(starts.count - constantCount - 1)
    hashes.removeLast(hashes.count - constantCount)
    count = constantCount
  }

  mutating func number(of text: String) -> Int32 {
    var copy = text
    return copy.withUTF8 { utf8 in
      unsafe number(of: UnsafeRawBufferPointer(utf8), hash: TextStore.hash(UnsafeRawBufferPointer(utf8)))
    }
  }

  /// The number of a string with this hash.
  @inline(__always)
  mutating func number(of text: UnsafeRawBufferPointer, hash: UInt64) -> Int32 {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    // `slot` stays below the number of slots, all of which have a stamp; numbers in them are below `count`.
    while unsafe stamps.base[slot] == stamp || stamps.base[slot] == TextStore.lasting {
      let number = unsafe slots.base[slot]
      if unsafe hashes.base[Int(number)] == hash, unsafe isEqual(Int(number), text) { return number }
      slot = (slot + 1) & mask
    }
    return unsafe add(text, hash, slot)
  }

  private func isEqual(_ number: Int, _ text: UnsafeRawBufferPointer) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == text.count else { return false }
    for unsafe(index, byte) in unsafe text.enumerated() where unsafe bytes.base[start + index] != byte {
      return false
    }
    return true
  }

  @inline(never)
  private mutating func add(_ text: UnsafeRawBufferPointer, _ hash: UInt64, _ slot: Int) -> Int32 {
    unsafe bytes.append(contentsOf: text)
    starts.append(bytes.count)
    hashes.append(hash)
    slots[slot] = Int32(count)
    stamps[slot] = stamp
    count += 1
    if count * 2 > slots.count { enlarge() }
    return Int32(count - 1)
  }

  private mutating func enlarge() {
    let size = slots.count * 4
    slots.fill(0, count: size)
    stamps.fill(0, count: size)
    for number in 0..<count {
      var slot = Int(truncatingIfNeeded: hashes[number]) & (size - 1)
      while stamps[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(number)
      stamps[slot] = number < constantCount ? TextStore.lasting : stamp
    }
  }

  func text(_ number: Int) -> String {
    let range = starts[number]..<starts[number + 1]
    // The range was written by `add`.
    let text = unsafe UnsafeBufferPointer(start: bytes.base + range.lowerBound, count: range.count)
    return unsafe String(decoding: text, as: UTF8.self)
  }

  /// The same as the reader of JSON makes of a string as it runs over it.
  static func hash(_ text: UnsafeRawBufferPointer) -> UInt64 {
    var hash = TextHash()
    var offset = 0
    while offset + 8 <= text.count {
      unsafe hash.add(text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    if offset < text.count {
      var last: UInt64 = 0
      for index in (offset..<text.count).reversed() { last = unsafe last << 8 | UInt64(text[index]) }
      hash.add(last)
    }
    return hash.value(length: text.count)
  }
}

/// A hash of a string, eight bytes at a time; the last ones filled up with zeros.
struct TextHash {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  mutating func add(_ word: UInt64) {
    state = (state ^ word) &* 0xFF51_AFD7_ED55_8CCD
    state ^= state &>> 32
  }

  @inline(__always)
  func value(length: Int) -> UInt64 {
    let mixed = (state ^ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed &>> 29
  }
}
