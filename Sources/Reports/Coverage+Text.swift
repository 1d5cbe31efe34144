import Diagnostics
package import Engine

/// The branches that no case takes, of the packs below a share; then the share of each pack and of all.
package func text(_ coverage: [Coverage], below threshold: Int) -> String {
  var lines: [String] = []
  for pack in coverage where pack.covered * 100 < threshold * pack.branches {
    for missing in pack.missing {
      lines.append(
        "\(missing.location.file):\(missing.location.line):\(missing.location.column): never "
          + "\(missing.isTrue ? "true" : "false"): `\(missing.text)` in \(missing.title)")
    }
  }
  for pack in coverage { lines.append("\(pack.pack): \(flooredShare(pack.covered, pack.branches)) branches") }
  if coverage.count != 1 {
    lines.append(
      "all: \(flooredShare(coverage.reduce(0) { $0 + $1.covered }, coverage.reduce(0) { $0 + $1.branches })) branches"
    )
  }
  return lines.joined(separator: "\n") + "\n"
}

/// `19 of 20 (95.0 %)`, rounded down, so that what is not reached never looks reached.
func flooredShare(_ part: Int, _ whole: Int) -> String {
  guard whole > 0 else { return "0 of 0" }
  let permille = part * 1000 / whole
  return "\(part) of \(whole) (\(permille / 10).\(permille % 10) %)"
}
