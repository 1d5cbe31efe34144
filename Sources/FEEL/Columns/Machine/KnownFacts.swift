/// Derived boolean facts of one table, worked out over columns.
package struct KnownFacts: Sendable {
  let places: [[Int]]
  /// Where the words of each start: in turn where it may hold, and where it may fail.
  let starts: [Int]
  let words: [UInt64]

  /// Nil: it is none of those.
  package func answer(_ fact: Int, of entity: Entity) -> Program.Answer? {
    guard fact < places[entity.kind].count else { return nil }
    let place = places[entity.kind][fact]
    guard place >= 0 else { return nil }
    let word = starts[place] + 2 * (entity.row / 64)
    let shift = UInt64(entity.row % 64)
    return LaneBits(holds: words[word] >> shift & 1 != 0, fails: words[word + 1] >> shift & 1 != 0).answer
  }
}
