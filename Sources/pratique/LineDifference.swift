/// How two texts differ, line by line, for people to read.
struct LineDifference {
  /// The first line of the old text that is not as it was; nil if they are the same.
  let firstLine: Int?
  /// Lines taken out (`-`) and put in (`+`).
  let text: String

  private static let most = 40

  init(from old: String, to new: String) {
    let before = old.split(separator: "\n", omittingEmptySubsequences: false)
    let after = new.split(separator: "\n", omittingEmptySubsequences: false)
    let same = zip(before, after).prefix { $0 == $1 }.count
    guard before.count != after.count || same < before.count else {
      (firstLine, text) = (nil, "")
      return
    }
    firstLine = same + 1
    var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
    for change in after.difference(from: before) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [String] = []
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      if left < before.count, removed.contains(left) {
        lines.append("- \(before[left])")
        left += 1
      } else if right < after.count, inserted.contains(right) {
        lines.append("+ \(after[right])")
        right += 1
      } else {
        left += 1
        right += 1
      }
    }
    let more = lines.count - LineDifference.most
    if more > 0 { lines = lines.prefix(LineDifference.most) + ["and \(more) more lines"] }
    text = lines.map { "  \($0)" }.joined(separator: "\n")
  }
}
