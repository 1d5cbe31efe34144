/// A set of small numbers.
struct Bits: Sendable, Hashable {
  private var words: [UInt64]

  init(count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  mutating func insert(_ index: Int) { words[index / 64] |= 1 << UInt64(index % 64) }

  func contains(_ index: Int) -> Bool { words[index / 64] & 1 << UInt64(index % 64) != 0 }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// The smallest member of both.
  func firstCommon(with other: Bits) -> Int? {
    for (place, (a, b)) in zip(words, other.words).enumerated() where a & b != 0 {
      return place * 64 + (a & b).trailingZeroBitCount
    }
    return nil
  }

  func intersection(_ other: Bits) -> Bits {
    var result = self
    for index in words.indices { result.words[index] &= other.words[index] }
    return result
  }
}
