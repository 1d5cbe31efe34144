internal import Glibc

/// A number as people read it: four significant digits, but never less than its whole part.
package func shown(_ value: Double) -> String {
  guard value.isFinite else { return "-" }
  guard value != 0 else { return "0" }
  let whole = Int(log10(abs(value)).rounded(.down))
  return fixed(value, max(0, min(8, 3 - whole)))
}

/// So many digits after the point.
package func fixed(_ value: Double, _ digits: Int) -> String {
  guard value.isFinite, abs(value) < 1e15 else { return "-" }
  var scale = 1
  for _ in 0..<digits { scale *= 10 }
  let exact = (abs(value) * Double(scale)).rounded()
  guard exact < 9e18 else { return "\(value)" }
  let units = Int(exact)
  let sign = value < 0 && units != 0 ? "-" : ""
  guard digits > 0 else { return sign + String(units) }
  let part = String(units % scale)
  return "\(sign)\(units / scale).\(String(repeating: "0", count: digits - part.count))\(part)"
}

/// `94.1 %`.
package func percent(_ share: Double, _ digits: Int = 1) -> String {
  share.isFinite ? "\(fixed(100 * share, digits)) %" : "-"
}

/// `80 %` of 0.8, `97.5 %` of 0.975.
package func levelText(_ level: Double) -> String {
  let tenths = (level * 1000).rounded()
  return percent(level, tenths.truncatingRemainder(dividingBy: 10) == 0 ? 0 : 1)
}

/// Rows in columns: the first column to the left, the others to the right.
package func columns(_ rows: [[String]], indent: String = "  ") -> String {
  let count = rows.map(\.count).max() ?? 0
  let widths = (0..<count).map { column in
    rows.map { column < $0.count ? $0[column].unicodeScalars.count : 0 }.max() ?? 0
  }
  return rows.map { row in
    var line = indent
    for (column, cell) in row.enumerated() {
      let blanks = String(repeating: " ", count: widths[column] - cell.unicodeScalars.count)
      line += column == 0 ? cell + blanks : "  " + blanks + cell
    }
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }.joined(separator: "\n")
}
