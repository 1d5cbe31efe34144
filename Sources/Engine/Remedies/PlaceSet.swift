/// A set of places in a list, as bits.
struct PlaceSet: Hashable, Sendable {
  private var words: [UInt64]

  init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

  mutating func insert(_ place: Int) { words[place / 64] |= 1 << UInt64(place % 64) }
  func contains(_ place: Int) -> Bool { words[place / 64] & (1 << UInt64(place % 64)) != 0 }

  mutating func formUnion(_ other: PlaceSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }
  mutating func formIntersection(_ other: PlaceSet) {
    for index in words.indices { words[index] &= other.words[index] }
  }
  mutating func subtract(_ other: PlaceSet) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  func union(_ other: PlaceSet) -> PlaceSet {
    var result = self
    result.formUnion(other)
    return result
  }
  func subtracting(_ other: PlaceSet) -> PlaceSet {
    var result = self
    result.subtract(other)
    return result
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  func isSubset(of other: PlaceSet) -> Bool {
    for index in words.indices where words[index] & ~other.words[index] != 0 { return false }
    return true
  }
  func isDisjoint(with other: PlaceSet) -> Bool {
    for index in words.indices where words[index] & other.words[index] != 0 { return false }
    return true
  }

  /// Whether the first place at which the two differ is one of this set.
  func precedes(_ other: PlaceSet) -> Bool {
    for index in words.indices {
      let difference = words[index] ^ other.words[index]
      if difference != 0 { return words[index] & (difference & (~difference &+ 1)) != 0 }
    }
    return false
  }

  /// In ascending order.
  func forEach(_ body: (Int) -> Void) {
    for index in words.indices {
      var word = words[index]
      while word != 0 {
        body(index * 64 + word.trailingZeroBitCount)
        word &= word &- 1
      }
    }
  }

  /// In ascending order.
  var places: [Int] {
    var result: [Int] = []
    forEach { result.append($0) }
    return result
  }
}
