/// Equal but for what six printed decimals leave open.
func isClose(_ a: Double?, _ b: Double, within distance: Double = 1e-6) -> Bool {
  a.map { abs($0 - b) <= distance * max(1, abs(b)) } ?? false
}

func areClose(_ a: [Double], _ b: [Double], within distance: Double = 1e-6) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { isClose($0, $1, within: distance) }
}
