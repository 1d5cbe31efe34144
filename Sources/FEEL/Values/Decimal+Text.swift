extension Decimal {
  /// A number as FEEL writes it, `1.5E-3`, with an optional sign; rounded to 34 digits.
  package init?(_ text: String) { self.init(utf8: text.utf8) }

  /// As `init(_: String)`, from bytes.
  package init?(utf8: some Collection<UInt8>) {
    var rest = utf8[...]
    let negative = rest.takeSign()
    var digits = DigitString()
    let whole = digits.take(from: &rest)
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      let fraction = digits.take(from: &rest)
      // `5.` is no number, for it would eat the point of `5..6`.
      guard fraction > 0 else { return nil }
      digits.exponent -= fraction
    } else if whole == 0 {
      return nil
    }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      let minus = rest.takeSign()
      var power = DigitString()
      guard power.take(from: &rest) > 0 else { return nil }
      // A power out of all proportion overflows or underflows like a million does.
      let size = power.exponent > 0 ? 1_000_000_000_000 : Int(min(power.digits, 1_000_000_000_000))
      digits.exponent += minus ? -size : size
    }
    guard rest.isEmpty else { return nil }
    self.init(rounding: digits.digits, exponent: digits.exponent, negative: negative, inexact: digits.inexact)
  }

  /// Plain digits from 1E-34 to below 1E35, scientific notation beyond.
  package var description: String {
    let sign = isNegative ? "-" : ""
    var digits = coefficient >> 64 == 0 ? String(UInt64(coefficient)) : String(coefficient)
    if exponent == 0 { return sign + digits }
    if isZero {
      return exponent < 0 && exponent >= -Self.precision
        ? "0." + String(repeating: "0", count: -exponent) : "0"
    }
    guard (-Self.precision...Self.precision).contains(adjustedExponent) else {
      let power = adjustedExponent
      if digits.utf8.count > 1 { digits.insert(".", at: digits.index(after: digits.startIndex)) }
      return "\(sign)\(digits)E\(power < 0 ? "" : "+")\(power)"
    }
    if exponent > 0 { return sign + digits + String(repeating: "0", count: exponent) }
    let point = digits.utf8.count + exponent
    if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
    digits.insert(".", at: digits.index(digits.startIndex, offsetBy: point))
    return sign + digits
  }
}

/// The first 38 digits of a number and how many there were beyond them.
private struct DigitString {
  var digits: UInt128 = 0
  var exponent = 0
  var inexact = false

  /// Takes the digits at the head of `text`; returns how many.
  mutating func take<Text: Collection<UInt8>>(from text: inout Text) -> Int where Text.SubSequence == Text {
    var count = 0
    while let byte = text.first, byte &- UInt8(ascii: "0") < 10 {
      let digit = byte - UInt8(ascii: "0")
      if digits >> 123 == 0 {
        digits = digits &* 10 &+ UInt128(digit)
      } else {
        exponent += 1
        inexact = inexact || digit != 0
      }
      text.removeFirst()
      count += 1
    }
    return count
  }
}

extension Collection<UInt8> where SubSequence == Self {
  /// Takes a sign at the head; true for a minus.
  fileprivate mutating func takeSign() -> Bool {
    guard let first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") else { return false }
    removeFirst()
    return first == UInt8(ascii: "-")
  }
}
