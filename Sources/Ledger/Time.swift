import FEEL

/// `YYYY-MM-DDThh:mm:ssZ`: RFC 3339 in the one form that a ledger takes.
package func isTime(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
    bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z"),
    bytes[..<10].allSatisfy({ $0 == UInt8(ascii: "-") || isDigit($0) }),
    let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]),
    let second = number(bytes[17..<19])
  else { return false }
  return hour < 24 && minute < 60 && second < 60
    && CalendarDate(String(decoding: bytes[..<10], as: UTF8.self)) != nil
}

/// A time so many seconds after the beginning of 1970 in UTC; nil beyond the year 9999 or before 1970.
package func utc(seconds: Int) -> String? {
  guard seconds >= 0, let day = CalendarDate(dayNumber: seconds / 86_400), day.year <= 9999 else {
    return nil
  }
  let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60)
  return "\(day)T\(two(hour)):\(two(minute)):\(two(second))Z"
}

private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

private func number(_ digits: ArraySlice<UInt8>) -> Int? {
  digits.allSatisfy(isDigit) ? Int(String(decoding: digits, as: UTF8.self)) : nil
}
