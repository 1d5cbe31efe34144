/// The working memory of a run as the inner loops see it: no counting of references, no copies.
///
/// A node has, for every 64 lanes, a word of lanes where it may hold and a word where it may fail: yes is 10, no 01,
/// unknown 11, null 00. A negation only exchanges the two. Bits beyond the last lane mean nothing.
@safe
struct Lanes {
  /// All words of a run.
  let words: UnsafeMutablePointer<UInt64>
  /// By domain: where its words start, words per node and side, and lanes.
  let bases: UnsafePointer<Int>
  let widths: UnsafePointer<Int>
  let counts: UnsafePointer<Int>

  /// Domains come from the schedule, whose layout made these arrays.
  @inline(__always) func width(_ domain: some BinaryInteger) -> Int { unsafe widths[Int(domain)] }
  @inline(__always) func count(_ domain: some BinaryInteger) -> Int { unsafe counts[Int(domain)] }

  /// The words of a domain.
  @inline(__always) subscript(domain: some BinaryInteger) -> DomainLanes {
    unsafe DomainLanes(start: words + bases[Int(domain)], width: widths[Int(domain)])
  }
}

/// The words of all nodes of one domain. Codes and places are those of its nodes, words below its width, and lanes below
/// 64 times that.
@safe
struct DomainLanes {
  let start: UnsafeMutablePointer<UInt64>
  let width: Int

  /// The lanes of a word in which a node may hold, and those in which it may fail: a code and its negation are neighbours.
  @inline(__always) func words(_ code: Int32, _ word: Int) -> (holds: UInt64, fails: UInt64) {
    unsafe (start[Int(code) &* width &+ word], start[Int(code ^ 1) &* width &+ word])
  }

  @inline(__always) func set(_ place: Int32, _ word: Int, _ holds: UInt64, _ fails: UInt64) {
    let first = 2 &* Int(place) &* width &+ word
    unsafe start[first] = holds
    unsafe start[first &+ width] = fails
  }

  /// Sets one lane.
  @inline(__always) func set(_ place: Int32, lane: Int, _ bits: LaneBits) {
    let bit: UInt64 = 1 << UInt64(lane & 63)
    let first = 2 &* Int(place) &* width &+ lane >> 6
    unsafe start[first] = bits.holds ? start[first] | bit : start[first] & ~bit
    unsafe start[first &+ width] = bits.fails ? start[first &+ width] | bit : start[first &+ width] & ~bit
  }

  /// The same from the lowest bits of two words.
  @inline(__always) func set(_ place: Int32, lane: Int, _ bits: (holds: UInt64, fails: UInt64)) {
    let shift = UInt64(lane & 63)
    let first = 2 &* Int(place) &* width &+ lane >> 6
    unsafe start[first] = start[first] & ~(1 << shift) | (bits.holds & 1) << shift
    unsafe start[first &+ width] = start[first &+ width] & ~(1 << shift) | (bits.fails & 1) << shift
  }

  /// One lane, in the lowest bits.
  @inline(__always) func lane(_ code: Int32, _ lane: Int) -> (holds: UInt64, fails: UInt64) {
    let (holds, fails) = words(code, lane >> 6)
    return (holds >> UInt64(lane & 63) & 1, fails >> UInt64(lane & 63) & 1)
  }

  @inline(__always) func bits(_ code: Int32, lane: Int) -> LaneBits {
    let (holds, fails) = words(code, lane >> 6)
    let shift = UInt64(lane & 63)
    return LaneBits(holds: holds >> shift & 1 != 0, fails: fails >> shift & 1 != 0)
  }
}

/// The answer in one lane.
struct LaneBits: Equatable {
  var holds: Bool
  var fails: Bool

  static let yes = LaneBits(holds: true, fails: false)
  static let no = LaneBits(holds: false, fails: true)
  static let unknown = LaneBits(holds: true, fails: true)
  static let null = LaneBits(holds: false, fails: false)

  init(holds: Bool, fails: Bool) {
    self.holds = holds
    self.fails = fails
  }

  init(_ flag: Bool) { self.init(holds: flag, fails: !flag) }

  init(_ answer: Program.Answer) {
    switch answer {
    case .yes: self = .yes
    case .no: self = .no
    case .unknown: self = .unknown
    case .null, .error: self = .null
    }
  }

  init(_ truth: Truth) {
    switch truth {
    case .yes: self = .yes
    case .no: self = .no
    case .unknown: self = .unknown
    case .null: self = .null
    }
  }

  var answer: Program.Answer {
    holds ? fails ? .unknown : .yes : fails ? .no : .null
  }

  init(_ lane: (holds: UInt64, fails: UInt64)) { self.init(holds: lane.holds != 0, fails: lane.fails != 0) }
}

/// Lanes in the last of `width` words that mean something, or all in the others.
@inline(__always)
func validLanes(_ word: Int, of count: Int) -> UInt64 {
  let left = count - word * 64
  return left >= 64 ? .max : left <= 0 ? 0 : 1 << UInt64(left) - 1
}

/// Folds answers as `some` does: yes before unknown before null before no. Without branches, which no one could predict.
struct SomeFold {
  private var yes: UInt64 = 0
  private var unknown: UInt64 = 0
  private var null: UInt64 = 0

  @inline(__always)
  mutating func add(holds: UInt64, fails: UInt64, valid: UInt64) {
    yes |= holds & ~fails & valid
    unknown |= holds & fails & valid
    null |= ~(holds | fails) & valid
  }

  /// There may be more members than were seen.
  mutating func open() { unknown = 1 }

  var hasUnknown: Bool { unknown != 0 }

  /// One lane of the result.
  @inline(__always)
  var lane: (holds: UInt64, fails: UInt64) {
    let hasYes: UInt64 = yes == 0 ? 0 : 1
    let hasUnknown: UInt64 = unknown == 0 ? 0 : 1
    let hasNull: UInt64 = null == 0 ? 0 : 1
    return (hasYes | hasUnknown & (hasYes ^ 1), (hasYes ^ 1) & (hasUnknown | (hasNull ^ 1)))
  }
}
