/// FIPS 180-4, so that the page of the fixture carries true hashes and can be opened in a browser.
func sha256(_ message: [UInt8]) -> [UInt8] {
  let primes = firstPrimes(64)
  let k = primes.map { fraction(of: cubeRoot($0)) }
  var hash = primes.prefix(8).map { fraction(of: Double($0).squareRoot()) }
  var bytes = message + [0x80]
  while bytes.count % 64 != 56 { bytes.append(0) }
  let bits = UInt64(message.count) * 8
  bytes += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
  for block in stride(from: 0, to: bytes.count, by: 64) {
    var w = (0..<16).map { i in (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[block + i * 4 + $1]) } }
    for i in 16..<64 {
      let a = rotated(w[i - 15], 7) ^ rotated(w[i - 15], 18) ^ (w[i - 15] >> 3)
      let b = rotated(w[i - 2], 17) ^ rotated(w[i - 2], 19) ^ (w[i - 2] >> 10)
      w.append(w[i - 16] &+ a &+ w[i - 7] &+ b)
    }
    var v = hash
    for i in 0..<64 {
      let s1 = rotated(v[4], 6) ^ rotated(v[4], 11) ^ rotated(v[4], 25)
      let t1 = v[7] &+ s1 &+ ((v[4] & v[5]) ^ (~v[4] & v[6])) &+ k[i] &+ w[i]
      let s0 = rotated(v[0], 2) ^ rotated(v[0], 13) ^ rotated(v[0], 22)
      let t2 = s0 &+ ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]))
      v = [t1 &+ t2, v[0], v[1], v[2], v[3] &+ t1, v[4], v[5], v[6]]
    }
    for i in 0..<8 { hash[i] &+= v[i] }
  }
  return hash.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * UInt32($0))) } }
}

private func rotated(_ word: UInt32, _ by: UInt32) -> UInt32 { word >> by | word << (32 - by) }

private func firstPrimes(_ count: Int) -> [Int] {
  var primes: [Int] = []
  var next = 2
  while primes.count < count {
    if primes.allSatisfy({ next % $0 != 0 }) { primes.append(next) }
    next += 1
  }
  return primes
}

/// Newton's method from above, to the last bit that a Double holds.
private func cubeRoot(_ number: Int) -> Double {
  var root = Double(number)
  for _ in 0..<100 { root -= (root * root * root - Double(number)) / (3 * root * root) }
  return root
}

private func fraction(of value: Double) -> UInt32 { UInt32((value - value.rounded(.down)) * 4_294_967_296) }
