/// The known name nearest to what was written, if near enough to be a typo.
package func nearest(to word: String, among known: some Sequence<String>) -> String? {
  // No name is that long, and the work grows with the length.
  guard word.utf8.count <= 200 else { return nil }
  let target = Array(word.lowercased().utf8)
  let limit = max(2, target.count / 3)
  var best: (distance: Int, name: String)?
  for name in known where abs(name.utf8.count - word.utf8.count) <= limit + 8 {
    let distance = editDistance(target, Array(name.lowercased().utf8))
    if best.map({ distance < $0.distance || (distance == $0.distance && name < $0.name) }) ?? true {
      best = (distance, name)
    }
  }
  guard let best, best.distance <= limit, best.distance < max(target.count, 2) else {
    return nil
  }
  return best.name
}

/// "did you mean `x`?" for the nearest known name.
package func didYouMean(_ word: String, among known: some Sequence<String>) -> String? {
  nearest(to: word, among: known).map { "did you mean `\($0)`?" }
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var rows = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
  for i in 0...a.count { rows[i][0] = i }
  for j in 0...b.count { rows[0][j] = j }
  for i in stride(from: 1, through: a.count, by: 1) {
    for j in stride(from: 1, through: b.count, by: 1) {
      var cost = min(
        rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, rows[i - 2][j - 2] + 1) }
      rows[i][j] = cost
    }
  }
  return rows[a.count][b.count]
}
