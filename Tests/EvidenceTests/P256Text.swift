import Signing

/// Arithmetic on signatures of ECDSA over P-256, apart from the code under test: plain long subtraction on hexadecimal digits.
enum P256Text {
  /// FIPS 186-4, D.1.2.3.
  private static let order = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"

  /// The signature (r, n - s) in DER, given (r, s).
  static func mirrored(_ der: [UInt8]) -> [UInt8]? {
    guard der.count > 8, der[0] == 0x30, der[2] == 0x02 else { return nil }
    let first = Int(der[3])
    let place = 4 + first
    guard der.count > place + 2, der[place] == 0x02 else { return nil }
    let scalar = Array(der[(place + 2)...])
    var number = (0..<32).map { index in
      let digits = Array(order)
      return Int(String(digits[2 * index...2 * index + 1]), radix: 16) ?? 0
    }
    let padded = [UInt8](repeating: 0, count: max(0, 32 - scalar.count)) + scalar.suffix(32)
    for index in (0..<32).reversed() {
      number[index] -= Int(padded[index])
      if number[index] < 0, index > 0 {
        number[index] += 256
        number[index - 1] -= 1
      }
    }
    var other = Array(number.map { UInt8($0) }.drop { $0 == 0 })
    if other.first.map({ $0 >= 128 }) ?? true { other.insert(0, at: 0) }
    let body = der[2..<place] + [0x02, UInt8(other.count)] + other
    return [0x30, UInt8(body.count)] + body
  }
}
